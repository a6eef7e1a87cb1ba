import { own } from '../../shared/json.js';
import type { CountsProvider } from '../counter.js';
import { countsByKey, requestJson } from '../request.js';
import type { Settings } from '../settings.js';

/**
 * Discourse with topics that are embedded below articles
 * (https://github.com/discourse/discourse/blob/main/app/controllers/embed_controller.rb): replies by URL, in words of
 * the forum's language, `3 replies`. An article without a topic has none. Few forums allow other sites to ask from a
 * browser.
 */
export function discourse(settings: Settings): CountsProvider {
  const forum = settings.server();
  const url = settings.key('url');
  return {
    batch: 20,
    missingIsZero: true,
    // Discourse keeps URLs without a slash at the end, and answers with the URL that it was asked for.
    key: (article) => url(article)?.replace(/\/$/, ''),
    fetch: async (keys, { signal }) => {
      const query = new URLSearchParams(keys.map((key) => ['embed_url[]', key]));
      const { json } = await requestJson(`${forum}/embed/count?${query}`, { signal });
      const counts = countsByKey(own(json, 'counts'), forum);
      return new Map([...counts].map(([key, words]) => [key, numberIn(words)]));
    },
  };
}

/** The only number in a text; undefined where there are several, such as the parts of `1,234`. */
function numberIn(words: unknown): string | undefined {
  return typeof words === 'string' ? /^\D*(\d+)\D*$/.exec(words)?.[1] : undefined;
}

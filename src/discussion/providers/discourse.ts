import type { CountsProvider } from '../counts-provider.js';
import type { ProviderKit } from '../providers.js';
import type { Settings } from '../settings.js';

/**
 * Discourse where its topics are embedded below articles: replies by URL, which it tells in words of its own language,
 * `3 replies`. Articles without a topic have none. Few forums allow other sites to ask from a browser.
 */
export function provider(
  settings: Settings,
  { urlOf, askForJson, byKey, member }: ProviderKit,
): CountsProvider {
  const forum = settings.address();
  return {
    batch: 20,
    missingIsZero: true,
    key: urlOf,
    fetch: async (keys, { signal }) => {
      const query = new URLSearchParams(keys.map((key) => ['embed_url[]', key]));
      const { json } = await askForJson(`${forum}/embed/count?${query}`, { signal });
      const counts = byKey(member(json, 'counts'), forum);
      const byAddress = new Map([...counts].map(([url, words]) => [bare(url), repliesIn(words)]));
      return new Map(
        keys.flatMap((key) => (byAddress.has(bare(key)) ? [[key, byAddress.get(bare(key))]] : [])),
      );
    },
  };
}

/** It cuts the slash at the end, and adds a fragment where that made a difference. */
function bare(url: string): string {
  return url.replace(/#.*/, '').replace(/\/$/, '');
}

function repliesIn(words: unknown): unknown {
  return typeof words === 'string' ? /\d+/.exec(words)?.[0] : words;
}

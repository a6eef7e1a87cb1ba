import { own, parseJson } from '../../shared/json.js';
import type { CountsProvider } from '../counter.js';
import { countsInList, requestText } from '../request.js';
import type { Settings } from '../settings.js';

/**
 * Disqus, by the script that its counter loads
 * (https://help.disqus.com/en/articles/1717274-adding-comment-count-links-to-your-home-page), read as data: counts of
 * URLs, or of identifiers with another `key`. The response leaves out threads without comments. A browser can't read it
 * without running that script.
 */
export function disqus(settings: Settings): CountsProvider {
  const name = settings.needed('url', 'disqus:SHORTNAME');
  const server = /^[\w-]+$/.test(name) ? `https://${name}.disqus.com` : settings.server();
  return {
    // As many as Disqus's own script asks for.
    batch: 10,
    missingIsZero: true,
    key: settings.key('url'),
    fetch: async (keys, { signal }) => {
      const query = new URLSearchParams(keys.map((key) => [/^https?:/.test(key) ? '2' : '1', key]));
      const { text } = await requestText(`${server}/count-data.js?${query}`, { signal });
      const json = parseJson(/displayCount\((\{.*\})\)/s.exec(text)?.[1] ?? '');
      if (json === undefined) throw new Error(`${server} did not answer with counts; check the short name`);
      return countsInList(own(json, 'counts'), server, 'id', 'comments');
    },
  };
}

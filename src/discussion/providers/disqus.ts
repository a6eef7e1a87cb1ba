import type { CountsProvider } from '../counts-provider.js';
import type { ProviderKit } from '../providers.js';
import type { Settings } from '../settings.js';

/**
 * Disqus, by the script that its own counter loads, read as data: counts of URLs, or of identifiers with another
 * `key`. It leaves out threads that nobody wrote in. A browser can't ask for it without running that script.
 */
export function provider(
  settings: Settings,
  { urlOf, askForText, listed, member }: ProviderKit,
): CountsProvider {
  const name = settings.needed('url', '--discussions disqus:SHORTNAME');
  const server = /^[\w-]+$/.test(name) ? `https://${name}.disqus.com` : settings.address();
  return {
    // As many as its own script asks for.
    batch: 10,
    missingIsZero: true,
    key: urlOf,
    fetch: async (keys, { signal }) => {
      const query = new URLSearchParams(keys.map((key) => [/^https?:/.test(key) ? '2' : '1', key]));
      const { text } = await askForText(`${server}/count-data.js?${query}`, { signal });
      const [, data = ''] = /displayCount\((\{.*\})\)/s.exec(text) ?? [];
      let json: unknown;
      try {
        json = JSON.parse(data);
      } catch (cause) {
        throw new Error(`${server} did not answer with counts; check the short name`, { cause });
      }
      return listed(member(json, 'counts'), server, 'id', 'comments');
    },
  };
}

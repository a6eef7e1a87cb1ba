import type { Article } from '../../article.js';
import type { CountsProvider } from '../counts-provider.js';
import type { ProviderKit } from '../providers.js';
import type { Settings } from '../settings.js';

/**
 * A file of counts: `{ "<url, path or id>": 3 }`, or `[{ "url": "<url, path or id>", "count": 3 }]`. A slash at the end
 * makes no difference.
 */
export function provider(settings: Settings, kit: ProviderKit): CountsProvider {
  const file = settings.address();
  return {
    batch: Infinity,
    // An address holds no blank.
    key: ({ url, id }: Article) => `${url} ${id}`,
    fetch: async (keys, { signal }) => {
      const { json } = await kit.askForJson(file, { signal });
      const counts = byName(json, file, kit);
      const count = (key: string): unknown => {
        const [url = '', id = ''] = key.split(/ (.*)/s);
        return counts.get(id) ?? counts.get(address(url)) ?? counts.get(address(new URL(url).pathname));
      };
      return new Map(keys.map((key) => [key, count(key)]));
    },
  };
}

/** The counts by id, and by address or path as they are compared. */
function byName(json: unknown, file: string, { isRecord, member }: ProviderKit): Map<unknown, unknown> {
  const entries = Array.isArray(json)
    ? json.map((entry: unknown) => [member(entry, 'url') ?? member(entry, 'id'), member(entry, 'count')])
    : isRecord(json)
      ? Object.entries(json)
      : undefined;
  if (!entries) throw new Error(`${file} is no counts file; it should be like {"/news/a/": 3}`);
  return new Map(
    entries.flatMap(([name, count]) => [String(name), address(String(name))].map((one) => [one, count])),
  );
}

/** An address or path, compared without fragment and without a slash at its end, and percent-encoded. */
function address(text: string): string {
  const place = text.replace(/#.*/, '').replace(/\/$/, '');
  return URL.canParse(place)
    ? new URL(place).href.replace(/\/$/, '')
    : encodeURI(decoded(place)).replace(/^(?!\/)/, '/');
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

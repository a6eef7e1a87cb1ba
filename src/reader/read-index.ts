import type { Article } from '../article.js';
import { toArticle } from './draft.js';
import type { Format } from './formats/format.js';
import { jsonFeed } from './formats/json-feed.js';
import { plainList } from './formats/plain-list.js';
import { isRecord } from './json-record.js';
import { webAddress } from './web-address.js';

/** Why an entry of an index, or all of it, could not be used. */
export interface Problem {
  /** The entry's place in its list, from 0; absent where the whole document is meant. */
  readonly position?: number;
  /** What is wrong, as a clause: `has no title: https://site.example/a`. */
  readonly reason: string;
}

/** An index as it was read. */
export interface ArticleIndex {
  readonly articles: readonly Article[];
  /** The absolute URL of the article that these are the neighbours of: they are ranked already, best first. */
  readonly relatedTo?: string;
  readonly skipped: readonly Problem[];
}

/**
 * Reads a JSON article index: JSON Feed, or a list under the names that sites commonly use.
 *
 * Unusable entries, and those whose id or URL came before, are skipped and reported, never fatal; a document that
 * is no index at all gives no article and one problem.
 *
 * @param json the parsed document; any value will do
 * @param baseUrl the absolute URL of the index; relative addresses in it are resolved against this
 * @throws TypeError where `baseUrl` is not absolute
 */
export function readIndex(json: unknown, baseUrl: string | URL): ArticleIndex {
  const base = absolute(baseUrl);
  const listing = FORMATS.map((format) => format(json)).find((found) => found !== undefined);
  if (!listing)
    return { articles: [], skipped: [{ reason: 'is neither a JSON Feed nor a list of articles' }] };

  const articles: Article[] = [];
  const skipped: Problem[] = [];
  const positions = new Map<string, number>();
  for (const [position, entry] of listing.entries.entries()) {
    const article = isRecord(entry) ? toArticle(listing.draft(entry), base) : 'is not an object';
    const reason = typeof article === 'string' ? article : repetition(article, positions);
    if (typeof article === 'string' || reason) {
      skipped.push({ position, reason });
    } else {
      for (const key of keys(article)) positions.set(key, position);
      articles.push(article);
    }
  }
  const relatedTo = webAddress(listing.relatedTo, base);
  return relatedTo === undefined ? { articles, skipped } : { articles, relatedTo, skipped };
}

const FORMATS: readonly Format[] = [jsonFeed, plainList];

function absolute(url: string | URL): URL {
  try {
    return new URL(url);
  } catch {
    throw new TypeError(`related-articles: readIndex needs an absolute base URL, got ${JSON.stringify(url)}`);
  }
}

/** Says which earlier entry an article repeats; empty where it is new. */
function repetition(article: Article, positions: ReadonlyMap<string, number>): string {
  const taken = keys(article).find((key) => positions.has(key));
  return taken ? `repeats the ${taken} of entry ${positions.get(taken)}` : '';
}

/** What an article is known by; a fragment is no address of its own unless it is a route. */
function keys({ id, url }: Article): string[] {
  return [`id ${id}`, `URL ${url.replace(/#(?![/!]).*$/, '')}`];
}

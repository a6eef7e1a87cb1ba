import type { Article } from '../../article.js';
import type { ArticleIndex } from '../../reader/read-index.js';
import { urlKey } from '../../shared/url.js';

/** Something that gave no article, with the reason. */
export interface LeftOut {
  /** The file, the URL, or the entry of one: `feed.xml, entry 3`. */
  readonly where: string;
  /** A clause: `has no title`. */
  readonly reason: string;
}

/**
 * The entries that the reader skipped, with their positions from 1.
 *
 * @param document the file or URL, for indexes among several sources
 */
export function entriesLeftOut(skipped: ArticleIndex['skipped'], document = ''): LeftOut[] {
  return skipped.map(({ position, reason }) => {
    const [, key, address] = /^repeats the (id|URL) (.*) of entry \d+$/s.exec(reason) ?? [];
    return {
      where: [document, position === undefined ? '' : `entry ${position + 1}`].filter(Boolean).join(', '),
      reason: key ? `repeats the ${key} of another entry: ${address}` : reason,
    };
  });
}

/** The places by reason, the most frequent reason first. The part after a colon is a detail of the place. */
export function byReason(leftOut: readonly LeftOut[]): [reason: string, places: string[]][] {
  const groups = new Map<string, string[]>();
  for (const { where, reason } of leftOut) {
    const [kind = reason, detail] = reason.split(/: (.*)/s);
    const place = detail !== undefined && !detail.startsWith('http') ? `${where} (${detail})` : where;
    const places = groups.get(kind);
    if (places) places.push(place);
    else groups.set(kind, [place]);
  }
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}

/** The articles of a source. */
export interface Found {
  readonly articles: readonly Article[];
  readonly leftOut: readonly LeftOut[];
}

/** The articles of a source, with the place of each. */
export interface Placed extends Found {
  readonly places: ReadonlyMap<Article, string>;
}

/** One part of a source: a page, or an entry of a feed. */
export interface Part {
  readonly where: string;
  /** Its article, or the reason why it is not one. */
  readonly article: Article | string;
}

/** Collects the articles of one source. Of several with the same address it keeps the first. */
export function found(parts: Iterable<Part>): Placed {
  const articles = new Map<string, Article>();
  const places = new Map<Article, string>();
  const leftOut: LeftOut[] = [];
  for (const { where, article } of parts) {
    if (typeof article === 'string') {
      leftOut.push({ where, reason: article });
      continue;
    }
    const key = urlKey(article.url) ?? article.url;
    if (articles.has(key)) {
      leftOut.push({ where, reason: `repeats the address of another article: ${article.url}` });
    } else {
      articles.set(key, article);
      places.set(article, where);
    }
  }
  return { articles: [...articles.values()], leftOut, places };
}

/**
 * Merges several sources. Articles with the same address become one: members come from the source named first, and later
 * sources fill in those that are missing. Articles that one source repeats are left out.
 */
export function merge(sources: readonly Found[]): Found {
  const articles = new Map<string, Article>();
  const leftOut = sources.flatMap((source) => source.leftOut);
  for (const source of sources) {
    const own = new Set<string>();
    for (const article of source.articles) {
      const key = urlKey(article.url) ?? article.url;
      const known = articles.get(key);
      articles.set(key, known ? filledIn(known, article) : article);
      if (own.has(key))
        leftOut.push({
          where: article.title,
          reason: `repeats the address of another article: ${article.url}`,
        });
      own.add(key);
    }
  }
  return { articles: [...articles.values()], leftOut };
}

function filledIn(article: Article, other: Article): Article {
  return {
    ...other,
    ...article,
    tags: article.tags.length > 0 ? article.tags : other.tags,
    ...((article.discussion ?? other.discussion) && {
      discussion: { ...other.discussion, ...article.discussion },
    }),
  };
}

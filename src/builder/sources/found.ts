import type { Article } from '../../article.js';
import type { ArticleIndex } from '../../reader/read-index.js';
import { urlKey } from '../../shared/url.js';

/** A part of a source: a file, a page, or an entry of a list. */
export interface Place {
  /** The file or the URL; the title of an article that has neither. */
  readonly where: string;
  /** The position of an entry in the list that the file or URL is, from 1. */
  readonly entry?: number;
}

/** Something that gave no article, with the reason. */
export interface LeftOut extends Place {
  /** A clause that is the same for all of its kind: `has no title`. */
  readonly reason: string;
  /** What the reason is about in this place: an address, a title, what a system says. */
  readonly detail?: string;
}

/**
 * What is left out for a reason that a reader gives: a clause, which may have the detail after a colon, as in
 * `has no title: https://site.example/a`.
 */
export function leftOutFor(place: Place, clause: string): LeftOut {
  const [reason = '', ...details] = clause.split(': ');
  return { ...place, reason, ...(details.length > 0 && { detail: details.join(': ') }) };
}

/**
 * The entries that the reader skipped.
 *
 * @param where the file or URL of the index
 */
export function entriesLeftOut(skipped: ArticleIndex['skipped'], where: string): LeftOut[] {
  return skipped.map(({ position, reason }) =>
    leftOutFor({ where, ...(position !== undefined && { entry: position + 1 }) }, reason),
  );
}

/**
 * What is left out by reason, as places for people, the most frequent reason first. A detail that is no address stands
 * behind its place.
 *
 * @param source a file or URL that need not be named in front of its entries
 */
export function byReason(leftOut: readonly LeftOut[], source?: string): [reason: string, places: string[]][] {
  const groups = new Map<string, string[]>();
  for (const { where, entry, reason, detail } of leftOut) {
    const place = [
      (where !== source || entry === undefined) && where,
      entry !== undefined && `entry ${entry}`,
    ];
    const named = place.filter(Boolean).join(', ');
    const line = detail === undefined || URL.canParse(detail) ? named : `${named} (${detail})`;
    const places = groups.get(reason);
    if (places) places.push(line);
    else groups.set(reason, [line]);
  }
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}

/** The articles of a source. */
export interface Found {
  readonly articles: readonly Article[];
  readonly leftOut: readonly LeftOut[];
  /** What was read although something is wrong with it: sentences that say what and where. */
  readonly warnings?: readonly string[];
  /** The address of the source's next page, if it comes in several. */
  readonly next?: string | undefined;
}

/** The articles of a source, with the place of each. */
export interface Placed extends Found {
  readonly places: ReadonlyMap<Article, string>;
}

/** A part of a source that may be an article. */
export interface Part extends Place {
  /** Its article, or the reason why it is not one. */
  readonly article: Article | string;
}

/** Collects the articles of one source. Of several with the same address it keeps the first. */
export function found(parts: Iterable<Part>): Placed {
  const articles = new Map<string, Article>();
  const places = new Map<Article, string>();
  const leftOut: LeftOut[] = [];
  for (const { article, ...place } of parts) {
    if (typeof article === 'string') {
      leftOut.push(leftOutFor(place, article));
      continue;
    }
    const key = urlKey(article.url) ?? article.url;
    if (articles.has(key)) {
      leftOut.push({ ...place, reason: REPEATED, detail: article.url });
    } else {
      articles.set(key, article);
      places.set(article, place.where);
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
      if (own.has(key)) leftOut.push({ where: article.title, reason: REPEATED, detail: article.url });
      own.add(key);
    }
  }
  return {
    articles: [...articles.values()],
    leftOut,
    warnings: sources.flatMap(({ warnings = [] }) => warnings),
  };
}

/** Why the second of two articles with one address is left out. */
export const REPEATED = 'repeats the address of another article';

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

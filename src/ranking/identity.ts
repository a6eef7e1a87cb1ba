import type { Article } from '../article.js';
import { forEach, type Steps } from '../shared/time-slicing.js';
import { quickKey } from '../shared/quick-url.js';

/** What an id or a URL is compared by: a URL by its key, so that each address of a page means the same article. */
export function identityKey(idOrUrl: string): string {
  return (/^https?:/i.test(idOrUrl) ? quickKey(idOrUrl) : undefined) ?? idOrUrl;
}

/** The keys of an article's id and URL. They are kept: each question needs those of many articles. */
export function identityKeys(article: Article): readonly string[] {
  let keys = knownKeys.get(article);
  if (!keys) knownKeys.set(article, (keys = [...keySet([article.id, article.url])]));
  return keys;
}

const knownKeys = new WeakMap<Article, readonly string[]>();

/** The keys of some ids and URLs, without those that are missing. */
export function keySet(names: readonly (string | undefined)[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => (name ? identityKey(name) : [])));
}

/** The position of the first article with each key. */
export function* positionsByKey(articles: readonly Article[]): Steps<ReadonlyMap<string, number>> {
  const positions = new Map<string, number>();
  yield* forEach(articles.length, ARTICLES_IN_STEP, (position) => {
    for (const key of identityKeys(articles[position]!))
      if (!positions.has(key)) positions.set(key, position);
  });
  return positions;
}

const ARTICLES_IN_STEP = 64;

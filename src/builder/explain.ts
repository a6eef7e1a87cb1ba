import type { Article } from '../article.js';
import { urlKey } from '../page/url-identity.js';
import { createRanker } from '../ranking/create-ranker.js';
import { BuildError } from './build-error.js';

/** Why articles are related to one. */
export interface Explanation {
  readonly article: Named;
  /** The best first, or the one that was asked for. */
  readonly related: readonly ExplainedArticle[];
}

/** What an article is called. */
export interface Named {
  readonly title: string;
  readonly url: string;
}

/** How much and why an article is related. */
export interface ExplainedArticle extends Named {
  /** Its place among all, from 1; absent where it is not related at all. */
  readonly rank?: number;
  /** From 0 to 1. */
  readonly score: number;
  /** The tags that both carry. */
  readonly tags: readonly string[];
  /** The shared terms that weighed most, best first. */
  readonly terms: readonly string[];
}

/**
 * Says why articles are related to one of them.
 *
 * @param named an id, an address, the end of an address, or a part of a title
 * @param options.other the same of the one article to be explained; else the best ones are
 * @param options.limit how many at most, default 12
 * @param options.language language (BCP 47) of articles that name none
 * @throws BuildError where a name means no article, or several
 */
export function explain(
  articles: readonly Article[],
  named: string,
  { other, limit = 12, language }: { other?: string; limit?: number; language?: string } = {},
): Explanation {
  const article = find(articles, named);
  const ranker = createRanker(articles, language === undefined ? {} : { language });
  const ranked = ranker
    .related(article, { limit: articles.length })
    .map(({ article: { title, url }, score, reasons }, at) => ({
      rank: at + 1,
      title,
      url,
      score,
      ...reasons,
    }));
  const { title, url } = article;
  if (other === undefined) return { article: { title, url }, related: ranked.slice(0, limit) };
  const asked = find(articles, other);
  const { score } = ranker.explain(article, asked);
  const unlisted = { title: asked.title, url: asked.url, score, tags: [], terms: [] };
  return { article: { title, url }, related: [ranked.find((found) => found.url === asked.url) ?? unlisted] };
}

/** @throws BuildError where a name means no article, or several */
function find(articles: readonly Article[], named: string): Article {
  const ways: readonly ((article: Article) => boolean)[] = [
    ({ id, url, title }) => [id, url, title].includes(named),
    ({ url }) => urlKey(named) !== undefined && urlKey(url) === urlKey(named),
    ({ url }) => ending(url).endsWith(`/${ending(named)}`),
    ({ title }) => title.toLowerCase().includes(named.toLowerCase()),
  ];
  for (const isMeant of ways) {
    const found = articles.filter(isMeant);
    const [article] = found;
    if (found.length === 1 && article) return article;
    if (found.length > 1) {
      const some = found.slice(0, 3).map(({ url }) => url);
      throw new BuildError(
        `"${named}" means ${found.length} articles, such as ${some.join(', ')}; name one by its address`,
      );
    }
  }
  throw new BuildError(`no article has the id, address or title "${named}"; name it by its address`);
}

/** The end of an address, for comparing. */
function ending(address: string): string {
  return address.replace(/^\/+/, '').replace(/(?:\/|(?:\/index)?\.html?)+$/, '');
}

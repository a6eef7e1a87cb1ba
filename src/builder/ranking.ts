import type { Article, RelatedArticle } from '../article.js';
import { distil } from '../ranking/distil.js';
import { neighbours as neighboursOf } from '../ranking/neighbours.js';

/** What all ranking is done with. */
export interface RankingOptions {
  /** Language (BCP 47) of articles that name none. */
  readonly language?: string | undefined;
}

/** The articles with their strongest key terms, the strongest first, and with their texts as teasers at least. */
export function distilled(
  articles: readonly Article[],
  { terms, language }: RankingOptions & { readonly terms: number },
): Article[] {
  return distil(articles, { terms, ...(language !== undefined && { language }) }).map((article, at) => {
    const teaser = article.excerpt ?? articles[at]?.text;
    return teaser === undefined ? article : { ...article, excerpt: teaser };
  });
}

/** The ranked neighbours of each article, in the articles' order. */
export function neighbours(
  articles: readonly Article[],
  { limit, language }: RankingOptions & { readonly limit: number },
): Generator<readonly RelatedArticle[]> {
  return neighboursOf(articles, { limit, ...(language !== undefined && { language }) });
}

import type { Article, RelatedArticle } from '../article.js';
import { createRanker } from '../ranking/ranker.js';
import { termFrequencies } from '../ranking/terms.js';
import { documentFrequencies, inverseDocumentFrequency, saturated } from '../ranking/weights.js';

/** An article with its key terms in place of its text. */
export type Distilled = Article & { readonly terms?: readonly string[] };

/** What all ranking is done with. */
export interface RankingOptions {
  /** Language (BCP 47) of articles that name none. */
  readonly language?: string | undefined;
}

/** The articles without their texts, but with their strongest key terms, the strongest first. */
export function distilled(
  articles: readonly Article[],
  { terms, language }: RankingOptions & { readonly terms: number },
): Distilled[] {
  const documents = articles.map((article) => termFrequencies(article, language));
  const frequencies = documentFrequencies(documents);
  return articles.map(({ text, excerpt, ...article }, at) => {
    const strongest = [...(documents[at] ?? [])]
      .filter(([term]) => !term.startsWith('#') && (frequencies.get(term) ?? 0) > 1)
      .map(([term, frequency]) => ({
        term,
        weight:
          saturated(frequency) * inverseDocumentFrequency(articles.length, frequencies.get(term) ?? 0) ** 2,
      }))
      .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
    const teaser = excerpt ?? text;
    return {
      ...article,
      ...(teaser !== undefined && { excerpt: teaser }),
      terms: strongest.slice(0, terms).map(({ term }) => term),
    };
  });
}

/** The ranked neighbours of each article, in the articles' order. */
export function* neighbours(
  articles: readonly Article[],
  { limit, language }: RankingOptions & { readonly limit: number },
): Generator<readonly RelatedArticle[]> {
  const ranker = createRanker(articles, language === undefined ? {} : { language });
  for (const article of articles) yield ranker.related(article, { limit });
}

import type { Article, RelatedArticle } from '../article.js';
import { reasons } from './reasons.js';
import { type RelatedOptions, select } from './selection.js';
import { TermIndex } from './term-index.js';
import { type RankedText, termFrequencies } from './terms.js';
import { checkArticles, checkCurrent, checkOptions } from './validation.js';

/** Ranks the articles of one index. */
export interface Ranker {
  /**
   * The articles related to one article, best first; equal scores by newer date, then URL. The article itself is
   * never among them.
   *
   * @param article an article, or the id or URL of one in the index. An object need not be in the index (a title
   *   will do), and its own text is the query even where the index holds a poorer entry of the same id
   * @throws TypeError where the article is neither, or an option is out of its range
   */
  related(article: RankedText | string, options?: RelatedOptions): RelatedArticle[];
}

/**
 * Makes a ranker for a list of articles.
 *
 * @param options.language the language (BCP 47) of articles that name none
 * @throws TypeError where `articles` is not a list of articles
 */
export function createRanker(
  articles: readonly Article[],
  options: { readonly language?: string } = {},
): Ranker {
  checkArticles(articles);
  checkOptions('createRanker', options);
  const documents = articles.map((article) => termFrequencies(article, options.language));
  const index = new TermIndex(documents);

  return {
    related(article, relatedOptions = {}) {
      const current = typeof article === 'string' ? find(articles, article) : article;
      checkCurrent(current);
      checkOptions('related()', relatedOptions);
      const query = termFrequencies(current, options.language);
      const candidates = index.similar(query).flatMap(({ position, score, terms }) => {
        const [candidate, document] = [articles[position], documents[position]];
        return candidate && document ? [{ article: candidate, document, score: rounded(score), terms }] : [];
      });
      return select(candidates, current, relatedOptions).map(
        ({ article: related, document, score, terms }) => {
          const weigh = (term: string): number => index.weight(query, term) * index.weight(document, term);
          return { article: related, score, reasons: reasons(related, current, terms, weigh) };
        },
      );
    },
  };
}

function find(articles: readonly Article[], idOrUrl: string): Article {
  const found = articles.find(({ id }) => id === idOrUrl) ?? articles.find(({ url }) => url === idOrUrl);
  if (!found)
    throw new TypeError(`related-articles: no article has the id or URL ${JSON.stringify(idOrUrl)}`);
  return found;
}

/** Six digits, with at least one of them above 0: engines differ in the last digit of a logarithm, the order must not. */
function rounded(score: number): number {
  return Math.max(1e-6, Math.round(score * 1e6) / 1e6);
}

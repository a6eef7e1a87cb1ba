import type { Article, RelatedArticle } from '../article.js';
import { extractKeyTerms } from '../ranking/key-terms.js';
import { stopWordsFor } from '../ranking/stop-words.js';
import { PostingsRetriever } from '../ranking/postings-retriever.js';
import { ArticleRanker, type ScoredArticle } from '../ranking/ranker.js';

/** What all ranking is done with. */
export interface RankingOptions {
  /** Language (BCP 47) of articles that name none. */
  readonly language?: string | undefined;
}

/** Ranks the articles of a site. What it has to know of all of them it finds out once, when it is first asked. */
export class SiteRanker {
  readonly articles: readonly Article[];
  readonly language: string | undefined;
  readonly #ranker: ArticleRanker;

  constructor(articles: readonly Article[], { language }: RankingOptions = {}) {
    this.articles = articles;
    this.language = language;
    this.#ranker = new ArticleRanker(articles, {
      language,
      stopWords: stopWordsFor(articles, language),
      ...(articles.length > FEW && { retriever: (...index) => new PostingsRetriever(...index) }),
    });
  }

  /** The articles with their strongest key terms, the strongest first, and with their texts as teasers at least. */
  distilled(terms: number): Article[] {
    const { articles, language } = this;
    return extractKeyTerms(articles, { terms, ...(language !== undefined && { language }) }).map(
      (article, at) => {
        const teaser = article.excerpt ?? articles[at]?.text;
        return teaser === undefined ? article : { ...article, excerpt: teaser };
      },
    );
  }

  /** What is related to one of the articles, best first. */
  related(article: Article, limit: number): RelatedArticle[] {
    return this.#ranker.related(article, { limit });
  }

  /** Some of the articles as neighbours of another, best first, with the scores that `related` gives them. */
  ordered(article: Article, neighbours: readonly Article[]): ScoredArticle[] {
    return this.#ranker.scores(article, neighbours);
  }
}

/** Articles for all of which MiniSearch is quick enough. */
const FEW = 300;

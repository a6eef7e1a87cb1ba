import type { Article, RelatedArticle } from '../article.js';
import { PostingsRetriever } from '../ranking/postings-retriever.js';
import { ArticleRanker, type Explanation, type ScoredArticle } from '../ranking/ranker.js';
import { stopWordsFor } from '../ranking/stop-words.js';

/** Ranks the articles of a site. It reads all of them once, when it is first asked. */
export class SiteRanker {
  readonly articles: readonly Article[];
  readonly language: string | undefined;
  readonly #ranker: ArticleRanker;

  constructor(articles: readonly Article[], { language }: { readonly language?: string | undefined } = {}) {
    this.articles = articles;
    this.language = language;
    this.#ranker = new ArticleRanker(articles, {
      language,
      stopWords: stopWordsFor(articles, language),
      ...(articles.length > FEW && { retriever: (...index) => new PostingsRetriever(...index) }),
    });
  }

  /** The articles that are related to one of them, the best first. */
  related(article: Article, limit: number): RelatedArticle[] {
    return this.#ranker.related(article, { limit });
  }

  /** Some of the articles in the order of their scores beside another one. The scores are those of `related`. */
  ordered(article: Article, neighbours: readonly Article[]): ScoredArticle[] {
    return this.#ranker.scores(article, neighbours);
  }

  /** Why one of the articles is related to another one, or why it is not. */
  explain(article: Article, other: Article): Explanation {
    return this.#ranker.explain(article, other);
  }
}

/** MiniSearch is fast enough for the neighbours of so many articles. */
const FEW = 300;

import type { Article, RelatedArticle } from '../article.js';
import { withKeyTerms } from '../ranking/distil.js';
import { everyLanguage } from '../ranking/every-language.js';
import { ArticleRanker } from '../ranking/ranker.js';
import { finished } from '../ranking/steps.js';

/** What all ranking is done with. */
export interface RankingOptions {
  /** Language (BCP 47) of articles that name none. */
  readonly language?: string | undefined;
}

/** Ranks the articles of a site. What it has to know of all of them it finds out once, when it is first asked. */
export class SiteRanker {
  readonly articles: readonly Article[];
  readonly language: string | undefined;
  #made: ArticleRanker | undefined;

  constructor(articles: readonly Article[], { language }: RankingOptions = {}) {
    this.articles = articles;
    this.language = language;
  }

  /** The articles with their strongest key terms, the strongest first, and with their texts as teasers at least. */
  distilled(terms: number): Article[] {
    return withKeyTerms(this.articles, this.#ranker.index, terms).map((article, at) => {
      const teaser = article.excerpt ?? this.articles[at]?.text;
      return teaser === undefined ? article : { ...article, excerpt: teaser };
    });
  }

  /** What is related to one of the articles, best first. */
  related(article: Article, limit: number): RelatedArticle[] {
    return this.#ranker.related(article, { limit });
  }

  /** The score of one of the articles as a neighbour of another, 0 to 1. */
  score(article: Article, neighbour: Article): number {
    return this.#ranker.explain(article, neighbour).score;
  }

  get #ranker(): ArticleRanker {
    const { articles, language } = this;
    const options = { ...(language !== undefined && { language }), stopWords: everyLanguage };
    return (this.#made ??= finished(ArticleRanker.of(articles, options)));
  }
}

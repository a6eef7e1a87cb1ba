import type { Article, RelatedArticle } from '../article.js';
import { withKeyTerms } from '../ranking/distil.js';
import { everyLanguage } from '../ranking/every-language.js';
import { ArticleRanker, rounded } from '../ranking/ranker.js';
import { score, Scorer } from '../ranking/scorer.js';
import { byRank, type Candidate } from '../ranking/selection.js';
import { finished } from '../steps.js';

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
  #scorer: Scorer | undefined;
  #places: ReadonlyMap<Article, number> | undefined;

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

  /** Some of the articles as neighbours of another, best first, with the scores that `related` gives them. */
  ordered(article: Article, neighbours: readonly Article[]): Candidate[] {
    const { index } = this.#ranker;
    const scorer = (this.#scorer ??= new Scorer(index));
    const places = (this.#places ??= new Map(this.articles.map((each, at) => [each, at])));
    const placeOf = (one: Article): number => places.get(one) as number;
    scorer.compare(index.document(placeOf(article)));
    return scorer
      .parts(neighbours.map(placeOf))
      .map(({ position, parts }) => ({
        article: this.articles[position] as Article,
        score: rounded(score(parts, index.recipe)),
      }))
      .sort(byRank);
  }

  get #ranker(): ArticleRanker {
    const { articles, language } = this;
    const options = { ...(language !== undefined && { language }), stopWords: everyLanguage };
    return (this.#made ??= finished(ArticleRanker.of(articles, options)));
  }
}

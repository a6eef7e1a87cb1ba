import type { Article } from '../article.js';
import { PostingsRetriever } from '../ranking/postings-retriever.js';
import type { ScoredArticle } from '../ranking/comparison.js';
import { explainer, type Explanation, scores, type SupportedArticle } from '../ranking/explain.js';
import type { RelatedOptions } from '../ranking/eligibility.js';
import { ArticleRanker, type ChosenArticle, type RankedArticle } from '../ranking/ranker.js';
import { finished } from '../shared/time-slicing.js';
import { stopWordsFor } from '../ranking/stop-words.js';

/** Which articles the lists below articles are made of, as in `RelatedOptions`. */
export type ListChoice = Pick<RelatedOptions, 'only' | 'by'>;

/** Ranks the articles of a site. It reads all of them once, when it is first asked. */
export class SiteRanker {
  readonly articles: readonly Article[];
  readonly language: string | undefined;
  /** What the lists are made of. */
  readonly choice: ListChoice;
  readonly #ranker: ArticleRanker;

  constructor(
    articles: readonly Article[],
    { language, ...choice }: { readonly language?: string | undefined } & ListChoice = {},
  ) {
    this.articles = articles;
    this.language = language;
    this.choice = choice;
    this.#ranker = new ArticleRanker(articles, {
      language,
      stopWords: stopWordsFor(articles, language),
      ...(articles.length > FEW && {
        retriever: (count, articleAt) => new PostingsRetriever(count, articleAt),
      }),
    });
  }

  /** The articles to show below one of them: those that its editors chose, and then the related ones, the best first. */
  related(article: Article, limit: number): RankedArticle[] {
    return this.#ranker.related(article, { ...this.choice, limit });
  }

  /** The articles that are related to one of them by words and links alone, the best first. */
  ranked(article: Article, limit: number): RankedArticle[] {
    return this.#ranker.ranked(article, { ...this.choice, limit });
  }

  /** The articles that the editors of one of them chose, and the other parts of its series. */
  first(article: Article): ChosenArticle[] {
    return this.#ranker.first(article, this.choice);
  }

  /**
   * Some of the articles in the order of their scores beside another one. The scores are those of `related`, if the
   * support that links give is as given.
   */
  ordered(article: Article, neighbours: readonly SupportedArticle[]): (ScoredArticle & SupportedArticle)[] {
    return scores(this.#ranker.index, article, neighbours);
  }

  /** The articles that one of them is linked with, in either direction. */
  linkedWith(article: Article): Article[] {
    const links = finished(this.#ranker.index.links());
    const own = links?.of(this.articles.indexOf(article)) ?? [];
    return own.map(({ position }) => this.articles[position]!);
  }

  /** Tells why others of the articles are related to one of them, or why they are not. */
  explainer(article: Article): (other: Article) => Explanation {
    return explainer(this.#ranker.index, article);
  }
}

/** MiniSearch is fast enough for the neighbours of so many articles. */
const FEW = 300;

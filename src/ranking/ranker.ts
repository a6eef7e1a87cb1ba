import type { Article, Reasons, RelatedArticle } from '../article.js';
import { diverse } from './diversity.js';
import { reasons } from './reasons.js';
import { type Recipe, RECIPE } from './recipe.js';
import { type Estimated, type Parts, score, Scorer } from './scorer.js';
import {
  byRank,
  DEFAULTS,
  eligibility,
  isNamed,
  isSameLanguage,
  type RelatedOptions,
  withoutCopies,
} from './selection.js';
import { finished, type Steps } from '../steps.js';
import type { StopWords } from './stop-words.js';
import { type IndexedDocument, TermIndex } from './term-index.js';
import type { RankedText } from './terms.js';

/** Why two articles are related, in numbers. */
export interface Explanation {
  /** Above 0 and at most 1, or 0 where they have nothing in common. */
  readonly score: number;
  /** What the score was made of. */
  readonly parts: Parts;
  /** The terms that both hold with what each gave to the cosine, the most first. */
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
}

/** Ranks the articles of one index. */
export interface Ranker {
  /**
   * The articles related to one article, best first; equal scores by newer date, then URL. Neither the article
   * itself is among them nor a copy of it, nor what has expired, lies in the future or is of another language.
   *
   * @param article an article, or the id or URL of one in the index. An object need not be in the index (a title
   *   will do), and its own text is the query even where the index holds a poorer entry of the same id
   * @throws TypeError where the article is neither, or an option is out of its range
   */
  related(article: RankedText | string, options?: RelatedOptions): RelatedArticle[];

  /**
   * Why one article of the index is related to another article, or is not.
   *
   * @param article as for `related`
   * @param other an article of the index, by its id, its URL or as it is
   * @throws TypeError where the index does not hold the other
   */
  explain(article: RankedText | string, other: Article | string): Explanation;
}

/** What a ranker is made with. */
export interface RankerOptions {
  /** The language (BCP 47) of articles that name none. */
  readonly language?: string;
  readonly stopWords: StopWords;
  readonly recipe?: Recipe;
}

/** A ranker on a term index; it takes for granted that it is called rightly. */
export class ArticleRanker implements Ranker {
  readonly #articles: readonly Article[];
  readonly #index: TermIndex;
  /** The language of a current article that names none; unknown where no article is of the language given. */
  readonly #language: string | undefined;
  /** Those that no question is using. */
  readonly #scorers: Scorer[] = [];

  /** A ranker of articles that were checked. */
  static *of(
    articles: readonly Article[],
    { language, stopWords, recipe = RECIPE }: RankerOptions,
  ): Steps<ArticleRanker> {
    return new ArticleRanker(articles, yield* TermIndex.of(articles, recipe, stopWords, language), language);
  }

  private constructor(articles: readonly Article[], index: TermIndex, language?: string) {
    this.#articles = articles;
    this.#index = index;
    this.#language = articles.some((article) => isSameLanguage(article.language, language))
      ? language
      : undefined;
  }

  /** What is known of the articles' terms. */
  get index(): TermIndex {
    return this.#index;
  }

  related(article: RankedText | string, options: RelatedOptions = {}): RelatedArticle[] {
    return finished(this.steps(article, options));
  }

  /** The same in steps, of which those of several questions may take turns. */
  *steps(article: RankedText | string, options: RelatedOptions = {}): Steps<RelatedArticle[]> {
    const current = this.#find(article);
    const { limit = DEFAULTS.limit, minScore = DEFAULTS.minScore, diversity = DEFAULTS.diversity } = options;
    const document = yield* this.#document(current);
    yield;
    const scorer = this.#scorers.pop() ?? new Scorer(this.#index);
    scorer.compare(document);
    yield;
    const isEligible = eligibility({ ...current, language: current.language ?? this.#language }, options);
    const pinned = scorer.parts(this.#pinned(options.pinned ?? [])).map((one) => this.#scored(one));
    const isPinned = new Set(pinned.map(({ position }) => position));
    const nearest = yield* this.#nearest(
      scorer,
      (position) => !isPinned.has(position) && isEligible(this.#article(position)),
      limit,
    );
    this.#scorers.push(scorer);
    const ranked = nearest.filter((one) => one.score >= minScore).sort(byRank);
    const chosen = diverse(withoutCopies(ranked), limit, diversity, (one, other) =>
      this.#likeness(one.position, other.position),
    );
    const why = (related: Article, position: number): Reasons =>
      reasons(
        related,
        current,
        this.#shared(document, position)
          .filter(({ number }) => !this.#index.isCommon(number))
          .map(({ number }) => this.#index.name(number)),
        (word) => this.#index.termOf(word),
      );
    return [...pinned, ...chosen].slice(0, limit).map(({ article: related, position, score: total }) => {
      let known: Reasons | undefined;
      return {
        article: related,
        score: total,
        // Found out only when asked for: it takes longer than the ranking.
        get reasons() {
          return (known ??= why(related, position));
        },
      };
    });
  }

  explain(article: RankedText | string, other: Article | string): Explanation {
    const document = finished(this.#document(this.#find(article)));
    const position = this.#articles.indexOf(typeof other === 'string' ? this.#named(other) : other);
    if (position < 0) {
      throw new TypeError('related-articles: explain() needs an article of the index to compare with');
    }
    const scorer = this.#scorers.pop() ?? new Scorer(this.#index);
    scorer.compare(document);
    const { parts } = scorer.parts([position])[0]!;
    this.#scorers.push(scorer);
    return {
      score: rounded(score(parts, this.#index.recipe)),
      parts,
      terms: this.#shared(document, position).map(({ number, weight }) => ({
        term: this.#index.name(number),
        weight,
      })),
    };
  }

  /** The candidates that score best, in no order: all are weighed roughly, and the best of them exactly. */
  *#nearest(scorer: Scorer, isEligible: (position: number) => boolean, limit: number): Steps<Scored[]> {
    const { recipe } = this.#index;
    const most = Math.max(recipe.candidates, limit);
    for (let matches = Math.max(recipe.matches, limit); ; matches *= 10) {
      const near = yield* scorer.nearest(matches);
      const rough = near
        .map(({ position, parts }) => ({
          position,
          parts,
          article: this.#article(position),
          score: score(parts, recipe),
        }))
        .sort(byRank);
      yield;
      const nearest: typeof rough = [];
      for (const candidate of rough) {
        if (nearest.length === most) break;
        if (isEligible(candidate.position)) nearest.push(candidate);
      }
      // Where few of the nearest may be related (those of another language may not), some behind them may.
      if (nearest.length < limit && near.length >= matches) continue;
      yield;
      return (yield* scorer.completed(nearest)).map((one) => this.#scored(one));
    }
  }

  #scored({ position, parts }: Estimated): Scored {
    const total = rounded(score(parts, this.#index.recipe));
    return { article: this.#article(position), position, score: total };
  }

  #article(position: number): Article {
    return this.#articles[position] as Article;
  }

  #find(article: RankedText | string): RankedText {
    return typeof article === 'string' ? this.#named(article) : article;
  }

  #named(idOrUrl: string): Article {
    const found =
      this.#articles.find(({ id }) => id === idOrUrl) ?? this.#articles.find(({ url }) => url === idOrUrl);
    if (found) return found;
    throw new TypeError(`related-articles: no article has the id or URL ${JSON.stringify(idOrUrl)}`);
  }

  *#document(article: RankedText): Steps<IndexedDocument> {
    const position = this.#articles.indexOf(article as Article);
    return position < 0 ? yield* this.#index.read(article) : this.#index.document(position);
  }

  #pinned(names: readonly string[]): number[] {
    const found = names.map((name) => this.#articles.findIndex((article) => isNamed(article, name)));
    return [...new Set(found)].filter((position) => position >= 0);
  }

  /** The cosine of two articles of the index. */
  #likeness(one: number, other: number): number {
    const shared = this.#shared(this.#index.document(one), other);
    return shared.reduce((sum, { weight }) => sum + weight, 0);
  }

  /** The terms that both hold with what each gives to the cosine, the most first. */
  #shared(current: IndexedDocument, position: number): { number: number; weight: number }[] {
    const other = this.#index.document(position).vector;
    const weights = new Map([...other.terms].map((term, at) => [term, other.weights[at] ?? 0]));
    const name = (term: number): string => this.#index.name(term);
    return [...current.vector.terms]
      .map((number, at) => ({
        number,
        weight: (current.vector.weights[at] ?? 0) * (weights.get(number) ?? 0),
      }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight || (name(a.number) < name(b.number) ? -1 : 1));
  }
}

interface Scored {
  readonly article: Article;
  readonly position: number;
  readonly score: number;
}

/** Six digits: engines differ in the last digit of a logarithm, the order must not. */
export function rounded(exact: number): number {
  return Math.round(exact * 1e6) / 1e6;
}

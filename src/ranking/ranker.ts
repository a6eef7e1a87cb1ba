import type { Article, Reasons, RelatedArticle } from '../article.js';
import { finished, forEach, type Steps } from '../shared/time-slicing.js';
import type { RankedText } from './analysis.js';
import { AnalyzedIndex, type IndexOptions } from './analyzed-index.js';
import { byRank, type Candidate, Comparison, withSupport } from './comparison.js';
import { type Belonger, belonging, editorsChoice } from './belonging.js';
import {
  choiceEligibility,
  DEFAULTS,
  eligibility,
  pinEligibility,
  type RelatedOptions,
} from './eligibility.js';
import type { Explanation } from './explain.js';
import type { Support } from './link-graph.js';
import { mmr, WordVector } from './mmr.js';
import { ReasonFinder } from './reasons.js';
import { inverseDocumentFrequency, type Retriever, type SearchedTerm } from './retriever.js';
import type { Term } from './vocabulary.js';
import { WEIGHTS } from './weights.js';

/** Ranks the articles of one index. */
export interface Ranker {
  /**
   * The articles related to one article, the best first. Equal scores are ordered by the newer date, then by URL. The
   * list never holds the article itself or a copy of it, nor articles that have expired, are dated in the future or are
   * in another language.
   *
   * Ids are compared as they are, URLs by the page that they mean: the scheme, `www.`, a trailing slash, `.html` and
   * tracking parameters make no difference.
   *
   * @param article an article, or the id or URL of one in the index. An object need not be in the index; a title is
   *   enough. Its own text is the query, even if the index has less text for the same article
   * @throws TypeError if the article is neither, or if an option is out of its range
   * @example
   * const [best] = ranker.related({ title: 'Open RAN in Mainz', tags: ['5G'] }, { limit: 4 });
   */
  related(article: RankedText | string, options?: RelatedOptions): RelatedArticle[];

  /**
   * Tells in numbers why an article of the index is related to another article, or why it is not.
   *
   * @param article as for `related`
   * @param other an article of the index: its id, its URL or the object itself
   * @throws TypeError if the index does not hold the other article
   */
  explain(article: RankedText | string, other: Article | string): Explanation;
}

/** A related article with what links say for it, as in `Parts`. */
export interface RankedArticle extends RelatedArticle {
  readonly support: number;
}

/** An article that comes first whatever its score, and why. */
export interface ChosenArticle {
  readonly article: Article;
  readonly reasons: Pick<Reasons, 'isCurated' | 'series'>;
}

/**
 * A ranker in three stages: a retriever finds candidates, a reranker compares them, and links of the best ones support
 * others. It does not check its arguments.
 */
export class ArticleRanker {
  readonly index: AnalyzedIndex;

  constructor(articles: readonly Article[], options: IndexOptions) {
    this.index = new AnalyzedIndex(articles, options);
  }

  /** As `Ranker` has it. */
  related(article: RankedText | string, options: RelatedOptions = {}): RankedArticle[] {
    return finished(this.steps(article, options));
  }

  /** Does the same in steps. The steps of several questions may take turns. */
  *steps(article: RankedText | string, options: RelatedOptions = {}): Steps<RankedArticle[]> {
    const { limit = DEFAULTS.limit, by } = options;
    const { index } = this;
    const current = yield* index.find(article);
    const context = yield* index.inContext(current);
    const first = yield* this.#first(context, options);
    if (!by) return yield* this.#ranked(current, context, options, first);
    const isEligible = index.atPosition(eligibility(context, options));
    const found = (yield* belonging(by, index, context)).filter(({ position }) => isEligible(position));
    return distinct([...first, ...found])
      .slice(0, limit)
      .map(({ position, reasons }) => ({
        article: index.articles[position]!,
        score: 0,
        support: 0,
        reasons: { tags: [], terms: [], ...reasons },
      }));
  }

  /** The articles that are related by words and links alone: what editors chose is among them at its own place, if at all. */
  ranked(article: RankedText, options: RelatedOptions): RankedArticle[] {
    const context = finished(this.index.inContext(article));
    return finished(this.#ranked(article, context, options, []));
  }

  /** What comes first below an article whatever its score: pinned articles, then those that editors chose. */
  first(article: RankedText, options: RelatedOptions): ChosenArticle[] {
    const first = finished(this.#first(finished(this.index.inContext(article)), options));
    return first.map(({ position, reasons }) => ({ article: this.index.articles[position]!, reasons }));
  }

  *#ranked(
    current: RankedText,
    context: RankedText,
    options: RelatedOptions,
    first: readonly Belonger[],
  ): Steps<RankedArticle[]> {
    const { limit = DEFAULTS.limit, minScore = DEFAULTS.minScore, diversity = DEFAULTS.diversity } = options;
    const { index } = this;
    const isEligible = index.atPosition(eligibility(context, options));
    const comparison = yield* Comparison.of(index, current);
    const found = comparison.overlaps.strongest(Math.max(WEIGHTS.candidates, limit), isEligible);
    const byWords = yield* comparison.candidates(found.slice(0, WEIGHTS.candidates));
    const support = yield* comparison.support(byWords);
    const byLinks = yield* comparison.candidates(joining(support, new Set(found), isEligible));
    const further = yield* comparison.candidates(found.slice(WEIGHTS.candidates));
    const supported = (candidates: readonly Candidate[]): Candidate[] =>
      candidates.map((candidate) => withSupport(candidate, support.get(candidate.position)?.amount));
    const reasonsOf = new Map(first.map((each) => [each.position, each.reasons]));
    const pins = supported(yield* comparison.candidates([...reasonsOf.keys()]));
    const usual = supported([...byWords, ...byLinks]).sort(byRank);
    // A long list begins as a short one does: what a longer one finds follows the usual candidates.
    const ranked = withoutCopies([...pins, ...usual, ...supported(further).sort(byRank)]).filter(
      (one) => one.score >= minScore && !reasonsOf.has(one.position),
    );
    const chosen =
      diversity > 0 ? yield* this.#diverse(ranked, limit, diversity, pins, comparison.retriever) : ranked;
    const reasons = this.#reasonFinder(current, comparison, support);
    return [...pins, ...chosen].slice(0, limit).map((one) => {
      let known: Reasons | undefined;
      return {
        article: one.article,
        score: one.score,
        support: one.parts.support,
        // It takes longer than to compare the two articles, so it waits until it is needed.
        get reasons() {
          return (known ??= { ...reasons(one), ...reasonsOf.get(one.position) });
        },
      };
    });
  }

  /** What comes first whatever its score: pinned articles, then those that editors chose. */
  *#first(context: RankedText, options: RelatedOptions): Steps<Belonger[]> {
    const { index } = this;
    const mayBePinned = index.atPosition(pinEligibility(context, options));
    const mayBeChosen = index.atPosition(choiceEligibility(context, options));
    const pinned = (yield* this.#positions(options.pinned ?? [])).filter(mayBePinned);
    const choice = options.by ? [] : yield* editorsChoice(index, context);
    return distinct([
      ...pinned.map((position) => ({ position, reasons: {} })),
      ...choice.filter(({ position }) => mayBeChosen(position)),
    ]);
  }

  /** Chooses candidates whose words differ from each other's and from those of the pins. */
  *#diverse(
    ranked: readonly Candidate[],
    limit: number,
    diversity: number,
    pins: readonly Candidate[],
    retriever: Retriever,
  ): Steps<Candidate[]> {
    const { index } = this;
    const idf = (word: Term): number => inverseDocumentFrequency(index.articles.length, retriever.held(word));
    const vectors = new Map<Candidate, WordVector>();
    const listed = [...pins, ...ranked];
    yield* forEach(listed.length, VECTORS_IN_STEP, (at) => {
      const candidate = listed[at]!;
      vectors.set(candidate, new WordVector(index.analyzed(candidate.position), idf));
    });
    return yield* mmr(ranked, limit - pins.length, diversity, pins, (one, other) =>
      vectors.get(one)!.cosine(vectors.get(other)!),
    );
  }

  /** Tells why candidates are related, by terms that few articles hold: the others name the subject of the whole site. */
  #reasonFinder(
    current: RankedText,
    comparison: Comparison,
    support: ReadonlyMap<number, Support>,
  ): (candidate: Candidate) => Reasons {
    const { index } = this;
    const common = Math.max(FEW_HOLDERS, index.articles.length / 3);
    // It waits until it is needed: builds ask for no reasons.
    let searched: readonly SearchedTerm[] | undefined;
    const finder = new ReasonFinder(
      current,
      index.vocabulary,
      ({ language }) =>
        (token) =>
          index.wordsOf(token, language),
    );
    return ({ article, position }) => {
      searched ??= comparison.searchedTerms().filter(({ held }) => held <= common);
      const shared = comparison.shared(searched, position).map(({ term }) => term);
      const supporter = index.articles[support.get(position)?.from ?? -1];
      return { ...finder.of(article, shared), ...(supporter && { linkedWith: supporter.title }) };
    };
  }

  /** The positions of the articles with these ids or URLs, each once. */
  *#positions(names: readonly string[]): Steps<number[]> {
    const positions = new Set<number>();
    for (const name of names) {
      const position = yield* this.index.position(name);
      if (position !== undefined) positions.add(position);
    }
    return [...positions];
  }
}

/** Of several with one position, the first. */
function distinct(belongers: readonly Belonger[]): Belonger[] {
  const seen = new Set<number>();
  return belongers.filter(({ position }) => seen.size < seen.add(position).size);
}

/** The positions with the strongest support among those that the retriever did not find. */
function joining(
  support: ReadonlyMap<number, Support>,
  found: ReadonlySet<number>,
  isEligible: (position: number) => boolean,
): number[] {
  const others = [...support].filter(([position]) => !found.has(position));
  others.sort(([one, { amount }], [other, { amount: larger }]) => larger - amount || one - other);
  const joined: number[] = [];
  for (const [position] of others) {
    if (joined.length === WEIGHTS.joining) break;
    if (isEligible(position)) joined.push(position);
  }
  return joined;
}

/** Candidates without those that have the same title and text as an earlier one. */
function withoutCopies(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Map<string, string[]>();
  return candidates.filter(({ article: { title, text } }) => {
    if (!text) return true;
    // Texts are long, and the title alone tells most articles apart.
    const texts = seen.get(title) ?? [];
    const isNew = !texts.includes(text);
    if (isNew) seen.set(title, [...texts, text]);
    return isNew;
  });
}

const VECTORS_IN_STEP = 4;
/** A term that at most so many articles hold may be a reason in an index of any size. */
const FEW_HOLDERS = 6;

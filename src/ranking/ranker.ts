import type { Article, Reasons, RelatedArticle } from '../article.js';
import { isSameLanguage } from '../shared/language.js';
import { finished, forEach, type Steps } from '../shared/time-slicing.js';
import { type AnalyzedArticle, Analyzer, type RankedText, termFrequencies } from './analysis.js';
import {
  DEFAULTS,
  eligibility,
  identityKey,
  identityKeys,
  pinEligibility,
  publicationTime,
  type RelatedOptions,
} from './eligibility.js';
import { MiniSearchRetriever } from './minisearch-retriever.js';
import { mmr, WordVector } from './mmr.js';
import { ReasonFinder } from './reasons.js';
import { type Parts, Reranker, score } from './rerank.js';
import {
  type Candidate,
  inverseDocumentFrequency,
  type Question,
  questionOf,
  type Retriever,
  type SearchedTerm,
  searchedTerms,
  type Wanted,
} from './retriever.js';
import type { StopWords } from './stop-words.js';
import type { Term } from './vocabulary.js';
import { WEIGHTS } from './weights.js';

/** Why two articles are related, in numbers. */
export interface Explanation {
  /** Above 0 and at most 1; 0 if they have nothing in common. */
  readonly score: number;
  /** What the score was made of. */
  readonly parts: Parts;
  /** The terms that both hold, with their shares of the question's own BM25 score, 0 to 1; the largest share first. */
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
}

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

/** An article with its score, 0 to 1. */
export interface ScoredArticle {
  readonly article: Article;
  readonly score: number;
}

/** What a ranker is made with. */
export interface RankerOptions {
  /** The language (BCP 47) of articles that name none. */
  readonly language?: string | undefined;
  readonly stopWords: StopWords;
  /** Makes the retriever. Default: MiniSearch, with an index of the question's terms alone for the first 8 questions. */
  readonly retriever?: (count: number, articleAt: (position: number) => AnalyzedArticle) => Retriever;
}

/** A ranker in two stages: a retriever finds candidates, a reranker orders them. It does not check its arguments. */
export class ArticleRanker implements Ranker {
  readonly #articles: readonly Article[];
  readonly #options: RankerOptions;
  readonly #analyzer = new Analyzer();
  readonly #analyzedArticles = new Map<number, AnalyzedArticle>();
  /** The language of a current article that names none; undefined if no article is in the language given. */
  readonly #language: string | undefined;
  #positionsByKey: ReadonlyMap<string, number> | undefined;
  #retriever: Retriever | undefined;
  #questions = 0;

  constructor(articles: readonly Article[], options: RankerOptions) {
    this.#articles = articles;
    this.#options = options;
    this.#language = articles.some(({ language }) => isSameLanguage(language, options.language))
      ? options.language
      : undefined;
  }

  related(article: RankedText | string, options: RelatedOptions = {}): RelatedArticle[] {
    return finished(this.steps(article, options));
  }

  /** Does the same in steps. The steps of several questions may take turns. */
  *steps(article: RankedText | string, options: RelatedOptions = {}): Steps<RelatedArticle[]> {
    const { limit = DEFAULTS.limit, minScore = DEFAULTS.minScore, diversity = DEFAULTS.diversity } = options;
    const current = yield* this.#find(article);
    const context = { ...current, language: current.language ?? this.#language };
    const [isEligible, mayBePinned] = [eligibility(context, options), pinEligibility(context, options)];
    const articleAt = (position: number): Article => this.#articles[position]!;
    const pinnedPositions = yield* this.#positions(options.pinned ?? []);
    const pinned = pinnedPositions.filter((position) => mayBePinned(articleAt(position)));

    const question = yield* this.#question(current);
    yield;
    const retriever = yield* this.#retrieverFor(question);
    const found = yield* retriever.find(question, {
      most: Math.max(WEIGHTS.candidates, limit),
      isEligible: (position) => isEligible(articleAt(position)),
      always: pinned,
    });
    yield;
    const scored = yield* this.#scored(question, retriever, found);
    const pins = pinned.map(
      (position): ScoredCandidate =>
        scored.find((one) => one.position === position) ?? {
          article: articleAt(position),
          position,
          score: 0,
        },
    );
    const others = scored.filter(({ position }) => !pinned.includes(position));
    // A long list begins as a short one does: what a longer one finds follows the usual candidates.
    const first = others.slice(0, WEIGHTS.candidates).sort(byRank);
    const rest = others.slice(WEIGHTS.candidates).sort(byRank);
    const ranked = withoutCopies([...pins, ...first, ...rest]).filter(
      (one) => one.score >= minScore && !pinned.includes(one.position),
    );
    const chosen = diversity > 0 ? yield* this.#diverse(ranked, limit, diversity, pins, retriever) : ranked;
    const reasons = this.#reasonFinder(current, question, retriever);
    return [...pins, ...chosen].slice(0, limit).map((one) => {
      let known: Reasons | undefined;
      return {
        article: one.article,
        score: one.score,
        // It takes longer than to compare the two articles, so it waits until it is needed.
        get reasons() {
          return (known ??= reasons(one));
        },
      };
    });
  }

  explain(article: RankedText | string, other: Article | string): Explanation {
    const position = this.#articles.indexOf(typeof other === 'string' ? finished(this.#named(other)) : other);
    if (position < 0) {
      throw new TypeError('related-articles: explain() needs an article of the index to compare with');
    }
    const question = finished(this.#question(finished(this.#find(article))));
    const retriever = finished(this.#retrieverFor(question));
    const [{ overlap } = { overlap: 0 }] = finished(retriever.find(question, only([position])));
    const parts = new Reranker(question, retriever, this.#articles.length).compare(
      this.#analyzed(position),
      overlap,
    );
    const searched = searchedTerms(question, retriever, this.#articles.length);
    const own = searched.reduce((sum, { ownScore }) => sum + ownScore, 0);
    const terms = this.#shared(searched, position);
    return {
      score: rounded(score(parts)),
      parts,
      terms: terms.map(({ term, ownScore }) => ({
        term: this.#analyzer.vocabulary.textOf(term),
        weight: ownScore / own,
      })),
    };
  }

  /** The scores that `related` gives some articles of the index, the best first. */
  scores(article: Article, others: readonly Article[]): ScoredArticle[] {
    const question = finished(this.#question(article));
    const retriever = finished(this.#retrieverFor(question));
    const positions = others.map((other) => this.#articles.indexOf(other));
    const found = finished(retriever.find(question, only(positions)));
    return finished(this.#scored(question, retriever, found)).sort(byRank);
  }

  /** An article as words. It is kept, since a candidate of one question often is one of another. */
  #analyzed(position: number): AnalyzedArticle {
    let analyzed = this.#analyzedArticles.get(position);
    if (!analyzed) {
      analyzed = this.#analyze(this.#articles[position]!);
      this.#analyzedArticles.set(position, analyzed);
    }
    return analyzed;
  }

  #analyze(article: RankedText): AnalyzedArticle {
    return this.#analyzer.analyze(article, this.#stopWords(article.language));
  }

  *#question(current: RankedText): Steps<Question> {
    const { id = '', url = '' } = current;
    const known = this.#articles.indexOf(current as Article);
    const position = known < 0 ? ((yield* this.#position(id)) ?? (yield* this.#position(url))) : known;
    const entry = position === undefined ? undefined : this.#analyzed(position);
    const article = known < 0 || !entry ? this.#analyze(current) : entry;
    return questionOf(article, entry, this.#analyzer.vocabulary);
  }

  /** The first questions each get an index of their own terms alone; later ones share an index of all terms. */
  *#retrieverFor(question: Question): Steps<Retriever> {
    if (this.#retriever) return this.#retriever;
    const { length } = this.#articles;
    const { retriever } = this.#options;
    // Whoever names a retriever asks about all articles.
    if (retriever) return (this.#retriever = retriever(length, (position) => this.#analyzed(position)));
    const alone = ++this.#questions <= FIRST_QUESTIONS ? question : undefined;
    const made = yield* MiniSearchRetriever.of(
      length,
      (position) => this.#analyze(this.#articles[position]!),
      this.#analyzer.vocabulary,
      alone,
    );
    if (!alone) this.#retriever = made;
    return made;
  }

  *#scored(question: Question, retriever: Retriever, found: readonly Candidate[]): Steps<ScoredCandidate[]> {
    const reranker = new Reranker(question, retriever, this.#articles.length);
    const scored: ScoredCandidate[] = [];
    yield* forEach(found.length, CANDIDATES_IN_STEP, (at) => {
      const { position, overlap } = found[at]!;
      const total = rounded(score(reranker.compare(this.#analyzed(position), overlap)));
      scored.push({ article: this.#articles[position]!, position, score: total });
    });
    return scored;
  }

  /** Chooses candidates whose words differ from each other's and from those of the pins. */
  *#diverse(
    ranked: readonly ScoredCandidate[],
    limit: number,
    diversity: number,
    pins: readonly ScoredCandidate[],
    retriever: Retriever,
  ): Steps<ScoredCandidate[]> {
    const idf = (word: Term): number => inverseDocumentFrequency(this.#articles.length, retriever.held(word));
    const vectors = new Map<ScoredCandidate, WordVector>();
    const listed = [...pins, ...ranked];
    yield* forEach(listed.length, CANDIDATES_IN_STEP, (at) => {
      const candidate = listed[at]!;
      vectors.set(candidate, new WordVector(this.#analyzed(candidate.position), idf));
    });
    return yield* mmr(ranked, limit - pins.length, diversity, pins, (one, other) =>
      vectors.get(one)!.cosine(vectors.get(other)!),
    );
  }

  /** The searched terms that a candidate holds too, in descending weight. */
  #shared(searched: readonly SearchedTerm[], position: number): SearchedTerm[] {
    const frequencies = termFrequencies(this.#analyzed(position));
    const textOf = (term: Term): string => this.#analyzer.vocabulary.textOf(term);
    return searched
      .filter(({ term }) => frequencies.has(term))
      .sort((a, b) => b.ownScore - a.ownScore || compared(textOf(a.term), textOf(b.term)));
  }

  /** Tells why candidates are related, by terms that few articles hold: the others name the subject of the whole site. */
  #reasonFinder(
    current: RankedText,
    question: Question,
    retriever: Retriever,
  ): (candidate: ScoredCandidate) => Reasons {
    const common = Math.max(FEW_HOLDERS, this.#articles.length / 3);
    // It waits until it is needed: builds ask for no reasons.
    let searched: readonly SearchedTerm[] | undefined;
    const reasons = new ReasonFinder(current, this.#analyzer.vocabulary, ({ language }) => {
      const stopWords = this.#stopWords(language);
      return (token) => this.#analyzer.wordsOf(token, stopWords);
    });
    return ({ article, position }) => {
      searched ??= searchedTerms(question, retriever, this.#articles.length).filter(
        ({ held }) => held <= common,
      );
      return reasons.of(
        article,
        this.#shared(searched, position).map(({ term }) => term),
      );
    };
  }

  #stopWords(language: string | undefined): ReadonlySet<string> {
    return this.#options.stopWords(language || this.#options.language);
  }

  /** The positions of the articles with these ids or URLs, each once. */
  *#positions(names: readonly string[]): Steps<number[]> {
    const positions = new Set<number>();
    for (const name of names) {
      const position = yield* this.#position(name);
      if (position !== undefined) positions.add(position);
    }
    return [...positions];
  }

  /** The position of the article with an id or URL. */
  *#position(idOrUrl: string): Steps<number | undefined> {
    if (!idOrUrl) return undefined;
    const byId = this.#articles.findIndex(({ id }) => id === idOrUrl);
    if (byId >= 0) return byId;
    const byUrl = this.#articles.findIndex(({ url }) => url === idOrUrl);
    return byUrl >= 0 ? byUrl : (yield* this.#readPositions()).get(identityKey(idOrUrl));
  }

  /** The position of the first article with each key of an id or a URL. Most questions name what is found sooner. */
  *#readPositions(): Steps<ReadonlyMap<string, number>> {
    if (this.#positionsByKey) return this.#positionsByKey;
    const positions = new Map<string, number>();
    yield* forEach(this.#articles.length, KEYS_IN_STEP, (position) => {
      for (const key of identityKeys(this.#articles[position]!))
        if (!positions.has(key)) positions.set(key, position);
    });
    return (this.#positionsByKey = positions);
  }

  *#find(article: RankedText | string): Steps<RankedText> {
    return typeof article === 'string' ? yield* this.#named(article) : article;
  }

  *#named(idOrUrl: string): Steps<Article> {
    const position = yield* this.#position(idOrUrl);
    if (position !== undefined) return this.#articles[position]!;
    throw new TypeError(`related-articles: no article has the id or URL ${JSON.stringify(idOrUrl)}`);
  }
}

/** The candidates at these positions alone. */
function only(positions: readonly number[]): Wanted {
  return { most: 0, isEligible: () => false, always: positions };
}

/** A candidate after the second stage. */
interface ScoredCandidate extends ScoredArticle {
  readonly position: number;
}

/** Orders by score, then by newer date, then by URL and id, so that the same input gives the same order everywhere. */
export function byRank(a: ScoredArticle, b: ScoredArticle): number {
  return (
    b.score - a.score ||
    publicationTime(b.article) - publicationTime(a.article) ||
    compared(a.article.url, b.article.url) ||
    compared(a.article.id, b.article.id)
  );
}

function compared(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}

/** Candidates without those that have the same title and text as an earlier one. */
function withoutCopies<C extends ScoredArticle>(candidates: readonly C[]): C[] {
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

/** Rounds to six digits: engines differ in the last digit of a logarithm, but the order must be the same. */
function rounded(exact: number): number {
  return Math.round(exact * 1e6) / 1e6;
}

/** How many questions get an index of their own: an index of all terms takes as long to make as about ten of these. */
const FIRST_QUESTIONS = 8;
const CANDIDATES_IN_STEP = 4;
const KEYS_IN_STEP = 64;
/** A term that at most so many articles hold may be a reason in an index of any size. */
const FEW_HOLDERS = 6;

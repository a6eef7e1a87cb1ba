import { DAY_MS } from '../shared/date.js';
import { type AnalyzedArticle, type Passage, termsOf } from './analysis.js';
import { inverseDocumentFrequency, type Question, type Retriever } from './retriever.js';
import { bigram, isBigram, SENTENCE_END, type Term, wordsIn } from './vocabulary.js';
import { WEIGHTS } from './weights.js';

/** What two articles have in common. Each part is from 0 to 1 and has no weight yet, unless it says otherwise. */
export interface Parts {
  /** How much of the current article the other one holds, by BM25: words, bigrams and tags. */
  readonly overlap: number;
  /** The share of the current title, by weight, that the other article holds. */
  readonly ownTitle: number;
  /** The share of the other title, by weight, that the current article holds. */
  readonly otherTitle: number;
  /** The share of the words in the current article's address, by weight, that the other article holds. */
  readonly ownSlug: number;
  /** The share of the words in the other address, by weight, that the current article holds. */
  readonly otherSlug: number;
  /** How closely the current title's words stand together in the other text. */
  readonly ownMention: number;
  /** How closely the other title's words stand together in the current text. */
  readonly otherMention: number;
  /** Cosine of the two lists of tags. */
  readonly tags: number;
  /** Closeness in time, `e^(-days / 365)`; 0 if a date is missing. */
  readonly closeness: number;
  /** 1 if the other article is the newer of the two, -1 if it is the older, 0 if that is not known. */
  readonly direction: number;
  /** What the other article's links with those most like the current one say for it: 0 or above, seldom above 1. */
  readonly support: number;
}

/** The parts of two articles that have nothing in common. */
export const NOTHING_IN_COMMON: Parts = {
  overlap: 0,
  ownTitle: 0,
  otherTitle: 0,
  ownSlug: 0,
  otherSlug: 0,
  ownMention: 0,
  otherMention: 0,
  tags: 0,
  closeness: 0,
  direction: 0,
  support: 0,
};

/** What a candidate holds of the current title and address. */
interface Found {
  readonly held: ReadonlySet<Term>;
  /** The places of each word in the candidate's text. */
  readonly places: ReadonlyMap<Term, readonly number[]>;
}

/** The second stage of the ranking. It compares candidates closely with one article. */
export class Reranker {
  readonly #question: Question;
  readonly #retriever: Pick<Retriever, 'held'>;
  readonly #count: number;
  readonly #weights = new Map<Term, number>();
  readonly #title: ReadonlySet<Term>;
  readonly #slug: ReadonlySet<Term>;
  /** By the number of a word: 1 if the word is looked for in each candidate. */
  readonly #wanted: Uint8Array;
  /** Where each word stands in the current text. */
  readonly #places: ReadonlyMap<Term, readonly number[]>;
  readonly #tagSquares: number;

  /** @param count how many articles the index has */
  constructor(question: Question, retriever: Pick<Retriever, 'held'>, count: number) {
    const { title, slug, text, tags } = question.article;
    this.#question = question;
    this.#retriever = retriever;
    this.#count = count;
    this.#title = termsOf(title);
    this.#slug = differentWords(slug);
    this.#wanted = new Uint8Array(question.vocabulary.size);
    for (const word of [...this.#slug, ...differentWords(title)]) this.#wanted[word] = 1;
    this.#places = placesIn(text);
    this.#tagSquares = this.#squares(tags);
  }

  /**
   * What a candidate has in common with the current article.
   *
   * @param overlap as the retriever found it, 0 to 1
   * @returns the parts that follow from the two articles alone: without support
   */
  compare(other: AnalyzedArticle, overlap: number): Parts {
    const { article: own, frequencies } = this.#question;
    const { held, places } = this.#find(other);
    const ownTitle = this.#share(this.#title, held);
    const otherTitle = this.#share(termsOf(other.title), frequencies);
    const sharedTags = this.#squares([...other.tags].filter((tag) => own.tags.has(tag)));
    const days = Math.abs(other.time - own.time) / DAY_MS;
    return {
      overlap,
      ownTitle,
      otherTitle,
      ownSlug: this.#share(this.#slug, held),
      otherSlug: this.#share(differentWords(other.slug), frequencies),
      ownMention: ownTitle && this.#mention(own.title, places),
      otherMention: otherTitle && this.#mention(other.title, this.#places),
      tags: sharedTags && sharedTags / Math.sqrt(this.#squares(other.tags) * this.#tagSquares),
      closeness: Number.isNaN(days) ? 0 : Math.exp(-days / WEIGHTS.closenessDays),
      direction: Math.sign(other.time - own.time) || 0,
      support: 0,
    };
  }

  /** The weight of a term in a title, an address or a tag. */
  #weight(term: Term): number {
    let weight = this.#weights.get(term);
    if (weight === undefined) {
      weight = (1 + this.#idf(term)) ** WEIGHTS.titleIdfPower;
      this.#weights.set(term, weight);
    }
    return weight;
  }

  /**
   * The retriever counts only the question's bigrams. Any other bigram counts as a little rarer than its rarer word.
   */
  #idf(term: Term): number {
    const idf = (held: number): number => inverseDocumentFrequency(this.#count, held);
    const held = this.#retriever.held(term);
    if (!isBigram(term) || (held > 1 && this.#question.frequencies.has(term))) return idf(held);
    const rarer = Math.min(...wordsIn(term).map((word) => this.#retriever.held(word)));
    return Math.min(1 + idf(rarer), idf(0));
  }

  /** The share of some terms, by weight, that are held. */
  #share(terms: ReadonlySet<Term>, held: { has(term: Term): boolean }): number {
    let [all, shared] = [0, 0];
    for (const term of terms) {
      const weight = this.#weight(term);
      all += weight;
      if (held.has(term)) shared += weight;
    }
    return all && shared / all;
  }

  /** The terms of the current title and address that a candidate holds, and where their words stand in its text. */
  #find({ text, title, slug, tagWords, keyTerms }: AnalyzedArticle): Found {
    const wanted = this.#wanted;
    const held = new Set<Term>();
    const places = new Map<Term, number[]>();
    for (const passage of [text, title, slug, tagWords, keyTerms]) {
      for (let at = 0; at < passage.length; at++) {
        const word = passage[at]!;
        if (!wanted[word]) continue;
        held.add(word);
        const before = passage[at - 1] ?? SENTENCE_END;
        if (wanted[before]) held.add(bigram(before, word));
        if (passage === text) addPlace(places, word, at);
      }
    }
    return { held, places };
  }

  #squares(terms: Iterable<Term>): number {
    let sum = 0;
    for (const term of terms) sum += this.#weight(term) ** 2;
    return sum;
  }

  /** The largest share of a title's words, by weight, that stand within a few words of each other. */
  #mention(title: Passage, places: ReadonlyMap<Term, readonly number[]>): number {
    const words = [...differentWords(title)].slice(0, LONGEST_TITLE);
    const weights = words.map((word) => this.#weight(word));
    const stands = words.flatMap((word, which) => (places.get(word) ?? []).map((at) => ({ at, which })));
    stands.sort((a, b) => a.at - b.at);
    const window = words.length + WEIGHTS.mentionGap;
    const times = words.map(() => 0);
    let [first, inside, most] = [0, 0, 0];
    for (const { at, which } of stands) {
      for (; stands[first]!.at <= at - window; first++) {
        const leaving = stands[first]!.which;
        if (--times[leaving]! === 0) inside -= weights[leaving]!;
      }
      if (times[which]!++ === 0) most = Math.max(most, (inside += weights[which]!));
    }
    return most && Math.min(1, most / weights.reduce((sum, weight) => sum + weight, 0));
  }
}

/**
 * The score of two articles, 0 to 1: the sum of the weighted parts, which is higher if the articles are close in time,
 * and the support that comes from links.
 * Title and address of the older article count more in the newer one than the other way round, since only the newer
 * one can refer to the other.
 */
export function score(parts: Parts): number {
  const { ownTitle, ownSlug, ownMention, otherTitle, otherSlug, otherMention, tags } = WEIGHTS;
  const own = 1 + WEIGHTS.direction * parts.direction;
  const common =
    parts.overlap +
    own * (ownTitle * parts.ownTitle + ownSlug * parts.ownSlug + ownMention * parts.ownMention) +
    (2 - own) *
      (otherTitle * parts.otherTitle + otherSlug * parts.otherSlug + otherMention * parts.otherMention) +
    tags * parts.tags;
  const most = 1 + ownTitle + otherTitle + ownSlug + otherSlug + ownMention + otherMention + tags;
  const closeness = (1 + WEIGHTS.closeness * parts.closeness) / (1 + WEIGHTS.closeness);
  return Math.min(1, Math.min(1, common / most) * closeness + WEIGHTS.support * parts.support);
}

function differentWords(passage: Passage): Set<Term> {
  const words = new Set(passage);
  words.delete(SENTENCE_END);
  return words;
}

/** Where each word stands in a passage. */
function placesIn(passage: Passage): Map<Term, number[]> {
  const places = new Map<Term, number[]>();
  passage.forEach((word, at) => addPlace(places, word, at));
  return places;
}

function addPlace(places: Map<Term, number[]>, word: Term, at: number): void {
  const known = places.get(word);
  if (known) known.push(at);
  else places.set(word, [at]);
}

/** How many words of a title are looked for. */
const LONGEST_TITLE = 64;

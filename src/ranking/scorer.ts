import { MentionFinder } from './mention.js';
import { type Near, Overlaps } from './overlaps.js';
import { DOCUMENTS } from './step-sizes.js';
import { finished, forEach, type Steps } from '../steps.js';
import type { IndexedDocument, Name, TermIndex } from './term-index.js';
import { searchTitles } from './title-search.js';

/** What two articles have in common; each part from 0 to 1, before its weight in the score. */
export interface Parts {
  /** Cosine of the two vectors: words, pairs of words and tags that both hold. */
  readonly cosine: number;
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
  /** Closeness in time, `e^(-days / 365)`; 0 where a date is missing. */
  readonly closeness: number;
  /** How much the other article is about what the whole index is about: a cosine as well. */
  readonly centrality: number;
  /** 1 where the other article is the newer of the two, -1 where it is the older, 0 where that is not known. */
  readonly direction: number;
}

/** A document of an index with what it has in common with the current article. */
export interface Estimated {
  readonly position: number;
  readonly parts: Parts;
}

/** Weighs articles of an index against one current article at a time. */
export class Scorer {
  readonly #index: TermIndex;
  readonly #mentions: MentionFinder;
  /** At each term, its weight in the current article. */
  readonly #weights: Float64Array;
  /** At each term of the current title, and of the current address, its weight there. */
  readonly #titleWeights: Float64Array;
  readonly #slugWeights: Float64Array;
  /** Whether a term is a tag of the current article: 1 or 0; and the sum of its tags' squares. */
  readonly #isOwnTag: Uint8Array;
  readonly #overlaps: Overlaps;
  #ownTagSquares = 0;
  #current: IndexedDocument = NOTHING;

  constructor(index: TermIndex) {
    this.#index = index;
    this.#weights = new Float64Array(index.size);
    this.#titleWeights = new Float64Array(index.size);
    this.#slugWeights = new Float64Array(index.size);
    this.#isOwnTag = new Uint8Array(index.size);
    this.#overlaps = new Overlaps(index.count);
    const weigh = (word: number): number => index.titleWeight(word);
    this.#mentions = new MentionFinder(index.size, index.recipe.mentionGap, weigh);
  }

  /** Makes an article the current one. */
  compare(current: IndexedDocument): void {
    for (const term of this.#current.vector.terms) this.#weights[term] = 0;
    for (const term of this.#current.title.terms) this.#titleWeights[term] = 0;
    for (const term of this.#current.slug.terms) this.#slugWeights[term] = 0;
    for (const tag of this.#current.document.tags) this.#isOwnTag[tag] = 0;
    this.#current = current;
    const { terms, weights } = current.vector;
    for (let at = 0; at < terms.length; at++) this.#weights[terms[at] ?? -1] = weights[at] ?? 0;
    for (const term of current.title.terms) this.#titleWeights[term] = this.#index.titleWeight(term);
    for (const term of current.slug.terms) this.#slugWeights[term] = this.#index.titleWeight(term);
    for (const tag of current.document.tags) this.#isOwnTag[tag] = 1;
    this.#ownTagSquares = this.#tagSquares(current.document.tags);
  }

  /** What the current article and others have in common. @param positions the others' places in the index */
  parts(positions: readonly number[]): Estimated[] {
    const { vectors } = this.#index;
    const estimates = positions.map((position) => {
      const cosine = vectors.product(position, this.#weights);
      const ownTitle = vectors.sharedBy(position, this.#titleWeights) / (this.#current.title.weight || 1);
      return this.#estimated({ position, cosine, ownTitle, otherTitle: 0 });
    });
    return finished(this.completed(estimates));
  }

  /**
   * The `most` documents nearest to the current article, in no order, with what they have in common but for what takes
   * longer: the words of addresses, and where titles stand in texts. An estimate from below.
   */
  *nearest(most: number): Steps<Estimated[]> {
    const { vector, title } = this.#current;
    const [weights, titleWeights] = [this.#weights, this.#titleWeights];
    const current = { vector, weights, titleWeights, titleWeight: title.weight || 1 };
    yield* this.#index.share(current, this.#overlaps);
    const near = yield* this.#overlaps.take(most, this.#index.recipe);
    const estimates: Estimated[] = [];
    yield* forEach(near.length, DOCUMENTS, (at) => {
      estimates.push(this.#estimated(near[at]!));
    });
    return estimates;
  }

  /** Estimates completed by what titles and addresses say. */
  *completed(candidates: readonly Estimated[]): Steps<Estimated[]> {
    if (candidates.length === 0) return [];
    const positions = candidates.map(({ position }) => position);
    const titleWeights = searchTitles(this.#index, this.#weights, positions);
    yield;
    return candidates.map(({ position, parts }) => {
      const { document: other, title, slug } = this.#index.document(position);
      const { document: current } = this.#current;
      const otherTitle = (titleWeights.get(position) ?? 0) / (title.weight || 1);
      const ownMention = parts.ownTitle && this.#mentions.share(current.title.words, other.text.words);
      const otherMention = otherTitle && this.#mentions.share(other.title.words, current.text.words);
      const ownSlug =
        this.#index.vectors.sharedBy(position, this.#slugWeights) / (this.#current.slug.weight || 1);
      const otherSlug = this.#share(slug, (term) => this.#weights[term]! > 0);
      return { position, parts: { ...parts, otherTitle, ownSlug, otherSlug, ownMention, otherMention } };
    });
  }

  #estimated({ position, cosine, ownTitle, otherTitle }: Near): Estimated {
    const { documents } = this.#index;
    const time = documents.time(position);
    const parts: Parts = {
      cosine,
      ownTitle,
      otherTitle,
      ownSlug: 0,
      otherSlug: 0,
      ownMention: 0,
      otherMention: 0,
      tags: this.#sharedTags(documents.tags(position)),
      closeness: this.#closeness(time),
      centrality: this.#index.centrality(position),
      direction: Math.sign(time - this.#current.document.time) || 0,
    };
    return { position, parts };
  }

  /** The share of a name, by weight, whose terms are held. */
  #share({ terms, weight }: Name, isHeld: (term: number) => boolean): number {
    let held = 0;
    for (const term of terms) if (isHeld(term)) held += this.#index.titleWeight(term);
    return held / (weight || 1);
  }

  #sharedTags(tags: Int32Array): number {
    let shared = 0;
    for (const tag of tags) if (this.#isOwnTag[tag]) shared += this.#tagSquare(tag);
    return shared && shared / Math.sqrt(this.#tagSquares(tags) * this.#ownTagSquares);
  }

  #tagSquares(tags: Int32Array): number {
    return tags.reduce((sum, tag) => sum + this.#tagSquare(tag), 0);
  }

  #tagSquare(tag: number): number {
    return this.#index.titleWeight(tag) ** 2;
  }

  #closeness(time: number): number {
    const days = Math.abs(time - this.#current.document.time) / DAY;
    return Number.isNaN(days) ? 0 : Math.exp(-days / this.#index.recipe.closenessDays);
  }
}

const EMPTY = { words: new Int32Array(0), pairs: new Int32Array(0) };
/** The current article before there is one. */
const NOTHING: IndexedDocument = {
  document: {
    text: EMPTY,
    title: EMPTY,
    tagWords: EMPTY,
    tags: EMPTY.words,
    time: NaN,
  },
  vector: { terms: EMPTY.words, weights: new Float32Array(0) },
  title: { terms: [], weight: 0 },
  slug: { terms: [], weight: 0 },
};
/** Milliseconds. */
const DAY = 86_400_000;

/**
 * The score of two articles, 0 to 1: the weighted parts, more for those close in time and for those that are about
 * what the whole index is about. What the newer of the two says of the older one's title and address counts more than
 * the other way round: only the newer can have known the other.
 */
export function score(parts: Parts, recipe: TermIndex['recipe']): number {
  const { cosine, ownTitle, otherTitle, ownSlug, otherSlug, ownMention, otherMention, tags } = parts;
  const own = 1 + recipe.direction * parts.direction;
  const common =
    cosine +
    own * (recipe.ownTitle * ownTitle + recipe.ownSlug * ownSlug + recipe.ownMention * ownMention) +
    (2 - own) *
      (recipe.otherTitle * otherTitle + recipe.otherSlug * otherSlug + recipe.otherMention * otherMention) +
    recipe.tags * tags;
  const weights =
    recipe.ownTitle +
    recipe.otherTitle +
    recipe.ownSlug +
    recipe.otherSlug +
    recipe.ownMention +
    recipe.otherMention +
    recipe.tags;
  const closeness = (1 + recipe.closeness * parts.closeness) / (1 + recipe.closeness);
  const centrality = Math.max(parts.centrality, LEAST_CENTRALITY) ** recipe.centrality;
  return Math.min(1, common / (1 + weights)) * closeness * centrality;
}

/** Below this a document is far from everything; how far says nothing. */
const LEAST_CENTRALITY = 0.01;

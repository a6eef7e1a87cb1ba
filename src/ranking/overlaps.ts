import type { Recipe } from './recipe.js';
import type { TermIndex } from './term-index.js';
import { DOCUMENTS } from './step-sizes.js';
import { forEach, type Steps } from '../steps.js';
import { Titles } from './titles.js';
import type { Vector } from './vector.js';

/** The article that others are compared with. */
export interface Current {
  readonly vector: Vector;
  /** At each term, its weight in the vector. */
  readonly weights: Float64Array;
  /** At each term what it counts in the title, and all of them together. */
  readonly titleWeights: Float64Array;
  readonly titleWeight: number;
}

/** A document that shares terms with the current one; all from 0 to 1. */
export interface Near {
  readonly position: number;
  /** Of the two vectors. */
  readonly cosine: number;
  /** The share of the current title, by weight, that the document holds. */
  readonly ownTitle: number;
  /** The share of the document's title, by weight, that the current one holds. */
  readonly otherTitle: number;
}

/** What the documents of an index share with the current one. */
export class Overlaps {
  /** At each document its cosine with the current one, and what they share of the two titles; zero in between. */
  readonly cosines: Float64Array;
  readonly ownTitles: Float64Array;
  readonly otherTitles: Float64Array;
  /** The documents that share a term with the current one, and how many they are. */
  readonly sharing: Int32Array;
  count = 0;

  /** @param documents how many there are */
  constructor(documents: number) {
    this.cosines = new Float64Array(documents);
    this.ownTitles = new Float64Array(documents);
    this.otherTitles = new Float64Array(documents);
    this.sharing = new Int32Array(documents);
  }

  /** Finds what all documents share, by reading them one after the other. */
  *read(index: TermIndex, { weights, titleWeights, titleWeight }: Current): Steps<void> {
    const { terms, weights: others, ends } = index.vectors;
    const titles = new Titles(index);
    let at = 0;
    yield* forEach(index.count, DOCUMENTS, (position) => {
      let [cosine, ownTitle] = [0, 0];
      for (const end = ends[position]!; at < end; at++) {
        const weight = weights[terms[at]!]!;
        if (weight === 0) continue;
        cosine += weight * others[at]!;
        ownTitle += titleWeights[terms[at]!]!;
      }
      if (cosine === 0) return;
      this.sharing[this.count++] = position;
      this.cosines[position] = cosine;
      this.ownTitles[position] = ownTitle / titleWeight;
      this.otherTitles[position] = titles.share(position, weights);
    });
  }

  /**
   * Takes out the `most` documents that share most, by the cosine and the shares of titles; in no order, and more where
   * some share equally much. Nothing is left then.
   */
  *take(most: number, recipe: Recipe): Steps<Near[]> {
    const { cosines, ownTitles, otherTitles, sharing, count } = this;
    const near: Near[] = [];
    const sums = new Float64Array(count);
    for (let at = 0; at < count; at++) {
      const position = sharing[at]!;
      sums[at] =
        cosines[position]! +
        recipe.ownTitle * ownTitles[position]! +
        recipe.otherTitle * otherTitles[position]!;
    }
    yield;
    const least = count > most ? lowest(sums, most) : 0;
    yield;
    for (let at = 0; at < count; at++) {
      const position = sharing[at]!;
      if (sums[at]! >= least) {
        near.push({
          position,
          cosine: cosines[position]!,
          ownTitle: ownTitles[position]!,
          otherTitle: otherTitles[position]!,
        });
      }
      cosines[position] = 0;
      ownTitles[position] = 0;
      otherTitles[position] = 0;
    }
    this.count = 0;
    return near;
  }
}

/** The lowest of the `most` highest numbers, rounded down to one of `STEPS`: what is at least that is few enough to sort. */
function lowest(numbers: Float64Array, most: number): number {
  const steps = new Int32Array(STEPS + 1);
  for (const number of numbers) steps[step(number)]!++;
  let [at, above] = [STEPS, 0];
  while ((above += steps[at]!) < most) at--;
  return (at / STEPS) ** 2;
}

/** The numbers crowd near 0: their roots are spread better. */
function step(number: number): number {
  return Math.min(STEPS, Math.floor(Math.sqrt(number) * STEPS));
}

const STEPS = 4096;

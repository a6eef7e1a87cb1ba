import type { Recipe } from './recipe.js';
import { NUMBERS } from './step-sizes.js';
import { forEach, type Steps } from '../steps.js';

/**
 * What each term weighs in a text where it counts one.
 *
 * @param frequencies in how many documents each occurs
 * @param idfs by the number of documents that hold a term its inverse document frequency
 */
export function* termWeights(
  frequencies: Int32Array,
  idfs: Float64Array,
  recipe: Recipe,
): Steps<Float64Array> {
  const byFrequency = idfs.map((idf, held) => idf ** recipe.idfPower * (held > 1 ? 1 : recipe.solitary));
  const weights = new Float64Array(frequencies.length);
  yield* forEach(weights.length, NUMBERS, (term) => {
    weights[term] = byFrequency[frequencies[term]!]!;
  });
  return weights;
}

/** How telling a term is: `1 + ln((N + 1) / (df + 1))`, from 1 upwards; as in Lucene's ClassicSimilarity. */
export function inverseDocumentFrequency(articleCount: number, frequency: number): number {
  return 1 + Math.log((articleCount + 1) / (frequency + 1));
}

import type { TermFrequencies } from './terms.js';

/**
 * Inverse document frequency, `1 + ln((N + 1) / (df + 1))`: how telling a term is in an index of `N` articles of
 * which `df` contain it. From 1 for a term of every article upwards. As in Lucene's ClassicSimilarity.
 */
export function inverseDocumentFrequency(articleCount: number, documentFrequency: number): number {
  return 1 + Math.log((articleCount + 1) / (documentFrequency + 1));
}

/** The share of a term's frequency that counts, `tf · (k + 1) / (tf + k)`: BM25's saturation without length. */
export function saturated(frequency: number): number {
  return (frequency * (SATURATION + 1)) / (frequency + SATURATION);
}

/** BM25's `k`: how slowly repetition of a term stops counting. Chosen on nine sets of editors' links. */
export const SATURATION = 8;

/** The idf that MiniSearch's scores contain, BM25's `ln(1 + (N - df + 0.5) / (df + 0.5))`. */
export function minisearchIdf(articleCount: number, documentFrequency: number): number {
  return Math.log(1 + (articleCount - documentFrequency + 0.5) / (documentFrequency + 0.5));
}

/** In how many articles each term occurs. */
export function documentFrequencies(articles: Iterable<TermFrequencies>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const frequencies of articles) {
    for (const term of frequencies.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

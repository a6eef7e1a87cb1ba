import MiniSearch from 'minisearch';
import type { TermFrequencies } from './terms.js';
import {
  documentFrequencies,
  inverseDocumentFrequency,
  minisearchIdf,
  SATURATION,
  saturated,
} from './weights.js';

/** A document that shares terms with a query. */
export interface Match {
  /** The document's place in the list that the index was made of. */
  readonly position: number;
  /** Cosine of the document and the query's strongest terms: above 0, at most 1. */
  readonly score: number;
  /** The query's terms that the document holds. */
  readonly terms: readonly string[];
}

/**
 * A vector-space index on MiniSearch. A term weighs `tf (k + 1) / (tf + k) · idf²` in a document, and documents
 * compare by the cosine of their vectors, so that neither long nor short ones win by their length.
 */
export class TermIndex {
  readonly #documents: readonly TermFrequencies[];
  readonly #documentFrequencies: ReadonlyMap<string, number>;
  readonly #lengths: readonly number[];
  readonly #search: MiniSearch<IndexedDocument>;

  constructor(documents: readonly TermFrequencies[]) {
    this.#documents = documents;
    this.#documentFrequencies = documentFrequencies(documents);
    this.#lengths = documents.map((document) => this.#length(document));
    this.#search = new MiniSearch<IndexedDocument>({
      fields: ['terms'],
      // The terms are made already, and repeated as often as they occur.
      stringifyField: (terms) => terms,
      tokenize: (terms) => terms as unknown as string[],
      processTerm: (term) => term,
    });
    this.#search.addAll(documents.map((document, id) => ({ id, terms: repeated(document) })));
  }

  /** The documents that share terms with the query, in no order. */
  similar(query: TermFrequencies): Match[] {
    const terms = this.#strongest(query);
    const length = this.#length(query, terms);
    const matches = this.#search.search('', {
      tokenize: () => terms,
      // BM25 without its length norm; MiniSearch's idf is divided out, ours put in for query and document.
      bm25: { k: SATURATION, b: 0, d: 0 },
      boostTerm: (term) => (this.weight(query, term) * this.#idf(term) ** 2) / this.#minisearchIdf(term),
      boostDocument: (position: number) => 1 / (length * (this.#lengths[position] ?? 1)),
    });
    // MiniSearch multiplies a score by the number of terms that matched; a cosine's sum has them in it already.
    return matches.map(({ id, score, queryTerms }) => ({
      position: id as number,
      score: Math.min(1, score / queryTerms.length),
      terms: queryTerms,
    }));
  }

  /** What a term weighs in a document or query; 0 where it does not occur. */
  weight(document: TermFrequencies, term: string): number {
    return saturated(document.get(term) ?? 0) * this.#idf(term) ** 2;
  }

  /** The query's strongest terms; the others hardly change the order, but cost most of the time. */
  #strongest(query: TermFrequencies): string[] {
    return [...query.keys()]
      .filter((term) => this.#documentFrequencies.has(term))
      .map((term) => ({ term, weight: this.weight(query, term) }))
      .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
      .slice(0, QUERY_TERMS)
      .map(({ term }) => term);
  }

  /** The length of a document's vector, or of its part in some terms; those that the index does not know count nothing. */
  #length(document: TermFrequencies, terms: Iterable<string> = document.keys()): number {
    let squares = 0;
    for (const term of terms) {
      if (this.#documentFrequencies.has(term)) squares += this.weight(document, term) ** 2;
    }
    return Math.sqrt(squares);
  }

  #idf(term: string): number {
    return inverseDocumentFrequency(this.#documents.length, this.#documentFrequencies.get(term) ?? 0);
  }

  #minisearchIdf(term: string): number {
    return minisearchIdf(this.#documents.length, this.#documentFrequencies.get(term) ?? 0);
  }
}

interface IndexedDocument {
  readonly id: number;
  readonly terms: readonly string[];
}

/** Terms of a query; with all of them it ranks no better on nine sets of editors' links, and ten times slower. */
const QUERY_TERMS = 128;

function repeated(frequencies: TermFrequencies): string[] {
  return [...frequencies].flatMap(([term, frequency]) => Array<string>(frequency).fill(term));
}

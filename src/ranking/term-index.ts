import { type Document, type Draft, draft, END, finished, type Words } from './document.js';
import { CandidateSearch } from './candidate-search.js';
import type { Recipe } from './recipe.js';
import type { RankedText } from './terms.js';
import { type Vector, Vectors } from './vector.js';
import { pairKey, UNKNOWN, Vocabulary } from './vocabulary.js';

/** A document as it is compared. */
export interface IndexedDocument {
  readonly document: Document;
  readonly vector: Vector;
  /** The terms of its title, words and pairs, each once, and what they weigh with those that no article holds. */
  readonly title: { readonly terms: readonly number[]; readonly weight: number };
}

/** Everything that is known of the articles of one index before a question is asked. */
export class TermIndex {
  readonly recipe: Recipe;
  readonly documents: readonly IndexedDocument[];
  /** How much each document is about what the whole index is about: its cosine with the sum of all. */
  readonly centralities: Float64Array;
  readonly #vocabulary = new Vocabulary();
  /** In how many documents each term occurs. */
  readonly #frequencies: number[] = [];
  readonly #idfs: Float64Array;
  readonly #rarest: number;
  readonly #vectors: Vectors;
  /** Made for the first question: key terms are had without. */
  #search: CandidateSearch | undefined;

  /** @param ignored the stop words of an article */
  constructor(
    articles: readonly RankedText[],
    ignored: (article: RankedText) => ReadonlySet<string>,
    recipe: Recipe,
  ) {
    this.recipe = recipe;
    const drafts = articles.map((article) =>
      draft(article, ignored(article), (term) => this.#vocabulary.add(term)),
    );
    this.#countWords(drafts);
    this.#addPairs(drafts);
    const idf = (frequency: number): number => inverseDocumentFrequency(articles.length, frequency);
    this.#rarest = idf(1);
    this.#idfs = Float64Array.from(this.#frequencies, idf);
    this.#vectors = new Vectors(
      recipe,
      this.#idfs.map(
        (each, term) => each ** recipe.idfPower * (this.frequency(term) > 1 ? 1 : recipe.solitary),
      ),
    );
    this.documents = drafts.map((each) => this.#indexed(each));
    this.centralities = centralities(this.documents, this.#vocabulary.size);
  }

  /** Reads an article that need not be in the index; words that the index does not hold have no number. */
  read(article: RankedText, ignored: ReadonlySet<string>): IndexedDocument {
    return this.#indexed(draft(article, ignored, (term) => this.#vocabulary.find(term)));
  }

  /** The positions of documents that share a telling term with one, in no order; `least` of them if there are. */
  candidates(query: IndexedDocument, least: number): number[] {
    this.#search ??= new CandidateSearch(this);
    return this.#search.near(query, least);
  }

  /** How many terms there are; their numbers are below. */
  get size(): number {
    return this.#vocabulary.size;
  }

  /** A term's inverse document frequency; an unknown term's is that of one that a single document holds. */
  idf(term: number): number {
    return this.#idfs[term] ?? this.#rarest;
  }

  /** What a term counts in a title; what no article holds counts as much as what one does. */
  titleWeight(term: number): number {
    return this.idf(term) ** this.recipe.titleIdfPower;
  }

  /** In how many documents a term occurs. */
  frequency(term: number): number {
    return this.#frequencies[term] ?? 0;
  }

  /** A term as it is written; a pair with a space between. */
  name(term: number): string {
    return this.#vocabulary.name(term);
  }

  #indexed(unfinished: Draft): IndexedDocument {
    const document = finished(unfinished, this.#vocabulary);
    // The first word ends no pair.
    const terms = [...document.title.words, ...document.title.pairs.subarray(1)];
    const held = new Set(terms.filter((term) => term !== UNKNOWN));
    const unknown = terms.filter((term) => term === UNKNOWN);
    const weight = [...held, ...unknown].reduce((sum, term) => sum + this.titleWeight(term), 0);
    return { document, vector: this.#vectors.of(document), title: { terms: [...held], weight } };
  }

  #countWords(drafts: readonly Draft[]): void {
    const last = new Int32Array(this.#vocabulary.size).fill(UNKNOWN);
    for (let term = 0; term < last.length; term++) this.#frequencies.push(0);
    for (const [position, { text, title, tagWords, tags, keyTerms }] of drafts.entries()) {
      for (const words of [text, title, tagWords, tags, keyTerms.flat()]) {
        for (const word of words) {
          if (word < 0 || last[word] === position) continue;
          last[word] = position;
          this.#frequencies[word] = (this.#frequencies[word] ?? 0) + 1;
        }
      }
    }
  }

  /** Pairs become terms where two documents or more hold them; a rare word's pairs need not be counted for that. */
  #addPairs(drafts: readonly Draft[]): void {
    const counted = new Map<
      number,
      { readonly first: number; readonly second: number; documents: number; last: number }
    >();
    for (const [position, { text, title, tagWords, keyTerms }] of drafts.entries()) {
      for (const words of [text, title, tagWords, ...keyTerms] satisfies Words[]) {
        for (let at = 1; at < words.length; at++) {
          const [first, second] = [words[at - 1] ?? END, words[at] ?? END];
          if (this.frequency(first) < 2 || this.frequency(second) < 2) continue;
          const key = pairKey(first, second);
          const pair = counted.get(key);
          if (!pair) counted.set(key, { first, second, documents: 1, last: position });
          else if (pair.last !== position) {
            pair.last = position;
            pair.documents++;
          }
        }
      }
    }
    for (const { first, second, documents } of counted.values()) {
      if (documents < 2) continue;
      this.#vocabulary.addPair(first, second);
      this.#frequencies.push(documents);
    }
  }
}

function centralities(documents: readonly IndexedDocument[], size: number): Float64Array {
  const sum = new Float64Array(size);
  for (const { vector } of documents) {
    vector.terms.forEach((term, at) => {
      sum[term] = (sum[term] ?? 0) + (vector.weights[at] ?? 0);
    });
  }
  const length = Math.sqrt(sum.reduce((squares, weight) => squares + weight * weight, 0)) || 1;
  return Float64Array.from(documents, ({ vector }) => {
    let product = 0;
    vector.terms.forEach((term, at) => {
      product += (vector.weights[at] ?? 0) * (sum[term] ?? 0);
    });
    return product / length;
  });
}

/** How telling a term is: `1 + ln((N + 1) / (df + 1))`, from 1 upwards; as in Lucene's ClassicSimilarity. */
function inverseDocumentFrequency(articleCount: number, frequency: number): number {
  return 1 + Math.log((articleCount + 1) / (frequency + 1));
}

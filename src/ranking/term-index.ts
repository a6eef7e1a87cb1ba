import { type Document, Documents, KEY_TERMS } from './document.js';
import { Pairs } from './pairs.js';
import { Postings } from './postings.js';
import type { Recipe } from './recipe.js';
import { slug } from './slug.js';
import type { RankedText } from './terms.js';
import { JOINED, Tokens } from './tokens.js';
import { lengthOf, type Vector, VectorList, VectorMaker } from './vector.js';
import { UNKNOWN, Vocabulary } from './vocabulary.js';
import { WordTable } from './word-table.js';

/** A document as it is compared. */
export interface IndexedDocument {
  readonly document: Document;
  readonly vector: Vector;
  /** The words and pairs of its title. */
  readonly title: Name;
  /** The words of what its address calls it, likewise. */
  readonly slug: Name;
}

/** What an article is called: its different terms, and what they weigh with those that no article holds. */
export interface Name {
  readonly terms: readonly number[];
  readonly weight: number;
}

/** Everything that is known of the articles of one index before a question is asked, in typed arrays. */
export class TermIndex {
  readonly recipe: Recipe;
  /** How many documents there are; their positions are below. */
  readonly count: number;
  readonly vectors = new VectorList();
  readonly #articles: readonly RankedText[];
  readonly #vocabulary = new Vocabulary();
  readonly #documents: Documents;
  /** In how many documents each term occurs. */
  readonly #frequencies: Int32Array;
  /** By the number of documents that hold a term: its inverse document frequency, and that as a title counts it. */
  readonly #idfs: Float64Array;
  readonly #titleWeights: Float64Array;
  readonly #vectorMaker: VectorMaker;
  /** At each term the sum of its weights in all vectors, and the length of all these sums as a vector. */
  readonly #sums: Float64Array;
  readonly #sumsLength: number;
  /** Of each document, -1 until it is asked for. */
  readonly #centralities: Float64Array;
  /** Documents that were looked at, as they are compared. */
  readonly #indexed = new Map<number, IndexedDocument>();
  readonly #stopWords: (article: RankedText) => WordTable;
  #postings: Postings | undefined;

  readonly #find = (word: Uint16Array, length: number, hash: number): number =>
    this.#vocabulary.words.find(word, length, hash);

  /** @param ignored the stop words of an article */
  constructor(
    articles: readonly RankedText[],
    ignored: (article: RankedText) => ReadonlySet<string>,
    recipe: Recipe,
  ) {
    this.recipe = recipe;
    this.#articles = articles;
    this.count = articles.length;
    this.#stopWords = tablesOf(ignored);
    const { words } = this.#vocabulary;
    this.#documents = new Documents(
      (word, length, hash) => words.add(word, length, hash),
      expectedWords(articles),
    );
    for (const article of articles) this.#documents.add(article, this.#stopWords(article));
    const frequencies = documentFrequencies(this.#documents, words.size);
    const pairs = new Pairs(this.#documents, frequencies);
    this.#vocabulary.pairs = pairs;
    this.#frequencies = new Int32Array(this.size);
    this.#frequencies.set(frequencies);
    this.#frequencies.set(pairs.frequencies, words.size);
    this.#idfs = new Float64Array(articles.length + 1);
    for (let held = 0; held < this.#idfs.length; held++) {
      this.#idfs[held] = inverseDocumentFrequency(articles.length, held);
    }
    this.#titleWeights = this.#idfs.map((idf) => idf ** recipe.titleIdfPower);
    const weights = this.#idfs.map((idf, held) => idf ** recipe.idfPower * (held > 1 ? 1 : recipe.solitary));
    const termWeights = new Float64Array(this.size);
    for (let term = 0; term < termWeights.length; term++)
      termWeights[term] = weights[this.#frequencies[term]!]!;
    this.#vectorMaker = new VectorMaker(recipe, termWeights);
    for (let at = 0; at < articles.length; at++) this.#vectorMaker.add(this.#documents, at, this.vectors);
    this.#sums = this.#summed();
    this.#centralities = new Float64Array(articles.length).fill(UNKNOWN);
    this.#sumsLength = lengthOf(this.#sums, this.size) || 1;
  }

  /** Reads an article that need not be in the index; words that the index does not hold have no number. */
  read(article: RankedText): IndexedDocument {
    const documents = new Documents(this.#find);
    documents.add(article, this.#stopWords(article));
    const { words, pairs, length } = documents.tokens;
    for (let at = 0; at < length; at++) {
      if (pairs[at] === JOINED) pairs[at] = this.#vocabulary.findPair(words[at - 1]!, words[at]!);
    }
    const vectors = new VectorList();
    this.#vectorMaker.add(documents, 0, vectors);
    return this.#compared(article, documents.at(0), vectors.at(0));
  }

  /** The document at a position, 0 to `count`. */
  document(position: number): IndexedDocument {
    const known = this.#indexed.get(position);
    if (known) return known;
    const indexed = this.#compared(
      this.#articles[position]!,
      this.#documents.at(position),
      this.vectors.at(position),
    );
    this.#indexed.set(position, indexed);
    return indexed;
  }

  /** The documents by their terms, made for the first question: key terms are had without. */
  get postings(): Postings {
    return (this.#postings ??= new Postings(this.vectors, this.#documents, this.size, (term) =>
      this.titleWeight(term),
    ));
  }

  /** How much a document is about what the whole index is about: its cosine with the sum of all. */
  centrality(position: number): number {
    const known = this.#centralities[position]!;
    if (known >= 0) return known;
    const { terms, weights } = this.document(position).vector;
    let product = 0;
    for (let at = 0; at < terms.length; at++) product += weights[at]! * this.#sums[terms[at]!]!;
    return (this.#centralities[position] = product / this.#sumsLength);
  }

  /** How many terms there are; their numbers are below. */
  get size(): number {
    return this.#vocabulary.size;
  }

  /** A term's inverse document frequency; an unknown term's is that of one that a single document holds. */
  idf(term: number): number {
    return this.#idfs[this.#frequencies[term] ?? 1] ?? NO_IDF;
  }

  /** What a term counts in a title; what no article holds counts as much as what one does. */
  titleWeight(term: number): number {
    return this.#titleWeights[this.#frequencies[term] ?? 1] ?? NO_IDF;
  }

  /** In how many documents a term occurs. */
  frequency(term: number): number {
    return this.#frequencies[term] ?? 0;
  }

  /** A term as it is written; a pair with a space between. */
  name(term: number): string {
    return this.#vocabulary.name(term);
  }

  #compared(article: RankedText, document: Document, vector: Vector): IndexedDocument {
    const { words, pairs } = document.title;
    const tokens = new Tokens(this.#find, SLUG_WORDS);
    tokens.addText(slug(article.url ?? ''), this.#stopWords(article));
    return {
      document,
      vector,
      // The first word ends no pair.
      title: this.#name([...words, ...pairs.subarray(1)]),
      slug: this.#name([...tokens.words.subarray(0, tokens.length)]),
    };
  }

  #name(terms: readonly number[]): Name {
    const held = new Set(terms.filter((term) => term !== UNKNOWN));
    const unknown = terms.filter((term) => term === UNKNOWN);
    const weight = [...held, ...unknown].reduce((sum, term) => sum + this.titleWeight(term), 0);
    return { terms: [...held], weight };
  }

  #summed(): Float64Array {
    const sums = new Float64Array(this.size);
    const { terms, weights, ends } = this.vectors;
    const end = ends.at(-1) ?? 0;
    for (let at = 0; at < end; at++) sums[terms[at]!]! += weights[at]!;
    return sums;
  }
}

/** About how many words some articles have. */
function expectedWords(articles: readonly RankedText[]): number {
  const units = articles.reduce(
    (sum, { text, excerpt, title }) => sum + (text || excerpt || '').length + title.length,
    0,
  );
  return 1024 + Math.ceil(units / 5);
}

/** About how many words an address has. */
const SLUG_WORDS = 16;

/** In an empty index any weight will do. */
const NO_IDF = 1;

/** Stop words as tables; a set is made one when it is first met. */
function tablesOf(ignored: (article: RankedText) => ReadonlySet<string>): (article: RankedText) => WordTable {
  const tables = new Map<ReadonlySet<string>, WordTable>();
  return (article) => {
    const set = ignored(article);
    const table = tables.get(set) ?? WordTable.of(set);
    tables.set(set, table);
    return table;
  };
}

/** In how many documents each word occurs. @param size how many words there are */
function documentFrequencies(documents: Documents, size: number): Int32Array {
  const { words } = documents.tokens;
  const frequencies = new Int32Array(size);
  const last = new Int32Array(size).fill(UNKNOWN);
  for (let position = 0, at = 0; position < documents.count; position++) {
    for (const end = documents.end(position, KEY_TERMS); at < end; at++) {
      const word = words[at]!;
      if (last[word] !== position) frequencies[word]!++;
      last[word] = position;
    }
  }
  return frequencies;
}

/** How telling a term is: `1 + ln((N + 1) / (df + 1))`, from 1 upwards; as in Lucene's ClassicSimilarity. */
function inverseDocumentFrequency(articleCount: number, frequency: number): number {
  return 1 + Math.log((articleCount + 1) / (frequency + 1));
}

import { type Document, Documents, KEY_TERMS, TEXT } from './document.js';
import type { Current, Overlaps } from './overlaps.js';
import { Pairs } from './pairs.js';
import { Postings } from './postings.js';
import type { Recipe } from './recipe.js';
import { slug } from './slug.js';
import { DOCUMENTS, NUMBERS } from './step-sizes.js';
import { forEach, type Steps } from '../steps.js';
import type { StopWords } from './stop-words.js';
import { inverseDocumentFrequency, termWeights } from './term-weights.js';
import type { RankedText } from './terms.js';
import { JOINED, Tokens } from './tokens.js';
import { lengthOf, type Vector, VectorList, VectorMaker } from './vector.js';
import { Vocabulary } from './vocabulary.js';
import { UNKNOWN, WordTable } from './word-table.js';

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

/** What a term index holds. */
interface Contents {
  readonly recipe: Recipe;
  readonly articles: readonly RankedText[];
  readonly stopWords: (article: RankedText) => WordTable;
  readonly vocabulary: Vocabulary;
  readonly documents: Documents;
  /** In how many documents each term occurs. */
  readonly frequencies: Int32Array;
  /** By the number of documents that hold a term: its inverse document frequency, and that as a title counts it. */
  readonly idfs: Float64Array;
  readonly titleWeights: Float64Array;
  readonly vectorMaker: VectorMaker;
  readonly vectors: VectorList;
  /** At each term the sum of its weights in all vectors. */
  readonly sums: Float64Array;
}

/** Everything that is known of the articles of one index before a question is asked, in typed arrays. */
export class TermIndex {
  readonly recipe: Recipe;
  /** How many documents there are; their positions are below. */
  readonly count: number;
  readonly documents: Documents;
  readonly vectors: VectorList;
  readonly #contents: Contents;
  /** The length of the sums of all vectors as a vector. */
  readonly #sumsLength: number;
  /** Of each document, -1 until it is asked for. */
  readonly #centralities: Float64Array;
  /** Documents that were looked at, as they are compared. */
  readonly #indexed = new Map<number, IndexedDocument>();
  /** How many questions were asked, and the documents by their terms, made where they are many. */
  #questions = 0;
  #postings: Postings | undefined;

  private constructor(contents: Contents) {
    this.#contents = contents;
    this.recipe = contents.recipe;
    this.count = contents.articles.length;
    this.documents = contents.documents;
    this.vectors = contents.vectors;
    this.#sumsLength = lengthOf(contents.sums, contents.sums.length) || 1;
    this.#centralities = new Float64Array(this.count).fill(UNKNOWN);
  }

  /** Reads articles. @param language that of articles that name none */
  static *of(
    articles: readonly RankedText[],
    recipe: Recipe,
    stopWordsOf: StopWords,
    language: string | undefined,
  ): Steps<TermIndex> {
    const stopWords = tablesOf(stopWordsOf, language);
    const vocabulary = new Vocabulary();
    const { words } = vocabulary;
    const documents = new Documents(
      (word, length, hash, second) => words.add(word, length, hash, second),
      expectedWords(articles),
    );
    yield* forEach(articles.length, DOCUMENTS, (at) => {
      documents.add(articles[at]!, stopWords(articles[at]!));
    });
    if (recipe.inflections > 0) yield* vocabulary.join();
    const wordFrequencies = yield* documentFrequencies(documents, vocabulary);
    const pairs = yield* Pairs.of(documents, wordFrequencies);
    vocabulary.pairs = pairs;
    const frequencies = new Int32Array(vocabulary.size);
    frequencies.set(wordFrequencies);
    frequencies.set(pairs.frequencies, words.size);
    const idfs = new Float64Array(articles.length + 1);
    for (let held = 0; held < idfs.length; held++) {
      idfs[held] = inverseDocumentFrequency(articles.length, held);
    }
    const vectorMaker = new VectorMaker(recipe, yield* termWeights(frequencies, idfs, recipe));
    const vectors = new VectorList(documents.tokens.length + pairs.tokens);
    const sums = new Float64Array(vocabulary.size);
    yield* forEach(articles.length, DOCUMENTS, (at) => {
      vectorMaker.add(documents, at, vectors);
      vectors.sumUp(at, sums);
    });
    const titleWeights = idfs.map((idf) => idf ** recipe.titleIdfPower);
    return new TermIndex({
      recipe,
      articles,
      stopWords,
      vocabulary,
      documents,
      frequencies,
      idfs,
      titleWeights,
      vectorMaker,
      vectors,
      sums,
    });
  }

  /** Reads an article that need not be in the index; words that the index does not hold have no number. */
  *read(article: RankedText): Steps<IndexedDocument> {
    const { stopWords, vocabulary, vectorMaker } = this.#contents;
    const documents = new Documents(vocabulary.find);
    documents.add(article, stopWords(article));
    const { words, pairs, length } = documents.tokens;
    yield;
    yield* forEach(length, NUMBERS, (at) => {
      if (pairs[at] === JOINED) pairs[at] = vocabulary.findPair(words[at - 1]!, words[at]!);
    });
    yield;
    const vectors = new VectorList();
    vectorMaker.add(documents, 0, vectors);
    return this.#compared(article, documents.at(0), vectors.at(0));
  }

  /** The document at a position, 0 to `count`. */
  document(position: number): IndexedDocument {
    const known = this.#indexed.get(position);
    if (known) return known;
    const indexed = this.#compared(
      this.#contents.articles[position]!,
      this.documents.at(position),
      this.vectors.at(position),
    );
    this.#indexed.set(position, indexed);
    return indexed;
  }

  /** Finds what all documents share with the current one. */
  *share(current: Current, overlaps: Overlaps): Steps<void> {
    if (this.#questions++ < WITHOUT_POSTINGS) return yield* overlaps.read(this, current);
    this.#postings ??= yield* Postings.of(this);
    return this.#postings.share(current, overlaps);
  }

  /** How much a document is about what the whole index is about: its cosine with the sum of all. */
  centrality(position: number): number {
    const known = this.#centralities[position]!;
    if (known >= 0) return known;
    const product = this.vectors.product(position, this.#contents.sums);
    return (this.#centralities[position] = product / this.#sumsLength);
  }

  /** How many terms there are; their numbers are below. */
  get size(): number {
    return this.#contents.vocabulary.size;
  }

  /** A term's inverse document frequency; an unknown term's is that of one that a single document holds. */
  idf(term: number): number {
    return this.#contents.idfs[this.#contents.frequencies[term] ?? 1] ?? NO_IDF;
  }

  /** What a term counts in a title; what no article holds counts as much as what one does. */
  titleWeight(term: number): number {
    return this.#contents.titleWeights[this.#contents.frequencies[term] ?? 1] ?? NO_IDF;
  }

  /** In how many documents a term occurs. */
  frequency(term: number): number {
    return this.#contents.frequencies[term] ?? 0;
  }

  /** Whether more than a third of the documents hold a term, and several: it says what all are about, not what two share. */
  isCommon(term: number): boolean {
    return this.frequency(term) > Math.max(COMMON, this.count / 3);
  }

  /** The term that a word is taken for. */
  termOf(word: string): string {
    return this.#contents.vocabulary.termOf(word);
  }

  /** A term as it is written; a pair with a space between. */
  name(term: number): string {
    return this.#contents.vocabulary.name(term);
  }

  #compared(article: RankedText, document: Document, vector: Vector): IndexedDocument {
    const { words, pairs } = document.title;
    const slugOf = (): Name => {
      const tokens = new Tokens(this.#contents.vocabulary.find, SLUG_WORDS);
      tokens.addText(slug(article.url ?? ''), this.#contents.stopWords(article));
      return this.#name([...tokens.words.subarray(0, tokens.length)]);
    };
    let known: Name | undefined;
    return {
      document,
      vector,
      // The first word ends no pair.
      title: this.#name([...words, ...pairs.subarray(1)]),
      // Of most documents that are looked at nobody asks for it.
      get slug() {
        return (known ??= slugOf());
      },
    };
  }

  #name(terms: readonly number[]): Name {
    const held = new Set(terms.filter((term) => term !== UNKNOWN));
    const unknown = terms.filter((term) => term === UNKNOWN);
    const weight = [...held, ...unknown].reduce((sum, term) => sum + this.titleWeight(term), 0);
    return { terms: [...held], weight };
  }
}

/** About how many words some articles have: as a sample of them has. */
function expectedWords(articles: readonly RankedText[]): number {
  const every = Math.ceil(articles.length / SAMPLE);
  let units = 0;
  for (let at = 0; at < articles.length; at += every) {
    const { text, excerpt, title, terms = [] } = articles[at]!;
    units += (text || excerpt || '').length + title.length;
    if (!text) for (const term of terms) units += term.length;
  }
  return 1024 + Math.ceil((units * every) / 5);
}

const SAMPLE = 100;

/** Questions for which all documents are read: a page asks one or a few, and postings take as long as some of these. */
const WITHOUT_POSTINGS = 8;

/** Documents that may hold a term however few there are. */
const COMMON = 6;

/** About how many words an address has. */
const SLUG_WORDS = 16;

/** In an empty index any weight will do. */
const NO_IDF = 1;

/** Stop words as tables; those of a language are made one when it is first met. */
function tablesOf(stopWords: StopWords, language: string | undefined): (article: RankedText) => WordTable {
  const tables = new Map<ReadonlySet<string>, WordTable>();
  const byLanguage = new Map<string | undefined, WordTable>();
  return (article) => {
    const tag = article.language ?? language;
    let table = byLanguage.get(tag);
    if (!table) {
      const set = stopWords(tag);
      table = tables.get(set) ?? WordTable.of(set);
      tables.set(set, table);
      byLanguage.set(tag, table);
    }
    return table;
  };
}

/** In how many documents each word occurs, all being replaced by those that they are taken for. */
function* documentFrequencies(documents: Documents, vocabulary: Vocabulary): Steps<Int32Array> {
  const { words } = documents.tokens;
  const frequencies = new Int32Array(vocabulary.size);
  const last = new Int32Array(vocabulary.size).fill(UNKNOWN);
  yield* forEach(documents.count, DOCUMENTS, (position) => {
    const end = documents.end(position, KEY_TERMS);
    for (let at = documents.start(position, TEXT); at < end; at++) {
      const word = (words[at] = vocabulary.baseOf(words[at]!));
      if (last[word] !== position) frequencies[word]!++;
      last[word] = position;
    }
  });
  return frequencies;
}

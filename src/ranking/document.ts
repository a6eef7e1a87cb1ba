import { tagTerm, type RankedText } from './terms.js';
import { JOINED, type Numbering, Tokens } from './tokens.js';
import { WordTable } from './word-table.js';

/** A piece of text as the numbers of its words, stop words left out, and of the pairs that they end. */
export interface Passage {
  readonly words: Int32Array;
  /** At each word the pair of it and the one before in its sentence; -1 where there is none. */
  readonly pairs: Int32Array;
}

/** An article as numbers of terms. */
export interface Document {
  /** The text, or the excerpt where there is no text. */
  readonly text: Passage;
  readonly title: Passage;
  /** The words of the tags. */
  readonly tagWords: Passage;
  /** Each tag as a term of its own. */
  readonly tags: Int32Array;
  /** Milliseconds since 1970; NaN without a date. */
  readonly time: number;
}

/** Articles as numbers of terms, all in a few arrays; a `Document` shows a part of these. */
export class Documents {
  readonly tokens: Tokens;
  /** Of each document where its text ends in the tokens, its title, the words of its tags, its tags, its key terms. */
  readonly #ends: number[] = [];
  /** Where each key term ends in the tokens, and how many all documents up to each have. */
  readonly #keyTermEnds: number[] = [];
  readonly #keyTermCounts: number[] = [];
  readonly #times: number[] = [];
  /** Of each tag its term and the document that it was last met in. */
  readonly #tags = new Map<string, { readonly term: string; last: number }>();

  /** @param number gives a word's number; -1 leaves it unknown */
  constructor(number: Numbering) {
    this.tokens = new Tokens(number);
  }

  /** How many documents there are. */
  get count(): number {
    return this.#times.length;
  }

  /** Where each document's tokens end. */
  get ends(): Int32Array {
    return Int32Array.from({ length: this.count }, (_, position) => this.bounds(position, KEY_TERMS)[1]);
  }

  /** Reads an article. @param ignored its stop words */
  add(article: RankedText, ignored: WordTable): void {
    const { tokens } = this;
    tokens.addText(article.text || article.excerpt || '', ignored);
    this.#ends.push(tokens.length);
    tokens.addText(article.title, ignored);
    this.#ends.push(tokens.length);
    const tags = this.#newTags(article.tags ?? []);
    for (const tag of tags) tokens.addText(tag, ignored);
    this.#ends.push(tokens.length);
    const terms = new Set(tags.map((tag) => this.#tags.get(tag)!.term));
    for (const term of terms) tokens.addTerm(term);
    this.#ends.push(tokens.length);
    for (const term of article.text ? [] : (article.terms ?? [])) {
      const start = tokens.length;
      tokens.addText(term, NONE_IGNORED);
      // The words of a key term belong together, whatever stands between them.
      tokens.pairs.fill(JOINED, start + 1, tokens.length);
      this.#keyTermEnds.push(tokens.length);
    }
    this.#ends.push(tokens.length);
    this.#keyTermCounts.push(this.#keyTermEnds.length);
    this.#times.push(article.date === undefined ? NaN : Date.parse(article.date));
  }

  /** A document by its place. */
  at(position: number): Document {
    const { words, pairs } = this.tokens;
    const passage = (field: number): Passage => {
      const [start, end] = this.bounds(position, field);
      return { words: words.subarray(start, end), pairs: pairs.subarray(start, end) };
    };
    return {
      text: passage(TEXT),
      title: passage(TITLE),
      tagWords: passage(TAG_WORDS),
      tags: passage(TAGS).words,
      time: this.#times[position]!,
    };
  }

  /** Where a field of a document starts and ends in the tokens. */
  bounds(position: number, field: number): [start: number, end: number] {
    const at = position * FIELDS + field;
    return [this.#ends[at - 1] ?? 0, this.#ends[at]!];
  }

  #newTags(tags: readonly string[]): string[] {
    const { count } = this;
    return tags.filter((tag) => {
      const known = this.#tags.get(tag);
      if (known?.last === count) return false;
      if (known) known.last = count;
      else this.#tags.set(tag, { term: tagTerm(tag), last: count });
      return true;
    });
  }

  /** Where each key term of a document starts and ends in the tokens, the strongest first. */
  keyTerms(position: number): [start: number, end: number][] {
    let [start] = this.bounds(position, KEY_TERMS);
    const first = this.#keyTermCounts[position - 1] ?? 0;
    return this.#keyTermEnds.slice(first, this.#keyTermCounts[position]).map((end) => {
      const range: [number, number] = [start, end];
      start = end;
      return range;
    });
  }
}

/** The fields of a document, in the order of its tokens. */
export const [TEXT, TITLE, TAG_WORDS, TAGS, KEY_TERMS] = [0, 1, 2, 3, 4];
const FIELDS = 5;
const NONE_IGNORED = new WordTable();

import { type RankedText, tagTerm } from './terms.js';
import { JOINED, Tokens } from './tokens.js';
import { type Numbering, UNKNOWN, WordTable } from './word-table.js';

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
  readonly #dates: (string | undefined)[] = [];
  readonly #tagTerms = new Map<string, number>();
  /** The dates of those that were asked for. */
  readonly #times: number[] = [];

  /** @param number gives a word's number; -1 leaves it unknown @param length how many words are expected */
  constructor(number: Numbering, length = 1024) {
    this.tokens = new Tokens(number, length);
  }

  /** How many documents there are. */
  get count(): number {
    return this.#dates.length;
  }

  /** Reads an article. @param ignored its stop words */
  add(article: RankedText, ignored: WordTable): void {
    const { tokens } = this;
    tokens.addText(article.text || article.excerpt || '', ignored);
    this.#ends.push(tokens.length);
    tokens.addText(article.title, ignored);
    this.#ends.push(tokens.length);
    this.#addTags(article.tags ?? [], ignored);
    if (article.terms && !article.text) this.#addKeyTerms(article.terms);
    this.#ends.push(tokens.length);
    this.#keyTermCounts.push(this.#keyTermEnds.length);
    this.#dates.push(article.date);
  }

  /** A document by its place. */
  at(position: number): Document {
    const { words, pairs } = this.tokens;
    const passage = (field: number): Passage => {
      const [start, end] = [this.start(position, field), this.end(position, field)];
      return { words: words.subarray(start, end), pairs: pairs.subarray(start, end) };
    };
    return {
      text: passage(TEXT),
      title: passage(TITLE),
      tagWords: passage(TAG_WORDS),
      tags: this.tags(position),
      time: this.time(position),
    };
  }

  /** The tags of a document, each a term of its own. */
  tags(position: number): Int32Array {
    return this.tokens.words.subarray(this.start(position, TAGS), this.end(position, TAGS));
  }

  /** When a document was published, in milliseconds since 1970; NaN without a date. */
  time(position: number): number {
    return (this.#times[position] ??= Date.parse(this.#dates[position] ?? ''));
  }

  /** Where a field of a document starts in the tokens. */
  start(position: number, field: number): number {
    const at = position * FIELDS + field;
    return at === 0 ? 0 : this.#ends[at - 1]!;
  }

  /** Where a field of a document ends in the tokens; the last ends where the document does. */
  end(position: number, field: number): number {
    return this.#ends[position * FIELDS + field]!;
  }

  /** Where each key term of a document starts and ends in the tokens, the strongest first. */
  keyTerms(position: number): [start: number, end: number][] {
    const first = position > 0 ? this.#keyTermCounts[position - 1]! : 0;
    if (first === this.#keyTermCounts[position]) return [];
    let start = this.start(position, KEY_TERMS);
    return this.#keyTermEnds.slice(first, this.#keyTermCounts[position]).map((end) => {
      const range: [number, number] = [start, end];
      start = end;
      return range;
    });
  }

  /** Adds the words of the tags, then each tag as a term; of what is given twice, the first. */
  #addTags(tags: readonly string[], ignored: WordTable): void {
    const { tokens } = this;
    const terms: number[] = [];
    for (let at = 0; at < tags.length; at++) {
      const tag = tags[at]!;
      if (tags.indexOf(tag) < at) continue;
      tokens.addText(tag, ignored);
      const term = this.#tagTerm(tag);
      // Tags that no article of the index has share one number.
      const isNew =
        term === UNKNOWN
          ? tags.findIndex((other) => tagTerm(other) === tagTerm(tag)) === at
          : !terms.includes(term);
      if (isNew) terms.push(term);
    }
    this.#ends.push(tokens.length);
    for (let at = 0; at < terms.length; at++) tokens.add(terms[at]!, UNKNOWN);
    this.#ends.push(tokens.length);
  }

  /** The number of a tag's term; a site's articles share their tags, so that most were met before. */
  #tagTerm(tag: string): number {
    const known = this.#tagTerms.get(tag);
    if (known !== undefined) return known;
    const number = this.tokens.numberOf(tagTerm(tag));
    this.#tagTerms.set(tag, number);
    return number;
  }

  #addKeyTerms(terms: readonly string[]): void {
    const { tokens } = this;
    for (const term of terms) {
      const start = tokens.length;
      tokens.addText(term, NONE_IGNORED);
      // The words of a key term belong together, whatever stands between them.
      tokens.pairs.fill(JOINED, start + 1, tokens.length);
      this.#keyTermEnds.push(tokens.length);
    }
  }
}

/** The fields of a document, in the order of its tokens. */
export const [TEXT, TITLE, TAG_WORDS, TAGS, KEY_TERMS] = [0, 1, 2, 3, 4];
const FIELDS = 5;
const NONE_IGNORED = new WordTable();

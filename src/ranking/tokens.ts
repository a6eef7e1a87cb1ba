import {
  BREAK,
  characterKind,
  DASH,
  FOLD,
  HALF,
  MARK,
  NEW_LINE,
  newUnit,
  OTHER,
  PAUSE,
  PLAIN_LETTER,
  secondUnit,
  SPACE,
  UNITS,
  WRITTEN_OUT,
} from './characters.js';
import { LONGEST_TERM, spelled } from './terms.js';
import {
  HASH_START,
  hashed,
  hashedToo,
  mixed,
  type Numbering,
  numberOf,
  SECOND_START,
  UNKNOWN,
  type WordTable,
} from './word-table.js';

/**
 * Texts as numbers of their words, one behind the other in growing arrays. Reads each text unit by unit, once, without a
 * string or an object for a word; gives the same words as `sentences`.
 */
export class Tokens {
  /** How many words there are. */
  length = 0;
  /** The number of each word; -1 for one that has none. */
  words: Int32Array;
  /** At each word `JOINED` where it goes on with the sentence of the one before, else -1; later the pair of the two. */
  pairs: Int32Array;
  readonly #number: Numbering;

  /** @param length how many words are expected */
  constructor(number: Numbering, length = 1024) {
    this.#number = number;
    this.words = new Int32Array(length);
    this.pairs = new Int32Array(length);
  }

  /** Adds the words of a text. @param ignored words that are left out */
  addText(text: string, ignored: WordTable): void {
    const start = this.length;
    if (this.#read(text, ignored, false)) return;
    this.length = start;
    this.#read(spelled(text), ignored, true);
  }

  /** The number of a term that is no word of a text: a tag. */
  numberOf(term: string): number {
    return numberOf(term, this.#number);
  }

  /** Adds a word by its number. */
  add(number: number, pair: number): void {
    if (this.length === this.words.length) {
      this.words = twice(this.words);
      this.pairs = twice(this.pairs);
    }
    this.words[this.length] = number;
    this.pairs[this.length++] = pair;
  }

  /** @returns false where the text has to be brought into the terms' spelling first */
  #read(text: string, ignored: WordTable, isSpelled: boolean): boolean {
    /** Of the word that is being read. */
    let length = 0;
    let hash = HASH_START | 0;
    let second = SECOND_START | 0;
    let isSentenceStart = true;
    /** What was read last, between words: its kind; whether white space came before it; whether a line ended there. */
    let last = OTHER;
    let isSpaced = false;
    let isLineEnd = false;
    const end = text.length;
    for (let at = 0; at <= end; at++) {
      const unit = at < end ? text.charCodeAt(at) : SPACE_UNIT;
      const info = UNITS[unit] || newUnit(unit);
      if (info < PLAIN_LETTER && length < LONGEST_TERM) {
        const letter = info & UNIT;
        WORD[length++] = letter;
        hash = hashed(hash, letter);
        second = hashedToo(second, letter);
        continue;
      }
      let kind = info >> 16;
      if (kind > FOLD) {
        if (!isSpelled) return false;
        kind -= FOLD;
        if (kind === HALF) kind = wholeKind(text, at);
      }
      if (kind <= WRITTEN_OUT || (kind === MARK && length > 0)) {
        if (length === LONGEST_TERM) continue;
        const folded = isSpelled ? unit : info & UNIT;
        WORD[length++] = folded;
        hash = hashed(hash, folded);
        second = hashedToo(second, folded);
        if (kind === WRITTEN_OUT && length < LONGEST_TERM) {
          const added = secondUnit(folded);
          WORD[length++] = added;
          hash = hashed(hash, added);
          second = hashedToo(second, added);
        }
        continue;
      }
      if (length > 0) {
        hash = mixed(hash);
        second = mixed(second);
        if (ignored.find(hash, second) === UNKNOWN) {
          this.add(this.#number(WORD, length, hash, second), isSentenceStart ? UNKNOWN : JOINED);
          isSentenceStart = false;
        }
        length = 0;
        hash = HASH_START | 0;
        second = SECOND_START | 0;
        last = OTHER;
        isSpaced = false;
        isLineEnd = false;
      }
      if (kind === SPACE || kind === NEW_LINE) {
        isSentenceStart ||= last === PAUSE || (last === DASH && isSpaced) || (isLineEnd && kind === NEW_LINE);
        isLineEnd ||= kind === NEW_LINE;
      } else {
        isSentenceStart ||= kind === BREAK;
        isSpaced = last === SPACE || last === NEW_LINE;
        isLineEnd = false;
      }
      last = kind;
    }
    return true;
  }
}

/** Stands at a word that follows another in its sentence, as long as the pair of the two has no number. */
export const JOINED = 0;

/** The word that is being read. */
const WORD = new Uint16Array(LONGEST_TERM + 1);
const SPACE_UNIT = 0x20;
const UNIT = 0xffff;

/** The kind of a character that takes two units, at either of them. */
function wholeKind(text: string, at: number): number {
  const isSecond = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  const code = text.codePointAt(isSecond && at > 0 ? at - 1 : at) ?? 0;
  return code > 0xffff ? characterKind(String.fromCodePoint(code)) : OTHER;
}

function twice(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}

import { copyOf } from '../shared/text.js';

/**
 * A term of the ranking. Terms are numbers, since numbers are compared, counted and kept several times as fast as
 * texts. A word or a tag has its number in the vocabulary; a bigram has the numbers of both of its words in one.
 */
export type Term = number;

/** Stands between two sentences of a passage. It is not a term. */
export const SENTENCE_END: Term = 0;

/** The words and tags of an index, each with its number. */
export class Vocabulary {
  readonly #numbers = new Map<string, Term>([['', SENTENCE_END]]);
  readonly #texts: string[] = [''];

  /** The number that the next new word gets; all others are below it. */
  get size(): number {
    return this.#texts.length;
  }

  /** The number of a word or a tag. A new word gets the next number. */
  numberOf(word: string): Term {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      const copy = copyOf(word);
      number = this.#texts.push(copy) - 1;
      this.#numbers.set(copy, number);
    }
    return number;
  }

  /** The text of a term: `ran`, `open ran`, `#5g netz`. */
  textOf(term: Term): string {
    if (!isBigram(term)) return this.#texts[term] ?? '';
    const [first = 0, second = 0] = wordsIn(term);
    return `${this.#texts[first]} ${this.#texts[second]}`;
  }

  /** Whether a term is a number, or a bigram with a number in it. */
  holdsNumber(term: Term): boolean {
    return wordsIn(term).some((word) => NUMBER.test(this.#texts[word] ?? ''));
  }
}

/** Two words side by side as one term. */
export function bigram(first: Term, second: Term): Term {
  return first * MOST_WORDS + second;
}

/** Whether a term is a bigram, rather than a word or a tag. */
export function isBigram(term: Term): boolean {
  return term >= MOST_WORDS;
}

/** The two words of a bigram; of any other term, the term itself. */
export function wordsIn(term: Term): Term[] {
  return isBigram(term) ? [Math.floor(term / MOST_WORDS), term % MOST_WORDS] : [term];
}

/** More words than any index has; two such numbers together are below the largest whole number. */
const MOST_WORDS = 2 ** 26;
const NUMBER = /^\p{N}+$/u;

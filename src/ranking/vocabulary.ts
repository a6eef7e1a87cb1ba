/**
 * A term of the ranking. Terms are numbers, since numbers are compared, counted and kept several times as fast as texts:
 * a word or a tag has its number in the vocabulary, a bigram both of its words' numbers in one.
 */
export type Term = number;

/** Stands between two sentences of a passage, and is no term. */
export const SENTENCE_END: Term = 0;

/** The words and tags of an index, each with its number. */
export class Vocabulary {
  readonly #numbers = new Map<string, Term>([['', SENTENCE_END]]);
  readonly #texts: string[] = [''];

  /** Every number of a word or a tag is below this. */
  get size(): number {
    return this.#texts.length;
  }

  /** The number of a word or a tag; the next one for a new word. */
  numberOf(word: string): Term {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#texts.push(word) - 1;
      this.#numbers.set(word, number);
    }
    return number;
  }

  /** How a term reads: `ran`, `open ran`, `#5g netz`. */
  textOf(term: Term): string {
    if (!isBigram(term)) return this.#texts[term] ?? '';
    const [first = 0, second = 0] = wordsIn(term);
    return `${this.#texts[first]} ${this.#texts[second]}`;
  }

  /** Whether a term is a number, or a bigram that holds one. */
  holdsNumber(term: Term): boolean {
    return wordsIn(term).some((word) => NUMBER.test(this.#texts[word] ?? ''));
  }
}

/** Two words side by side as one term. */
export function bigram(first: Term, second: Term): Term {
  return first * MOST_WORDS + second;
}

/** Whether a term is a bigram: neither a word nor a tag. */
export function isBigram(term: Term): boolean {
  return term >= MOST_WORDS;
}

/** The two words of a bigram, or the one word or tag that a term is. */
export function wordsIn(term: Term): Term[] {
  return isBigram(term) ? [Math.floor(term / MOST_WORDS), term % MOST_WORDS] : [term];
}

/** More words than any index has; two such numbers together are below the largest whole number. */
const MOST_WORDS = 2 ** 26;
const NUMBER = /^\p{N}+$/u;

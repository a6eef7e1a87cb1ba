/**
 * The terms of an index, each under a number: words, tags, and pairs of neighbouring words. A pair counts as a term
 * once two articles hold it, since one alone can't relate anything.
 */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #pairs = new Map<number, number>();
  readonly #names: string[] = [];

  /** How many terms there are. */
  get size(): number {
    return this.#names.length;
  }

  /** A word's or tag's number; it gets one where it has none yet. */
  add(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    this.#numbers.set(term, this.#names.length);
    return this.#names.push(term) - 1;
  }

  /** Makes a term of two neighbouring words; `find` knows it from then on. */
  addPair(first: number, second: number): void {
    const name = `${this.name(first)} ${this.name(second)}`;
    this.#pairs.set(pairKey(first, second), this.#names.length);
    this.#numbers.set(name, this.#names.length);
    this.#names.push(name);
  }

  /** A term's number, -1 for an unknown one. */
  find(term: string): number {
    return this.#numbers.get(term) ?? UNKNOWN;
  }

  /** The number of a pair of words, -1 where it is no term. */
  findPair(first: number, second: number): number {
    if (first === UNKNOWN || second === UNKNOWN) return UNKNOWN;
    return this.#pairs.get(pairKey(first, second)) ?? UNKNOWN;
  }

  /** The term of a number; a pair as its two words with a space between. */
  name(number: number): string {
    return this.#names[number] ?? '';
  }
}

/** The number of what is no term. */
export const UNKNOWN = -1;

/** One number for two; exact as long as there are fewer than 2^26 words. */
export function pairKey(first: number, second: number): number {
  return first * 2 ** 26 + second;
}

/**
 * Numbers for words, from 0 in the order in which they came. A word is handed over as UTF-16 units with their hash, so
 * that a text's words are looked up without a string for each. A hash table with linear probing.
 */
export class WordTable {
  /** How many words there are. */
  size = 0;
  /** At each place the number of its word and 1; 0 where it is free. */
  #slots = new Int32Array(1024);
  /** Of each word its hash, and where its units end. */
  #hashes = new Int32Array(512);
  #ends = new Int32Array(512);
  #units = new Uint16Array(4096);

  /** A table of words that are there already. */
  static of(words: Iterable<string>): WordTable {
    const table = new WordTable();
    for (const word of words) {
      const units = new Uint16Array(word.length);
      table.add(units, word.length, wordHash(word, units));
    }
    return table;
  }

  /** The number of a word; -1 where it has none. @param hash as `hashed` makes it of the units */
  find(word: Uint16Array, length: number, hash: number): number {
    return this.#slots[this.#slot(word, length, hash)]! - 1;
  }

  /** The number of a word, a new one where it had none. */
  add(word: Uint16Array, length: number, hash: number): number {
    const slot = this.#slot(word, length, hash);
    const known = this.#slots[slot]!;
    if (known > 0) return known - 1;
    const number = this.size++;
    const start = this.#start(number);
    if (this.#units.length < start + length)
      this.#units = grown(this.#units, new Uint16Array(2 * this.#units.length + length));
    this.#units.set(word.subarray(0, length), start);
    this.#slots[slot] = this.size;
    this.#hashes[number] = hash;
    this.#ends[number] = start + length;
    if (this.size === this.#hashes.length) this.#grow();
    return number;
  }

  /** The word of a number. */
  word(number: number): string {
    return String.fromCharCode(...this.#units.subarray(this.#start(number), this.#ends[number]));
  }

  #start(number: number): number {
    return number === 0 ? 0 : this.#ends[number - 1]!;
  }

  /** The place of a word, or the free one where it belongs. */
  #slot(word: Uint16Array, length: number, hash: number): number {
    const [slots, hashes] = [this.#slots, this.#hashes];
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let known = slots[slot]!; known > 0; known = slots[slot]!) {
      if (hashes[known - 1] === hash && this.#is(known - 1, word, length)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #is(number: number, word: Uint16Array, length: number): boolean {
    const units = this.#units;
    const start = this.#start(number);
    if (this.#ends[number]! - start !== length) return false;
    for (let at = 0; at < length; at++) if (units[start + at] !== word[at]) return false;
    return true;
  }

  #grow(): void {
    const size = 2 * this.size;
    this.#hashes = grown(this.#hashes, new Int32Array(size));
    this.#ends = grown(this.#ends, new Int32Array(size));
    this.#slots = new Int32Array(2 * size);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.size; number++) {
      let slot = this.#hashes[number]! & mask;
      while (this.#slots[slot]! > 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }
}

/** A hash before the first unit: another one in each run, so that no index can be made to be slow. */
export const HASH_START = Math.floor(Math.random() * 2 ** 31);

/** A hash with one more unit (after FNV-1a: Fowler, Noll, Vo). */
export function hashed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** A hash whose low bits hang on all units. */
export function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return half ^ (half >>> 15);
}

/** The hash of a word, whose units are written out for it. */
export function wordHash(word: string, units: Uint16Array): number {
  let hash = HASH_START;
  for (let at = 0; at < word.length; at++) hash = hashed(hash, (units[at] = word.charCodeAt(at)));
  return mixed(hash);
}

function grown<T extends Int32Array | Uint16Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

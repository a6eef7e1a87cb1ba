/**
 * Numbers for words, from 0 in the order in which they came. A word is handed over as UTF-16 units with their hash, so
 * that a text's words are looked up without a string for each. A hash table with linear probing. Beside each number
 * stands a second hash of the word, in whose stead the word itself is never compared: of 100,000 words two are taken for
 * one in one run of some ten thousand, and to look each up where it is written takes twice as long.
 */
export class WordTable {
  /** How many words there are. */
  size = 0;
  /** At each place the number of its word and 1, 0 where it is free; then the word's second hash. */
  #slots = new Int32Array(2048);
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
    return known > 0 ? known - 1 : this.#new(slot, word, length, hash);
  }

  /** The word of a number. */
  word(number: number): string {
    return String.fromCharCode(...this.#units.subarray(this.#start(number), this.#ends[number]));
  }

  /** Writes out the units of a word. @returns how many they are */
  read(number: number, word: Uint16Array): number {
    const start = this.#start(number);
    const length = this.#ends[number]! - start;
    for (let at = 0; at < length; at++) word[at] = this.#units[start + at]!;
    return length;
  }

  #start(number: number): number {
    return number === 0 ? 0 : this.#ends[number - 1]!;
  }

  #new(slot: number, word: Uint16Array, length: number, hash: number): number {
    const number = this.size++;
    const start = this.#start(number);
    if (this.#units.length < start + length) this.#growUnits(length);
    const units = this.#units;
    for (let at = 0; at < length; at++) units[start + at] = word[at]!;
    this.#slots[slot] = this.size;
    this.#slots[slot + 1] = secondHash(word, length);
    this.#hashes[number] = hash;
    this.#ends[number] = start + length;
    if (this.size === this.#hashes.length) this.#grow();
    return number;
  }

  /** The place of a word, or the free one where it belongs. */
  #slot(word: Uint16Array, length: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 2;
    let slot = (2 * hash) & mask;
    if (slots[slot] === 0) return slot;
    const second = secondHash(word, length);
    while (slots[slot]! > 0 && slots[slot + 1] !== second) slot = (slot + 2) & mask;
    return slot;
  }

  #growUnits(length: number): void {
    this.#units = grown(this.#units, new Uint16Array(2 * this.#units.length + length));
  }

  #grow(): void {
    const size = 2 * this.size;
    const old = this.#slots;
    const slots = (this.#slots = new Int32Array(4 * size));
    const mask = slots.length - 2;
    for (let from = 0; from < old.length; from += 2) {
      const known = old[from]!;
      if (known === 0) continue;
      let slot = (2 * this.#hashes[known - 1]!) & mask;
      while (slots[slot]! > 0) slot = (slot + 2) & mask;
      slots[slot] = known;
      slots[slot + 1] = old[from + 1]!;
    }
    this.#hashes = grown(this.#hashes, new Int32Array(size));
    this.#ends = grown(this.#ends, new Int32Array(size));
  }
}

/** The number of what is no word. */
export const UNKNOWN = -1;

/** A hash that hangs on each unit in another way than the first does. */
function secondHash(word: Uint16Array, length: number): number {
  let hash = SECOND_START ^ length;
  for (let at = 0; at < length; at++) hash = Math.imul(hash ^ word[at]!, 0x5bd1e995) ^ (hash >>> 15);
  return hash;
}

/** A hash before the first unit: another one in each run, so that no index can be made to be slow. */
export const HASH_START = Math.floor(Math.random() * 2 ** 31);

const SECOND_START = Math.floor(Math.random() * 2 ** 31);

/** A hash with one more unit (after FNV-1a: Fowler, Noll, Vo). */
export function hashed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** A hash whose low bits hang on all units. */
export function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return half ^ (half >>> 15);
}

/** The hash of a word. */
export function hashOf(word: Uint16Array, length: number): number {
  let hash = HASH_START;
  for (let at = 0; at < length; at++) hash = hashed(hash, word[at]!);
  return mixed(hash);
}

/** The hash of a word, whose units are written out for it. */
export function wordHash(word: string, units: Uint16Array): number {
  for (let at = 0; at < word.length; at++) units[at] = word.charCodeAt(at);
  return hashOf(units, word.length);
}

function grown<T extends Int32Array | Uint16Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

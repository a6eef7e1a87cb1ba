import { forEach, type Steps } from './steps.js';
import { LONGEST_TERM } from './terms.js';
import { hashOf, UNKNOWN, type WordTable } from './word-table.js';

/**
 * The number of the word that a word is an inflection of: of `tarife` that of `tarif`, of `licensing` that of `license`; -1
 * where it is of none. Endings of German and English words, but only of words that the table holds without them:
 * what ends so by chance hardly ever does.
 */
export function baseOf(word: Uint16Array, length: number, words: WordTable): number {
  for (const ending of ENDINGS) {
    const rest = length - ending.length;
    if (rest < SHORTEST || ending.some((unit, at) => word[rest + at] !== unit)) continue;
    const number = words.find(word, rest, hashOf(word, rest));
    if (number !== UNKNOWN) return number;
    if (ending.length === 1) continue;
    const unit = word[rest]!;
    word[rest] = E;
    const longer = words.find(word, rest + 1, hashOf(word, rest + 1));
    word[rest] = unit;
    if (longer !== UNKNOWN) return longer;
  }
  return UNKNOWN;
}

/** For each word of a table the number of the one that it and its inflections are taken for. */
export function* basesOf(words: WordTable): Steps<Int32Array> {
  const bases = new Int32Array(words.size);
  const word = new Uint16Array(LONGEST_TERM + 1);
  yield* forEach(words.size, WORDS, (number) => {
    const base = baseOf(word, words.read(number, word), words);
    bases[number] = base === UNKNOWN ? number : base;
  });
  // A base is shorter than its inflection, so that this ends.
  for (let number = 0; number < bases.length; number++) {
    while (bases[bases[number]!] !== bases[number]) bases[number] = bases[bases[number]!]!;
  }
  return bases;
}

/** The longest first, so that the base is the shortest. */
const ENDINGS = ['ing', 'ed', 'es', 'en', 'e', 'n', 's'].map((ending) =>
  Array.from(ending, (letter) => letter.charCodeAt(0)),
);
const E = 0x65;
/** Characters of a base at least; two shorter words that differ in an ending are mostly two words. */
const SHORTEST = 4;
/** Words in a step. */
const WORDS = 1024;

import { forEach, type Steps } from './steps.js';
import { UNKNOWN, type WordTable } from './word-table.js';

/**
 * The number of the word that a word is an inflection of: of `tarife` that of `tarif`, of `licensing` that of `license`; -1
 * where it is of none. Endings of German and English words, but only of words that the table holds without them:
 * what ends so by chance hardly ever does.
 */
export function baseOf(word: string, words: WordTable): number {
  for (const ending of ENDINGS) {
    const length = word.length - ending.length;
    if (length < SHORTEST || !word.endsWith(ending)) continue;
    const base = word.slice(0, length);
    const number = words.numberOf(base);
    if (number !== UNKNOWN) return number;
    if (ending.length === 1) continue;
    const longer = words.numberOf(`${base}e`);
    if (longer !== UNKNOWN) return longer;
  }
  return UNKNOWN;
}

/** For each word of a table the number of the one that it and its inflections are taken for. */
export function* basesOf(words: WordTable): Steps<Int32Array> {
  const bases = new Int32Array(words.size);
  yield* forEach(words.size, WORDS, (number) => {
    const base = baseOf(words.word(number), words);
    bases[number] = base === UNKNOWN ? number : base;
  });
  // A base is shorter than its inflection, so that this ends.
  for (let number = 0; number < bases.length; number++) {
    while (bases[bases[number]!] !== bases[number]) bases[number] = bases[bases[number]!]!;
  }
  return bases;
}

/** The longest first, so that the base is the shortest. */
const ENDINGS = ['ing', 'ed', 'es', 'en', 'e', 'n', 's'];
/** Characters of a base at least; two shorter words that differ in an ending are mostly two words. */
const SHORTEST = 4;
/** Words in a step. */
const WORDS = 1024;

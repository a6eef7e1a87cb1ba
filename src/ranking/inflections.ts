import { forEach, type Steps } from '../steps.js';
import { HASH_START, hashed, hashedToo, mixed, SECOND_START, UNKNOWN, type WordTable } from './word-table.js';

/**
 * The number of the word that a word is an inflection of: of `tarife` that of `tarif`, of `licensing` that of `license`; -1
 * where it is of none. Endings of German and English words, but only of words that the table holds without them:
 * what ends so by chance hardly ever does.
 *
 * @param start where the word's UTF-16 units start, and `end` where they end
 */
export function baseOf(units: Uint16Array, start: number, end: number, words: WordTable): number {
  // The longest ending first, so that the base is the shortest.
  for (let cut = LONGEST_ENDING; cut > 0; cut--) {
    const rest = end - cut;
    if (rest - start < SHORTEST || !isEnding(units, rest, cut)) continue;
    let hash = HASH_START | 0;
    let second = SECOND_START | 0;
    for (let at = start; at < rest; at++) {
      hash = hashed(hash, units[at]!);
      second = hashedToo(second, units[at]!);
    }
    const number = words.find(mixed(hash), mixed(second));
    if (number !== UNKNOWN) return number;
    if (cut === 1) continue;
    const longer = words.find(mixed(hashed(hash, E)), mixed(hashedToo(second, E)));
    if (longer !== UNKNOWN) return longer;
  }
  return UNKNOWN;
}

/** Whether what stands behind the rest of a word is `ing`, `ed`, `es`, `en`, `e`, `n` or `s`. */
function isEnding(units: Uint16Array, rest: number, length: number): boolean {
  const unit = units[rest]!;
  if (length === 1) return unit === E || unit === N || unit === S;
  const next = units[rest + 1]!;
  if (length === 2) return unit === E && (next === D || next === S || next === N);
  return unit === I && next === N && units[rest + 2] === G;
}

/** For each word of a table the number of the one that it and its inflections are taken for. */
export function* basesOf(words: WordTable): Steps<Int32Array> {
  const bases = new Int32Array(words.size);
  yield* forEach(words.size, WORDS, (number) => {
    const base = baseOf(words.units, words.start(number), words.end(number), words);
    bases[number] = base === UNKNOWN ? number : base;
  });
  // A base is shorter than its inflection, so that this ends.
  for (let number = 0; number < bases.length; number++) {
    while (bases[bases[number]!] !== bases[number]) bases[number] = bases[bases[number]!]!;
  }
  return bases;
}

const [D, E, G, I, N, S] = [0x64, 0x65, 0x67, 0x69, 0x6e, 0x73];
const LONGEST_ENDING = 3;
/** Characters of a base at least; two shorter words that differ in an ending are mostly two words. */
const SHORTEST = 4;
/** Words in a step. */
const WORDS = 1024;

import type { Document, Passage } from './document.js';
import type { IndexedDocument, TermIndex } from './term-index.js';

/**
 * The key terms that stand for a document best: words, and phrases of two or three neighbouring words, which bring
 * their words and pairs along. Each is the one that adds most to what those before it hold of the document's vector,
 * by squares of weights; terms taken one by one like this hold nearly as much as the best choice of as many (Nemhauser,
 * Wolsey and Fisher, "An analysis of approximations for maximizing submodular set functions", 1978).
 *
 * @param most how many at most
 * @returns the terms as they are written, the strongest first; none that this document alone holds
 */
export function keyTerms(
  { document, vector }: IndexedDocument,
  index: TermIndex,
  most: number,
): readonly string[] {
  /** What each term adds that is not held yet. */
  const gains = new Map<number, number>();
  vector.terms.forEach((term, at) => {
    if (index.frequency(term) > 1) gains.set(term, vector.weights[at]! ** 2);
  });
  const phrases = [...wordsIn(document, gains), ...phrasesIn(document.text, gains)]
    .map(({ words, terms }) => ({ words, terms, atMost: gain(terms, gains) }))
    .sort((a, b) => b.atMost - a.atMost);
  const chosen: string[] = [];
  while (chosen.length < most) {
    const best = strongest(phrases, gains);
    if (!best) break;
    chosen.push(best.words.map((word) => index.name(word)).join(' '));
    for (const term of best.terms) gains.delete(term);
  }
  return chosen;
}

/** Neighbouring words with the terms that they bring: themselves and their pairs. */
interface Phrase {
  readonly words: readonly number[];
  readonly terms: readonly number[];
}

/** The different words of a document, in the order of the terms given; neither pairs nor tags are any. */
function wordsIn({ text, title, tagWords }: Document, terms: ReadonlyMap<number, number>): Phrase[] {
  const words = new Set([...text.words, ...title.words, ...tagWords.words]);
  return [...terms.keys()]
    .filter((term) => words.has(term))
    .map((word) => ({ words: [word], terms: [word] }));
}

/** The different phrases of two and three words all of whose terms are among those given. */
function phrasesIn({ words, pairs }: Passage, terms: ReadonlyMap<number, number>): Phrase[] {
  const twos = new Map<number, Phrase>();
  const threes = new Map<number, Map<number, Phrase>>();
  for (let at = 1; at < words.length; at++) {
    const [first, second, pair] = [words[at - 1]!, words[at]!, pairs[at]!];
    // A pair that is a term consists of words that are.
    if (!terms.has(pair)) continue;
    if (!twos.has(pair)) twos.set(pair, { words: [first, second], terms: [first, second, pair] });
    const next = pairs[at + 1] ?? NONE;
    if (!terms.has(next)) continue;
    const known = threes.get(pair) ?? new Map<number, Phrase>();
    threes.set(pair, known);
    const third = words[at + 1]!;
    known.set(next, { words: [first, second, third], terms: [first, second, third, pair, next] });
  }
  return [...twos.values(), ...[...threes.values()].flatMap((known) => [...known.values()])];
}

/** The phrase that adds most, of those in the order of what they can add at most; none where nothing is left. */
function strongest(
  phrases: readonly (Phrase & { readonly atMost: number })[],
  gains: ReadonlyMap<number, number>,
): Phrase | undefined {
  let best: Phrase | undefined;
  let most = 0;
  for (const phrase of phrases) {
    if (phrase.atMost <= most) break;
    const adds = gain(phrase.terms, gains);
    if (adds > most) [best, most] = [phrase, adds];
  }
  return best;
}

/** What a phrase adds; a word that it repeats counts once. */
function gain(terms: readonly number[], gains: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at]!;
    if (terms.indexOf(term) === at) sum += gains.get(term) ?? 0;
  }
  return sum;
}

const NONE = -1;

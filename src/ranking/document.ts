import { sentences, tagTerm, type RankedText } from './terms.js';
import { UNKNOWN, type Vocabulary } from './vocabulary.js';

/** A piece of text as the numbers of its words, stop words left out, and of the pairs that they end. */
export interface Passage {
  readonly words: Int32Array;
  /** At each word the pair of it and the one before in its sentence; -1 where there is none. */
  readonly pairs: Int32Array;
}

/** An article as numbers of terms. */
export interface Document {
  /** The text, or the excerpt where there is no text. */
  readonly text: Passage;
  readonly title: Passage;
  /** The words of the tags. */
  readonly tagWords: Passage;
  /** Each tag as a term of its own. */
  readonly tags: Int32Array;
  /** Key terms that stand for a text that is not there, the strongest first. */
  readonly keyTerms: Int32Array;
  /** Milliseconds since 1970; NaN without a date. */
  readonly time: number;
}

/** The words of a passage before its pairs are known; `END` ends a sentence. */
export type Words = readonly number[];

/** An article's words, as numbers that `number` gives. */
export interface Draft {
  readonly text: Words;
  readonly title: Words;
  readonly tagWords: Words;
  readonly tags: readonly number[];
  readonly keyTerms: readonly (readonly number[])[];
  readonly time: number;
}

/** Reads an article. @param number gives a word's number; -1 leaves it unknown @param ignored its stop words */
export function draft(
  article: RankedText,
  ignored: ReadonlySet<string>,
  number: (term: string) => number,
): Draft {
  const numbers = (text: string): number[] => {
    const result: number[] = [];
    for (const sentence of sentences(text)) {
      for (const word of sentence) if (!ignored.has(word)) result.push(number(word));
      result.push(END);
    }
    return result;
  };
  const tags = [...new Set(article.tags)];
  const standIn = article.text ? [] : (article.terms ?? []);
  return {
    text: numbers(article.text || article.excerpt || ''),
    title: numbers(article.title),
    tagWords: tags.flatMap(numbers),
    tags: [...new Set(tags.map((tag) => number(tagTerm(tag))))],
    keyTerms: standIn.map((term) => sentences(term).flat().map(number)),
    time: article.date === undefined ? NaN : Date.parse(article.date),
  };
}

/** Ends a sentence; another number than that of an unknown word. */
export const END = -2;

/** The document of a draft. */
export function finished(unfinished: Draft, vocabulary: Vocabulary): Document {
  return {
    text: passage(unfinished.text, vocabulary),
    title: passage(unfinished.title, vocabulary),
    tagWords: passage(unfinished.tagWords, vocabulary),
    tags: Int32Array.from(unfinished.tags),
    keyTerms: Int32Array.from(unfinished.keyTerms, (term) => keyTerm(term, vocabulary)),
    time: unfinished.time,
  };
}

function passage(numbers: Words, vocabulary: Vocabulary): Passage {
  const words: number[] = [];
  const pairs: number[] = [];
  let previous = END;
  for (const word of numbers) {
    if (word !== END) {
      words.push(word);
      pairs.push(previous === END ? UNKNOWN : vocabulary.findPair(previous, word));
    }
    previous = word;
  }
  return { words: Int32Array.from(words), pairs: Int32Array.from(pairs) };
}

function keyTerm([first = UNKNOWN, second]: readonly number[], vocabulary: Vocabulary): number {
  return second === undefined ? first : vocabulary.findPair(first, second);
}

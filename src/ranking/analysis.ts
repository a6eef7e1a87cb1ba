import type { Article } from '../article.js';
import { timeOf } from '../shared/date.js';
import { slug } from './slug.js';
import { folded, LONGEST_TERM, SENTENCE_BREAK, tagTerm, WORD } from './spelling.js';
import { stem } from './stemmer.js';
import { bigram, SENTENCE_END, type Term, Vocabulary } from './vocabulary.js';
import { WEIGHTS } from './weights.js';

/** What the ranker reads of an article; everything but the title may be missing. */
export type RankedText = Pick<Article, 'title'> & Partial<Article>;

/** The words of a piece of text in their order, stemmed and without stop words; `SENTENCE_END` stands between sentences. */
export type Passage = readonly Term[];

/** An article as words. */
export interface AnalyzedArticle {
  /** The words of its text, or of its excerpt where it has no text. */
  readonly text: Passage;
  readonly title: Passage;
  /** The words that its address calls it by. */
  readonly slug: Passage;
  /** The words of its tags, a sentence each. */
  readonly tagWords: Passage;
  /** The words of its key terms, a sentence each, the strongest first; none beside a text. */
  readonly keyTerms: Passage;
  /** Its tags as terms of their own: `#5g netz`. */
  readonly tags: ReadonlySet<Term>;
  /** When it was published, in milliseconds since 1970; NaN where that is not known. */
  readonly time: number;
}

/** Reads articles word by word. It remembers each word that it has met, so that one analyzer serves a whole index. */
export class Analyzer {
  readonly vocabulary = new Vocabulary();
  /** By stop words, by token: the words that it stands for. */
  readonly #known = new Map<ReadonlySet<string>, Map<string, Passage>>();
  /** By tag, as articles write it, its term. */
  readonly #tags = new Map<string, Term>();

  /** @param stopWords words of its language that say nothing about a subject */
  analyze(article: RankedText, stopWords: ReadonlySet<string>): AnalyzedArticle {
    const { title, text, excerpt = '', url = '', date, tags = [], terms = [] } = article;
    const read = (passage: string): Passage => this.words(passage, stopWords);
    return {
      text: read(text || excerpt),
      title: read(title),
      slug: read(slug(url)),
      tagWords: read(tags.join(LIST_SEPARATOR)),
      keyTerms: text ? [] : this.words(terms.join(LIST_SEPARATOR), NO_STOP_WORDS),
      tags: new Set(tags.map((tag) => this.#tagOf(tag))),
      time: timeOf(date) ?? NaN,
    };
  }

  /** The words of a text. */
  words(text: string, stopWords: ReadonlySet<string>): Passage {
    const known = this.#knownOf(stopWords);
    const words: Term[] = [];
    for (const token of tokensOf(text)) {
      let list = known.get(token);
      if (!list) known.set(token, (list = this.#numbersOf(token, stopWords)));
      for (const word of list) words.push(word);
    }
    return words;
  }

  /** The words that a token stands for: one, none for a stop word, several in scripts without spaces. */
  wordsOf(token: string, stopWords: ReadonlySet<string>): Passage {
    return this.#knownOf(stopWords).get(token) ?? this.#numbersOf(token, stopWords);
  }

  #tagOf(tag: string): Term {
    let term = this.#tags.get(tag);
    if (term === undefined) this.#tags.set(tag, (term = this.vocabulary.numberOf(tagTerm(tag))));
    return term;
  }

  #numbersOf(token: string, stopWords: ReadonlySet<string>): Passage {
    return wordsOf(token, stopWords).map((word) => this.vocabulary.numberOf(word));
  }

  #knownOf(stopWords: ReadonlySet<string>): Map<string, Passage> {
    let known = this.#known.get(stopWords);
    if (!known) this.#known.set(stopWords, (known = new Map<string, Passage>()));
    return known;
  }
}

/** The tokens of a text in the spelling of `folded()`: words as they stand there, and signs that end sentences. */
export function tokensOf(text: string): readonly string[] {
  return folded(text).match(TOKEN) ?? [];
}

/** The stems that a token stands for; an empty text for a sentence's end. */
function wordsOf(token: string, stopWords: ReadonlySet<string>): string[] {
  if (!isWord(token)) return [''];
  if (UNSPACED.test(token)) return token.match(SCRIPT_RUN)?.flatMap(unspacedWords) ?? [];
  const word = token.slice(0, LONGEST_TERM);
  return stopWords.has(word) ? [] : [stem(word)];
}

/**
 * Gives each term of an article with how often it counts there: its words in their order, behind each the bigram that it
 * ends, and its tags. What stands there more than once comes more than once.
 *
 * @returns how many words and tags there are: the article's length
 */
export function eachTerm(article: AnalyzedArticle, take: (term: Term, times: number) => void): number {
  let length = 0;
  const read = (passage: Passage, timesOf: (words: number, sentences: number) => number): void => {
    let before = SENTENCE_END;
    let [words, sentences] = [0, 0];
    for (const word of passage) {
      if (word === SENTENCE_END) sentences++;
      else {
        const times = timesOf(words++, sentences);
        take(word, times);
        if (before !== SENTENCE_END) take(bigram(before, word), times);
      }
      before = word;
    }
    length += words;
  };
  read(article.text, (words) => (words < WEIGHTS.openingWords ? WEIGHTS.openingTimes : 1));
  read(article.title, () => WEIGHTS.titleTimes);
  read(article.slug, () => WEIGHTS.slugTimes);
  read(article.tagWords, () => WEIGHTS.tagTimes);
  read(article.keyTerms, (_, rank) => Math.round(1 + 4 / (1 + rank / 8)));
  for (const tag of article.tags) take(tag, WEIGHTS.tagTimes);
  return length + article.tags.size;
}

/** How often each term of an article counts: words, bigrams and tags. */
export function termFrequencies(article: AnalyzedArticle): Map<Term, number> {
  const frequencies = new Map<Term, number>();
  eachTerm(article, (term, times) => {
    frequencies.set(term, (frequencies.get(term) ?? 0) + times);
  });
  return frequencies;
}

/** The different words and bigrams of a short passage. */
export function termsOf(passage: Passage): Set<Term> {
  const terms = new Set<Term>();
  let before = SENTENCE_END;
  for (const word of passage) {
    if (word !== SENTENCE_END) {
      terms.add(word);
      if (before !== SENTENCE_END) terms.add(bigram(before, word));
    }
    before = word;
  }
  return terms;
}

/** Whether a token is a word, or a run of characters in a script without spaces. */
export function isWord(token: string): boolean {
  return WORD_START.test(token);
}

/** Whether a text holds a script that puts no spaces between words. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/**
 * The words of a run of characters in a script without spaces: each two neighbouring characters, as search engines cut
 * Chinese, Japanese and Thai. Every engine cuts alike, which `Intl.Segmenter` does not.
 */
function unspacedWords(run: string): string[] {
  const characters = Array.from(run);
  if (!UNSPACED.test(run)) return [stem(run.slice(0, LONGEST_TERM))];
  return characters.length === 1
    ? [run]
    : characters.slice(1).map((second, at) => `${characters[at]}${second}`);
}

const NO_STOP_WORDS: ReadonlySet<string> = new Set();
/** Ends a sentence. */
const LIST_SEPARATOR = ' | ';
/** Chinese and Japanese characters, Thai, Lao, Khmer and Burmese. */
const UNSPACED_SCRIPTS = String.raw`\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}`;
const UNSPACED = new RegExp(`[${UNSPACED_SCRIPTS}]`, 'u');
const SCRIPT_RUN = new RegExp(`[${UNSPACED_SCRIPTS}]+|[^${UNSPACED_SCRIPTS}]+`, 'gu');
const WORD_START = /^[\p{L}\p{N}]/u;
const TOKEN = new RegExp(`${WORD}|${SENTENCE_BREAK}`, 'gu');

import type { Article } from '../article.js';
import { timeOf } from '../shared/date.js';
import { copyOf } from '../shared/text.js';
import { articlePath } from '../shared/url.js';
import { folded, LONGEST_TERM, SENTENCE_BREAK, tagTerm, WORD } from './spelling.js';
import { bigram, SENTENCE_END, type Term, Vocabulary } from './vocabulary.js';
import { WEIGHTS } from './weights.js';

/** What the ranker reads of an article. Everything but the title may be missing. */
export type RankedText = Pick<Article, 'title'> & Partial<Article>;

/** The words of a piece of text in their order, stemmed and without stop words; `SENTENCE_END` stands between sentences. */
export type Passage = readonly Term[];

/** An article as words. */
export interface AnalyzedArticle {
  /** The words of its text, or of its excerpt where it has no text. */
  readonly text: Passage;
  readonly title: Passage;
  /** The words of the last part of its address. */
  readonly slug: Passage;
  /** The words of its tags. Each tag is a sentence. */
  readonly tagWords: Passage;
  /** The words of its key terms, the strongest first. Each key term is a sentence. Empty where there is a text. */
  readonly keyTerms: Passage;
  /** Its tags as terms of their own: `#5g netz`. */
  readonly tags: ReadonlySet<Term>;
  /** When it was published, in milliseconds since 1970; NaN if that is not known. */
  readonly time: number;
}

/** Reads articles word by word. It remembers each word that it has met, so one analyzer serves a whole index. */
export class Analyzer {
  readonly vocabulary = new Vocabulary();
  /** The words that a token stands for, by stop words and token. */
  readonly #known = new Map<ReadonlySet<string>, Map<string, Passage>>();
  /** The term of a tag, by the tag as articles write it. */
  readonly #tags = new Map<string, Term>();

  /** @param stopWords words of the article's language that say nothing about its subject */
  analyze(article: RankedText, stopWords: ReadonlySet<string>): AnalyzedArticle {
    const { title, text, excerpt = '', url = '', date, tags = [], terms = [] } = article;
    const read = (passage: string): Passage => this.words(passage, stopWords);
    return {
      text: read(text || excerpt),
      title: read(title),
      slug: read(articlePath(url).at(-1) ?? ''),
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
      if (!list) known.set(copyOf(token), (list = this.#numbersOf(token, stopWords)));
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

/** The tokens of a text in the spelling of `folded()`: unstemmed words, and signs that end sentences. */
export function tokensOf(text: string): readonly string[] {
  return folded(text).match(TOKEN) ?? [];
}

/** The stems that a token stands for. The end of a sentence gives an empty text. */
function wordsOf(token: string, stopWords: ReadonlySet<string>): string[] {
  if (!isWord(token)) return [''];
  if (UNSPACED.test(token)) return token.match(SCRIPT_RUN)?.flatMap(unspacedWords) ?? [];
  const word = token.slice(0, LONGEST_TERM);
  return stopWords.has(word) ? [] : [stem(word)];
}

/**
 * Passes each word of an article to `take` in its place, then the tags, with how often it counts and the word before it:
 * `SENTENCE_END` where a sentence begins. A word that occurs several times is passed several times.
 *
 * @returns the article's length: the number of its words and tags
 */
export function eachWord(
  article: AnalyzedArticle,
  take: (word: Term, times: number, before: Term) => void,
): number {
  let length = 0;
  const read = (passage: Passage, timesOf: (words: number, sentences: number) => number): void => {
    let before = SENTENCE_END;
    let [words, sentences] = [0, 0];
    for (const word of passage) {
      if (word === SENTENCE_END) sentences++;
      else take(word, timesOf(words++, sentences), before);
      before = word;
    }
    length += words;
  };
  read(article.text, (words) => (words < WEIGHTS.openingWords ? WEIGHTS.openingTimes : 1));
  read(article.title, () => WEIGHTS.titleTimes);
  read(article.slug, () => WEIGHTS.slugTimes);
  read(article.tagWords, () => WEIGHTS.tagTimes);
  read(article.keyTerms, (_, rank) => Math.round(1 + 4 / (1 + rank / 8)));
  for (const tag of article.tags) take(tag, WEIGHTS.tagTimes, SENTENCE_END);
  return length + article.tags.size;
}

/**
 * Passes each term of an article to `take`, with how often it counts: the words as `eachWord` has them, each followed by
 * the bigram that it ends.
 *
 * @returns the article's length: the number of its words and tags
 */
export function eachTerm(article: AnalyzedArticle, take: (term: Term, times: number) => void): number {
  return eachWord(article, (word, times, before) => {
    take(word, times);
    if (before !== SENTENCE_END) take(bigram(before, word), times);
  });
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
 * Chinese, Japanese and Thai. All browsers give the same words in this way; with `Intl.Segmenter` they do not.
 */
function unspacedWords(run: string): string[] {
  const characters = Array.from(run);
  if (!UNSPACED.test(run)) return [stem(run.slice(0, LONGEST_TERM))];
  return characters.length === 1
    ? [run]
    : characters.slice(1).map((second, at) => `${characters[at]}${second}`);
}

/**
 * A word without the ending of a German or English inflection, and a Korean one without its particle: `tarif` for
 * `tarife`, `licens` for `license` and `licenses`.
 *
 * One regular expression serves all languages. Snowball's stemmers (1 to 3 kB gzip a language) gave 0.001 / 0.003 more
 * in nDCG@10, all / older alone, and took three times as long to read words; no stemmer at all gives 0.002 / 0.005
 * less.
 *
 * @param word a word in the spelling of `folded()`
 */
export function stem(word: string): string {
  return HANGUL.test(word) ? word.replace(PARTICLE, '') : word.replace(ENDING, '');
}

/** At least four letters stay: two shorter words that differ in an ending mostly are two words. */
const ENDING = /(?<=.{4})(?:ing|e[dsn]|[ens])$/;
const HANGUL = /[가-힣]$/;
/** The most frequent Korean particles and verb endings, the longest first. At least two syllables stay. */
const PARTICLE =
  /(?<=..)(?:에서는|으로는|에게서|까지는|이라는|라는|에서|에게|으로|부터|까지|처럼|보다|하고|하는|한다|했다|하면|하여|해서|들은|들이|들을|들의|[은는이가을를의에로와과도만들나])$/;

const NO_STOP_WORDS: ReadonlySet<string> = new Set();
/** Ends a sentence. */
const LIST_SEPARATOR = ' | ';
/** Chinese and Japanese characters, Thai, Lao, Khmer and Burmese. */
const UNSPACED_SCRIPTS = String.raw`\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}`;
const UNSPACED = new RegExp(`[${UNSPACED_SCRIPTS}]`, 'u');
const SCRIPT_RUN = new RegExp(`[${UNSPACED_SCRIPTS}]+|[^${UNSPACED_SCRIPTS}]+`, 'gu');
const WORD_START = /^[\p{L}\p{N}]/u;
const TOKEN = new RegExp(`${WORD}|${SENTENCE_BREAK}`, 'gu');

import type { Article, Reasons } from '../article.js';
import { isUnspaced, type Passage, type RankedText, stem, tokensOf } from './analysis.js';
import { folded, LONGEST_TERM, normalized, SENTENCE_BREAK, tagTerm, WORD } from './spelling.js';
import { bigram, isBigram, type Term, type Vocabulary, wordsIn } from './vocabulary.js';

/** Gives the words that a token stands for. A stop word stands for none. */
type WordsOf = (token: string) => Passage;

/**
 * Tells why candidates are related to one article: by the tags that both have, and by the shared terms that weigh most
 * and are fit to show. Terms that a shared tag says already are left out. These terms are fit to show:
 *
 * - two words that are written with capitals or digits within a sentence, or with a hyphen between: a name (`Open RAN`);
 * - a word with several capitals or a digit (`ENISA`, `5G`);
 * - a word with a capital within a sentence (in German any noun), if both articles use it more than once, or if both
 *   have it in their titles or tags;
 * - any other word, if both articles have it in their titles or tags and use it again, in languages that write nouns
 *   without capitals;
 * - in scripts without spaces, a run of kanji or katakana, if both articles have it in their titles or tags or use it
 *   more than once.
 *
 * Names come first. A term is shown as the candidate writes it, unless only one of the two joins it with a hyphen. Words
 * in a long list (of names to thank, of links) and five words in a row that both texts have (a part of the theme, a
 * quotation) do not count as used.
 */
export class ReasonFinder {
  readonly #current: RankedText;
  readonly #vocabulary: Vocabulary;
  readonly #wordsOf: (article: RankedText) => WordsOf;
  readonly #tags: Set<string>;
  #usage: Usage | undefined;

  /** @param wordsOf gives the words of an article's tokens, by the stop words of its language */
  constructor(current: RankedText, vocabulary: Vocabulary, wordsOf: (article: RankedText) => WordsOf) {
    this.#current = current;
    this.#vocabulary = vocabulary;
    this.#wordsOf = wordsOf;
    this.#tags = new Set(current.tags?.map(tagTerm));
    this.#tags.delete(EMPTY_TAG);
  }

  /** @param shared the terms that the candidate shares with the current article, in descending weight */
  of(candidate: Article, shared: readonly Term[]): Reasons {
    const byTerm = new Map(candidate.tags.toReversed().map((tag) => [tagTerm(tag), tag]));
    const tags = candidate.tags.filter(
      (tag) => this.#tags.has(tagTerm(tag)) && byTerm.get(tagTerm(tag)) === tag,
    );
    const textOf = (term: Term): string => this.#vocabulary.textOf(term);
    const tried = shared.filter((term) => isTelling(textOf(term))).slice(0, MOST_TRIED);
    const inCurrent = (this.#usage ??= new Usage(this.#current, this.#wordsOf(this.#current)));
    const wordsOf = this.#wordsOf(candidate);
    const inCandidate = new Usage(candidate, wordsOf, inCurrent.shingles);
    const haveNouns = inCandidate.haveNouns || inCurrent.haveNouns;
    const said = new Set([...tags, candidate.author ?? ''].flatMap((text) => wordsOfText(text, wordsOf)));
    const terms: string[] = [];
    for (const term of tried.toSorted((a, b) => Number(isBigram(b)) - Number(isBigram(a)))) {
      const parts = wordsIn(term);
      if (parts.some((part) => said.has(part) || isVague(textOf(part)))) continue;
      const [use, other] = [inCandidate.of(term), inCurrent.of(term)];
      const spelling = use && other && spellingOf(textOf(term), use, other);
      if (!spelling || !isFit(spelling, parts.length, use, other, haveNouns)) continue;
      for (const part of [...parts, ...wordsOfText(spelling, wordsOf)]) said.add(part);
      if (terms.push(spelling) === MOST_TERMS) break;
    }
    return { tags, terms };
  }
}

function wordsOfText(text: string, wordsOf: WordsOf): Passage {
  return tokensOf(text).flatMap(wordsOf);
}

/** Whether a term may be shown at all. In a script without spaces only the runs that hold its words are shown. */
function isTelling(term: string): boolean {
  return TELLING.test(term) && !(isUnspaced(term) && term.includes(' '));
}

/** Whether a word is a number, or something that is counted. */
function isVague(word: string): boolean {
  return VAGUE.has(word) || COUNT.test(word);
}

function isFit(spelling: string, words: number, use: Use, other: Use, haveNouns: boolean): boolean {
  const isWithin = use.isWithin || other.isWithin;
  const areRepeated = use.times > 1 && other.times > 1;
  const areHeadlines = use.isInHeadline && other.isInHeadline;
  if (words > 1)
    return (isWithin || spelling.includes('-')) && spelling.length <= LONGEST && NAME.test(spelling);
  if (isUnspaced(spelling)) return areRepeated || areHeadlines;
  if (ACRONYM.test(spelling)) return true;
  if (isWithin && CAPITAL.test(spelling)) return areRepeated || areHeadlines;
  return areHeadlines && areRepeated && !haveNouns;
}

/**
 * The spelling of a term to show: an uninflected one if there is one, else the candidate's most frequent one, else the
 * current article's. A spelling that is joined, by a hyphen or in a script without spaces, must occur in both.
 */
function spellingOf(term: string, use: Use, other: Use): string | undefined {
  const spellings = [use, other]
    .flatMap(({ spellings: known }) => [...known].sort((a, b) => b[1] - a[1]).map(([spelling]) => spelling))
    .filter((one) => !isJoined(one) || (use.spellings.has(one) && other.spellings.has(one)));
  return spellings.find((spelling) => folded(spelling) === term) ?? spellings[0];
}

function isJoined(spelling: string): boolean {
  return spelling.includes('-') || isUnspaced(spelling);
}

/** How an article uses a term. */
interface Use {
  /** How often it uses each spelling. One within a sentence counts more than one at its start. */
  readonly spellings: Map<string, number>;
  times: number;
  /** Whether the term is in its title or a tag. */
  isInHeadline: boolean;
  /** Whether the term occurs within a sentence, where a capital means something. */
  isWithin: boolean;
}

/** A token of a sentence: as it is compared, as it is shown, and the words that it stands for. */
interface Token {
  readonly token: string;
  readonly spelling: string;
  readonly words: Passage;
}

/** How an article uses its terms. */
class Usage {
  /** All runs of five words in its text. */
  readonly shingles = new Set<string>();
  readonly #uses = new Map<Term, Use>();
  /** How often an occurrence in a title counts; more if there is no text. */
  readonly #headlineTimes: number;
  /** The number of words within sentences, and of those with a capital. */
  #within = 0;
  #capitals = 0;

  /** @param repeated runs of words whose sentences do not count */
  constructor(article: RankedText, wordsOf: WordsOf, repeated?: ReadonlySet<string>) {
    const { title, tags = [], excerpt = '', text = '', terms = [] } = article;
    this.#headlineTimes = text || excerpt || terms.length > 0 ? 1 : 2;
    for (const line of [title, ...tags]) {
      for (const sentence of sentencesOf(line, wordsOf)) this.#read(sentence, true);
    }
    // An excerpt often is the beginning of the text. Key terms stand in for a missing text.
    for (const passage of [text || excerpt, ...(text ? [] : terms)]) {
      const sentences = sentencesOf(passage, wordsOf);
      const counts = this.#counting(sentences, repeated);
      sentences.forEach((sentence, at) => {
        if (counts[at]) this.#read(sentence, false);
      });
    }
  }

  /** Whether nouns are written with capitals, as in German: then many more words than names have a capital. */
  get haveNouns(): boolean {
    return this.#capitals > NOUNS * this.#within;
  }

  of(term: Term): Use | undefined {
    return this.#uses.get(term);
  }

  /** For each sentence whether it counts: neither repeated words nor the items of a list do. */
  #counting(sentences: readonly (readonly Token[])[], repeated?: ReadonlySet<string>): boolean[] {
    const counts = sentences.map((sentence) => {
      const rows = sentence.slice(0, 1 - IN_A_ROW).map((_, at) =>
        sentence
          .slice(at, at + IN_A_ROW)
          .map(({ token }) => token)
          .join(' '),
      );
      for (const row of rows) this.shingles.add(row);
      return !rows.some((row) => repeated?.has(row));
    });
    // Several short sentences in a row are a list, and the sentence before them holds its first item.
    let start = 0;
    sentences.forEach((sentence, at) => {
      if (sentence.length > LIST_WORDS) start = at + 1;
      else if (at - start >= LIST_LENGTH - 1) counts.fill(false, Math.max(0, start - 1), at + 1);
    });
    return counts;
  }

  #read(sentence: readonly Token[], isHeadline: boolean): void {
    let before: Token | undefined;
    sentence.forEach((token, at) => {
      if (!isHeadline && at > 0) {
        this.#within++;
        if (CAPITAL.test(token.spelling)) this.#capitals++;
      }
      for (const word of token.words) this.#count(word, token.spelling, isHeadline, at > 0);
      const [last, first] = [before?.words.at(-1), token.words[0]];
      if (before && last !== undefined && first !== undefined) {
        const isOne = token.spelling === before.spelling && token.spelling.includes('-');
        const spelling = isOne ? token.spelling : `${before.spelling} ${token.spelling}`;
        this.#count(bigram(last, first), spelling, isHeadline, at > 1);
      }
      before = token;
    });
  }

  #count(term: Term, spelling: string, isHeadline: boolean, isInside: boolean): void {
    let use = this.#uses.get(term);
    if (!use) {
      use = { spellings: new Map(), times: 0, isInHeadline: false, isWithin: false };
      this.#uses.set(term, use);
    }
    const isWithin = !isHeadline && isInside;
    const weight = isWithin ? 1 : isHeadline ? HEADLINE : START;
    use.spellings.set(spelling, (use.spellings.get(spelling) ?? 0) + weight);
    use.times += isHeadline ? this.#headlineTimes : 1;
    use.isInHeadline ||= isHeadline;
    use.isWithin ||= isWithin;
  }
}

/** The tokens of a text by sentence. Words that hyphens join are shown together: `Wi-Fi` for `wi` and for `fi`. */
function sentencesOf(text: string, wordsOf: WordsOf): Token[][] {
  return normalized(text.slice(0, LONGEST_READ))
    .split(SHOWN_BREAK)
    .map((sentence) =>
      (sentence.match(JOINED_WORDS) ?? []).flatMap((joined) =>
        (joined.match(isUnspaced(joined) ? SHOWN_RUN : EACH_WORD) ?? []).map((word) => {
          const token = folded(word).slice(0, LONGEST_TERM);
          const spelling = isUnspaced(joined) ? word : joined.slice(0, LONGEST_TERM);
          return { token, spelling, words: wordsOf(token) };
        }),
      ),
    )
    .filter((sentence) => sentence.length > 0);
}

const MOST_TERMS = 3;
const EMPTY_TAG = '#';
/** How many shared terms are tried; the others weigh too little to be a reason. */
const MOST_TRIED = 24;
/** The most characters of two words with the space between. */
const LONGEST = 40;
/** How many UTF-16 units of a text are read. */
const LONGEST_READ = 100_000;
/** Two texts have so many words in a row only if one copies the other or both copy a third. */
const IN_A_ROW = 5;
/** How many sentences in a row are a list, and how many words each of them has at most. */
const LIST_LENGTH = 6;
const LIST_WORDS = 3;
/** Matches a term that is worth showing: not the term of a tag, not a bare number, not single letters. */
const TELLING = /^(?!#)(?=.*\p{L})(?!. .$)..+/u;
/** A year, or a Roman number. */
const COUNT = /^(?:(?:19|20)\d\d|[ivx]+)$/;
const CAPITAL = /^\p{Lu}/u;
const NAME = /^(?=\S*\p{L})[\p{Lu}\p{N}]\S*(?: [\p{Lu}\p{N}]\S*)?$/u;
/** A word with a second capital, or with a digit. */
const ACRONYM = /\p{L}.*\p{Lu}|\p{N}/u;
/** Numbers and the units that they count. They relate nothing. */
const VAGUE = new Set(
  (
    'one two three four five six year month day time ' +
    'eins zwei drei vier fuenf sechs jahr monat tag meter prozent euro'
  )
    .split(' ')
    .map(stem),
);
const EACH_WORD = new RegExp(WORD, 'gu');
/** Words with nothing but a hyphen between them. */
const JOINED_WORDS = new RegExp(`${WORD}(?:[-\u2010\u2011]${WORD})*`, 'gu');
/** What is shown of a script without spaces: kanji or katakana, two at least. */
const SHOWN_RUN = /\p{sc=Han}{2,12}|[\p{sc=Kana}ー]{2,20}|[\p{Script=Latin}\p{N}]+/gu;
/** Reasons do not reach across a slash. */
const SHOWN_BREAK = new RegExp(`/|${SENTENCE_BREAK}`, 'u');

/** If a larger share of words has a capital, nouns have one: it is about a third in German, below a tenth elsewhere. */
const NOUNS = 0.2;
/** The weight of a spelling in a title or a tag, where some write every word with a capital. Within a sentence it is 1. */
const HEADLINE = 0.5;
/** Its weight at the start of a sentence, where every word has a capital. */
const START = 0.1;

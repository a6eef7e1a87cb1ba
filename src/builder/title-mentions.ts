import type { Article } from '../article.js';
import { isUnspaced } from '../ranking/analysis.js';
import { folded, WORD } from '../ranking/spelling.js';
import { stopWordsFor } from '../ranking/stop-words.js';
import { primaryLanguage } from '../shared/language.js';

/** A place of a text that names an article by its title. */
export interface TitleMention {
  /** The article that is named, by its position in the list. */
  readonly position: number;
  /** Where the title starts and ends in the text. */
  readonly start: number;
  readonly end: number;
}

/** The title of an article. */
interface Title {
  readonly position: number;
  readonly tokens: readonly Token[];
  /** A title that more texts hold is a phrase or the subject of the whole site, and names no article. */
  readonly mostTexts: number;
}

/** The words that go on from here, and the titles that end here. */
interface Branch {
  readonly next: Map<string, Branch>;
  readonly titles: Title[];
}

/**
 * Finds the articles whose titles stand in the texts of others, each at its first place. The titles are a tree of words,
 * so that each text is read once, however many titles there are.
 *
 * A title is found as whole words with the same signs between them. It needs the capitals that make a name of it; that
 * of its first letter alone may be missing. Of a title that several articles have, only the one in the text's language
 * is meant.
 *
 * Some titles are found only where few texts hold them: those with less than two words that tell something (`Contact
 * us`), and phrases of two words without a capital (`Release notes`). A title of one word is not found at the start of a
 * sentence, where every word has a capital.
 *
 * @param language the language (BCP 47) of articles that name none
 * @param takeTurn is called after each article
 * @returns what each article names, by its position
 */
export async function titleMentions(
  articles: readonly Article[],
  { language, takeTurn }: { readonly language?: string | undefined; readonly takeTurn: () => Promise<void> },
): Promise<TitleMention[][]> {
  const titles = titlesOf(articles, language);
  const tree = treeOf(titles);
  const found: TitleMention[][] = [];
  for (const position of articles.keys()) {
    found.push(namedBy(position, articles, tree));
    await takeTurn();
  }
  const texts = articles.map(() => 0);
  for (const { position } of found.flat()) texts[position]!++;
  const phrases = titles.filter(({ position, mostTexts }) => texts[position]! > mostTexts);
  const excluded = new Set(phrases.map(({ position }) => position));
  return found.map((mentions) => mentions.filter(({ position }) => !excluded.has(position)));
}

/** The titles that may name an article. */
function titlesOf(articles: readonly Article[], language: string | undefined): Title[] {
  const stopWords = stopWordsFor(articles, language);
  return articles.flatMap(({ title, language: own }, position) => {
    const tokens = tokensOf(title);
    const mostTexts = mostTextsOf(tokens, stopWords(own), articles.length);
    return tokens.length > MOST_WORDS || mostTexts === 0 ? [] : { position, tokens, mostTexts };
  });
}

function treeOf(titles: readonly Title[]): Branch {
  const root: Branch = { next: new Map(), titles: [] };
  for (const title of titles) {
    let branch = root;
    for (const [at, token] of title.tokens.entries()) {
      const key = keyOf(token, at === 0);
      const known = branch.next.get(key) ?? { next: new Map<string, Branch>(), titles: [] };
      branch.next.set(key, known);
      branch = known;
    }
    branch.titles.push(title);
  }
  return root;
}

/** How many texts may hold a title; 0 if it never names an article. */
function mostTextsOf(tokens: readonly Token[], stopWords: ReadonlySet<string>, articles: number): number {
  const words = tokens.map(({ word }) => word);
  const telling = words.filter((word) => /\p{L}/u.test(word) && !stopWords.has(folded(word))).length;
  if (telling === 0 || (words.some(isUnspaced) && words.length < FEWEST_CHARACTERS)) return 0;
  const isName = words.some((word, at) => NAME.test(at > 0 ? word : word.slice(1)));
  if (telling < 2 && words.length > 1 && !isName) return 0;
  return telling > 2 || (telling === 2 && isName)
    ? Math.max(FEW, articles * SHARE)
    : Math.max(VERY_FEW, articles * SMALL_SHARE);
}

/** The articles that the text of one of them names. */
function namedBy(own: number, articles: readonly Article[], titles: Branch): TitleMention[] {
  const { text = '', language = '' } = articles[own]!;
  const tokens = tokensOf(text);
  const first = new Map<number, TitleMention>();
  for (let at = 0; at < tokens.length; at++) {
    const longest = longestAt(at, tokens, text, titles);
    if (!longest) continue;
    const position = meant(longest.titles, own, (other) => isIn(articles[other]!, language));
    const mention = { position: position ?? own, start: tokens[at]!.start, end: longest.end };
    if (position !== undefined && !first.has(position)) first.set(position, mention);
    // What is inside a longer title is no mention of a shorter one.
    at = longest.last;
  }
  return [...first.values()];
}

/** The titles that begin at a word of a text; where some are longer than others, the longest. */
function longestAt(
  from: number,
  tokens: readonly Token[],
  text: string,
  titles: Branch,
): { readonly titles: readonly Title[]; readonly last: number; readonly end: number } | undefined {
  let longest: ReturnType<typeof longestAt>;
  let branch: Branch | undefined = titles;
  for (let last = from; last < tokens.length; last++) {
    const token = tokens[last]!;
    branch = branch.next.get(keyOf(token, last === from));
    if (!branch) break;
    if (!isWhole(text, tokens[from]!.start, token.end)) continue;
    const written = branch.titles.filter((title) => isWritten(title, tokens, from));
    if (written.length > 0) longest = { titles: written, last, end: token.end };
  }
  return longest;
}

/** The article that a title means in the text of another one; undefined if it may mean several. */
function meant(
  titles: readonly Title[],
  own: number,
  isInLanguage: (position: number) => boolean,
): number | undefined {
  const positions = titles.map(({ position }) => position);
  const near = positions.filter(isInLanguage);
  const [only, ...others] = near.length > 0 ? near : positions;
  return others.length > 0 || only === own ? undefined : only;
}

function isIn({ language = '' }: Article, other: string): boolean {
  return primaryLanguage(language) === primaryLanguage(other);
}

/** Whether the words of a text have the capitals of a title, but for that of its first letter. */
function isWritten({ tokens: words }: Title, tokens: readonly Token[], from: number): boolean {
  const [{ word: first }] = words as [Token];
  if (words.length === 1) {
    const { word, gap } = tokens[from]!;
    return word === first && (NAME.test(first.slice(1)) || !SENTENCE_START.test(gap));
  }
  return words.every(({ word }, at) => {
    const written = tokens[from + at]!.word;
    const [own, other] = at > 0 ? [word, written] : [word.slice(1), written.slice(1)];
    return own === other || !NAME.test(own);
  });
}

/** Whether no hyphen joins a stretch of a text to another word. */
function isWhole(text: string, start: number, end: number): boolean {
  return (
    !JOINED_BEFORE.test(text.slice(Math.max(0, start - 2), start)) &&
    !JOINED_AFTER.test(text.slice(end, end + 2))
  );
}

/** A word of a text. In a script without spaces each character is one. */
interface Token {
  readonly word: string;
  /** What stands between it and the word before. */
  readonly gap: string;
  readonly start: number;
  readonly end: number;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let before = 0;
  const add = (word: string, start: number): void => {
    const end = start + word.length;
    tokens.push({ word: word.normalize('NFC'), gap: text.slice(before, start), start, end });
    before = end;
  };
  for (const { 0: word, index } of text.matchAll(EACH_WORD)) {
    if (!isUnspaced(word)) add(word, index);
    else for (const { 0: character, index: at } of word.matchAll(/./gsu)) add(character, index + at);
  }
  return tokens;
}

/** What a word is found by: in lower case, behind the signs that part it from the word before. */
function keyOf({ word, gap }: Token, isFirst: boolean): string {
  return (isFirst ? '' : plainGap(gap)) + word.toLowerCase();
}

/** The signs between two words in one spelling: there are several apostrophes, quotation marks, hyphens and spaces. */
function plainGap(gap: string): string {
  return gap === ' ' || gap === ''
    ? gap
    : gap
        .replace(/[\u2018-\u201B\u02BC\u2039\u203A`]/g, "'")
        .replace(/[\u201C-\u201F\u00AB\u00BB]/g, '"')
        .replace(/[\u2010-\u2015]/g, '-')
        .replace(/[^\S\n]+/g, ' ');
}

const EACH_WORD = new RegExp(WORD, 'gu');
/** What makes a name of a word, if it is not at the start of a sentence. */
const NAME = /[\p{Lu}\p{Lt}\p{N}]/u;
/** What stands before the first word of a sentence or of a quotation. */
const SENTENCE_START = /^$|[\n.!?:"“„«(]/;
const JOINED_BEFORE = /[\p{L}\p{N}][-\u2010\u2011]$/u;
const JOINED_AFTER = /^[-\u2010\u2011][\p{L}\p{N}]/u;
/** Nobody names a longer title in a text; in a script without spaces these are characters. */
const MOST_WORDS = 60;
/** Shorter titles in a script without spaces are common words. */
const FEWEST_CHARACTERS = 4;
/** How many texts may hold a name or a long title, in a site of any size and as a share of all texts. */
const FEW = 10;
const SHARE = 0.02;
/** The same for a title that may be a common phrase. */
const VERY_FEW = 3;
const SMALL_SHARE = 0.005;

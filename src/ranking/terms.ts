import type { Article } from '../article.js';
import { stopWords } from './stop-words.js';

/** How often each term occurs in an article. */
export type TermFrequencies = ReadonlyMap<string, number>;

/** What the ranker reads of an article; everything but the title may be missing. */
export type RankedText = Pick<Article, 'title'> & Partial<Article>;

/**
 * The terms of an article with their frequencies: the words of its text (of the excerpt, where there is no text)
 * once, those of title and tags `HEADLINE_WEIGHT` times, and each tag as a term of its own beside its words.
 *
 * @param language the article's language where it names none itself
 */
export function termFrequencies(article: RankedText, language: string | undefined): TermFrequencies {
  const ignored = stopWords(article.language ?? language);
  const frequencies = new Map<string, number>();
  const add = (term: string, times: number): void => {
    if (!ignored.has(term)) frequencies.set(term, (frequencies.get(term) ?? 0) + times);
  };
  for (const [term] of words(article.text || article.excerpt || '')) add(term, 1);
  for (const line of [article.title, ...(article.tags ?? [])]) {
    for (const [term] of words(line)) add(term, HEADLINE_WEIGHT);
  }
  for (const tag of article.tags ?? []) add(tagTerm(tag), HEADLINE_WEIGHT);
  return frequencies;
}

/** The term that stands for a whole tag; its sign keeps it apart from every word. */
export function tagTerm(tag: string): string {
  return `#${inOneSpelling(tag).toLowerCase().trim().slice(0, LONGEST_TERM)}`;
}

/** The words of a text, each as a term and as the text spells it. */
export function* words(text: string): Generator<[term: string, spelling: string]> {
  for (const [spelling] of inOneSpelling(text).matchAll(WORD)) {
    yield [spelling.toLowerCase().slice(0, LONGEST_TERM), spelling];
  }
}

/** A text in Unicode's NFKC and without soft hyphens. */
function inOneSpelling(text: string): string {
  return text.normalize('NFKC').replace(SOFT_HYPHEN, '');
}

/** Title and tags name an article's subject; values from 2 to 5 rank alike (nine sets of editors' links). */
const HEADLINE_WEIGHT = 3;
/** Characters; the index's memory grows with a term's length. */
const LONGEST_TERM = 64;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const SOFT_HYPHEN = /\u00AD/g;

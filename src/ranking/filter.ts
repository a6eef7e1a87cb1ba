import type { Article } from '../article.js';
import { identityKeys, keySet } from './identity.js';
import { tagTerm } from './spelling.js';

/** By field what an article has there. */
const FIELDS: Readonly<Record<string, (article: Article) => readonly (string | undefined)[]>> = {
  section: ({ section }) => [section],
  tag: ({ tags }) => tags,
  author: ({ author }) => authorsOf(author),
  type: ({ type }) => [type],
};

/** Whether an article is meant by one of some names, or has what they ask for. */
interface Filter {
  readonly isNamed: (article: Article) => boolean;
  /** For each field that is asked for: whether an article has one of its values. */
  readonly fields: readonly ((article: Article) => boolean)[];
}

/**
 * Reads the terms of a filter. Each is an id or URL of an article, or a field and its value: `section:Netze`,
 * `tag:Open RAN`, `author:Ada Lovelace`, `type:interview`. Values are compared as tags are, so that case does not count.
 *
 * @throws TypeError if a field has no value
 */
function readFilter(terms: readonly string[]): Filter {
  const wanted = new Map<string, Set<string>>();
  for (const term of terms) {
    const [, field = '', value = ''] = FIELD_TERM.exec(term) ?? [];
    if (!field) continue;
    if (!value.trim()) throw new TypeError(`related-articles: ${JSON.stringify(term)} names no ${field}`);
    wanted.set(field, (wanted.get(field) ?? new Set()).add(tagTerm(value)));
  }
  // A name may look like a field: ids of Atom begin with `tag:`.
  const names = keySet(terms);
  return {
    isNamed: (article) => identityKeys(article).some((key) => names.has(key)),
    fields: Array.from(wanted, ([field, values]) => (article: Article) => {
      const found = FIELDS[field]!(article);
      return found.some((value) => value !== undefined && values.has(tagTerm(value)));
    }),
  };
}

/**
 * Tells which articles a list of terms leaves out: those that it names, and those that have one of its values.
 *
 * @throws TypeError if a field has no value
 */
export function isLeftOut(terms: readonly string[]): (article: Article) => boolean {
  const { isNamed, fields } = readFilter(terms);
  return (article) => isNamed(article) || fields.some((has) => has(article));
}

/**
 * Tells which articles a list of terms chooses: those that it names, and those that have a value of each field that it
 * asks for. An empty list chooses all.
 *
 * @throws TypeError if a field has no value
 */
export function isChosen(terms: readonly string[]): (article: Article) => boolean {
  if (terms.length === 0) return () => true;
  const { isNamed, fields } = readFilter(terms);
  return (article) => isNamed(article) || (fields.length > 0 && fields.every((has) => has(article)));
}

/**
 * The terms in a text, as an attribute or an option has them: with spaces between them, and values that hold a space in
 * quotation marks.
 *
 * @throws TypeError if a quotation mark is not closed or a field has no value
 * @example
 * filterTerms("section:Netze tag:'Open RAN' /news/a"); // ['section:Netze', 'tag:Open RAN', '/news/a']
 */
export function filterTerms(text: string): string[] {
  const terms = Array.from(text.matchAll(TERM), ([term, field, single, double]) => {
    if (OPEN_QUOTE.test(term) && field === undefined) {
      throw new TypeError(`related-articles: a quotation mark is not closed in ${JSON.stringify(term)}`);
    }
    return field === undefined ? term : `${field}:${single ?? double}`;
  });
  readFilter(terms);
  return terms;
}

/** The names of an article's authors: all together, and each. */
export function authorsOf(author: string | undefined): string[] {
  return author === undefined ? [] : [author, ...author.split(', ')];
}

const NAMES = Object.keys(FIELDS).join('|');
/** A field and its value. */
export const FIELD_TERM = new RegExp(`^(${NAMES}):([^]*)$`);
const OPEN_QUOTE = new RegExp(`^(?:${NAMES}):['"]`);
const TERM = new RegExp(String.raw`\b(${NAMES}):(?:'([^']*)'|"([^"]*)")(?!\S)|\S+`, 'g');

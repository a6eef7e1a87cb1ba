import type { Article } from '../article.js';
import type { RankedText } from './analysis.js';
import { BELONGINGS } from './belonging.js';

/**
 * Checks that a value is a list of articles.
 *
 * @param name the function that needs it, for the message
 * @throws TypeError that names the first entry which is not an article, and says why
 */
export function checkArticles(name: string, articles: unknown): asserts articles is readonly Article[] {
  if (!Array.isArray(articles)) {
    throw new TypeError(`related-articles: ${name} needs an array of articles, got ${described(articles)}`);
  }
  articles.forEach((article: unknown, at) => {
    const need = wrong(article, REQUIRED);
    if (need) throw new TypeError(`related-articles: article ${at} needs ${need}, got ${described(article)}`);
  });
}

/**
 * Checks that a value is a list of URLs.
 *
 * @param name the function that needs it, for the message
 * @throws TypeError that says what it is in place of that
 */
export function checkUrls(name: string, urls: unknown): asserts urls is readonly string[] {
  if (isListOfTexts(urls)) return;
  throw new TypeError(`related-articles: ${name} needs an array of URLs, got ${described(urls)}`);
}

/**
 * Checks that a value is an article with a title, or the id or URL of one.
 *
 * @param name the function that needs it, for the message
 * @throws TypeError that says what it needs
 */
export function checkCurrent(name: string, article: unknown): asserts article is RankedText | string {
  if (typeof article === 'string') return;
  const need = wrong(article, ['title']);
  if (!need) return;
  const what = need === TITLE ? 'an article with a title, an id or a URL' : need;
  throw new TypeError(`related-articles: ${name} needs ${what}, got ${described(article)}`);
}

/**
 * Checks the options of a function.
 *
 * @param name the function, for the message
 * @throws TypeError if they are not an object, or if one of them is of the wrong type or out of its range
 */
export function checkOptions(name: string, options: unknown): void {
  if (!isObject(options)) {
    throw new TypeError(`related-articles: ${name} needs an object of options, got ${described(options)}`);
  }
  for (const [option, [isFit, need]] of Object.entries(OPTIONS)) {
    const value = options[option];
    if (value !== undefined && !isFit(value)) {
      throw new TypeError(`related-articles: ${option} must be ${need}, got ${described(value)}`);
    }
  }
}

type Check = readonly [isFit: (value: unknown) => boolean, need: string];
const ABOVE_ZERO: Check = [
  (value) => Number.isInteger(value) && Number(value) >= 1,
  'a whole number above 0',
];
const YES_OR_NO: Check = [(value) => typeof value === 'boolean', 'true or false'];
const SHARE: Check = [(value) => isNumber(value) && value >= 0 && value <= 1, 'a number from 0 to 1'];
const FILTER: Check = [isListOfTexts, 'a list of ids, URLs and fields such as "section:News"'];
const IDS_OR_URLS: Check = [isListOfTexts, 'a list of ids or URLs'];

const OPTIONS: Readonly<Record<string, Check>> = {
  language: [isText, 'a text such as "de"'],
  limit: ABOVE_ZERO,
  terms: ABOVE_ZERO,
  includeNewer: YES_OR_NO,
  anyLanguage: YES_OR_NO,
  maxAge: [(value) => isNumber(value) && value > 0, 'a number of days above 0'],
  minScore: SHARE,
  diversity: SHARE,
  only: FILTER,
  exclude: FILTER,
  excludeTags: [isListOfTexts, 'a list of tags'],
  pinned: IDS_OR_URLS,
  by: [(value) => BELONGINGS.some((by) => by === value), `one of ${BELONGINGS.join(', ')}`],
  now: [(value) => value instanceof Date && !Number.isNaN(value.getTime()), 'a Date'],
};

const REQUIRED = ['id', 'url', 'title', 'tags'] as const;
const TITLE = 'a text as "title"';

/** What an article lacks to be ranked; undefined if it lacks nothing. */
function wrong(article: unknown, required: readonly (keyof Article)[]): string | undefined {
  if (!isObject(article)) return TITLE;
  for (const key of TEXTS) {
    if (isWrong(article[key], isText, required.includes(key))) return `a text as "${key}"`;
  }
  for (const key of LISTS) {
    if (isWrong(article[key], isListOfTexts, required.includes(key))) return `a list of texts as "${key}"`;
  }
  const { series } = article;
  if (isWrong(series, isSeries, false)) return 'an object with a text as "name" as "series"';
  return undefined;
}

function isWrong(value: unknown, isFit: (value: unknown) => boolean, isRequired: boolean): boolean {
  return value === undefined ? isRequired : !isFit(value);
}

const TEXTS = [
  'id',
  'url',
  'title',
  'excerpt',
  'text',
  'date',
  'expires',
  'language',
  'author',
  'section',
  'type',
] as const;
const LISTS = ['tags', 'terms', 'links', 'related', 'exclude'] as const;

function isSeries(value: unknown): boolean {
  return isObject(value) && isText(value['name']);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function described(value: unknown): string {
  if (typeof value === 'number') return String(value);
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 80);
  } catch {
    // JSON can't hold a BigInt or an object that contains itself.
    return String(value);
  }
}

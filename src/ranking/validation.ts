import type { Article } from '../article.js';
import type { RankedText } from './terms.js';

/** @throws TypeError where a value is no list of articles, naming the first that is none and why */
export function checkArticles(articles: unknown): asserts articles is readonly Article[] {
  if (!Array.isArray(articles)) {
    throw new TypeError(
      `related-articles: createRanker needs an array of articles, got ${described(articles)}`,
    );
  }
  articles.forEach((article: unknown, at) => {
    const need = wrong(article, ['id', 'url', 'title', 'tags']);
    if (need) throw new TypeError(`related-articles: article ${at} needs ${need}, got ${described(article)}`);
  });
}

/** @throws TypeError where a value is nothing to find related articles for, saying why */
export function checkCurrent(article: unknown): asserts article is RankedText {
  const need = wrong(article, ['title']);
  if (!need) return;
  const what = need === TITLE ? 'an article with a title, an id or a URL' : need;
  throw new TypeError(`related-articles: related() needs ${what}, got ${described(article)}`);
}

/** @throws TypeError where options are no object, or one of them is not what it should be */
export function checkOptions(name: string, options: unknown): void {
  if (!isObject(options)) {
    throw new TypeError(`related-articles: ${name} needs an object of options, got ${described(options)}`);
  }
  const { language, exclude, includeNewer } = options;
  if (language !== undefined && !isText(language)) {
    throw new TypeError(`related-articles: language must be a text such as "de", got ${described(language)}`);
  }
  if (exclude !== undefined && !isListOfTexts(exclude)) {
    throw new TypeError(`related-articles: exclude must be a list of ids or URLs, got ${described(exclude)}`);
  }
  if (includeNewer !== undefined && typeof includeNewer !== 'boolean') {
    throw new TypeError(
      `related-articles: includeNewer must be true or false, got ${described(includeNewer)}`,
    );
  }
}

const TITLE = 'a text as "title"';

/** What an article lacks to be ranked; undefined where it lacks nothing. */
function wrong(article: unknown, required: readonly (keyof Article)[]): string | undefined {
  if (!isObject(article)) return TITLE;
  const isWrong = (key: keyof Article, isFit: (value: unknown) => boolean): boolean =>
    article[key] === undefined ? required.includes(key) : !isFit(article[key]);
  const text = TEXTS.find((key) => isWrong(key, isText));
  if (text) return `a text as "${text}"`;
  return isWrong('tags', isListOfTexts) ? 'a list of texts as "tags"' : undefined;
}

const TEXTS = ['id', 'url', 'title', 'excerpt', 'text', 'date', 'language'] as const;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function described(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 80);
  } catch {
    // What JSON can't write: a BigInt, a circle.
    return String(value);
  }
}

import type { Article } from '../article.js';
import type { RankedText } from './terms.js';

/** @throws TypeError where a value is no list of articles, naming the first that is none */
export function checkArticles(articles: unknown): asserts articles is readonly Article[] {
  if (!Array.isArray(articles)) {
    throw new TypeError(
      `related-articles: createRanker needs an array of articles, got ${described(articles)}`,
    );
  }
  const wrong = articles.findIndex((article) => !isArticle(article));
  if (wrong < 0) return;
  throw new TypeError(
    `related-articles: article ${wrong} needs text as "id", "url" and "title" and a list of texts as "tags", ` +
      `got ${described(articles[wrong])}`,
  );
}

/** @throws TypeError where a value is nothing to find related articles for */
export function checkCurrent(article: unknown): asserts article is RankedText {
  if (isRanked(article)) return;
  throw new TypeError(
    `related-articles: related() needs an article with a title, an id or a URL, got ${described(article)}`,
  );
}

function isArticle(value: unknown): boolean {
  return isRanked(value) && isText(value.id) && isText(value.url) && value.tags !== undefined;
}

function isRanked(value: unknown): value is RankedText {
  if (typeof value !== 'object' || value === null) return false;
  const { title, tags, text, excerpt, language, date } = value as Partial<Record<keyof Article, unknown>>;
  const isListOfTexts = tags === undefined || (Array.isArray(tags) && tags.every(isText));
  return (
    isText(title) &&
    isListOfTexts &&
    [text, excerpt, language, date].every((one) => one === undefined || isText(one))
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function described(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 80);
  } catch {
    // What JSON can't write: a BigInt, a circle.
    return String(value);
  }
}

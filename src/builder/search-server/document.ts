import { createHash } from 'node:crypto';
import type { Article } from '../../article.js';
import { identityKey } from '../../ranking/identity.js';
import { timeOf } from '../../shared/date.js';
import { fieldLanguage, type TEXT_FIELDS } from './mapping.js';

/** An article as it stands in the index of a search server. */
export interface ArticleDocument {
  /** Its id in the index: a hash of its URL, the same for each address of its page. */
  readonly key: string;
  readonly url: string;
  /** A fingerprint of the article. */
  readonly print: string;
  /** The language of its fields, as in their names. */
  readonly field: string;
  /** The article without its text. */
  readonly article: Article;
  /** Whether `text` is the article's own, or made of its excerpt and key terms. */
  readonly hasText: boolean;
  readonly title: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly text: Readonly<Record<string, string>>;
  /** In milliseconds since 1970. */
  readonly date?: number;
  readonly expires?: number;
}

/** The words of an article in the fields of its language. */
export function wordsOf(
  { title, tags = [], text, excerpt = '', terms = [] }: Pick<Article, 'title'> & Partial<Article>,
  field: string,
): Pick<ArticleDocument, (typeof TEXT_FIELDS)[number]> {
  const words = text || [excerpt, ...terms].join('\n');
  return { title: { [field]: title }, tags: { [field]: tags }, text: { [field]: words } };
}

/**
 * The document of an article.
 *
 * @param language the language (BCP 47) of articles that name none
 */
export function toDocument(article: Article, language: string | undefined): ArticleDocument {
  const { text, ...rest } = article;
  const field = fieldLanguage(article.language ?? language);
  const [date, expires] = [timeOf(article.date), timeOf(article.expires)];
  return {
    key: keyOf(article.url),
    url: article.url,
    print: hashOf(JSON.stringify([field, rest]), text),
    field,
    article: rest,
    hasText: !!text,
    ...wordsOf(article, field),
    ...(date !== undefined && { date }),
    ...(expires !== undefined && { expires }),
  };
}

/** The article of a document. */
export function articleOf({ article, hasText, text, field }: ArticleDocument): Article {
  const own = text[field];
  return hasText && own !== undefined ? { ...article, text: own } : article;
}

/** The id in the index of the article with a URL. */
export function keyOf(url: string): string {
  return hashOf(identityKey(url));
}

function hashOf(text: string, more = ''): string {
  return createHash('sha256').update(text).update(more).digest().toString('base64url', 0, HASH_BYTES);
}

/** 120 bits: 20 characters of base64. */
const HASH_BYTES = 15;

import type { Article, RelatedArticle } from '../article.js';
import type { Fields } from '../reader/read-index.js';

/**
 * What a block asks for: the values of its attributes and properties, checked. The element makes it once per update
 * and hands it on whole. It is flat, so that a changed value is seen by comparing each value with the one before.
 */
export interface RelatedRequest {
  /** A list of articles, which goes before every other source. */
  readonly articles: readonly Article[] | undefined;
  /** Addresses of indexes with white space between them, which may hold `{path}` and the like; else empty. */
  readonly src: string;
  /** Under which names the entries of an index say what. */
  readonly fields: Fields | undefined;
  /** Id or address of the current article, where the author names it; else empty. */
  readonly article: string;
  /** The page's language (BCP 47), which articles have that name none. */
  readonly language: string;
  /** How many articles at most: a whole number above 0. */
  readonly limit: number;
  readonly anyLanguage: boolean;
  readonly noNewer: boolean;
  /** Days above 0; undefined for any age. */
  readonly maxAge: number | undefined;
  /** 0 to 1; undefined for the ranker's own threshold. */
  readonly minScore: number | undefined;
  /** 0 to 1; undefined for none. */
  readonly diversity: number | undefined;
  /** Ids or addresses with white space between them. */
  readonly exclude: string;
  /** Tags with commas between them. */
  readonly excludeTags: string;
  /** Ids or addresses with white space between them. */
  readonly pinned: string;
  /** Whether the newest articles stand in where none is related. */
  readonly orRecent: boolean;
  /** Whether the cards say why their articles are related. */
  readonly withReasons: boolean;
  /** `same-origin` sends the cookies of the page's own origin to its server. */
  readonly credentials: 'omit' | 'same-origin';
  /** How long an index may be with all its pages, in bytes, unpacked. */
  readonly maxBytes: number;
}

/** What a request comes with, other than the author's wishes. */
export interface RequestContext {
  /** The block that asks. */
  readonly host: Element;
  /** The addresses by which the page is known, the most telling first. */
  readonly pageAddresses: () => readonly string[];
  /** Whether a single-page app has changed the page since it was loaded. */
  readonly hasNavigated: boolean;
  /** Whether the index is to come from the server itself, whatever is kept of it. */
  readonly fresh: boolean;
  /** Says that the answer is no longer wanted. */
  readonly signal: AbortSignal;
  /** The stop words of the page's language, once its file is there; undefined where it has none. */
  readonly stopWords: Promise<readonly string[] | undefined>;
  /** Called with what is related in the first part of an index of which more is on its way. */
  readonly onEarly: (related: readonly RelatedArticle[]) => void;
}

/** Where an index is: a list, a text in the page, or addresses with white space between them. */
export type IndexSource =
  | { readonly articles: NonNullable<RelatedRequest['articles']> }
  | { readonly inline: string; readonly addresses: string | undefined }
  | { readonly addresses: string };

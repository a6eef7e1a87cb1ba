import type { LitElement } from 'lit';
import type { GivenArticle, RelatedArticle } from '../article.js';
import type { PageIdentity } from '../page/page-address.js';
import type { Belonging } from '../ranking/belonging.js';
import type { Fields } from '../reader/read-index.js';

/**
 * What a block asks for: the values of its attributes and properties, checked. The element makes it once per update
 * and hands it on whole. It is flat, so that a changed value is seen by comparing each value with the one before.
 */
export interface RelatedRequest {
  /** A list of articles, which goes before every other source. */
  readonly articles: readonly GivenArticle[] | undefined;
  /** Addresses of indexes with white space between them, which may hold `{path}` and the like; else empty. */
  readonly src: string;
  /** The names of members in an index that does not use the usual ones. */
  readonly fields: Fields | undefined;
  /** Id or address of the current article, where the author names it; else empty. */
  readonly article: string;
  /** The page's language (BCP 47), used for articles that name none. */
  readonly language: string;
  /** How many articles at most: a whole number above 0. */
  readonly limit: number;
  /** How many to find: more than `limit` if other blocks may show some of them. */
  readonly most: number;
  readonly anyLanguage: boolean;
  readonly noNewer: boolean;
  /** Days above 0; undefined for any age. */
  readonly maxAge: number | undefined;
  /** 0 to 1; undefined for the ranker's own threshold. */
  readonly minScore: number | undefined;
  /** 0 to 1; undefined for none. */
  readonly diversity: number | undefined;
  /** The articles to choose from: terms of a filter with white space between them; empty for all. */
  readonly only: string;
  /** By what articles are chosen in place of relatedness. */
  readonly by: Belonging | undefined;
  /** Ids, addresses and other terms of a filter with white space between them. */
  readonly exclude: string;
  /** Tags with commas between them. */
  readonly excludeTags: string;
  /** Whether articles that the current one links to are left out. */
  readonly excludeLinked: boolean;
  /** Ids or addresses with white space between them. */
  readonly pinned: string;
  /** Whether the newest articles fill the list behind the related ones. */
  readonly orRecent: boolean;
  /** Whether the cards say why their articles are related. */
  readonly withReasons: boolean;
  /** `same-origin` sends the cookies of the page's own origin to its server. */
  readonly credentials: 'omit' | 'same-origin';
  /** How long an index may be with all its pages, in bytes, unpacked. */
  readonly maxBytes: number;
}

/** What a request needs beside the author's wishes. */
export interface RequestContext {
  /** The block that asks. */
  readonly host: LitElement;
  /** The addresses by which the page is known. */
  readonly identity: () => PageIdentity;
  /** Whether a single-page app has changed the page since it was loaded. */
  readonly hasNavigated: boolean;
  /** Whether to ask the server even if a copy of the index is kept. */
  readonly fresh: boolean;
  /** Aborts the request. */
  readonly signal: AbortSignal;
  /** The stop words of the page's language, once its file is there; undefined where it has none. */
  readonly stopWords: Promise<readonly string[] | undefined>;
  /** Called with what is related in the first part of an index of which more is on its way. */
  readonly onEarly: (related: readonly RelatedArticle[]) => void;
  /** Tells the author something on the console, or else what is probably written by mistake, once. */
  readonly advise: (message?: string) => void;
}

/** Where an index is that does not come as a list of articles. */
export interface IndexSource {
  /** The text of an index that stands in the element; it goes before an index at an address. */
  readonly inline?: string;
  /** Addresses with white space between them; undefined where neither author nor page names any. */
  readonly addresses?: string | undefined;
}

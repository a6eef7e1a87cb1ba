import type { LitElement } from 'lit';
import type { Article, RelatedArticle } from '../article.js';
import { pageUrl } from '../page/page-article.js';
import { parseUrl } from '../page/url-identity.js';
import type { ArticleIndex, Fields } from '../reader/article-index.js';
import { loadIndex } from '../reader/load-index.js';
import { usableIndex } from '../reader/usable-index.js';
import { filledIn } from './address-template.js';
import type { Chosen } from './choice.js';
import { discovered } from './discovery.js';
import { INLINE_SCRIPT, inlineJson, inlineText, isOfPage } from './inline-index.js';
import type { Navigation } from './navigation.js';
import { relatedArticles } from './related.js';

/** What an author says of a block's index, and what to choose from it. */
export interface SourceRequest {
  /** A list of articles, which goes before all else. */
  readonly articles: readonly Article[] | undefined;
  /** Addresses of indexes, which may hold `{path}` and the like; else empty. */
  readonly src: string;
  /** Where entries say what. */
  readonly fields: Fields | undefined;
  /** Id or address of the current article, where the author names it; else empty. */
  readonly named: string;
  /** Which articles the author wants of it. */
  readonly chosen: Chosen;
  /** The language (BCP 47) of articles that name none. */
  readonly language: string;
  /** Whether the newest articles stand in where none is related. */
  readonly orRecent: boolean;
  /** Whether a server of the page's own origin is sent its cookies. */
  readonly credentials: RequestCredentials;
  /** How long an index may be, in bytes. */
  readonly maxBytes: number;
  /** Says that the answer is no longer wanted. */
  readonly signal: AbortSignal;
  /** Settles once what comes early can be shown. */
  readonly ready: Promise<unknown>;
}

/**
 * Where a block's articles come from: a list given, else the data in the element, else what its address names, else
 * what the page's head does.
 */
export class Source {
  /** Whether the next index is to come from the server itself. */
  fresh = false;
  /** What is related in the first part of an index of which more is on its way; empty otherwise. */
  early: readonly RelatedArticle[] = [];
  readonly #host: LitElement;
  readonly #navigation: Navigation;
  /** The list of articles, or the data in the element, as it was read, for the next ranking of the same. */
  #given: { readonly given: unknown; readonly fields: unknown; readonly index: ArticleIndex } | undefined;

  constructor(host: LitElement, navigation: Navigation) {
    this.#host = host;
    this.#navigation = navigation;
  }

  /**
   * The articles that are related to the page's, once it has settled; undefined where neither the author nor the page
   * names an index.
   *
   * @throws IndexError where the index can't be used; the signal's reason once that is aborted
   */
  async related(request: SourceRequest): Promise<readonly RelatedArticle[] | undefined> {
    const { signal, ready } = request;
    this.early = [];
    await this.#navigation.settled;
    signal.throwIfAborted();
    const addresses = (): readonly string[] => this.#navigation.addresses();
    const rank = (index: ArticleIndex, orRecent = request.orRecent): Promise<RelatedArticle[]> =>
      relatedArticles(index, { ...request, orRecent, page: document, addresses });
    const index = await this.#index(request, (part) => {
      if (this.early.length === 0)
        void Promise.all([rank(part, false), ready]).then(([early]) => this.#show(early, signal));
    });
    return index && rank(index);
  }

  #show(early: readonly RelatedArticle[], { aborted }: AbortSignal): void {
    if (aborted) return;
    this.early = early;
    this.#host.requestUpdate();
  }

  async #index(
    { articles, src, fields, named, signal, credentials, maxBytes }: SourceRequest,
    onPart: (part: ArticleIndex) => void,
  ): Promise<ArticleIndex | undefined> {
    const { fresh } = this;
    this.fresh = false;
    if (articles) return this.#read(articles, 'the property "articles"', fields);
    const inline = fresh && src ? undefined : await this.#inline(fields);
    if (inline) return inline;
    const isAddress = /[/:]/.test(named);
    const current =
      (isAddress && parseUrl(named, document.baseURI)?.href) ||
      pageUrl(document, this.#navigation.addresses());
    const addresses = src ? filledIn(src, current, isAddress ? '' : named) : discovered(document);
    return addresses === undefined
      ? undefined
      : loadIndex(addresses, document.baseURI, { signal, fresh, onPart, fields, credentials, maxBytes });
  }

  /** The index in the element; the neighbours of a page that a single-page app has left are none of this one's. */
  async #inline(fields: Fields | undefined): Promise<ArticleIndex | undefined> {
    const text = await inlineText(this.#host);
    if (text === undefined) return undefined;
    const index = await this.#read(text, INLINE_SCRIPT, fields, () => inlineJson(text));
    const addresses = this.#navigation.addresses();
    const isOurs = !index.relatedTo || this.#navigation.visit === 0 || isOfPage(index.relatedTo, addresses);
    return isOurs ? index : undefined;
  }

  /**
   * Reads JSON that stands in the page.
   *
   * @param given by which it is known again
   * @param name what to call it
   */
  async #read(
    given: unknown,
    name: string,
    fields: Fields | undefined,
    json = () => given,
  ): Promise<ArticleIndex> {
    const known = this.#given;
    if (known && known.given === given && known.fields === fields) return known.index;
    const index = await usableIndex(json(), name, document.baseURI, fields);
    this.#given = { given, fields, index };
    return index;
  }
}

import type { LitElement } from 'lit';
import type { Article, RelatedArticle } from '../article.js';
import { pageUrl } from '../page/page-address.js';
import { thisPage } from '../page/unshadowed.js';
import { loadNeighbours, readNeighbours } from '../reader/neighbours.js';
import { loaded } from '../reader/piece.js';
import { prefetch, takeDocument } from '../reader/prefetch.js';
import type { ArticleIndex, Fields } from '../reader/read-index.js';
import { articlePath, fillTemplate, parseUrl, webAddress } from '../shared/url.js';
import type { Check, Wishes } from './chosen.js';
import { discovered } from './discovery.js';
import { inlineScript, isOfPage, parsed } from './inline-index.js';
import { loadLanguage } from './languages.js';
import type { Navigation } from './navigation.js';
import { inGivenOrder } from './neighbours.js';
import type * as Ranking from './ranking.js';

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
  readonly wishes: Wishes;
  /** How many, at most. */
  readonly limit: number;
  /** Sees to it that they are in range. */
  readonly check: Check;
  /** The language (BCP 47) of articles that name none. */
  readonly language: string;
  /** Whether the newest articles stand in where none is related. */
  readonly orRecent: boolean;
  /** Whether the cards say why their articles are related. */
  readonly withReasons: boolean;
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
  /** An address with a place for the article's own that did not lead to neighbours. */
  #unranked = '';

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
    const { articles, src, fields, wishes, limit, credentials, signal, ready } = request;
    this.early = [];
    // To wait where there is nothing to wait for would let the block be rendered before the index is asked for.
    const { settled } = this.#navigation;
    if (settled) await settled;
    const end = articles ? undefined : parsed(this.#host);
    if (end) await end;
    signal.throwIfAborted();
    const { fresh } = this;
    this.fresh = false;
    const isInline = !articles && !(fresh && src);
    const inline = isInline ? (inlineScript(this.#host)?.textContent ?? undefined) : undefined;
    // The task in which the script came is long enough without.
    if (inline) await new Promise((resolve) => setTimeout(resolve));
    // Neighbours of which all are wanted take neither reader nor ranker.
    const { exclude, excludeTags, noNewer, maxAge } = wishes;
    const isPlain = !fields && !exclude?.trim() && !excludeTags?.trim() && !noNewer && !maxAge;
    const known = inline && isPlain ? readNeighbours(inline, thisPage().baseURI) : undefined;
    if (known && this.#isOfPage(known)) return inGivenOrder(known, limit);
    const from = articles ? '' : this.#addresses(request);
    const isGiven = articles || (inline !== undefined && !known);
    if (from === undefined && !isGiven) return undefined;
    const urls = isGiven || !from ? [] : absolute(from);
    const { maxBytes } = request;
    const options = { cache: fresh ? 'no-cache' : 'default', credentials, maxBytes, signal } as const;
    // An address of each article's own leads to neighbours, most likely, which are ranked already.
    const isOwn = isPlain && src !== this.#unranked && this.#isOwn(urls, request);
    const own = isOwn ? urls[0] : undefined;
    const neighbours = own && (await loadNeighbours(own, options));
    if (neighbours) return inGivenOrder(neighbours, limit);
    if (own) this.#unranked = src;
    else if (!ranking) for (const url of urls) void prefetch(url, options);
    // Else it would be asked for once the ranking has come.
    const stopWords = loadLanguage(request.language).then(
      (language) => language.stopWords,
      () => [],
    );
    const { baseURI } = thisPage();
    ranking ??= await loaded(import('./ranking.js'), 'ranking', urls[0] ?? baseURI);
    signal.throwIfAborted();
    return ranking.ranked({
      ...request,
      stopWords,
      host: this.#host,
      inline,
      from,
      fresh,
      fetchDocument: takeDocument,
      addresses: () => this.#navigation.addresses(),
      isOfPage: (index) => this.#isOfPage(index),
      onEarly: (early) => void ready.then(() => this.#show(early, signal)),
    });
  }

  /** The neighbours of a page that a single-page app has left are none of this one's. */
  #isOfPage({ relatedTo }: ArticleIndex): boolean {
    return !relatedTo || this.#navigation.visit === 0 || isOfPage(relatedTo, this.#navigation.addresses());
  }

  /** What an author's addresses are on this page, or what the page's head names. */
  #addresses({ src, named }: SourceRequest): string | undefined {
    return src ? this.#filledIn(src, named) : discovered(thisPage());
  }

  /** Whether an address is the article's own: by a template, or alone and by a name as articles have, not sections. */
  #isOwn([url, other]: readonly string[], { src, named }: SourceRequest): boolean {
    if (src.includes('{')) return true;
    const slug = this.#filledIn('{slug}', named);
    return Boolean(url && !other && /[-\d]/.test(slug) && url.replace(/\.\w+$/, '').endsWith(`/${slug}`));
  }

  #filledIn(template: string, named: string): string {
    const isAddress = /[/:]/.test(named);
    const current =
      (isAddress && parseUrl(named, thisPage().baseURI)?.href) ||
      pageUrl(thisPage(), this.#navigation.addresses());
    return filledIn(template, current, isAddress ? '' : named);
  }

  #show(early: readonly RelatedArticle[], { aborted }: AbortSignal): void {
    if (aborted) return;
    this.early = early;
    this.#host.requestUpdate();
  }
}

/**
 * Fills the current article into an address, percent-encoded as RFC 6570 §3.2.2 has it. The path's slashes stay, and a
 * site's root is `index`.
 */
export function filledIn(template: string, url: string, id: string): string {
  const path = articlePath(url).map(percentEncoded);
  return fillTemplate(template, {
    url: percentEncoded(url),
    id: percentEncoded(id || url),
    path: path.join('/') || 'index',
    slug: path.at(-1) ?? 'index',
  });
}

/** Everything but letters, digits and `-._~`; `encodeURIComponent` spares a few more. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function absolute(addresses: string): string[] {
  return addresses.split(/\s+/).flatMap((address) => webAddress(address, thisPage().baseURI) ?? []);
}

/** The piece that ranks, once it is there. */
let ranking: typeof Ranking | undefined;

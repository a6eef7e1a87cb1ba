import type { Article } from '../article.js';
import { pageUrl } from '../page/page-article.js';
import { parseUrl } from '../page/url-identity.js';
import { loadIndex } from '../reader/load-index.js';
import type { ArticleIndex } from '../reader/read-index.js';
import { usableIndex } from '../reader/usable-index.js';
import { filledIn } from './address-template.js';
import { discovered } from './discovery.js';

/** What an author says of a block's index; all may be missing. */
export interface SourceNames {
  /** A list of articles, which goes before all else. */
  readonly articles: readonly Article[] | undefined;
  /** Addresses of indexes, which may hold `{path}` and the like. */
  readonly src: string;
  /** Id or address of the current article. */
  readonly named: string;
}

/** The index that a block shows: a list given, else what its address names, else what the page's head does. */
export class Source {
  /** Whether the next index is to come from the server itself. */
  fresh = false;
  /** The list of articles as it was read, for the next ranking of the same list. */
  #given: { readonly articles: unknown; readonly index: ArticleIndex } | undefined;

  /** Loads the index; undefined where neither the author nor the page names any. */
  async index(
    { articles, src, named }: SourceNames,
    page: Document,
    addresses: readonly string[],
    signal: AbortSignal,
  ): Promise<ArticleIndex | undefined> {
    const { fresh } = this;
    this.fresh = false;
    if (articles) return this.#read(articles, page.baseURI);
    const isAddress = /[/:]/.test(named);
    const current = (isAddress && parseUrl(named, page.baseURI)?.href) || pageUrl(page, addresses);
    const address = src ? filledIn(src, current, isAddress ? '' : named) : discovered(page);
    return address === undefined ? undefined : loadIndex(address, page.baseURI, { signal, fresh });
  }

  #read(articles: readonly Article[], base: string): ArticleIndex {
    if (this.#given?.articles !== articles) {
      this.#given = { articles, index: usableIndex(articles, base, 'the property "articles"') };
    }
    return this.#given.index;
  }
}

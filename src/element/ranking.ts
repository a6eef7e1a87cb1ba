import type { Article, RelatedArticle } from '../article.js';
import type { ArticleIndex, Fields } from '../reader/article-index.js';
import { loadIndex, type LoadOptions } from '../reader/load-index.js';
import { usableIndex } from '../reader/usable-index.js';
import { INLINE_SCRIPT, inlineJson } from './inline-index.js';
import { relatedArticles, type RelatedRequest } from './related.js';

/** What is to be ranked, and for which page. */
export interface RankingRequest extends RelatedRequest, Omit<LoadOptions, 'onPart'> {
  /** The block that asks. */
  readonly host: Element;
  /** A list of articles, which goes before all else. */
  readonly articles: readonly Article[] | undefined;
  /** The text of an index that stands in the element, which goes before one at an address. */
  readonly inline: string | undefined;
  /** Addresses of indexes, with white space between them. */
  readonly from: string | undefined;
  /** Whether the index in the element is of the page at all. */
  readonly isOfPage: (index: ArticleIndex) => boolean;
  /** Called with what is related in the first part of an index of which more is on its way. */
  readonly onEarly: (related: readonly RelatedArticle[]) => void;
}

/**
 * Loads, reads and ranks: all that a page does not need whose neighbours are known. Browsers load it as a piece of its
 * own. Undefined where neither the author nor the page names an index.
 *
 * @throws IndexError where the index can't be used; the signal's reason once that is aborted
 */
export async function ranked(request: RankingRequest): Promise<RelatedArticle[] | undefined> {
  const { articles, inline, from, page, onEarly } = request;
  if (articles) {
    return relatedArticles(await given(request, articles, 'the property "articles"'), request);
  }
  const index = inline === undefined ? undefined : await given(request, inline, INLINE_SCRIPT);
  if (index && request.isOfPage(index)) return relatedArticles(index, request);
  if (from === undefined) return undefined;
  let isFirst = true;
  const onPart = (part: ArticleIndex): void => {
    if (isFirst) void relatedArticles(part, { ...request, orRecent: false }).then(onEarly);
    isFirst = false;
  };
  return relatedArticles(await loadIndex(from, page.baseURI, { ...request, onPart }), request);
}

/** What stands in the page as each block read it, for its next ranking of the same. */
const known = new WeakMap<
  Element,
  { readonly value: unknown; readonly fields: Fields | undefined; readonly index: ArticleIndex }
>();

/** @param value a list of articles, or a text that holds one @param name what to call it */
async function given(
  { host, page, fields }: RankingRequest,
  value: readonly Article[] | string,
  name: string,
): Promise<ArticleIndex> {
  const before = known.get(host);
  if (before && before.value === value && before.fields === fields) return before.index;
  const json = typeof value === 'string' ? inlineJson(value) : value;
  const index = await usableIndex(json, name, page.baseURI, fields);
  known.set(host, { value, fields, index });
  return index;
}

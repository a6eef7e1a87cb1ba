import type { Article, RelatedArticle } from '../article.js';
import { factsOf, type PageFacts } from '../page/current-article.js';
import { unshadowed } from '../page/unshadowed.js';
import { type ArticleIndex, type Fields, usableIndex } from '../reader/read-index.js';
import { askIndex, type Question } from './ask-index.js';
import { type Check, chosen, type Wishes } from './chosen.js';
import { INLINE_SCRIPT, inlineJson, pageParsed } from './inline-index.js';
import { relatedArticles } from './related.js';

/** What is to be ranked, and for which page. */
export interface RankingRequest extends Omit<Question, 'facts' | 'base' | 'from' | 'chosen'> {
  /** Which articles the author wants, how many, and what sees to it that the wishes are in range. */
  readonly wishes: Wishes;
  readonly limit: number;
  readonly check: Check;
  /** The block that asks. */
  readonly host: Element;
  /** A list of articles, which goes before all else. */
  readonly articles: readonly Article[] | undefined;
  /** The text of an index that stands in the element, which goes before one at an address. */
  readonly inline: string | undefined;
  /** Addresses of indexes, with white space between them. */
  readonly from: string | undefined;
  /** Tells the addresses by which the page is known, the most telling first. */
  readonly addresses: () => readonly string[];
  /** Whether the index in the element is of the page at all. */
  readonly isOfPage: (index: ArticleIndex) => boolean;
}

/**
 * Loads, reads and ranks: all that a page does not need whose neighbours are known. Browsers load it as a piece of its
 * own. Undefined where neither the author nor the page names an index.
 *
 * @throws IndexError where the index can't be used; the signal's reason once that is aborted
 */
export async function ranked(request: RankingRequest): Promise<RelatedArticle[] | undefined> {
  const { host, articles, inline, from, addresses } = request;
  const page = unshadowed(host.ownerDocument);
  const facts = async (): Promise<PageFacts> => {
    // An `async` script runs before the page's text is all there.
    await pageParsed(page);
    return factsOf(page, addresses());
  };
  const question = { ...request, chosen: chosen(request.wishes, request.limit, request.check), facts };
  if (articles) {
    const index = await given(request, articles, 'the property "articles"');
    return relatedArticles(index, question);
  }
  const index = inline === undefined ? undefined : await given(request, inline, INLINE_SCRIPT);
  if (index && request.isOfPage(index)) return relatedArticles(index, question);
  if (from === undefined) return undefined;
  return askIndex({ ...question, from, base: page.baseURI });
}

/** What stands in the page as each block read it, for its next ranking of the same. */
const known = new WeakMap<
  Element,
  { readonly value: unknown; readonly fields: Fields | undefined; readonly index: ArticleIndex }
>();

/** @param value a list of articles, or a text that holds one @param name what to call it */
async function given(
  { host, fields }: RankingRequest,
  value: readonly Article[] | string,
  name: string,
): Promise<ArticleIndex> {
  const before = known.get(host);
  if (before && before.value === value && before.fields === fields) return before.index;
  const json = typeof value === 'string' ? inlineJson(value) : value;
  const index = await usableIndex(json, name, host.baseURI, fields);
  known.set(host, { value, fields, index });
  return index;
}

import { stopwords as english } from '@orama/stopwords/english';
import type { LitElement } from 'lit';
import type { Article, GivenArticle, Reasons, RelatedArticle } from '../article.js';
import {
  currentArticle,
  currentEntries,
  currentPage,
  entriesNamed,
  groupByAddress,
} from '../page/current-article.js';
import { thisPage } from '../page/dom-tree.js';
import { ownArticle } from '../page/own-article.js';
import { translationUrls } from '../page/page-address.js';
import { eligibility, publicationTime, type RelatedOptions } from '../ranking/eligibility.js';
import { filterTerms } from '../ranking/filter.js';
import { ArticleRanker } from '../ranking/ranker.js';
import { stopWordsOf } from '../ranking/stop-words.js';
import { type ArticleIndex, type Fields, usableIndex } from '../reader/read-index.js';
import type { fetchDocument } from '../reader/fetch-document.js';
import { indexError } from '../reader/index-error.js';
import { loadIndex } from '../reader/load-index.js';
import { toError } from '../shared/error.js';
import { definedOnly } from '../shared/json.js';
import { isSameLanguage, primaryLanguage } from '../shared/language.js';
import { forEach, inSlices, type Steps, yieldToPage } from '../shared/time-slicing.js';
import { isOfPage, pageParsed } from './inline-index.js';
import { neighboursOf } from './neighbours.js';
import { writtenLanguage } from './written-language.js';
import type { IndexSource, RelatedRequest, RequestContext } from './request.js';

/**
 * Loads, reads and ranks an index: everything that a page with a file of neighbours does not need. Browsers load this
 * as a script of its own. Undefined where neither author nor page names an index that belongs to the page.
 *
 * @param fetchDocuments fetches the documents of an index, or hands over those that were asked for before
 * @throws IndexError where the index can't be used; the signal's reason once that is aborted
 */
export async function rankIndex(
  request: RelatedRequest,
  context: RequestContext,
  source: IndexSource,
  fetchDocuments: typeof fetchDocument,
): Promise<RelatedArticle[] | undefined> {
  const { host, fresh, signal, onEarly } = context;
  const { fields, credentials, maxBytes } = request;
  const { inline, addresses } = source;
  if (request.articles) {
    const index = await indexInPage(host, request.articles, 'the property "articles"', fields);
    return relatedArticles(index, request, context);
  }
  if (inline !== undefined) {
    const index = await indexInPage(host, inline, INLINE_SCRIPT, fields);
    warnIfEmpty(index, INLINE_SCRIPT, context);
    if (isOfPage(index, context)) return relatedArticles(index, request, context);
  }
  if (addresses === undefined) return undefined;
  let isFirst = true;
  const onPart = (part: ArticleIndex): void => {
    // Early results hold no recent articles: related ones may still come.
    if (isFirst) void relatedArticles(part, { ...request, orRecent: false }, context).then(onEarly);
    isFirst = false;
  };
  const index = await loadIndex(addresses, thisPage().baseURI, {
    fields,
    credentials,
    maxBytes,
    fresh,
    signal,
    onPart,
    fetchDocument: fetchDocuments,
  });
  warnIfEmpty(index, addresses, context);
  return relatedArticles(index, request, context);
}

/** Tells the author of an index without articles. An article may have no neighbours. */
function warnIfEmpty({ articles, relatedTo }: ArticleIndex, name: string, { advise }: RequestContext): void {
  if (articles.length === 0 && relatedTo === undefined) advise(`${name} holds no articles`);
}

const INLINE_SCRIPT = 'the <script type="application/json"> in the element';

/** The index in the page that each block read last, for its next ranking of the same. */
const indexesInPage = new WeakMap<
  Element,
  { readonly given: unknown; readonly fields: Fields | undefined; readonly index: ArticleIndex }
>();

/**
 * Reads an index that stands in the page.
 *
 * @param given a list of articles, or a text of JSON
 * @param name what to call it to its author
 */
async function indexInPage(
  host: Element,
  given: readonly GivenArticle[] | string,
  name: string,
  fields: Fields | undefined,
): Promise<ArticleIndex> {
  const last = indexesInPage.get(host);
  if (last?.given === given && last.fields === fields) return last.index;
  const { baseURI } = thisPage();
  const index = await usableIndex(
    typeof given === 'string' ? parse(given, name) : given,
    name,
    baseURI,
    fields,
  );
  indexesInPage.set(host, { given, fields, index });
  return index;
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw indexError('format', `${name} holds no JSON: ${String(cause)}`, thisPage().baseURI, { cause });
  }
}

/**
 * The articles of an index that are related to the one on the page, best first. A list that is ranked already keeps
 * its order; the author's wishes hold for it too, except for language, score, diversity and pins, which whoever ranked
 * it has chosen.
 */
async function relatedArticles(
  index: ArticleIndex,
  request: RelatedRequest,
  { host, identity, stopWords, advise }: RequestContext,
): Promise<RelatedArticle[]> {
  const { articles } = index;
  const { most } = request;
  // An `async` script runs before the page's text is all there.
  await pageParsed();
  if (isOdd(host)) advise();
  const known = identity();
  const page = currentPage(thisPage(), known, ownArticle(host, thisPage()));
  await inSlices(groupByAddress(articles));
  const found = currentArticle(page, articles, request.article);
  const language = writtenLanguage(host, request.language);
  // The page names the language that it has been translated into.
  const isTold = language !== request.language && !articles.some(({ id }) => id === found.id);
  const current = isTold ? definedOnly({ ...found, language }) : found;
  const idsOf = (names: readonly string[]): string[] =>
    names.flatMap((name) => entriesNamed(articles, name, page.base)).map(({ id }) => id);
  const translations = known.isHeadStale ? [] : translationUrls(thisPage());
  const own = currentEntries(articles, current, [...page.addresses, ...translations]).map(({ id }) => id);
  const idsOrTerms = (attribute: 'only' | 'exclude'): string[] =>
    termsIn(attribute, request[attribute], advise).flatMap((term) => {
      const ids = idsOf([term]);
      return ids.length > 0 ? ids : [term];
    });
  const exclude = [...idsOrTerms('exclude'), ...own];
  const pinned = idsOf(listed(request.pinned, /\s+/)).filter((id) => !exclude.includes(id));
  const links = request.excludeLinked ? [current.links, page.article().links] : [];
  const linked = idsOf(links.flatMap((each) => each ?? []));
  const options: RelatedOptions = {
    limit: most,
    only: idsOrTerms('only'),
    by: request.by,
    anyLanguage: request.anyLanguage,
    includeNewer: !request.noNewer,
    maxAge: request.maxAge,
    minScore: request.minScore,
    diversity: request.diversity,
    exclude: [...exclude, ...linked.filter((id) => !pinned.includes(id))],
    excludeTags: listed(request.excludeTags, ','),
    pinned,
  };
  const inAnyLanguage = eligibility(current, { ...options, anyLanguage: true });
  if (index.relatedTo !== undefined) return neighboursOf(index, most, inAnyLanguage);
  const ranker = await rankerOf(index, language ?? request.language, stopWords);
  const ranked = await inSlices(ranker.steps(current, options));
  const related = request.withReasons ? await inSlices(reasonsOf(ranked)) : ranked;
  // The cards take about a slice to render: they come after the last one.
  await yieldToPage();
  if (related.length >= most || !request.orRecent || request.by) return related;
  const chosen = new Set(related.map(({ article }) => article));
  const mayFollow = (article: Article): boolean => !chosen.has(article) && inAnyLanguage(article);
  const recent = await inSlices(newest(articles, mayFollow, language, most - related.length));
  return [...related, ...recent.map((article) => ({ article, score: 0, reasons: NO_REASONS }))];
}

const NO_REASONS: Reasons = { tags: [], terms: [] };

/** The terms of a filter. If it can't be read, the author is told and it has none. */
function termsIn(attribute: string, text: string, advise: RequestContext['advise']): string[] {
  try {
    return filterTerms(text);
  } catch (error) {
    advise(
      `${attribute}="${text}" is not used: ${toError(error).message.replace(/^related-articles: /, '')}`,
    );
    return [];
  }
}

/** Whether a block has attributes or content that few have: it may be a mistake, which `advise` looks for. */
function isOdd(host: LitElement): boolean {
  const { observedAttributes } = host.constructor as typeof LitElement;
  const isUsual = (name: string): boolean => observedAttributes.includes(name) || USUAL_ATTRIBUTE.test(name);
  return !host.getAttributeNames().every(isUsual) || host.querySelector(PAGE_PARTS) !== null;
}

const USUAL_ATTRIBUTE = /^(?:id|class|style|slot|(?:data|aria)-.*)$/;
const PAGE_PARTS = 'article,aside,footer,form,h1,h2,header,main,section';

/** The names in a list that an author wrote. */
function listed(names: string, separator: RegExp | string): string[] {
  return names
    .split(separator)
    .map((name) => name.trim())
    .filter(Boolean);
}

/** The newest of the articles that may be shown: those of the page's language first, those without a date last. */
function* newest(
  articles: readonly Article[],
  isEligible: (article: Article) => boolean,
  language: string | undefined,
  limit: number,
): Steps<Article[]> {
  const found: { readonly article: Article; readonly isForeign: number; readonly time: number }[] = [];
  yield* forEach(articles.length, ARTICLES_IN_STEP, (at) => {
    const article = articles[at]!;
    if (!isEligible(article)) return;
    const isForeign = Number(!isSameLanguage(article.language, language));
    found.push({ article, isForeign, time: publicationTime(article) });
  });
  found.sort((a, b) => a.isForeign - b.isForeign || b.time - a.time);
  return found.slice(0, limit).map(({ article }) => article);
}

const ARTICLES_IN_STEP = 64;

/** Works out the reasons of each article in a step of its own. */
function* reasonsOf(related: readonly RelatedArticle[]): Steps<RelatedArticle[]> {
  const told: RelatedArticle[] = [];
  for (const { article, score, reasons } of related) {
    told.push({ article, score, reasons });
    yield;
  }
  return told;
}

/** One ranker per index and language, for all blocks of a page and every change of their attributes. */
const rankers = new WeakMap<ArticleIndex, Map<string, ArticleRanker>>();

async function rankerOf(
  index: ArticleIndex,
  language: string,
  stopWords: RequestContext['stopWords'],
): Promise<ArticleRanker> {
  const words = await stopWords;
  const lists = { en: english, ...(words && { [primaryLanguage(language)]: words }) };
  const byLanguage = rankers.get(index) ?? new Map<string, ArticleRanker>();
  rankers.set(index, byLanguage);
  const ranker =
    byLanguage.get(language) ??
    new ArticleRanker(index.articles, { language, stopWords: stopWordsOf(lists) });
  byLanguage.set(language, ranker);
  return ranker;
}

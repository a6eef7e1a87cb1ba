import type { RelatedArticle } from '../article.js';
import { currentArticle, entriesNamed, keyed, ownEntries, type PageFacts } from '../page/current-article.js';
import { ArticleRanker } from '../ranking/ranker.js';
import { eligibility } from '../ranking/eligibility.js';
import { stopWordsOf } from '../ranking/stop-words.js';
import { primaryLanguage } from '../shared/language.js';
import type { ArticleIndex } from '../reader/read-index.js';
import { inSlices, type Steps, yieldToPage } from '../shared/time-slicing.js';
import type { Chosen } from './chosen.js';
import { inGivenOrder } from './neighbours.js';
import { recentArticles } from './recent.js';

/** What the block asks of an index. */
export interface RelatedRequest {
  /** Tells of the page that shows the current article, once it can be read. */
  readonly facts: () => Promise<PageFacts>;
  /** Id or address of the current article, where the author names it; else empty. */
  readonly named: string;
  /** Which articles the author wants. */
  readonly chosen: Chosen;
  /** The language (BCP 47) of articles that name none. */
  readonly language: string;
  /** The stop words of that language, once its file is there. */
  readonly stopWords: Promise<readonly string[]>;
  /** Whether the newest articles stand in where none is related. */
  readonly orRecent: boolean;
  /** Whether the cards say why their articles are related. */
  readonly withReasons: boolean;
}

/**
 * The articles of an index that are related to the one on the page, best first. A ranked list keeps its order; the
 * author's wishes hold for it too, but for language, score, diversity and pins, which who ranked it has chosen.
 */
export async function relatedArticles(
  index: ArticleIndex,
  { facts, named, chosen, language, stopWords, orRecent, withReasons }: RelatedRequest,
): Promise<RelatedArticle[]> {
  const { articles } = index;
  const page = await facts();
  const idsOf = (names: readonly string[]): string[] =>
    names.flatMap((name) => entriesNamed(articles, name, page.base)).map(({ id }) => id);
  await inSlices(keyed(articles));
  const unwanted = idsOf(chosen.exclude);
  const current = currentArticle(page, articles, named);
  const exclude = [...unwanted, ...ownEntries(articles, current, page.addresses).map(({ id }) => id)];
  if (index.relatedTo !== undefined) {
    const isWanted = eligibility(current, { ...chosen, exclude, anyLanguage: true });
    return inGivenOrder({ ...index, articles: articles.filter(isWanted) }, chosen.limit);
  }
  const pinned = idsOf(chosen.pinned).filter((id) => id !== current.id && !exclude.includes(id));
  const options = { ...chosen, exclude, pinned };
  const ranker = await rankerOf(index, language, stopWords);
  const found = await inSlices(ranker.steps(current, options));
  const related = withReasons ? await inSlices(reasonsOf(found)) : found;
  // Cards take as long as a slice: they are rendered behind the last.
  await yieldToPage();
  if (related.length > 0 || !orRecent) return related;
  const wanted = articles.filter(eligibility(current, { ...options, anyLanguage: true }));
  return recentArticles(wanted, { language, limit: chosen.limit });
}

/** The same articles, the reasons of each found out in a step of its own. */
function* reasonsOf(related: readonly RelatedArticle[]): Steps<RelatedArticle[]> {
  const told: RelatedArticle[] = [];
  for (const { article, score, reasons } of related) {
    told.push({ article, score, reasons });
    yield;
  }
  return told;
}

/** One ranker per index and language, for all blocks of a page and every change of their attributes. */
const rankers = new WeakMap<ArticleIndex, Map<string, Promise<ArticleRanker>>>();

async function rankerOf(
  index: ArticleIndex,
  language: string,
  stopWords: Promise<readonly string[]>,
): Promise<ArticleRanker> {
  const byLanguage = rankers.get(index) ?? new Map<string, Promise<ArticleRanker>>();
  rankers.set(index, byLanguage);
  const ranker = byLanguage.get(language) ?? newRanker(index, language, stopWords);
  byLanguage.set(language, ranker);
  return ranker;
}

async function newRanker(
  { articles }: ArticleIndex,
  language: string,
  stopWords: Promise<readonly string[]>,
): Promise<ArticleRanker> {
  return new ArticleRanker(articles, {
    language,
    stopWords: stopWordsOf({ [primaryLanguage(language)]: await stopWords }),
  });
}

import { createHash } from 'node:crypto';
import type { Article } from '../../article.js';
import type { ScoredArticle } from '../../ranking/ranker.js';
import { timeOf } from '../../shared/date.js';
import type { SiteRanker } from '../site-ranker.js';
import type { KeptArticle, KeptNeighbours, NeighboursCache } from './neighbours-cache.js';

/** The neighbours of an article with those just behind them, and the score of the last of these. */
interface Neighbours {
  readonly related: readonly Article[];
  readonly least: number;
}

/** Fewer articles are ranked before anybody waits. */
const FEW = 500;
/** The share of articles that may change before all are ranked anew. */
const SHARE_CHANGED = 0.01;
/** How many articles around a changed one are looked at: it may have become a neighbour of theirs. */
const REACH = 400;
/** How many are kept behind those that are asked for: each may come to be among them. */
const SPARE = 4;

/**
 * The ranked neighbours of each article, in the articles' order; with a cache, ranked anew only where something
 * changed: of changed articles, of those that had one as a neighbour, and of those that have one now.
 *
 * Each change makes some words a trifle rarer or more frequent for all. So the others are put in order anew, by the
 * scores that they have now, together with a few more that were just behind them; to leave it at that, all are ranked
 * anew once one article in a hundred has changed, and always where there are fewer than 500.
 */
export function* revisedNeighbours(
  ranker: SiteRanker,
  limit: number,
  cache?: NeighboursCache,
): Generator<readonly Article[]> {
  const { articles } = ranker;
  const options = JSON.stringify([limit, ranker.language]);
  const before = cache?.read();
  const prints = printsOf(cache ? articles : []);
  const revision = before?.options === options ? revised(ranker, limit, prints, before) : undefined;
  const all: Neighbours[] = [];
  for (const article of articles) {
    const found = revision?.kept.get(article) ?? toNeighbours(ranker.related(article, limit + SPARE));
    all.push(found);
    yield found.related.slice(0, limit);
  }
  const places = new Map(articles.map((article, at) => [article, at]));
  cache?.write({
    options,
    changes: revision?.changes ?? 0,
    articles: articles.map((article, at): KeptArticle => {
      const { related = [], least = 0 } = all[at] ?? {};
      return {
        url: article.url,
        print: prints.get(article) ?? '',
        related: related.map((each) => places.get(each) ?? -1),
        least,
      };
    }),
  });
}

function toNeighbours(related: readonly ScoredArticle[]): Neighbours {
  return { related: related.map(({ article }) => article), least: related.at(-1)?.score ?? 0 };
}

/** The neighbours of before that may be kept; undefined where all have to be ranked anew. */
function revised(
  ranker: SiteRanker,
  limit: number,
  prints: ReadonlyMap<Article, string>,
  before: KeptNeighbours,
): { readonly kept: ReadonlyMap<Article, Neighbours>; readonly changes: number } | undefined {
  const { articles } = ranker;
  const current = new Map(articles.map((article) => [article.url, article]));
  const printsBefore = new Map(before.articles.map(({ url, print }) => [url, print]));
  const changed = new Set(
    articles.filter((article) => printsBefore.get(article.url) !== prints.get(article)),
  );
  const gone = before.articles.filter(({ url }) => !current.has(url)).length;
  const changes = before.changes + changed.size + gone;
  if (articles.length < FEW || changes > articles.length * SHARE_CHANGED) return undefined;

  const kept = stillTrue(before, current, changed);
  if (changed.size + gone === 0) return { kept, changes };
  for (const [article, { related }] of kept) {
    kept.set(article, toNeighbours(ranker.ordered(article, related)));
  }
  for (const article of changed) {
    for (const { article: other } of ranker.related(article, REACH)) {
      const known = kept.get(other);
      if (!known) continue;
      const [own] = ranker.ordered(other, [article]);
      if (known.related.length < limit + SPARE || (own && own.score >= known.least)) kept.delete(other);
    }
  }
  return { kept, changes };
}

/** The neighbours of articles that did not change and whose neighbours did not either. */
function stillTrue(
  { articles }: KeptNeighbours,
  current: ReadonlyMap<string, Article>,
  changed: ReadonlySet<Article>,
): Map<Article, Neighbours> {
  const unchanged = articles.map(({ url }) => {
    const article = current.get(url);
    return article && !changed.has(article) ? article : undefined;
  });
  const kept = new Map<Article, Neighbours>();
  for (const [at, { related, least }] of articles.entries()) {
    const article = unchanged[at];
    const others = related.flatMap((place) => unchanged[place] ?? []);
    if (article && others.length === related.length) kept.set(article, { related: others, least });
  }
  return kept;
}

/** What ranking goes by in each article, in short: words, tags, dates and language, and whether it is shown yet. */
function printsOf(articles: readonly Article[]): Map<Article, string> {
  const now = Date.now();
  const prints = articles.map((article): [Article, string] => {
    const { id, url, title, text, excerpt, tags, terms, date, expires, language } = article;
    const areToCome = [date, expires].map((moment) => (timeOf(moment) ?? 0) > now);
    const parts = [id, url, title, text ?? excerpt, tags, terms, date, expires, language, areToCome];
    const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
    return [article, hash.slice(0, PRINT_LENGTH)];
  });
  return new Map(prints);
}

/** 96 bits. */
const PRINT_LENGTH = 16;

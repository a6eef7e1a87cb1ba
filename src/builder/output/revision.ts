import { createHash } from 'node:crypto';
import type { Article } from '../../article.js';
import type { ScoredArticle } from '../../ranking/comparison.js';
import type { SupportedArticle } from '../../ranking/explain.js';
import type { ChosenArticle } from '../../ranking/ranker.js';
import { timeOf } from '../../shared/date.js';
import type { KeptArticle, KeptNeighbours, NeighboursCache } from '../caches.js';
import type { SiteRanker } from '../site-ranker.js';

/** The neighbours of an article and a few articles just behind them, with the score of the last one. */
interface Neighbours {
  readonly related: readonly SupportedArticle[];
  readonly least: number;
}

/** With fewer articles, ranking all of them anew takes no time to speak of. */
const FEW = 500;
/** If a larger share of the articles has changed, all are ranked anew. */
const SHARE_CHANGED = 0.01;
/** How many articles near a changed one are checked, since it may have become their neighbour. */
const REACH = 400;
/** How many articles are kept behind the neighbours, since each may become one. */
const SPARE = 4;

/**
 * The neighbours of each article, in the order of the articles: what its editors chose, and then the ranked ones. With a
 * cache, articles are ranked anew only where
 * a change concerns them: the changed articles, those that had one of them as a neighbour, and those that have one now.
 *
 * Each change also makes some words slightly rarer or more frequent for all articles. So the neighbours of the other
 * articles, and a few articles just behind them, get their current scores and are sorted anew. All articles are ranked
 * anew once one in a hundred has changed, and always if there are fewer than 500.
 */
export function* revisedNeighbours(
  ranker: SiteRanker,
  limit: number,
  cache?: NeighboursCache,
): Generator<readonly ChosenArticle[]> {
  const { articles, choice } = ranker;
  if (choice.by) {
    for (const article of articles) yield ranker.related(article, limit);
    return;
  }
  const options = JSON.stringify([limit, ranker.language, choice.only]);
  const before = cache?.read();
  const prints = printsOf(cache ? articles : []);
  const revision = before?.options === options ? revised(ranker, limit, prints, before) : undefined;
  const all: Neighbours[] = [];
  for (const article of articles) {
    const found = revision?.kept.get(article) ?? toNeighbours(ranker.ranked(article, limit + SPARE));
    all.push(found);
    // What editors chose takes no time to find, and would not stay first among what is ranked.
    const first = ranker.first(article);
    const others = found.related.filter((each) => !first.some((chosen) => chosen.article === each.article));
    yield [...first, ...others.map((each) => ({ article: each.article, reasons: {} }))].slice(0, limit);
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
        related: related.map((each) => places.get(each.article) ?? -1),
        support: related.map((each) => each.support),
        least,
      };
    }),
  });
}

function toNeighbours(ranked: readonly (ScoredArticle & SupportedArticle)[]): Neighbours {
  return {
    related: ranked.map(({ article, support }) => ({ article, support })),
    least: ranked.at(-1)?.score ?? 0,
  };
}

/** The neighbours of the last run that may be kept; undefined if all articles must be ranked anew. */
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
  // A link of a changed article may support others than before.
  const linked = new Set([...changed].flatMap((article) => ranker.linkedWith(article)));
  for (const [article, { related }] of kept) {
    if (related.some((each) => linked.has(each.article))) kept.delete(article);
    else kept.set(article, toNeighbours(ranker.ordered(article, related)));
  }
  for (const article of changed) {
    for (const { article: other } of ranker.ranked(article, REACH)) {
      const known = kept.get(other);
      if (!known) continue;
      const [own] = ranker.ordered(other, [{ article, support: 0 }]);
      if (known.related.length < limit + SPARE || (own && own.score >= known.least)) kept.delete(other);
    }
  }
  return { kept, changes };
}

/** The neighbours of articles that did not change, if none of these neighbours changed either. */
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
  for (const [at, { related, support, least }] of articles.entries()) {
    const article = unchanged[at];
    const others = related.flatMap((place, rank) => {
      const neighbour = unchanged[place];
      return neighbour ? { article: neighbour, support: support[rank] ?? 0 } : [];
    });
    if (article && others.length === related.length) kept.set(article, { related: others, least });
  }
  return kept;
}

/** A fingerprint of what the ranking uses of each article, with whether its dates are still in the future. */
function printsOf(articles: readonly Article[]): Map<Article, string> {
  const now = Date.now();
  const prints = articles.map((article): [Article, string] => {
    const { id, url, title, text, excerpt, tags, terms, links, date, expires, language } = article;
    const { exclude, section, author, type } = article;
    const areInFuture = [date, expires].map((moment) => (timeOf(moment) ?? 0) > now);
    const shown = [date, expires, language, areInFuture, exclude, section, author, type];
    const parts = [id, url, title, text ?? excerpt, tags, terms, links, ...shown];
    const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
    return [article, hash.slice(0, PRINT_LENGTH)];
  });
  return new Map(prints);
}

/** Base64 characters: 96 bits. */
const PRINT_LENGTH = 16;

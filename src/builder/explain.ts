import type { Article, RelatedArticle } from '../article.js';
import { timeOf } from '../shared/date.js';
import { urlKey } from '../shared/url.js';
import { createRanker } from '../ranking/create-ranker.js';
import { DEFAULTS } from '../ranking/eligibility.js';
import { BuildError } from './build-error.js';
import { type ScorePart, scoreParts } from './score-parts.js';

/** Why articles are related to one. */
export interface Explanation {
  readonly article: Named;
  /** The best first, or the one that was asked for. */
  readonly related: readonly ExplainedArticle[];
}

/** What an article is called. */
export interface Named {
  readonly title: string;
  readonly url: string;
}

/** How much and why an article is related. */
export interface ExplainedArticle extends Named {
  /** Its place among all, from 1; absent where it is not shown. */
  readonly rank?: number;
  /** Why it is not shown, as a clause: `is dated in the future`. */
  readonly reason?: string;
  /** From 0 to 1: the sum of what the first parts add, times the other parts. */
  readonly score: number;
  readonly parts: readonly ScorePart[];
  /** The tags that both carry. */
  readonly tags: readonly string[];
  /** The shared terms that weighed most, best first. */
  readonly terms: readonly string[];
}

/**
 * Says why articles are related to one of them.
 *
 * @param named an id, an address, the end of an address, or a part of a title
 * @param options.other the same of the one article to be explained; else the best ones are
 * @param options.limit how many at most, default 12
 * @param options.language language (BCP 47) of articles that name none
 * @throws BuildError where a name means no article, or several
 */
export function explain(
  articles: readonly Article[],
  named: string,
  { other, limit = 12, language }: { other?: string; limit?: number; language?: string } = {},
): Explanation {
  const article = find(articles, named);
  const ranker = createRanker(articles, language === undefined ? {} : { language });
  const ranked = ranker.related(article, { limit: articles.length });
  const explained = (found: RelatedArticle, at: number): ExplainedArticle => ({
    rank: at + 1,
    ...nameOf(found.article),
    score: found.score,
    parts: scoreParts(ranker.explain(article, found.article).parts),
    tags: found.reasons.tags,
    terms: found.reasons.terms,
  });
  if (other === undefined) {
    return { article: nameOf(article), related: ranked.slice(0, limit).map(explained) };
  }
  const asked = find(articles, other);
  const place = ranked.findIndex(({ article: { url } }) => url === asked.url);
  const found = ranked[place];
  if (found) return { article: nameOf(article), related: [explained(found, place)] };
  const { score: total, parts, terms } = ranker.explain(article, asked);
  const unlisted = {
    ...nameOf(asked),
    reason: whyUnlisted(article, asked, total),
    score: total,
    parts: scoreParts(parts),
    tags: [],
    terms: terms.slice(0, TERMS).map(({ term }) => term),
  };
  return { article: nameOf(article), related: [unlisted] };
}

/** Terms that are told of an article that is not shown. */
const TERMS = 3;

function nameOf({ title, url }: Article): Named {
  return { title, url };
}

/** Why an article is not shown under another, as a clause. */
function whyUnlisted(article: Article, other: Article, total: number): string {
  const now = Date.now();
  const languages = [article.language, other.language].map((tag) => tag?.split('-')[0]?.toLowerCase());
  if (article === other) return 'is this very article';
  if (languages[0] && languages[1] && languages[0] !== languages[1])
    return `is in another language: ${other.language}`;
  if ((timeOf(other.date) ?? -Infinity) > now) return 'is dated in the future';
  if ((timeOf(other.expires) ?? Infinity) <= now) return 'has expired';
  if (total === 0) return 'has no telling word in common with this article';
  if (total < DEFAULTS.minScore) return `has too little in common: its score is below ${DEFAULTS.minScore}`;
  return 'repeats another article, or shares too few of the words by which candidates are found';
}

/** @throws BuildError where a name means no article, or several */
function find(articles: readonly Article[], named: string): Article {
  const ways: readonly ((article: Article) => boolean)[] = [
    ({ id, url, title }) => [id, url, title].includes(named),
    ({ url }) => urlKey(named) !== undefined && urlKey(url) === urlKey(named),
    ({ url }) => ending(url).endsWith(`/${ending(named)}`),
    ({ title }) => title.toLowerCase().includes(named.toLowerCase()),
  ];
  for (const isMeant of ways) {
    const found = articles.filter(isMeant);
    const [article] = found;
    if (found.length === 1 && article) return article;
    if (found.length > 1) {
      const some = found.slice(0, 3).map(({ url }) => url);
      throw new BuildError(
        `"${named}" means ${found.length} articles, such as ${some.join(', ')}; name one by its address`,
      );
    }
  }
  throw new BuildError(`no article has the id, address or title "${named}"; name it by its address`);
}

/** The end of an address, for comparing. */
function ending(address: string): string {
  return address.replace(/^\/+/, '').replace(/(?:\/|(?:\/index)?\.html?)+$/, '');
}

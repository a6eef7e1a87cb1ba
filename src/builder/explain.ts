import type { Article, RelatedArticle } from '../article.js';
import { DEFAULTS, type Obstacle, obstacles } from '../ranking/eligibility.js';
import type { RankedText } from '../ranking/analysis.js';
import { NOTHING_IN_COMMON, type Parts, score } from '../ranking/rerank.js';
import { tagTerm } from '../ranking/spelling.js';
import { urlKey } from '../shared/url.js';
import { BuildError } from './build-error.js';
import { shownAddress } from './nowhere.js';
import { NEIGHBOURS } from './options.js';
import { SiteRanker } from './site-ranker.js';

/** Why articles are related to one article. */
export interface Explanation {
  readonly article: Named;
  /** The related articles, the best first; or only the one that was asked for. */
  readonly related: readonly ExplainedArticle[];
}

/** The title and address of an article. */
export interface Named {
  readonly title: string;
  readonly url: string;
}

/** How much and why an article is related. */
export interface ExplainedArticle extends Named {
  /** Its rank among all articles, from 1; absent if it is not shown. */
  readonly rank?: number;
  /** Why it is not shown, as a clause: `is dated in the future`. */
  readonly reason?: string;
  /** From 0 to 1. The parts make it one after the other: each adds to what is there, or multiplies it. */
  readonly score: number;
  readonly parts: readonly ScorePart[];
  /** The tags that both carry. */
  readonly tags: readonly string[];
  /** The shared terms that weigh most, in descending weight. */
  readonly terms: readonly string[];
  /** The article most like the first one that this one is linked with; absent if it is linked with none. */
  readonly linkedWith?: Named;
  /** True if the editors of the first article chose it. */
  readonly isCurated?: boolean;
  /** The name of the series that both are parts of. */
  readonly series?: string;
}

/** One part of a score. */
export interface ScorePart {
  /** Whether it adds to the score or multiplies it. */
  readonly kind: 'plus' | 'times';
  /** What it is: `tags that both carry`. */
  readonly what: string;
  /** What it adds, from 0 to 1, or the factor. */
  readonly value: number;
}

/**
 * Tells why articles are related to one of them.
 *
 * @param named the article: its id, its address, the end of its address, or a part of its title
 * @param options.other the same for the one article to explain. Default: the best ones are explained
 * @param options.limit how many articles at most. Default 12
 * @param options.language the language (BCP 47) of articles that name none
 * @throws BuildError if a name means no article, or several
 */
export function explain(
  articles: readonly Article[],
  named: string,
  { other, limit = NEIGHBOURS, language }: { other?: string; limit?: number; language?: string } = {},
): Explanation {
  const article = find(articles, named);
  const ranker = new SiteRanker(articles, { language });
  const ranked = ranker.related(article, articles.length);
  const inNumbers = ranker.explainer(article);
  const explained = (
    { article: found, score: total, reasons }: RelatedArticle,
    at: number,
  ): ExplainedArticle => {
    const { parts, linkedWith } = inNumbers(found);
    return {
      rank: at + 1,
      ...nameOf(found),
      score: total,
      parts: scoreParts(parts),
      tags: reasons.tags,
      terms: reasons.terms,
      ...(linkedWith && { linkedWith: nameOf(linkedWith) }),
      ...(reasons.isCurated && { isCurated: true }),
      ...(reasons.series !== undefined && { series: reasons.series }),
    };
  };
  if (other === undefined) {
    return { article: nameOf(article), related: ranked.slice(0, limit).map(explained) };
  }
  const asked = find(articles, other);
  const place = ranked.findIndex(({ article: { url } }) => url === asked.url);
  const found = ranked[place];
  if (found) return { article: nameOf(article), related: [explained(found, place)] };
  const { score: total, parts, terms, linkedWith } = inNumbers(asked);
  const unlisted = {
    ...nameOf(asked),
    reason: whyUnlisted({ ...article, language: article.language ?? language }, asked, total),
    score: total,
    parts: scoreParts(parts),
    tags: sharedTags(article, asked),
    terms: terms.slice(0, TERMS).map(({ term }) => term),
    ...(linkedWith && { linkedWith: nameOf(linkedWith) }),
  };
  return { article: nameOf(article), related: [unlisted] };
}

/** How many terms are named of an article that is not shown. */
const TERMS = 3;

function nameOf({ title, url }: Article): Named {
  return { title, url: shownAddress(url) };
}

/** The tags that both articles carry, as the other one spells them. */
function sharedTags({ tags }: Article, other: Article): string[] {
  const own = new Set(tags.map(tagTerm));
  return other.tags.filter((tag) => own.has(tagTerm(tag)));
}

/** Why an article is not shown under another one, as a clause. */
function whyUnlisted(article: RankedText, other: Article, total: number): string {
  const obstacle = obstacles(article, {})(other);
  if (obstacle === 'language') return `is in another language: ${other.language}`;
  if (obstacle) return OBSTACLES[obstacle];
  if (total === 0) return 'has no telling word in common with this article';
  if (total < DEFAULTS.minScore) return `has too little in common: its score is below ${DEFAULTS.minScore}`;
  return 'has the same title and text as another article, or shares too few rare words to be found';
}

const OBSTACLES: Readonly<Record<Exclude<Obstacle, 'language'>, string>> = {
  itself: 'is this very article',
  excluded: 'is excluded',
  'not chosen': 'is not among those to choose from',
  future: 'is dated in the future',
  expired: 'has expired',
  'excluded tag': 'has an excluded tag',
  newer: 'is newer than this article',
  'too old': 'is too old',
  copy: 'has the same title and text as this article',
};

/** @throws BuildError if a name means no article, or several */
function find(articles: readonly Article[], named: string): Article {
  const key = urlKey(named);
  const ways: readonly ((article: Article) => boolean)[] = [
    ({ id, url, title }) => [id, url, title].includes(named),
    ({ url }) => key !== undefined && urlKey(url) === key,
    ({ url }) => ending(url).endsWith(`/${ending(named)}`),
    ({ title }) => title.toLowerCase().includes(named.toLowerCase()),
  ];
  for (const isMeant of ways) {
    const found = articles.filter(isMeant);
    const [article] = found;
    if (found.length === 1 && article) return article;
    if (found.length > 1) {
      const some = found.slice(0, 3).map(({ url }) => shownAddress(url));
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

/** The parts of a score in the order in which the ranker combines them. */
function scoreParts(parts: Parts): ScorePart[] {
  const { direction } = parts;
  return [
    ...ADDED.map(([name, what]): ScorePart => ({
      kind: 'plus',
      what,
      value: score({ ...NOTHING, direction, [name]: parts[name] }),
    })),
    {
      kind: 'times',
      what: 'how near in time they are',
      value: score({ ...FULL, closeness: parts.closeness }),
    },
    {
      kind: 'plus',
      what: 'links with the articles most like this one',
      value: score({ ...NOTHING, support: parts.support }),
    },
  ];
}

/** The parts that add to the score, and what they are. */
const ADDED = [
  ['overlap', 'words, pairs of words and tags that both use'],
  ['ownTitle', 'words of this title that the other article uses'],
  ['otherTitle', 'words of the other title that this article uses'],
  ['ownSlug', 'words of this address that the other article uses'],
  ['otherSlug', 'words of the other address that this article uses'],
  ['ownMention', 'this title, mentioned in the other text'],
  ['otherMention', 'the other title, mentioned in this text'],
  ['tags', 'tags that both carry'],
] as const;

/** Two articles of one day that have nothing in common. */
const NOTHING: Parts = { ...NOTHING_IN_COMMON, closeness: 1 };

/** Two articles of one day that have everything in common. */
const FULL: Parts = { ...NOTHING, ...Object.fromEntries(ADDED.map(([name]) => [name, 1])) };

import type { Article } from '../article.js';
import { identityKey, positionsByKey } from '../ranking/identity.js';
import { shorten } from '../shared/text.js';
import { finished } from '../shared/time-slicing.js';
import { BuildError } from './build-error.js';
import type { Named } from './explain.js';
import { shownAddress } from './nowhere.js';
import { NEIGHBOURS, type SourceOptions, turns } from './options.js';
import { inStableOrder } from './output/index-feed.js';
import { SiteRanker } from './site-ranker.js';
import { type TitleMention, titleMentions } from './title-mentions.js';

/** How links are checked. */
export interface LinksReportOptions extends Pick<SourceOptions, 'language' | 'signal' | 'onProgress'> {
  /** The least score of a pair of related articles, from 0 to 1. Default 0.2. */
  readonly minScore?: number;
}

/** The links that the articles of a site lack. Links in menus, in lists of articles and in the block do not count. */
export interface LinksReport {
  /** How many articles there are. */
  readonly articles: number;
  /** How many of them have a full text, which mentions are searched in. */
  readonly texts: number;
  /** How many links from one of the articles to another there are. */
  readonly links: number;
  /** The articles that no other one links to, the newest first. */
  readonly orphans: readonly Orphan[];
  /** The articles that name another one by its title, and do not link to it; those of the newest article first. */
  readonly mentions: readonly Mention[];
  /** The pairs of related articles that do not link to each other, the most related first. */
  readonly pairs: readonly UnlinkedPair[];
  /** The least score of a pair. */
  readonly minScore: number;
}

/** An article that no other one links to. */
export interface Orphan extends Named {
  /** The article that is most related to it, and may link to it; absent if none is related. */
  readonly closest?: Named;
}

/** A title in the text of another article that is no link. */
export interface Mention {
  /** The article whose text it is. */
  readonly article: Named;
  /** The article that is named. */
  readonly mentioned: Named;
  /** The sentence with the title. */
  readonly sentence: string;
}

/** Two related articles that do not link to each other. */
export interface UnlinkedPair {
  readonly article: Named;
  readonly other: Named;
  /** How related they are, from 0 to 1. */
  readonly score: number;
}

/**
 * Finds the links that the articles of a site lack.
 *
 * @throws BuildError if no article links to another one
 */
export async function linksReport(
  articles: readonly Article[],
  { language, minScore = CLOSE, signal, onProgress }: LinksReportOptions = {},
): Promise<LinksReport> {
  const ordered = inStableOrder(articles);
  const takeTurn = turns(signal);
  const targets = linkTargets(ordered);
  if (targets.every(({ size }) => size === 0)) throw new BuildError(NO_LINKS);
  const named = ordered.map(({ title, url }): Named => ({ title, url: shownAddress(url) }));
  const mentions = await titleMentions(ordered, { language, takeTurn });

  const positions = new Map(ordered.map((article, position) => [article, position]));
  const ranker = new SiteRanker(ordered, { language });
  const closest: (Named | undefined)[] = [];
  const pairs = new Map<string, UnlinkedPair>();
  for (const [position, article] of ordered.entries()) {
    const related = ranker.related(article, NEIGHBOURS);
    for (const [rank, { article: neighbour, score }] of related.entries()) {
      const other = positions.get(neighbour)!;
      if (rank === 0) closest[position] = named[other];
      const areLinked = targets[position]!.has(other) || targets[other]!.has(position);
      const key = [position, other].sort((a, b) => a - b).join(' ');
      if (score >= minScore && !areLinked && score > (pairs.get(key)?.score ?? 0))
        pairs.set(key, { article: named[position]!, other: named[other]!, score });
    }
    onProgress?.({ step: 'Ranking articles', done: position + 1, total: ordered.length });
    await takeTurn();
  }

  const linked = new Set(targets.flatMap((own) => [...own]));
  return {
    articles: ordered.length,
    texts: ordered.filter(({ text }) => text).length,
    links: targets.reduce((sum, { size }) => sum + size, 0),
    orphans: named.flatMap((one, position) => {
      const near = closest[position];
      return linked.has(position) ? [] : { ...one, ...(near && { closest: near }) };
    }),
    mentions: mentions.flatMap((found, position) =>
      found
        .filter((mention) => !targets[position]!.has(mention.position))
        .map((mention) => ({
          article: named[position]!,
          mentioned: named[mention.position]!,
          sentence: sentenceOf(mention, ordered[position]!),
        })),
    ),
    pairs: [...pairs.values()].sort((a, b) => b.score - a.score),
    minScore,
  };
}

/**
 * The least score of a closely related pair. On five sites whose editors link a lot, every fourth such pair is linked; of
 * the pairs with a higher score hardly more are.
 */
const CLOSE = 0.2;
const NO_LINKS =
  'no article links to another one, as far as the source tells; name the folder that your site is built into, or a source with full texts';

/** For each article the positions of those that it links to. */
function linkTargets(articles: readonly Article[]): ReadonlySet<number>[] {
  const positions = finished(positionsByKey(articles));
  return articles.map(({ links = [] }, own) => {
    const targets = new Set(links.flatMap((link) => positions.get(identityKey(link)) ?? []));
    targets.delete(own);
    return targets;
  });
}

/** The sentence with a title, cut around the title where it is long. */
function sentenceOf({ start, end }: TitleMention, { text = '' }: Article): string {
  const lineStart = Math.max(text.lastIndexOf('\n', start) + 1, start - REACH);
  const lineEnd = text.indexOf('\n', end);
  const line = text.slice(lineStart, Math.min(lineEnd < 0 ? text.length : lineEnd, end + REACH));
  const sentences = SENTENCES.segment(line);
  const { index } = sentences.containing(start - lineStart)!;
  // A title may hold the end of a sentence: "Masts? Why not!"
  const last = sentences.containing(end - 1 - lineStart)!;
  const sentence = line.slice(index, last.index + last.segment.length);
  const titleAt = start - lineStart - index;
  const cut = titleAt - Math.round((LONGEST_SENTENCE - (end - start)) / 2);
  if (sentence.length <= LONGEST_SENTENCE || cut <= 0) return shorten(sentence.trim(), LONGEST_SENTENCE);
  const blank = sentence.indexOf(' ', cut);
  return `…${shorten(sentence.slice(blank >= 0 && blank < titleAt ? blank + 1 : cut), LONGEST_SENTENCE)}`;
}

const SENTENCES = new Intl.Segmenter('und', { granularity: 'sentence' });
/** In characters. */
const LONGEST_SENTENCE = 240;
/** How far a sentence is searched before and behind a title. */
const REACH = 1000;

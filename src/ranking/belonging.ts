import type { Article, Reasons } from '../article.js';
import { isSameLanguage } from '../shared/language.js';
import type { Steps } from '../shared/time-slicing.js';
import type { RankedText } from './analysis.js';
import type { AnalyzedIndex } from './analyzed-index.js';
import { byNewest, compared } from './comparison.js';
import { publicationTime } from './eligibility.js';
import { authorsOf } from './filter.js';
import { tagTerm } from './spelling.js';

// Articles that belong to the current one whatever their words.

/** How a list is chosen in place of relatedness: articles of the same author, series or section, or that link here. */
export type Belonging = 'author' | 'series' | 'section' | 'backlinks';

/** All of these. */
export const BELONGINGS: readonly Belonging[] = ['author', 'series', 'section', 'backlinks'];

/** An article that belongs to the current one. */
export interface Belonger {
  /** Its place in the index, from 0. */
  readonly position: number;
  readonly reasons: Pick<Reasons, 'isCurated' | 'series'>;
}

/** The articles that the current one's editors chose, followed by the other parts of its series. */
export function* editorsChoice(index: AnalyzedIndex, current: RankedText): Steps<Belonger[]> {
  const chosen = new Map<number, Belonger>();
  for (const name of current.related ?? []) {
    const position = yield* index.position(name);
    if (position !== undefined && !chosen.has(position))
      chosen.set(position, { position, reasons: { isCurated: true } });
  }
  for (const part of seriesParts(index, current)) {
    if (!chosen.has(part.position)) chosen.set(part.position, part);
  }
  return [...chosen.values()];
}

/** The articles that belong to the current one: parts of a series in their order, all others with the newest first. */
export function* belonging(by: Belonging, index: AnalyzedIndex, current: RankedText): Steps<Belonger[]> {
  const { articles } = index;
  if (by === 'series') return seriesParts(index, current);
  const positions =
    by === 'backlinks' ? yield* linking(index, current) : sharing(articles, current, VALUES_OF[by]);
  return positions
    .sort((a, b) => byNewest(articles[a]!, articles[b]!))
    .map((position) => ({ position, reasons: {} }));
}

const VALUES_OF = {
  author: ({ author }: Partial<Article>) => authorsOf(author),
  section: ({ section }: Partial<Article>) => (section === undefined ? [] : [section]),
};

/** The positions of the articles that have one of the current one's values. */
function sharing(
  articles: readonly Article[],
  current: RankedText,
  valuesOf: (article: Partial<Article>) => readonly string[],
): number[] {
  const own = new Set(valuesOf(current).map(tagTerm));
  if (own.size === 0) return [];
  return [...articles.keys()].filter((at) =>
    valuesOf(articles[at]!).some((value) => own.has(tagTerm(value))),
  );
}

/** The positions of the articles that link to the current one. */
function* linking(index: AnalyzedIndex, current: RankedText): Steps<number[]> {
  const links = yield* index.links();
  if (!links) return [];
  const own = yield* index.positionsOf(current);
  const linked = new Set(own.flatMap((position) => links.of(position)).map(({ position }) => position));
  return [...linked].filter((other) =>
    links.of(other).some(({ position, isOwn }) => isOwn && own.includes(position)),
  );
}

/**
 * The other parts of the current article's series in its language: those that follow it, and then those before it, both
 * in the order of the series. Parts without a place follow those that have one, the oldest first.
 */
function seriesParts(index: AnalyzedIndex, current: RankedText): Belonger[] {
  const { articles } = index;
  const { series } = current;
  if (!series) return [];
  const parts = index
    .partsOf(series)
    .filter((at) => isSameLanguage(articles[at]!.language, current.language))
    .sort((a, b) => inSeries(articles[a]!, articles[b]!));
  const next = parts.findIndex((at) => inSeries(articles[at]!, current) > 0);
  const ordered = next < 0 ? parts : [...parts.slice(next), ...parts.slice(0, next)];
  return ordered.map((position) => ({ position, reasons: { series: series.name } }));
}

function inSeries(a: Partial<Article>, b: Partial<Article>): number {
  const [first = Infinity, second = Infinity] = [a.series?.position, b.series?.position];
  if (first !== second) return first - second;
  return publicationTime(a) - publicationTime(b) || compared(a.url ?? '', b.url ?? '');
}

import type { Article } from '../../article.js';
import { FIELD_TERM } from '../../ranking/filter.js';
import { identityKey, identityKeys, keySet } from '../../ranking/identity.js';
import { tagTerm } from '../../ranking/spelling.js';
import { primaryLanguage } from '../../shared/language.js';
import { filePath } from '../../shared/url.js';
import { shownAddress } from '../nowhere.js';

/**
 * Articles that name no section with the first folder of their address as their section: `netze` for `/netze/open-ran/`.
 * Folders of dates and languages are passed over. If all articles are in one folder, it says nothing.
 */
export function withSections(articles: readonly Article[]): readonly Article[] {
  const folders = articles.map(folderOf);
  if (new Set(folders.filter(Boolean)).size < 2) return articles;
  return articles.map((article, at) => {
    const section = article.section ?? folders[at];
    return section === undefined ? article : { ...article, section };
  });
}

function folderOf({ url, language }: Article): string | undefined {
  const [, ...reversed] = filePath(url).toReversed();
  const isLanguage = (part: string): boolean =>
    language !== undefined && primaryLanguage(part) === primaryLanguage(language);
  return reversed.toReversed().find((part) => !/^[\d.-]+$/.test(part) && !isLanguage(part));
}

/**
 * What is wrong with what editors say of related articles and series, in sentences: names that no article has, articles
 * that name themselves, series of one part, and parts of a series with the same place.
 */
export function editorsFaults(articles: readonly Article[]): string[] {
  const known = new Set(articles.flatMap(identityKeys));
  const faults = [...articles.flatMap((article) => faultsOf(article, known)), ...seriesFaults(articles)];
  const rest = faults.length - MOST_FAULTS;
  return rest > 0 ? [...faults.slice(0, MOST_FAULTS), `${rest} more faults of this kind`] : faults;
}

/** How many faults are told: a site may give its own meaning to a name such as `related`. */
const MOST_FAULTS = 20;

function faultsOf(article: Article, known: ReadonlySet<string>): string[] {
  const { related = [], exclude = [] } = article;
  const own = keySet([article.id, article.url]);
  const place = shownAddress(article.url);
  return [
    ...related.flatMap((name) => {
      if (own.has(identityKey(name))) return `${place} names itself as related`;
      return known.has(identityKey(name))
        ? []
        : `${place} names ${shownName(name)} as related, which no article is`;
    }),
    ...exclude.flatMap((name) =>
      known.has(identityKey(name)) || FIELD_TERM.test(name)
        ? []
        : `${place} excludes ${shownName(name)}, which no article is`,
    ),
  ];
}

function shownName(name: string): string {
  return JSON.stringify(shownAddress(name));
}

function seriesFaults(articles: readonly Article[]): string[] {
  const parts = new Map<string, Article[]>();
  for (const article of articles) {
    if (!article.series) continue;
    const key = `${tagTerm(article.series.name)} ${primaryLanguage(article.language ?? '')}`;
    parts.set(key, [...(parts.get(key) ?? []), article]);
  }
  return [...parts.values()].flatMap((series) => {
    const [first] = series;
    const name = JSON.stringify(first?.series?.name);
    if (series.length === 1) return `the series ${name} has one part alone: ${shownAddress(first!.url)}`;
    const places = new Map<number, Article>();
    return series.flatMap((article) => {
      const position = article.series?.position;
      if (position === undefined) return [];
      const other = places.get(position);
      places.set(position, other ?? article);
      return other
        ? `${shownAddress(other.url)} and ${shownAddress(article.url)} are both part ${position} of the series ${name}`
        : [];
    });
  });
}

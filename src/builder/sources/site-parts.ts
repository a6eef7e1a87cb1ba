import type { TitleSources } from '../../page/title.js';
import { chooseTitle } from '../../page/title.js';
import type { HtmlPage } from '../html/html-page.js';

/** What many pages of a site share: it belongs to the site, and to none of its articles. */
export interface SiteParts {
  /** Names of the site and of its parts, as they stand in titles and headings. */
  readonly names: readonly string[];
  readonly excerpts: ReadonlySet<unknown>;
  readonly images: ReadonlySet<unknown>;
  /** Lines of texts. */
  readonly lines: ReadonlySet<unknown>;
}

/** Finds what the pages of a site share. Pages that can't be articles do not count. */
export function siteParts(all: readonly HtmlPage[]): SiteParts {
  const pages = all.filter(({ reason }) => !reason);
  const most = Math.max(PAGES_OF_A_SITE, pages.length / 2);
  return {
    names: [...shared(pages, most, ({ titles }) => namesIn(titles))].map(String),
    excerpts: shared(pages, PAGES_OF_A_SITE, ({ draft }) => [draft.excerpt]),
    images: shared(pages, most, ({ draft }) => [draft.image]),
    lines: shared(pages, most, ({ draft }) => linesOf(draft.text)),
  };
}

/** What in at least so many pages is the same. */
function shared(
  pages: readonly HtmlPage[],
  least: number,
  partsIn: (page: HtmlPage) => readonly unknown[],
): Set<unknown> {
  const counts = new Map<unknown, number>();
  for (const page of pages)
    for (const part of new Set(partsIn(page)))
      if (part !== undefined) counts.set(part, (counts.get(part) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= least).map(([part]) => part));
}

const PAGES_OF_A_SITE = 3;

/** What may be the name of the site in the titles of a page. */
function namesIn(titles: TitleSources): string[] {
  return [chooseTitle(titles), ...partsOf(titles), ...titles.own, ...titles.other].filter(Boolean);
}

/** The parts of the titles of a page that repeat the name of its host: `La Stampa` on `www.lastampa.it`. */
export function hostNames(titles: TitleSources, { hostname }: URL): string[] {
  const host = letters(hostname.replace(/^www\./, ''));
  const name = letters(hostname.replace(/^www\./, '').replace(/\.[^.]*$/, ''));
  return partsOf(titles).filter((part) => [host, name].includes(letters(part)));
}

function partsOf({ stated, whole }: TitleSources): string[] {
  return [stated, whole].flatMap((title) => title.split(/\s[|–—·•»›~-]\s|:\s/));
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** A text without the lines that the pages of its site share, unless they are most of it. */
export function withoutLines(text: unknown, lines: SiteParts['lines']): string {
  const all = linesOf(text);
  const own = all.filter((line) => !lines.has(line));
  return (own.join('').length * 2 < all.join('').length ? all : own).join('\n');
}

function linesOf(text: unknown): string[] {
  return typeof text === 'string' ? text.split('\n') : [];
}

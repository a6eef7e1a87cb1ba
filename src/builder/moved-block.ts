import type { Article } from '../article.js';
import { primaryLanguage } from '../shared/language.js';
import { all, type Document, first, parseHtml } from './html/html-document.js';
import { escapeHtml } from './html/markup.js';
import { placeBehindParagraph } from './html/paragraph-place.js';
import { shownAddress } from './nowhere.js';
import { skipTexts } from './skip-texts.js';

/**
 * A page with its first block behind a paragraph of its main text. A link before the block, which shows itself when it
 * has the focus, leads past it. A comment marks where the block stood.
 *
 * @param page the page's bytes as Latin-1. Only ASCII is written
 * @param number the paragraph's place in the text, from 1
 * @returns undefined if the text has fewer paragraphs, or the block no end tag
 */
export function withMovedBlock(page: string, article: Article, number: number): string | undefined {
  const document = parseHtml(page);
  const [block] = all('related-articles', document);
  const place = placeBehindParagraph(document, page, number);
  if (!block || !place) return undefined;
  const [start, end] = [block.startIndex ?? 0, (block.endIndex ?? 0) + 1];
  const element = page.slice(start, end);
  if (!/<\/related-articles\s*>$/i.test(element)) return undefined;
  const { skip, end: after, language } = skipTexts(article.language);
  const lang =
    primaryLanguage(article.language ?? '') === primaryLanguage(language) ? '' : ` lang="${language}"`;
  // Where a page has a <base>, an address of a fragment alone would lead to another page.
  const path = first('base[href]', document) ? pathOf(article) : '';
  const moved =
    OPEN +
    (place.isOpen ? '</p>' : '') +
    `<a class="${NAME}"${lang} href="${escapeHtml(path)}#${END_ID}">${escapeHtml(skip)}</a>${element}` +
    `<p class="${NAME}"${lang} id="${END_ID}" tabindex="-1">${escapeHtml(after)}</p>${CLOSE}`;
  const styles = styleOffset(document, page) ?? place.at;
  return edited(page, [
    { start: styles, end: styles, text: STYLE },
    { start: place.at, end: place.at, text: moved },
    { start, end, text: HOME },
  ]);
}

/** A page with the block that `withMovedBlock` has moved back in its place, and nothing of that left. */
export function withBlockInPlace(page: string): string {
  const moved = MOVED.exec(page);
  const block = moved && BLOCK.exec(moved[0]);
  if (!block) return page;
  const [element] = block;
  const stays = page.includes(HOME) ? '' : element;
  const without = page.replace(MOVED, () => stays).replace(STYLES, '');
  return without.replace(HOME, () => element);
}

/** The address of an article's page on its site. */
function pathOf({ url }: Article): string {
  const { pathname, search } = new URL(url);
  return shownAddress(pathname + search);
}

/** Where styles go: at the end of the head, or behind the title of a page that leaves out the tags of its head. */
function styleOffset(document: Document, page: string): number | undefined {
  const head = first('head', document);
  const end = head ? page.lastIndexOf('</', head.endIndex ?? 0) : -1;
  if (/^<\/head/i.test(page.slice(end, end + 6))) return end;
  const title = first('title', document);
  const behind = (title?.endIndex ?? 0) + 1;
  return /<\/title\s*>$/i.test(page.slice(0, behind).slice(-20)) ? behind : undefined;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function edited(page: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), page);
}

const NAME = 'related-articles-skip';
const END_ID = 'after-related-articles';
const OPEN = '<!--related-articles-moved-->';
const CLOSE = '<!--/related-articles-moved-->';
/** Stands where the block was. */
const HOME = '<!--related-articles-home-->';
const MOVED = /<!--related-articles-moved-->[^]*?<!--\/related-articles-moved-->/;
const BLOCK = /<related-articles[\s>][^]*<\/related-articles\s*>/i;
const STYLES = /<style>\.related-articles-skip:[^<]*<\/style>/;
/** Hides the link until it has the focus, and the text where it leads. Its hash is in docs/inject.md. */
const STYLE =
  `<style>.${NAME}:not(a:focus){position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;` +
  'clip-path:inset(50%);white-space:nowrap;border:0}</style>';

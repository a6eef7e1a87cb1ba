import { withoutLabel } from './authors.js';
import { dateIn } from './visible-date.js';

/**
 * The main text of a page without what a teaser and the ranking must not have: the heading that repeats its title, the
 * lines of author and date above the first paragraph, and characters of fonts of icons.
 */
export function articleText(text: string, title: string, authors: readonly string[]): string {
  const lines = text.replace(ICONS, '').split('\n');
  const paragraph = lines.findIndex((line) => line.length >= LONG_LINE);
  const above = paragraph < 0 ? 0 : paragraph;
  const heading = lines.slice(0, Math.max(above, 1)).indexOf(title);
  const isByline = (line: string): boolean =>
    dateIn(line) !== undefined || authors.includes(withoutLabel(line));
  return lines.filter((line, at) => at !== heading && !(at < above && isByline(line))).join('\n');
}

const ICONS = /\p{Co}/gu;
/** Characters. Shorter lines are headings, names and dates. */
const LONG_LINE = 80;

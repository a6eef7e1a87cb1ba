import { onOneLine, type TextTree } from '../../page/page-tree.js';
import { normalizeDate } from '../../reader/normalize-date.js';
import { timeOf } from '../../shared/date.js';

/**
 * The day that readers see beside the title of an article: the first one in a short line below the heading, else the
 * nearest above it, else the first in an element that is named after a date. Undefined where there is none.
 *
 * @param title the title, as its heading has it
 * @returns a day, as in RFC 3339
 */
export function visibleDate<E>(tree: TextTree<E>, title: string): string | undefined {
  const lines = linesOf(tree);
  const at = lines.indexOf(title);
  const near =
    at < 0
      ? []
      : [...lines.slice(at + 1, at + 1 + BELOW), ...lines.slice(Math.max(0, at - ABOVE), at).toReversed()];
  const named = tree.all(DATES).map((element) => tree.text(element));
  for (const line of [...near, ...named]) {
    const date = CHANGED.test(line) ? undefined : dateIn(line);
    if (date) return date;
  }
  return undefined;
}

/** How many lines below and above a heading may be those of its date. */
const BELOW = 8;
const ABOVE = 4;
/** Characters. A longer line is a sentence of the article, which may speak of any date. */
const LONGEST_LINE = 120;
/** Words for a later change. */
const CHANGED =
  /updated|modified|edited|changed|aktualisiert|geändert|mis à jour|actualizad|aggiornat|bijgewerkt|atualizad/i;
/** Elements that are named after the date of the article. */
const DATES =
  ':is(main, article, [class*="content"], [class*="post"], [id*="content"]) :is([class*="date" i], [class*="publish" i], [class*="posted" i], [class*="byline" i])';

/** The lines of a page in document order, without its menus. */
function linesOf<E>(tree: TextTree<E>): string[] {
  const lines = [''];
  const breakLine = (element: E): void => {
    if (!INLINE.has(tree.name(element))) lines.push('');
  };
  tree.walk(tree.body, {
    text: (text) => (lines[lines.length - 1] += text),
    enter(element) {
      if (NO_TEXT.has(tree.name(element))) return false;
      breakLine(element);
      return true;
    },
    leave: breakLine,
  });
  return lines.map(onOneLine).filter(Boolean);
}

const INLINE = new Set(
  'a abbr b bdi bdo cite em font i mark nobr q s small span strong sub sup time u'.split(' '),
);
const NO_TEXT = new Set('nav script style noscript template select textarea svg iframe'.split(' '));

/** The first day in a short line of a page that is past; undefined where there is none. */
export function dateIn(line: string): string | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  return (line.match(DATE) ?? [])
    .map((date) =>
      normalizeDate(
        date
          .replace(/[/年月]\s?/g, '-')
          .replace(/\.\s(?=\d)/g, '.')
          .replace(/,(?=\s\d{4})/, ''),
      ),
    )
    .find((date) => (timeOf(date) ?? Infinity) <= Date.now());
}

const DATE =
  /(?<!\d)(?:\d{4}(?:-\d\d?-|\/\d\d?\/|年\s?\d\d?月\s?)\d\d?(?!\d)|\d\d?\.\s?\d\d?\.\s?\d{4}(?!\.?\d)|\d\d?\.?\s(?:de\s)?\p{L}{3,15}\.?,?\s(?:de\s)?\d{4})|(?<!\p{L})\p{L}{3,15}\.?\s\d\d?(?:st|nd|rd|th)?,?\s\d{4}/gu;

import { decodeEntities } from './entities.js';

/**
 * The text of an HTML fragment, one line per block. Tags and comments are removed, scripts and styles with everything
 * in them, and character references are decoded. It works by rules over the text, in one pass and in linear time; no
 * HTML parser sees the fragment.
 *
 * @example htmlToText('<h2>One</h2><p>Two &amp; three</p>') // 'One\nTwo & three'
 */
export function htmlToText(html: string): string {
  return tidy(decodeEntities(removeMarkup(html, { isMarkup: () => true, keepsUnclosed: false })));
}

/**
 * A field of plain text as sites fill it, on one line: character references are decoded, and markup is removed that
 * publishing systems leave in it. A tag counts as markup if the text closes it too, if it breaks a line, or if it formats
 * and has attributes (`<img src="…">`). Other angle brackets are text, so that `When to use <b>` keeps its words.
 */
export function plainText(text: string): string {
  // Most texts are plain already, and one test takes a fraction of the time of the rest.
  return UNCLEAN.test(text)
    ? onOneLine(withoutInvisible(onOneLine(withoutMarkup(text)))).trim()
    : text.trim();
}

/**
 * What `plainText` changes: two blanks side by side or other white space, signs that begin markup and character
 * references, and what `withoutInvisible` removes.
 */
const UNCLEAN =
  / {2}|[^\x20-%'-;=-~\xA1-\u167F\u1681-\u1FFF\u200B-\u2027\u2030-\u205E\u2060-\u2065\u206A-\u2FFF\u3001-\uD7FF\uE000-\uFEFE\uFF00-\uFFFF]/;

/**
 * A text without characters that show nothing or reorder what stands around them: control characters, halves of
 * surrogate pairs, and the embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX #9).
 */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

const INVISIBLE = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;

/** As `plainText`, but with the text's own lines and characters. */
export function withoutMarkup(text: string): string {
  if (!text.includes('<')) return decodeEntities(text);
  const closed = new Set(
    [...text.matchAll(/<\/([a-z][^\s/<>]*)/gi)].map(([, name = '']) => name.toLowerCase()),
  );
  const isMarkup = (name: string, isBare: boolean): boolean =>
    closed.has(name) || (isBare ? /^w?br$/.test(name) : FORMATTING.has(name));
  return decodeEntities(removeMarkup(text, { isMarkup, keepsUnclosed: true }));
}

/**
 * The beginning of a text on one line, at most `most` characters. A longer text is cut at a word and ends in an
 * ellipsis.
 */
export function shorten(text: string, most: number): string {
  return cutAtWord(onOneLine(text), most);
}

/** As `shorten`, for a text that is on one line already. */
export function cutAtWord(line: string, most: number): string {
  if (line.length <= most) return line;
  const end = line.lastIndexOf(' ', most - 1);
  const start = line.slice(0, end > most / 2 ? end : most - 1);
  let length = start.length;
  while (LOOSE.test(start.charAt(length - 1))) length--;
  return `${start.slice(0, length)}…`;
}

/** A text with one space for each run of white space. */
function onOneLine(text: string): string {
  // Most texts are so already, and to look takes a fraction of the time of replacing each space by itself.
  return text.includes('  ') || /[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text;
}

/** What is left out at the end of a text that was cut: punctuation, or half of a surrogate pair. */
const LOOSE = /[\s,;:–\uD800-\uDBFF-]/;

const FORMATTING = new Set(
  'a abbr b bdi big br cite code del em font i img ins kbd mark q s small span strike strong sub sup tt u wbr'.split(
    ' ',
  ),
);
const INLINE = new Set([...FORMATTING, 'bdo', 'button', 'data', 'dfn', 'label', 'time', 'var']);
/** Where a comment, a declaration (`<!doctype`, `<?xml`) or a tag starts. */
const TAG = /<(?:!--|([!?])(?=[a-z[])|\/?([a-z][^\s/<>]*)(?=[\s/>]))/gi;

interface Rules {
  /** Whether a tag of this name, bare of attributes or not, is markup; `!` and `?` stand for declarations. */
  readonly isMarkup: (tagName: string, isBare: boolean) => boolean;
  /** Whether what starts like markup and never ends is text. */
  readonly keepsUnclosed: boolean;
}

function removeMarkup(source: string, { isMarkup, keepsUnclosed }: Rules): string {
  let text = '';
  let from = 0;
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(source); tag; tag = TAG.exec(source)) {
    const name = (tag[1] ?? tag[2] ?? '').toLowerCase();
    if (name && !isMarkup(name, source[TAG.lastIndex] === '>')) continue;
    const end = endOfTag(source, tag.index, name);
    if (end === undefined && keepsUnclosed) break;
    text += source.slice(from, tag.index);
    if (name && !INLINE.has(name)) text += '\n';
    if (name === 'br' || name === 'img') text += ' ';
    from = end ?? source.length;
    TAG.lastIndex = from;
  }
  return text + source.slice(from);
}

/** Where the markup that starts at `start` ends; undefined where it never does. */
function endOfTag(source: string, start: number, name: string): number | undefined {
  if (!name) return after(source, '-->', start + 2);
  const end = endOfAttributes(source, start);
  if ((name !== 'script' && name !== 'style') || source[start + 1] === '/') return end;
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = end ?? source.length;
  return close.test(source) ? after(source, '>', close.lastIndex) : undefined;
}

function after(source: string, mark: string, from: number): number | undefined {
  const at = source.indexOf(mark, from);
  return at < 0 ? undefined : at + mark.length;
}

/** The position behind the `>` that closes a tag; one inside a quoted attribute value closes nothing. */
function endOfAttributes(source: string, start: number): number | undefined {
  const stop = />|=\s*(["'])/g;
  stop.lastIndex = start;
  for (let hit = stop.exec(source); hit; hit = stop.exec(source)) {
    if (!hit[1]) return stop.lastIndex;
    const end = after(source, hit[1], stop.lastIndex);
    if (end === undefined) return undefined;
    stop.lastIndex = end;
  }
  return undefined;
}

function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}

/** A copy of a text. What is cut from a long text keeps the whole of it in memory; a copy does not. */
export function copyOf(text: string): string {
  return Array.from(text).join('');
}

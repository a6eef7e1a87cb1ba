import type { Steps } from '../shared/time-slicing.js';

/** In characters. */
const PIECE = 2 ** 16;

/**
 * Reads JSON as `JSON.parse` does, but a long list, where the text is one or an object that holds one, in pieces.
 *
 * @param parts the text, cut anywhere, each part as long as a step may be: to join them takes long as well
 * @throws SyntaxError where it is no JSON
 */
export function* parseJson(parts: readonly string[]): Steps<unknown> {
  const long = yield* longList(parts);
  if (!long) return JSON.parse(parts.join(''));
  try {
    const frame: unknown = JSON.parse(long.head + long.tail);
    const items = emptyList(frame);
    for (const piece of long.pieces) {
      yield;
      const some = JSON.parse(`[${piece}]`) as unknown[];
      if (some.length === 0) throw new SyntaxError('a comma too many');
      items.push(...some);
    }
    return frame;
  } catch {
    // It is known best from the whole what is wrong.
    return JSON.parse(parts.join(''));
  }
}

/** The only list without items that a value is, or holds as a member. @throws TypeError where it is not the only one */
function emptyList(value: unknown): unknown[] {
  const lists = [value, ...Object.values(value as object)].filter(Array.isArray);
  const [empty, ...others] = lists.filter(({ length }) => length === 0);
  if (!empty || others.length > 0) throw new TypeError('not the only list');
  return empty;
}

/** A list in pieces, and what stands before and behind its items. */
interface LongList {
  readonly head: string;
  readonly pieces: readonly string[];
  readonly tail: string;
}

/** The first list of more than a piece, at most one object deep; undefined where there is none. */
function* longList(parts: readonly string[]): Steps<LongList | undefined> {
  let depth = 0;
  /** Of the list that is being looked at: the depth of its items; what stands before them, and its pieces up to a cut. */
  let inList = Infinity;
  let head = '';
  let pieces: string[] = [];
  let behindCut = '';
  /** The beginning of a string that is not at its end. */
  let begun = '';
  for (let number = 0; number < parts.length; number++) {
    const part = parts[number]!;
    const text = begun + part;
    let cut = begun.length;
    begun = '';
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === QUOTE) {
        at = endOfString(text, at);
        if (at === text.length) begun = isEscaped(text, at) ? '"\\' : '"';
      } else if (unit === COMMA) {
        if (depth !== inList || behindCut.length + at - cut <= PIECE) continue;
        pieces.push(behindCut + text.slice(cut, at));
        behindCut = '';
        cut = at + 1;
      } else if (unit === LIST || unit === OBJECT) {
        depth++;
        if (unit !== LIST || inList < Infinity || depth > 2) continue;
        inList = depth;
        head += behindCut + text.slice(cut, at + 1);
        behindCut = '';
        cut = at + 1;
      } else if (unit === LIST_END || unit === OBJECT_END) {
        if (depth === inList) {
          behindCut += text.slice(cut, at);
          cut = at;
          if (pieces.push(behindCut) > 1 || behindCut.length > PIECE) {
            return { head, pieces, tail: text.slice(at) + parts.slice(number + 1).join('') };
          }
          pieces = [];
          inList = Infinity;
        }
        depth--;
      }
    }
    behindCut += text.slice(cut);
    yield;
  }
  return undefined;
}

/** Where the string ends that begins at `start`; the length of the text where it goes on behind that. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (!isEscaped(text, at)) return at;
  }
  return text.length;
}

/** Whether an odd number of backslashes stands before a place. */
function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
  return slashes % 2 === 1;
}

const [QUOTE, COMMA, LIST, BACKSLASH, LIST_END, OBJECT, OBJECT_END] = [
  0x22, 0x2c, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d,
];

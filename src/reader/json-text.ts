import type { Steps } from './slices.js';

/** In characters. */
const PIECE = 2 ** 17;

/**
 * Reads JSON as `JSON.parse` does, but a long list, where the text is one or an object that holds one, in pieces.
 *
 * @throws SyntaxError where it is no JSON
 */
export function* parseJson(text: string): Steps<unknown> {
  const list = yield* longList(text);
  if (!list) return JSON.parse(text);
  const [start = 0] = list;
  try {
    const frame: unknown = JSON.parse(text.slice(0, start + 1) + text.slice(list.at(-1)));
    const items = emptyList(frame);
    if (!items) return JSON.parse(text);
    for (let piece = 1; piece < list.length; piece++) {
      const some = text.slice(list[piece - 1]! + 1, list[piece]);
      items.push(...(JSON.parse(`[${some}]`) as unknown[]));
      yield;
    }
    return frame;
  } catch {
    // It is known best from the whole what is wrong.
    return JSON.parse(text);
  }
}

/** The only list without items that a value is, or holds as a member. */
function emptyList(value: unknown): unknown[] | undefined {
  const lists = [value, ...Object.values(value as object)].filter(Array.isArray);
  const empty = lists.filter(({ length }) => length === 0);
  return empty.length === 1 ? empty[0] : undefined;
}

/**
 * The first list of more than a piece, at most one object deep: where it begins, the commas between its pieces, and where it
 * ends. Undefined where there is none.
 */
function* longList(text: string): Steps<readonly number[] | undefined> {
  let depth = 0;
  /** Of the list that is being looked at: the depth of its items; its beginning and its commas. */
  let inList = 0;
  let cuts: number[] = [];
  let rest = PIECE;
  for (let at = 0; at < text.length; at++) {
    if (at > rest) {
      rest = at + PIECE;
      yield;
    }
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) at = endOfString(text, at);
    else if (unit === COMMA) {
      if (depth === inList && at - cuts.at(-1)! > PIECE) cuts.push(at);
    } else if (unit === LIST || unit === OBJECT) {
      depth++;
      if (unit === LIST && inList === 0 && depth <= 2) [inList, cuts] = [depth, [at]];
    } else if (unit === LIST_END || unit === OBJECT_END) {
      if (depth === inList) {
        if (at - cuts[0]! > PIECE) return [...cuts, at];
        inList = 0;
      }
      depth--;
    }
  }
  return undefined;
}

/** Where the string ends that begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}

const [QUOTE, COMMA, LIST, BACKSLASH, LIST_END, OBJECT, OBJECT_END] = [
  0x22, 0x2c, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d,
];

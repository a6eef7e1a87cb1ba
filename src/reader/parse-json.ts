import type { Steps } from '../shared/time-slicing.js';

/** Characters that are parsed in a step. */
const PIECE = 2 ** 16;

/**
 * Parses JSON as `JSON.parse` does, but parses a long list in pieces: one that is the whole document or a member of it.
 *
 * @param parts the text, cut anywhere. A step looks at one part: to join them all takes long as well.
 * @throws SyntaxError if the text is not JSON
 */
export function* parseJsonInParts(parts: readonly string[]): Steps<unknown> {
  const list = yield* findLongList(parts);
  const json = list && (yield* parseInPieces(list));
  // `JSON.parse` says what is wrong with a text that can't be parsed in pieces.
  return json ?? JSON.parse(parts.join(''));
}

/** The document with its list; undefined if the pieces are not JSON, or the document holds another empty list. */
function* parseInPieces({ head, pieces, tail }: LongList): Steps<unknown> {
  try {
    const document: unknown = JSON.parse(head + tail);
    const [list, ...others] = [document, ...Object.values(document as object)].filter(isEmptyList);
    if (!list || others.length > 0) return undefined;
    for (const piece of pieces) {
      yield;
      const items = JSON.parse(`[${piece}]`) as unknown[];
      // A comma too many.
      if (items.length === 0) return undefined;
      list.push(...items);
    }
    return document;
  } catch {
    return undefined;
  }
}

function isEmptyList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length === 0;
}

/** The items of a list in pieces of text, and what stands before and behind them. */
interface LongList {
  readonly head: string;
  readonly pieces: readonly string[];
  readonly tail: string;
}

/** Finds the first list that is longer than a piece, at most one object deep; undefined if there is none. */
function* findLongList(parts: readonly string[]): Steps<LongList | undefined> {
  let depth = 0;
  /** The depth of the items of the list that is being looked at, what stands before them, and its pieces so far. */
  let inList = Infinity;
  let head = '';
  let pieces: string[] = [];
  /** What stands behind the last cut, in earlier parts. */
  let behindCut = '';
  /** The beginning of a string that goes on in the next part. */
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

/** Where the string ends that begins at `start`; the length of the text if the string goes on behind it. */
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

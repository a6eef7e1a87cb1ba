/**
 * What each UTF-16 unit is to a text's words, looked up in a table that fills as units are met: a page has some hundred
 * of the 65,536.
 */

/** A letter or a digit. */
export const LETTER = 1;
/** A letter that is written out in two, such as `ä`. */
export const WRITTEN_OUT = 2;
/** A combining mark: it goes on with a word and starts none. */
export const MARK = 3;
/** Stands between words. */
export const OTHER = 4;
export const SPACE = 5;
export const NEW_LINE = 6;
/** No two words belong together across it: the end of a sentence, a bracket, a quotation mark. */
export const BREAK = 7;
/** The same before white space: a full stop, a comma, a colon. */
export const PAUSE = 8;
/** The same between white space. */
export const DASH = 9;
/** Half of a character beyond U+FFFF. */
export const HALF = 10;
/** Added to the others: the text has to be brought into the terms' spelling first, since this unit changes others. */
export const FOLD = 16;

/**
 * Of each unit that was met its kind, times 65,536, and a letter's unit in the terms' spelling; the first of two, where it
 * is written out. 0 for all others.
 */
export const UNITS = new Int32Array(2 ** 16);

/** Numbers in `UNITS` below this are letters that go on with a word as they are. */
export const PLAIN_LETTER = (LETTER + 1) << 16;

/** The second letter of one that is written out, by the first: `ae`, `oe`, `ue`, `ss`. */
export function secondUnit(first: number): number {
  return first === S ? S : E;
}

/** The kind of a whole character. */
export function characterKind(character: string): number {
  if (/[\p{L}\p{N}]/u.test(character)) return LETTER;
  if (/\p{M}/u.test(character)) return MARK;
  if (character === '\n') return NEW_LINE;
  if (/\s/.test(character)) return SPACE;
  if (/[!?;()[\]{}"„“”«»|•·]/.test(character)) return BREAK;
  if (/[.:,…]/.test(character)) return PAUSE;
  return /[–—-]/.test(character) ? DASH : OTHER;
}

const [E, S] = [0x65, 0x73];
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u', ß: 's' };

/** Fills in what a unit has in `UNITS`, and returns it. */
export function newUnit(unit: number): number {
  const character = String.fromCharCode(unit);
  const lower = character.toLowerCase();
  const base = UMLAUTS[lower];
  const kind = base ? WRITTEN_OUT : unitKind(unit, character, lower);
  return (UNITS[unit] = (kind << 16) | (base ?? lower).charCodeAt(0));
}

function unitKind(unit: number, character: string, lower: string): number {
  if (unit >= 0xd800 && unit < 0xe000) return FOLD + HALF;
  const kind = characterKind(character);
  const normal = character.normalize('NFKC');
  const isStable =
    normal === character || (kind > MARK && Array.from(normal).every((one) => characterKind(one) === kind));
  // Hangul's parts join to syllables, and a capital sigma's lower case hangs on what stands around it.
  const isJoining =
    kind === MARK ||
    (unit >= 0x1100 && unit < 0x1200) ||
    lower.length > 1 ||
    (lower === 'σ' && character !== lower);
  return !isStable || isJoining || unit === SOFT_HYPHEN ? FOLD + kind : kind;
}

const SOFT_HYPHEN = 0xad;

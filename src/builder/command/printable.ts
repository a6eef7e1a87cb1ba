/**
 * A text as it may go to a terminal. Control characters, line separators, halves of surrogate pairs, and the characters
 * that direct the order of a text (Unicode Standard Annex #9) are written as JSON writes them, `\u001b`: a source could
 * else clear the screen, forge lines, or reorder them.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** JSON as it may go to a terminal. It stays the same JSON. */
export function printableJson(json: string): string {
  return json.split('\n').map(printable).join('\n');
}

const UNPRINTABLE = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

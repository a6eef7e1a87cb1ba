/**
 * Functions of `url.ts` for the thousands of addresses of an index. Most are plain, and to parse one takes longer than
 * to read the rest of an article. The element's main script has few addresses, and does without this.
 */

import { LONGEST_URL, urlKey, webAddress } from './url.js';

/** As `webAddress`. */
export function quickAddress(value: unknown, base: string | URL): string | undefined {
  const isPlain = typeof value === 'string' && value.length <= LONGEST_URL && NORMALIZED.test(value);
  return isPlain && !value.includes('xn--') ? value : webAddress(value, base);
}

/**
 * An address that `new URL()` gives back unchanged: a host of lower-case letters, and a path of plain characters
 * without `.` and `..`. Most addresses are.
 */
const NORMALIZED = /^https?:\/\/(?:[a-z\d-]+\.)*[a-z][a-z\d-]*\/(?:[\w~-][\w.~-]*\/)*(?:[\w~-][\w.~-]*)?$/;

/** As `urlKey`. */
export function quickKey(address: string): string | undefined {
  const plain = address.length > LONGEST_URL ? undefined : PLAIN.exec(address)?.[1];
  return plain !== undefined && !plain.includes('xn--') ? plain : urlKey(address);
}

/** An address whose key is a part of it. Most addresses of an index are, and to parse them takes long. */
const PLAIN = /^https?:\/\/(?:www\.)*((?:[a-z\d-]+\.)*[a-z][a-z\d-]*(?:\/(?!amp(?:\/|$))[\w~-]+)*)\/?$/;

/**
 * The absolute http(s) address that a value names, resolved against `base`; undefined for anything else:
 * other schemes, no text, no address, one that carries a user name or password, or one of more than 2,048 characters.
 */
export function webAddress(value: unknown, base: string | URL): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  if (value.length <= LONGEST && USUAL.test(value) && !value.includes('xn--')) return value;
  try {
    const url = new URL(value, base);
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    return isWeb && !url.username && !url.password && url.href.length <= LONGEST ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * An address that the URL standard would give back as it is: lower-case letters as host, and a path of plain signs
 * without `.` and `..`. Most are, and parsing them takes longer than all else that is read of an article.
 */
const USUAL = /^https?:\/\/(?:[a-z\d-]+\.)*[a-z][a-z\d-]*\/(?:[\w~-][\w.~-]*\/)*(?:[\w~-][\w.~-]*)?$/;

/** In characters; browsers and servers differ beyond. */
const LONGEST = 2048;

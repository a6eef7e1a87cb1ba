import type { Discussion } from '../article.js';

/**
 * What an unchecked value says of a discussion: a count, or `{ count, url }`. A count is a whole number from 0 to 1e9,
 * also as a text of digits; undefined where there is none.
 */
export function toDiscussion(value: unknown): Discussion | undefined {
  const { count: given, url: address } = isRecord(value) ? value : { count: value, url: undefined };
  const count = toCount(given);
  const url = webUrl(address);
  return count === undefined ? undefined : { count, ...(url !== undefined && { url }) };
}

/** A whole number from 0 to 1e9, also given as a text of digits; undefined for anything else. */
export function toCount(value: unknown): number | undefined {
  const count = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= MOST_POSTS
    ? count
    : undefined;
}

/** Whether a value is an object with members, not a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member of an unchecked value; undefined where it has none. */
export function member(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

const MOST_POSTS = 1e9;

function webUrl(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^https?:\/\//i.test(value) || !URL.canParse(value)) return undefined;
  const { href, username, password } = new URL(value);
  return username || password || href.length > LONGEST_URL ? undefined : href;
}

/** In characters; browsers and servers differ beyond. */
const LONGEST_URL = 2048;

/** A value of a server's, fit for a line in a console. */
export function shown(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')).slice(0, 200);
}

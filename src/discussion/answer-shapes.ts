import { isRecord, member } from './discussion.js';

/**
 * The counts of keys from a list in the same order.
 *
 * @throws Error where the list is none, or of another length: then no number would be certain
 */
export function inOrder(keys: readonly string[], counts: unknown, server: string): Map<string, unknown> {
  if (!Array.isArray(counts) || counts.length !== keys.length) {
    throw new Error(`${server} did not answer with the counts of ${keys.length} articles`);
  }
  return new Map(keys.map((key, at) => [key, counts[at] as unknown]));
}

/**
 * The counts in a list of objects that tell a key and its count.
 *
 * @throws Error where there is no list
 */
export function listed(list: unknown, server: string, key = 'url', count = 'count'): Map<string, unknown> {
  if (!Array.isArray(list)) throw new Error(`${server} did not answer with a list of counts`);
  return new Map(list.map((entry: unknown) => [String(member(entry, key)), member(entry, count)]));
}

/**
 * The counts in an object whose members are named by key.
 *
 * @throws Error where there is no object
 */
export function byKey(counts: unknown, server: string): Map<string, unknown> {
  if (!isRecord(counts)) throw new Error(`${server} did not answer with counts`);
  return new Map(Object.entries(counts));
}

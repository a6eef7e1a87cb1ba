import type { Article } from '../article.js';

/**
 * Stands in for a site whose address is not known. What is written and shown has paths from the root in its place, which
 * browsers resolve against the page or the index.
 */
export const NOWHERE = 'https://site.invalid/';

/** Whether an article is on a site whose address is not known. */
export function isNowhere({ url }: Article): boolean {
  return url.startsWith(NOWHERE);
}

/** An address as it is shown and written: one on a site whose address is not known as a path from its root. */
export function shownAddress(url: string): string {
  return url.startsWith(NOWHERE) ? url.slice(NOWHERE.length - 1) : url;
}

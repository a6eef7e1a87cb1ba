import { type ArticleIndex, type Fields, pageAfter, type Problem } from './article-index.js';
import { fetchJson } from './fetch-json.js';
import { IndexError } from './index-error.js';
import { readAnyIndex } from './usable-index.js';
import { webAddress } from './web-address.js';

/** Pages of one source that are read at most, its first included. */
const MOST_PAGES = 20;
/** Bytes of one source that are read at most, all its pages together. */
const MOST_BYTES = 5e6;

/**
 * Reads a source page by page: JSON Feed's `next_url`, the pages that WordPress counts, and those of rarer formats.
 * Reading ends behind the last page, where a page leads back to one that was read, and at the limits.
 *
 * @param url where it begins
 * @param onPage called with each page, in order, and whether there are more
 * @throws IndexError where a page can't be had
 */
export async function readPages(
  url: string,
  options: RequestInit,
  fields: Fields | undefined,
  onPage: (page: ArticleIndex, hasMore: boolean) => void,
): Promise<void> {
  if (!webAddress(url, url)) throw new IndexError('address', `src="${url}" is not an http(s) address`, url);
  const seen = new Set<string>();
  let bytes = MOST_BYTES;
  let count = 0;
  for (let at: string | undefined = url; at;) {
    const here: string = at;
    const { json, base, size, pages } = await fetchJson(here, options, bytes);
    const { next = pageAfter(new URL(base), pages), ...index } = await readAnyIndex(json, base, fields);
    bytes -= size;
    seen.add(here).add(base);
    const problems: Problem[] = [...index.skipped];
    at = next;
    if (next && seen.has(next)) problems.push({ reason: 'leads back to a page before it' });
    else if (next && ++count === MOST_PAGES) problems.push({ reason: `goes on behind ${MOST_PAGES} pages` });
    if (problems.length > index.skipped.length) at = undefined;
    const skipped = problems.map((problem) => ({ ...problem, url: here }));
    onPage({ ...index, skipped }, at !== undefined);
  }
}

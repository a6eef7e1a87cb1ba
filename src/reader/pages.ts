import { type ArticleIndex, type Fields, pageAfter, type Problem } from './article-index.js';
import type { DownloadOptions } from './download.js';
import { fetchJson } from './fetch-json.js';
import { IndexError } from './index-error.js';
import { readAnyIndex } from './usable-index.js';
import { webAddress } from '../shared/url.js';

/** Pages of one source that are read at most, its first included. */
const MOST_PAGES = 20;
/** Articles of one source that are read at most, on all its pages together. */
const MOST_ARTICLES = 10_000;

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
  options: DownloadOptions,
  fields: Fields | undefined,
  onPage: (page: ArticleIndex, hasMore: boolean) => void,
): Promise<void> {
  if (!webAddress(url, url)) throw new IndexError('address', `src="${url}" is not an http(s) address`, url);
  const seen = new Set<string>();
  let bytes = 0;
  let pageCount = 0;
  let room = MOST_ARTICLES;
  for (let at: string | undefined = url; at;) {
    const here: string = at;
    const { json, base, size, pages } = await fetchJson(here, options, bytes);
    const { next = pageAfter(new URL(base), pages), ...index } = await readAnyIndex(json, base, fields, room);
    bytes += size;
    room -= index.articles.length;
    seen.add(here).add(base);
    const problem = next && (seen.has(next) ? 'leads back to a page before it' : endAt(++pageCount, room));
    at = problem ? undefined : next;
    const problems: readonly Problem[] = problem ? [...index.skipped, { reason: problem }] : index.skipped;
    const skipped = problems.map((each) => ({ ...each, url: here }));
    onPage({ ...index, skipped }, at !== undefined);
  }
}

/** Why a source that goes on is not read further; undefined where it is. */
function endAt(pageCount: number, room: number): string | undefined {
  if (room <= 0) return `goes on behind ${MOST_ARTICLES} articles`;
  return pageCount < MOST_PAGES ? undefined : `goes on behind ${MOST_PAGES} pages`;
}

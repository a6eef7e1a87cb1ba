import { BuildError } from '../build-error.js';
import { entryCount, type Feed, isFeed } from './feed.js';
import type { Found } from './found.js';
import type { SourceOptions } from './options.js';
import { inPool } from './pool.js';
import { isRemote, request } from './remote.js';

/**
 * Counts the comments of a feed's articles by the feeds of their comments, where the feed itself came from the web. A
 * feed of ten entries or more may have been cut off: then the number stays unknown.
 */
export async function withCommentCounts(
  { articles, leftOut, commentFeeds }: Feed,
  where: string,
  options: SourceOptions,
): Promise<Found> {
  const counts = new Map<string, number>();
  if (isRemote(where)) {
    await inPool([...commentFeeds], async ([url, address]) => {
      const count = await countAt(address, options);
      if (count !== undefined && count < CUT_OFF) counts.set(url, count);
    });
  }
  return {
    articles: articles.map((article) => {
      const count = counts.get(article.url);
      return count === undefined ? article : { ...article, discussion: { ...article.discussion, count } };
    }),
    leftOut,
  };
}

/** Entries that feeds of comments hold at most, unless told otherwise. */
const CUT_OFF = 10;

/** How many entries the feed at an address has; undefined where there is none to be had. */
async function countAt(address: string, options: SourceOptions): Promise<number | undefined> {
  try {
    const { text } = await request(address, options);
    return isFeed(text) ? entryCount(text) : undefined;
  } catch (cause) {
    if (cause instanceof BuildError) return undefined;
    throw cause;
  }
}

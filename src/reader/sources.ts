import type { Article } from '../article.js';
import type { ArticleIndex, Fields } from './article-index.js';
import type { DownloadOptions } from './download.js';
import { IndexError } from './index-error.js';
import { readPages } from './pages.js';
import { checkUsable } from './usable-index.js';

/**
 * Reads an index from its sources, all at the same time.
 *
 * @param urls where each source begins
 * @param onPart called with what has been read so far, each time a page came and more is on its way
 * @throws IndexError where nothing usable could be had
 */
export async function readSources(
  urls: readonly string[],
  options: DownloadOptions,
  fields: Fields | undefined,
  onPart: (index: ArticleIndex) => void,
): Promise<ArticleIndex> {
  const sources: ArticleIndex[][] = urls.map(() => []);
  const errors: unknown[] = [];
  let open = urls.length;
  const readSource = async (url: string, at: number): Promise<void> => {
    try {
      await readPages(url, options, fields, (page, hasMore) => {
        sources[at]?.push(page);
        if (!hasMore) open--;
        const part = open > 0 && merge(sources);
        if (part && part.articles.length > 0) onPart(part);
      });
    } catch (error) {
      open--;
      errors[at] = error;
      sources[at]?.push({ articles: [], skipped: [{ url, reason: reasonOf(error) }] });
    }
  };
  await Promise.all(urls.map(readSource));
  const index = merge(sources);
  const error = errors.find(Boolean);
  if (error && index.articles.length === 0) throw error;
  checkUsable(index, urls.join(' '));
  return index;
}

function reasonOf(error: unknown): string {
  return error instanceof IndexError ? error.message.replace(/^related-articles: /, '') : String(error);
}

/**
 * Makes one index of several: of articles with the same URL, or of one source with the same id, the first. What one
 * document says twice its reader has left out already, unless it knows better: a forum's topics are told apart by title.
 */
function merge(sources: readonly (readonly ArticleIndex[])[]): ArticleIndex {
  const articles: Article[] = [];
  const [ids, urls] = [new Set<string>(), new Set<string>()];
  for (const pages of sources) {
    const others = new Set(ids);
    for (const page of pages) {
      for (const article of page.articles) {
        // Sites number their articles from 1, so that two sources may give one id to different articles.
        const id = others.has(article.id) ? article.url : article.id;
        if (urls.has(article.url) || ids.has(id)) continue;
        articles.push(id === article.id ? article : { ...article, id });
        ids.add(id);
      }
      for (const { url } of page.articles) urls.add(url);
    }
  }
  const indexes = sources.flat();
  const skipped = indexes.flatMap((index) => index.skipped);
  return {
    ...(indexes.find(({ relatedTo }) => relatedTo) ?? indexes[0]),
    articles,
    skipped,
  };
}

import { toArticle } from '../../reader/draft.js';
import { inPool } from '../../shared/in-pool.js';
import { webAddress } from '../../shared/url.js';
import { BuildError } from '../build-error.js';
import {
  attribute,
  childrenOf,
  type Document,
  type Element,
  first,
  isCutOff,
  outermost,
  textOfChild,
} from '../html/html-document.js';
import type { SourceOptions } from '../options.js';
import { kindOf } from './document-kind.js';
import { commentsOf, whyNotPublic } from './export.js';
import { authorsOf, type Defaults, draftOf, linkOf } from './feed-entry.js';
import { parseFeedXml } from './feed-names.js';
import { found, type Found } from './found.js';
import { isRemote, request } from './remote.js';

/** The articles of a feed. */
export interface Feed extends Found {
  /**
   * The feeds of the articles' comments (`wfw:commentRss`), by the URL of the article. It has only articles whose number
   * of comments is not known yet.
   */
  readonly commentFeeds: ReadonlyMap<string, string>;
}

/**
 * Reads a feed: RSS 0.9 to 2.0, RDF (RSS 1.0) or Atom (RFC 4287), or an export file of WordPress or Blogger, which is one
 * as well. The discussions come from `slash:comments`, `wfw:commentRss` (RSS), `thr:total` and `thr:count` (RFC 4685). A
 * feed that breaks off gives the entries before.
 *
 * @param where the file or URL, for people
 * @param address the URL that relative addresses are resolved against
 * @param language the language (BCP 47) of dates in words, of entries that name none
 */
export function readFeed(xml: string, where: string, address: string, language?: string): Feed {
  const document = parseFeedXml(xml);
  const feed = first('channel, feed', document);
  const base = webAddress(attribute(feed, 'xml:base') ?? linkOf(feed), address) ?? address;
  const defaults: Defaults = {
    language: (feed && textOfChild(feed, 'language', 'dc:language')) ?? attribute(feed, 'xml:lang'),
    author: feed && authorsOf(feed),
    dates: language,
  };
  const comments = commentsOf(document);
  const commentFeeds = new Map<string, string>();
  const parts = entriesOf(document).map((entry, at) => {
    const article = whyNotPublic(entry) ?? toArticle(draftOf(entry, base, defaults, comments), new URL(base));
    const feedOfComments = webAddress(textOfChild(entry, 'wfw:commentRss', 'wfw:commentRSS'), base);
    if (typeof article !== 'string' && article.discussion?.count === undefined && feedOfComments) {
      commentFeeds.set(article.url, feedOfComments);
    }
    return { where, entry: at + 1, article };
  });
  const rest = isCutOff(document) ? [{ where, article: 'is nested too deep; the rest is not read' }] : [];
  return { ...found([...parts, ...rest]), next: nextOf(feed, base), commentFeeds };
}

/**
 * Counts the comments of a feed's articles by the feeds of their comments, if the feed itself is from the web. A feed
 * with ten entries or more may be cut off, so it leaves the number unknown.
 */
export async function withCommentCounts(
  { commentFeeds, ...feed }: Feed,
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
    ...feed,
    articles: feed.articles.map((article) => {
      const count = counts.get(article.url);
      return count === undefined ? article : { ...article, discussion: { ...article.discussion, count } };
    }),
  };
}

/** Feeds of comments have at most so many entries by default. */
const CUT_OFF = 10;

/** How many entries the feed at an address has; undefined if it can't be read. */
async function countAt(address: string, options: SourceOptions): Promise<number | undefined> {
  try {
    const { text } = await request(address, options);
    return kindOf(text) === 'feed' ? entriesOf(parseFeedXml(text)).length : undefined;
  } catch (cause) {
    if (cause instanceof BuildError) return undefined;
    throw cause;
  }
}

function entriesOf(document: Document): Element[] {
  return outermost(document, /^(?:item|entry)$/);
}

/** The next page of a feed that comes in several (RFC 5005, section 3). */
function nextOf(feed: Element | undefined, base: string): string | undefined {
  const next = feed && childrenOf(feed, 'link').find((link) => attribute(link, 'rel') === 'next');
  return webAddress(attribute(next, 'href'), base);
}

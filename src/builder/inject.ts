import { readFileSync } from 'node:fs';
import { isTag } from 'domhandler';
import type { Article } from '../article.js';
import { BuildError } from './build-error.js';
import type { NeighboursCache } from './caches.js';
import { all, parseHtml } from './html/html-document.js';
import { escapeHtml, escapeScript } from './html/markup.js';
import { frameworkOf } from './html/page-framework.js';
import { withBlockInPlace, withMovedBlock } from './moved-block.js';
import { shownAddress } from './nowhere.js';
import { NEIGHBOURS, type SourceOptions, turns } from './options.js';
import { writeAtomically } from './output/atomic-file.js';
import { inStableOrder } from './output/index-feed.js';
import { feedOfChosen } from './output/neighbours.js';
import { revisedNeighbours } from './output/revision.js';
import type { ChosenArticle } from '../ranking/ranker.js';
import { SiteRanker } from './site-ranker.js';
import { readFiles } from './sources/folder.js';
import { filesIn, HTML } from './sources/folder-files.js';
import type { LeftOut } from './sources/found.js';
import { articlesOf } from './sources/pages.js';

/** How neighbours are written into pages. */
export interface InjectOptions extends SourceOptions {
  /** How many neighbours an article has at most: a whole number above 0. Default 12. */
  readonly limit?: number;
  /**
   * The paragraph of the main text behind which the first block of each page goes, from 1. Default: each block stays where
   * the page has it.
   */
  readonly afterParagraph?: number;
  /** Whether to find out only which pages would be changed. Default false. */
  readonly dryRun?: boolean;
  /** Keeps the neighbours for the next run, which then ranks only the articles that a change concerns. */
  readonly neighboursCache?: NeighboursCache;
}

/** What was done to the pages of a site. */
export interface Injected {
  readonly articles: number;
  /** The pages that were changed, or would be. */
  readonly changed: readonly string[];
  /** How many pages with a block had the right neighbours already. */
  readonly unchanged: number;
  /** The pages whose text has fewer paragraphs than `afterParagraph` asks for. Their blocks stay where they are. */
  readonly tooShort: readonly string[];
  /** Pages that are not articles, and articles whose page has no place for the block. */
  readonly leftOut: readonly LeftOut[];
  /**
   * The framework that renders these pages once more in the browser, such as `Next.js`. It drops what was written, at
   * once or on the visitor's next page; undefined where none is known.
   */
  readonly framework: string | undefined;
}

/**
 * Writes the neighbours of each article into its built page, inside `<related-articles>`. It writes them as links, for
 * crawlers and visitors without JavaScript, and as the data of the block, which then needs no request. With
 * `afterParagraph` it moves the block into the text. It replaces what an earlier run wrote; no other byte of the page
 * changes.
 *
 * @param site the folder that the site was built into
 * @throws BuildError that names the folder or file, if it can't be read or written
 */
export async function inject(site: string, options: InjectOptions = {}): Promise<Injected> {
  const {
    limit = NEIGHBOURS,
    dryRun = false,
    afterParagraph,
    language,
    signal,
    onProgress,
    neighboursCache: cache,
  } = options;
  const { files, leftOut: unread } = await filesIn(site, options);
  const pages = files.filter((file) => HTML.test(file));
  const { articles, leftOut, places } = articlesOf((await readFiles(site, pages, options)).pages);
  if (articles.length === 0)
    throw new BuildError(`no article found in ${site}; name the folder that your site is built into`);
  const ordered = inStableOrder(articles);
  const ranker = new SiteRanker(ordered, { language });
  const changed: string[] = [];
  const tooShort: string[] = [];
  const without: LeftOut[] = [];
  /** A page with a block: what made it has made the others. */
  let sample = '';
  let at = 0;
  const takeTurn = turns(signal);
  for (const related of revisedNeighbours(ranker, limit, cache)) {
    const article = ordered[at++] as Article;
    const file = places.get(article) as string;
    const before = pageIn(file);
    const filled =
      before === undefined ? undefined : withNeighbours(withBlockInPlace(before), article, related);
    const moved = filled && afterParagraph ? withMovedBlock(filled, article, afterParagraph) : undefined;
    const after = moved ?? filled;
    if (filled && afterParagraph && !moved) tooShort.push(file);
    if (before === undefined) without.push({ where: file, reason: 'can’t be read any more' });
    else if (after === undefined)
      without.push({ where: file, reason: 'has no <related-articles></related-articles> to write into' });
    else sample ||= before;
    if (after !== undefined && after !== before) {
      changed.push(file);
      if (!dryRun) writeAtomically(file, Buffer.from(after, 'latin1'));
    }
    onProgress?.({ step: 'Writing pages', done: at, total: ordered.length, isWriting: !dryRun });
    await takeTurn();
  }
  return {
    articles: articles.length,
    changed: changed.sort(),
    tooShort: tooShort.sort(),
    unchanged: articles.length - changed.length - without.length,
    leftOut: [...unread, ...leftOut, ...without],
    framework: frameworkOf(parseHtml(sample)),
  };
}

/** The bytes of a page as Latin-1; undefined if it can't be read any more. */
function pageIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return undefined;
  }
}

/**
 * A page with its neighbours in every `<related-articles>` element; undefined if it has no such element.
 *
 * @param page the page's bytes as Latin-1. Only ASCII is written, so the page may be in any encoding
 */
function withNeighbours(
  page: string,
  article: Article,
  related: readonly ChosenArticle[],
): string | undefined {
  const insides = all('related-articles', parseHtml(page)).flatMap(({ children, endIndex }) => {
    const end = page.lastIndexOf('</', endIndex ?? 0);
    if (!/^<\/related-articles/i.test(page.slice(end, end + 18))) return [];
    // The author's own heading stays above the links, as it does above the cards.
    const slotted = children.findLast((child) => isTag(child) && child.attribs['slot'] !== undefined);
    const start = children[0]?.startIndex ?? end;
    return [{ start, place: slotted ? (slotted.endIndex ?? 0) + 1 : start, end }];
  });
  if (insides.length === 0) return undefined;
  const ours = OPEN + links(related) + data(article, related) + CLOSE;
  return insides.reduceRight((text, { start, place, end }) => {
    const [above, below] = [text.slice(start, place), text.slice(place, end)];
    return text.slice(0, start) + above.replace(OURS, '') + ours + below.replace(OURS, '') + text.slice(end);
  }, page);
}

const OPEN = '<!--related-articles-->';
const CLOSE = '<!--/related-articles-->';
const OURS = /<!--related-articles-->[^]*?<!--\/related-articles-->/g;

function links(related: readonly ChosenArticle[]): string {
  const items = related.map(({ article: { url, title, language } }) => {
    const lang = language === undefined ? '' : ` hreflang="${escapeHtml(language)}"`;
    return `<li><a href="${escapeHtml(shownAddress(url))}"${lang}>${escapeHtml(title)}</a></li>`;
  });
  return items.length > 0 ? `<ul>${items.join('')}</ul>` : '';
}

function data(article: Article, related: readonly ChosenArticle[]): string {
  const feed = feedOfChosen(article, related).trim();
  return `<script type="application/json">${escapeScript(feed)}</script>`;
}

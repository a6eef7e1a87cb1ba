import type { Draft } from '../../reader/draft.js';
import { own } from '../../shared/json.js';
import { all, attribute, depthOf, type Document, first, parseHtml } from './html-document.js';
import { mainText } from './main-text.js';
import {
  type Metadata,
  metaContent,
  metadata,
  pageAuthors,
  pageDate,
  pageImage,
  pageLanguage,
  pageTags,
  pageTitle,
} from './page-metadata.js';
import { commentCount, dataText, dataUrl, isOfType, OTHER_PAGE_TYPES } from './structured-data.js';

/** A page as it was read, whether or not it is an article. JSON, so that it can be kept. */
export interface HtmlPage {
  /** Everything but the address, which depends on where the page is. */
  readonly draft: Draft;
  /** The addresses that the page gives itself, as written, the surest first. */
  readonly addresses: readonly string[];
  /** Why the page can't be an article, wherever it is: `is marked noindex`. */
  readonly reason?: string;
  /** Whether the page says of itself that it is an article. */
  readonly isDeclared: boolean;
}

/** Reads a built page. Never throws, whatever the HTML. */
export function readHtmlPage(html: string): HtmlPage {
  const page = parseHtml(html);
  if (depthOf(page) > DEEPEST)
    return { draft: {}, addresses: [], isDeclared: false, reason: 'is nested too deep' };
  const known = metadata(page);
  const { text, linkShare } = mainText(page);
  const title = pageTitle(page, known);
  const isDeclared = declaresArticle(page, known);
  const reason = whyNot(page, known, { length: text.length, linkShare, isDeclared });
  return {
    draft: {
      title,
      excerpt:
        dataText(known.article, 'description') ??
        metaContent(known, 'og:description', 'description', 'twitter:description'),
      text: withoutTitle(text, title),
      date: pageDate(page, known),
      tags: pageTags(page, known),
      language: pageLanguage(page, known),
      author: pageAuthors(page, known),
      image: pageImage(page, known),
      discussionCount: commentCount(known.article),
      discussionUrl: dataText(known.article, 'discussionUrl'),
    },
    addresses: [
      attribute(first('link[rel~="canonical"]', page), 'href'),
      metaContent(known, 'og:url'),
      dataUrl(known.article),
    ].filter((address) => address !== undefined),
    ...(reason && { reason }),
    isDeclared,
  };
}

/** A text without the heading that repeats its title: a teaser made of it would say the title twice. */
function withoutTitle(text: string, title: string): string {
  const [line, ...others] = text.split('\n');
  return line === title ? others.join('\n') : text;
}

/** Elements; browsers stop at 512, and searching in what is nested deeper takes its square in time. */
const DEEPEST = 3000;

function declaresArticle(page: Document, known: Metadata): boolean {
  return (
    own(known.article, '@type') !== undefined ||
    /(?:^|[./#])article$/i.test(metaContent(known, 'og:type') ?? '') ||
    metaContent(known, 'article:published_time', 'og:article:published_time') !== undefined ||
    all('[itemtype$="Article"], [itemtype$="/BlogPosting"]', page).length === 1 ||
    (all('.h-entry', page).length === 1 && !first('.h-feed', page))
  );
}

interface Measures {
  /** Characters of the main text. */
  readonly length: number;
  /** How much of it is links. */
  readonly linkShare: number;
  readonly isDeclared: boolean;
}

/** Why a page is no article by what stands in it; undefined where it may be one. */
function whyNot(page: Document, known: Metadata, measures: Measures): string | undefined {
  const robots = metaContent(known, 'robots', 'googlebot');
  if (/\b(?:noindex|none)\b/i.test(robots ?? '')) return 'is marked noindex';
  if (first('meta[http-equiv="refresh" i][content*="url" i]', page)) return 'is a redirect';
  if (measures.isDeclared) return measures.length === 0 ? 'has no text' : undefined;
  if (known.data.some((node) => isOfType(node, OTHER_PAGE_TYPES)))
    return 'says that it is a list or another page';
  if (first('.h-feed', page) || all(ENTRY_LINKS, page).length >= ENTRIES_OF_A_LIST)
    return 'is a list of articles';
  if (measures.linkShare > MOSTLY_LINKS) return 'is mostly links';
  if (measures.length < SHORTEST_TEXT) return 'has too little text to be an article';
  return undefined;
}

/** Headings that are links to other pages: the entries of a list. */
const ENTRY_LINKS = ':is(article, li) :is(h1, h2, h3) > a[href]:not([href^="#"])';
const ENTRIES_OF_A_LIST = 3;
/** An article may link much; half of its text is a list. */
const MOSTLY_LINKS = 0.5;
/** Characters, of a page that does not say that it is an article. */
const SHORTEST_TEXT = 250;

import { mainText } from '../../page/main-text.js';
import { memberText } from '../../page/json-ld.js';
import {
  firstNames,
  metaContent,
  metaContents,
  type Metadata,
  pageLanguage,
  pageTags,
  pageTitle,
  publicationDates,
  readMetadata,
  statedAddresses,
} from '../../page/metadata.js';
import type { Draft } from '../../reader/draft.js';
import { normalizeDate } from '../../reader/normalize-date.js';
import { isOfType, isRecord, type JsonRecord, own } from '../../shared/json.js';
import { htmlTree, isCutOff, parseHtml } from './html-document.js';

/** A page as it was read, whether or not it is an article. JSON, so that it can be kept. */
export interface HtmlPage {
  /** Everything but the address, which depends on where the page is. Links are as written. */
  readonly draft: Draft;
  /** The addresses that the page gives itself, as written, the most reliable source first. */
  readonly addresses: readonly string[];
  /** Why the page can't be an article, wherever it is: `is marked noindex`. */
  readonly reason?: string;
  /** Whether the page says of itself that it is an article. */
  readonly isDeclared: boolean;
}

/** Reads a built page. Never throws, whatever the HTML. */
export function readHtmlPage(html: string): HtmlPage {
  const document = parseHtml(html);
  if (isCutOff(document))
    return { draft: {}, addresses: [], isDeclared: false, reason: 'is nested too deep' };
  const tree = htmlTree(document);
  const known = readMetadata(tree);
  const { body, text, linkShare, links } = mainText(tree);
  const title = pageTitle(known, tree.inside(body, 'h1'));
  const isDeclared = declaresArticle(known);
  const entries = tree.inside(body, ENTRY_LINKS).length;
  const reason = whyNot(known, { isDeclared, length: text.length, linkShare, entries });
  return {
    draft: {
      title,
      excerpt:
        memberText(known.article, 'description') ??
        metaContent(known, 'og:description', 'description', 'twitter:description'),
      text: withoutTitle(text, title),
      date: [...publicationDates(known), ...metaContents(known, ...RARE_DATES)].find(normalizeDate),
      expires: memberText(known.article, 'expires') ?? metaContent(known, 'article:expiration_time'),
      tags: pageTags(known),
      links,
      language: pageLanguage(known),
      author: pageAuthors(known),
      image: pageImage(known),
      discussionCount: commentCount(known.article),
      discussionUrl: memberText(known.article, 'discussionUrl'),
    },
    addresses: statedAddresses(tree, known.article),
    ...(reason && { reason }),
    isDeclared,
  };
}

/** A text without the heading that repeats its title: a teaser made of it would say the title twice. */
function withoutTitle(text: string, title: string): string {
  const [line, ...others] = text.split('\n');
  return line === title ? others.join('\n') : text;
}

/** Names of `<meta>` elements that only a few systems use for the date of publication. */
const RARE_DATES = ['dcterms.date', 'dc.date.issued', 'dcterms.created', 'pubdate', 'publish-date'];

function declaresArticle<E>(known: Metadata<E>): boolean {
  const { tree, article } = known;
  return (
    own(article, '@type') !== undefined ||
    /(?:^|[./#])article$/i.test(metaContent(known, 'og:type') ?? '') ||
    metaContent(known, 'article:published_time', 'og:article:published_time') !== undefined ||
    tree.all('[itemtype$="Article"], [itemtype$="/BlogPosting"]').length === 1 ||
    (tree.all('.h-entry').length === 1 && tree.all('.h-feed').length === 0)
  );
}

interface Measures {
  readonly isDeclared: boolean;
  /** Characters of the main text. */
  readonly length: number;
  /** How much of it is links, from 0 to 1. */
  readonly linkShare: number;
  /** How many headings in the body of the article are links to other pages. */
  readonly entries: number;
}

/** Why a page is no article; undefined where it may be one. */
function whyNot<E>(known: Metadata<E>, measures: Measures): string | undefined {
  const { tree, data } = known;
  const robots = metaContent(known, 'robots', 'googlebot') ?? '';
  if (/\b(?:noindex|none)\b/i.test(robots)) return 'is marked noindex';
  if (tree.all('meta[http-equiv="refresh" i][content*="url" i]').length > 0) return 'is a redirect';
  if (measures.isDeclared) return measures.length === 0 ? 'has no text' : undefined;
  if (data.some((node) => isOfType(node, OTHER_PAGE_TYPES))) return 'says that it is a list or another page';
  if (tree.all('.h-feed').length > 0 || measures.entries >= ENTRIES_OF_A_LIST) return 'is a list of articles';
  if (measures.linkShare > MOSTLY_LINKS) return 'is mostly links';
  if (measures.length < SHORTEST_TEXT) return 'has too little text to be an article';
  return undefined;
}

/** The schema.org types of pages that are no article. */
const OTHER_PAGE_TYPES =
  /^(?:CollectionPage|SearchResultsPage|ProfilePage|ContactPage|AboutPage|ItemList|Blog|CheckoutPage|MediaGallery)$/;
/** Headings that are links to other pages: the entries of a list. */
const ENTRY_LINKS = ':is(article, li) :is(h1, h2, h3) > a[href]:not([href^="#"])';
const ENTRIES_OF_A_LIST = 3;
/** An article may have many links; a text of which half is links is a list. */
const MOSTLY_LINKS = 0.5;
/** Characters, of a page that does not say that it is an article. */
const SHORTEST_TEXT = 250;

/** The names of the authors of a page, from the most reliable source that has any. */
function pageAuthors<E>(known: Metadata<E>): string[] {
  const { tree, article } = known;
  const ways: readonly unknown[] = [
    own(article, 'author'),
    metaContents(known, 'author'),
    metaContents(known, 'article:author'),
    ...AUTHORS.map((selector) => tree.all(selector).map((author) => tree.text(author))),
    metaContents(known, 'dc.creator'),
  ];
  const names = ways.map((way) => firstNames([way]).filter((name) => !/^https?:|@/i.test(name)));
  return names.find((each) => each.length > 0) ?? [];
}

/** The elements that name the authors, the most reliable source first. */
const AUTHORS = [
  '.h-entry .p-author .p-name',
  '.h-entry .p-author',
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  'article a[rel~="author"], main a[rel~="author"]',
];

/** The address of a page's picture, as written. */
function pageImage<E>(known: Metadata<E>): string | undefined {
  const { tree, article } = known;
  const [image] = tree.all('.u-photo, .u-featured, [itemprop="image"]');
  return (
    memberText(article, 'image') ??
    metaContent(known, 'og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'image') ??
    (image && tree.attribute(image, 'src')?.trim())
  );
}

/** `commentCount`, or the number of comments in `interactionStatistic`. */
function commentCount(article: JsonRecord): unknown {
  const statistics = [own(article, 'interactionStatistic')].flat().filter(isRecord);
  const comments = statistics.find((statistic) => {
    const kind = own(statistic, 'interactionType');
    const name = isRecord(kind) ? own(kind, '@type') : kind;
    return typeof name === 'string' && /Comment(?:Action)?$/.test(name);
  });
  return own(article, 'commentCount') ?? own(comments ?? {}, 'userInteractionCount');
}

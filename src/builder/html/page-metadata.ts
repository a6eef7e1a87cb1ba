import { normalizeDate } from '../../reader/normalize-date.js';
import { own } from '../../shared/json.js';
import type { JsonRecord } from '../../shared/json.js';
import { toTags } from '../../reader/draft.js';
import { all, attribute, type Document, first, textOf } from './html-document.js';
import { ARTICLE_TYPES, dataText, isOfType, structuredData } from './structured-data.js';

/** What a page says of itself in its head, its JSON-LD and its microformats. */
export interface Metadata {
  /** The values of a `<meta>` by its `property`, `name` or `itemprop`, in lower case. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** The objects of its JSON-LD. */
  readonly data: readonly JsonRecord[];
  /** The schema.org article among them; empty where there is none. */
  readonly article: JsonRecord;
}

/** Reads a page's metadata. */
export function metadata(page: Document): Metadata {
  const meta = new Map<string, string[]>();
  for (const element of all('meta[content]', page)) {
    const name = ['property', 'name', 'itemprop'].map((key) => attribute(element, key)).find(Boolean);
    const content = attribute(element, 'content');
    if (!name || !content) continue;
    const values = meta.get(name.toLowerCase());
    if (values) values.push(content);
    else meta.set(name.toLowerCase(), [content]);
  }
  const data = structuredData(page);
  return { meta, data, article: data.find((node) => isOfType(node, ARTICLE_TYPES)) ?? {} };
}

/** The first value of the first of these that the page has. */
export function metaContent({ meta }: Metadata, ...names: readonly string[]): string | undefined {
  return names.map((name) => meta.get(name)?.[0]).find(Boolean);
}

/** JSON-LD's headline, `og:title` without the site's name, the first heading, or the page's title without its end. */
export function pageTitle(page: Document, known: Metadata): string {
  const headings = ['article h1', 'main h1', 'h1', '.p-name'].flatMap((selector) =>
    all(selector, page).map(textOf).filter(Boolean),
  );
  const shared = metaContent(known, 'og:title');
  const whole = shared ?? textOf(first('title', page));
  return (
    dataText(known.article, 'headline') ??
    headingWithin(whole, headings) ??
    withoutSite(shared, metaContent(known, 'og:site_name')) ??
    headings[0] ??
    withoutSite(whole, undefined) ??
    ''
  );
}

/** The heading that a title repeats: what the title adds to it is the site's name. */
function headingWithin(title: string, headings: readonly string[]): string | undefined {
  const parts = title.split(SITE_SIGN).filter((part) => part.length >= TELLING_PART);
  return headings.find(
    (heading) =>
      (heading.length >= TELLING_PART && title.includes(heading)) ||
      parts.some((part) => heading.includes(part)),
  );
}

const SITE_SIGN = /\s+[|–—·»-]\s+/;
/** Characters; shorter pieces occur in headings by chance. */
const TELLING_PART = 12;

/** `Title | Site`: cuts the site's name where it is known, else what stands behind the last such sign. */
function withoutSite(title: string | undefined, site: string | undefined): string | undefined {
  if (site === undefined) return title?.replace(/^(.*\S)\s+[|–—·»-]\s.*$/, '$1').trim() || undefined;
  const end = title?.slice(-site.length).toLowerCase() === site.toLowerCase() ? site.length : 0;
  const cut = end ? title?.slice(0, -end).replace(/\s*[|–—·»:-]\s*$/, '') : title;
  return cut?.trim() || title || undefined;
}

/** The first of the page's dates that is a full one. */
export function pageDate(page: Document, known: Metadata): string | undefined {
  const written = [
    dataText(known.article, 'datePublished'),
    metaContent(known, 'article:published_time', 'og:article:published_time', 'datepublished'),
    ...DATED.map((selector) => first(selector, page)).map(
      (element) =>
        element && (attribute(element, 'datetime') ?? attribute(element, 'content') ?? textOf(element)),
    ),
    metaContent(
      known,
      'date',
      'dc.date',
      'dcterms.date',
      'dc.date.issued',
      'dcterms.created',
      'pubdate',
      'publish-date',
    ),
  ];
  return written.find((date) => normalizeDate(date) !== undefined);
}

/** Where a page's publication date stands in its text, the surest first. */
const DATED = [
  '[itemprop~="datePublished"]',
  'time.dt-published, .dt-published[datetime], time.entry-date.published, time.published',
  'time[pubdate]',
  'article header time[datetime], article time[datetime]',
  'main time[datetime], header time[datetime]',
];

/** The page's tags by the surest of the ways in which it names them. */
export function pageTags(page: Document, known: Metadata): string[] {
  const ways: readonly unknown[] = [
    own(known.article, 'keywords'),
    known.meta.get('article:tag'),
    all('a[rel~="tag"], .p-category', page).map((link) => textOf(link).replace(/^#\s*/, '')),
    metaContent(known, 'news_keywords', 'keywords'),
    [own(known.article, 'articleSection')].flat(),
    metaContent(known, 'article:section'),
  ];
  return ways.map(toTags).find((tags) => tags.length > 0) ?? [];
}

/** The names of who wrote the page, by the surest of the ways in which it names them. */
export function pageAuthors(page: Document, known: Metadata): string[] {
  const ways: readonly unknown[] = [
    own(known.article, 'author'),
    known.meta.get('author'),
    known.meta.get('article:author'),
    ...AUTHORS.map((selector) => all(selector, page).map(textOf)),
    known.meta.get('dc.creator'),
  ];
  const names = ways.map((way) => toTags(way).filter((name) => !/^https?:|@/i.test(name)));
  return names.find((each) => each.length > 0) ?? [];
}

/** Where a page names its authors in its text, the surest first. */
const AUTHORS = [
  '.h-entry .p-author .p-name',
  '.h-entry .p-author',
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  'article a[rel~="author"], main a[rel~="author"]',
];

/** The page's language (BCP 47). */
export function pageLanguage(page: Document, known: Metadata): string | undefined {
  return (
    attribute(first('html', page), 'lang') ??
    dataText(known.article, 'inLanguage') ??
    metaContent(known, 'og:locale', 'content-language', 'dc.language')
  );
}

/** The address of the page's picture, as written. */
export function pageImage(page: Document, known: Metadata): string | undefined {
  return (
    dataText(known.article, 'image') ??
    metaContent(known, 'og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'image') ??
    attribute(first('.u-photo, .u-featured, [itemprop="image"]', page), 'src')
  );
}

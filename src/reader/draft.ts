import type { Article, Discussion, Picture, Series } from '../article.js';
import {
  LONGEST_AUTHOR,
  LONGEST_EXCERPT,
  LONGEST_TAG,
  LONGEST_TITLE,
  MOST_LINKS,
  MOST_SIZES,
  MOST_TAGS,
} from './limits.js';
import { normalizeDate } from './normalize-date.js';
import { decodeEntities } from '../shared/entities.js';
import { definedOnly, firstOwn, isRecord, isText, own, toCount, toText } from '../shared/json.js';
import { namedLanguage } from '../shared/language.js';
import { copyOf, cutAtWord, htmlToText, plainText, shorten, withoutInvisible } from '../shared/text.js';
import { quickAddress, quickKey } from '../shared/quick-url.js';
import { withoutTrailer } from '../shared/teaser.js';
import { LONGEST_URL, webAddress } from '../shared/url.js';

/** What a format found in one entry, unchecked: every member may be anything that JSON can hold. */
export interface Draft {
  readonly id?: unknown;
  readonly url?: unknown;
  readonly title?: unknown;
  /** The teaser's text; formatting tags and character references in it are cleaned away. */
  readonly excerpt?: unknown;
  /** Plain full text. */
  readonly text?: unknown;
  /** Full text as HTML, read where there is no plain one. */
  readonly html?: unknown;
  readonly date?: unknown;
  /** A list of texts or of objects with a `name`, or one text with commas. */
  readonly tags?: unknown;
  /** Key terms, as tags are written. */
  readonly terms?: unknown;
  /** A list of ids and addresses; those that begin with a slash or a dot are relative to that of the article. Without a list the links of `html` are read. */
  readonly links?: unknown;
  readonly language?: unknown;
  /** Names, as tags are written. */
  readonly author?: unknown;
  /** A picture's address, an object that holds it as `url`, or a list of these. */
  readonly image?: unknown;
  /** The same picture in several widths: a list, or an object by name, of `{ url, width, height }`. */
  readonly images?: unknown;
  /** From when on the article must not be shown any more. */
  readonly expires?: unknown;
  readonly discussionCount?: unknown;
  readonly discussionUrl?: unknown;
  /** A list of ids and addresses as `links` has them, or one text with spaces between them. */
  readonly related?: unknown;
  /** As `related`. */
  readonly exclude?: unknown;
  /** A name, an object with `name` and `position`, or a list of these, of which the first counts. */
  readonly series?: unknown;
  /** A name, an object with a `name`, or a list of these, of which the first counts. */
  readonly section?: unknown;
  /** As `section`. */
  readonly type?: unknown;
  /** True where the entry is a draft or hidden. */
  readonly unpublished?: unknown;
  /** Why the entry must not be shown, as a clause such as `is not public`. */
  readonly reason?: string | undefined;
}

/**
 * Checks a draft and makes an article of it.
 *
 * @param baseUrl what relative addresses are resolved against
 * @returns the article; without a usable title or URL the reason, a clause such as `has no title`
 */
export function toArticle(draft: Draft, baseUrl: URL): Article | string {
  const title = cutAtWord(plainText(toText(draft.title)), LONGEST_TITLE);
  const id = toId(draft.id);
  const url = quickAddress(draft.url, baseUrl) ?? permalink(id);
  if (!url && isText(draft.url)) return `has no http(s) address: ${shorten(draft.url, 80)}`;
  if (!url) return title ? `has no URL: ${shorten(title, 80)}` : 'has no URL and no title';
  if (!title) return `has no title: ${url}`;
  if (title.includes('\uFFFD')) return `has a title with broken characters, not UTF-8: ${shorten(title, 80)}`;
  const reason = draft.unpublished === true ? 'is not public' : draft.reason;
  if (reason) return `${reason}: ${url}`;

  const text = isText(draft.text) ? draft.text.trim() : isText(draft.html) ? htmlToText(draft.html) : '';
  const terms = toTags(draft.terms);
  const links = toLinks(draft, url);
  const authors = toTags(draft.author);
  const images = toPictures(draft.images, baseUrl);
  return definedOnly({
    id: id ?? url,
    url,
    title,
    excerpt: givenExcerpt(draft.excerpt, title) || beginning(text) || undefined,
    text: text || undefined,
    date: normalizeDate(draft.date),
    expires: normalizeDate(draft.expires),
    tags: toTags(draft.tags),
    terms: terms.length > 0 ? terms : undefined,
    links: links.length > 0 ? links : undefined,
    language: namedLanguage(draft.language),
    author: authors.length > 0 ? shorten(authors.join(', '), LONGEST_AUTHOR) : undefined,
    image: quickAddress(toImage(draft.image), baseUrl) ?? images[0]?.url,
    images: images.length > 0 ? images : undefined,
    discussion: toDiscussion(draft, baseUrl),
    related: toNamed(draft.related, url),
    exclude: toNamed(draft.exclude, url),
    series: toSeries(draft.series),
    section: firstName(draft.section),
    type: firstName(draft.type),
  });
}

function givenExcerpt(excerpt: unknown, title: string): string {
  if (!isText(excerpt)) return '';
  const whole = excerpt.replace(MARKUP_END, '');
  const text = plainText(HTML.test(whole) ? htmlToText(whole) : whole);
  return cutAtWord(withoutTrailer(text, title), LONGEST_EXCERPT);
}

/** A text that begins with a block is HTML, even if the source cut it before the block's end. */
const HTML = /^\s*<(?:p|div|h\d)\b/i;
/** What is left of a tag if the source cut its teaser within it; the link to go on reading that themes of WordPress make. */
const MARKUP_END =
  /<(?:\/[a-z]*|[a-z][^\s<>]*\s(?=[^<>=]*=)[^<>]*|a\s[^<>]*\b(?:more-link|read-?more)\b[^]*)$/i;

/** A teaser that is made of the text. */
function beginning(text: string): string {
  return shorten(withoutInvisible(shorten(text, EXCERPT_LENGTH)), EXCERPT_LENGTH).trim();
}

/** In characters. */
const EXCERPT_LENGTH = 200;

function toId(value: unknown): string | undefined {
  const id = toText(value);
  return id && id.length <= LONGEST_URL ? id : undefined;
}

/** Feeds often give the article's address as its id alone. */
function permalink(id: string | undefined): string | undefined {
  return id && /^https?:/i.test(id) ? webAddress(id, id) : undefined;
}

/**
 * The names in a value: a list of texts or of objects with a `name`, one of these, or one text with commas. At most 50
 * names.
 */
function toTags(value: unknown): string[] {
  const names: string[] = [];
  if (value === undefined) return names;
  const list = inList(value);
  for (let at = 0; at < list.length && at < MOST_TAGS * 2; at++) {
    const name = nameOf(list[at]);
    if (name && names.length < MOST_TAGS && !names.includes(name)) names.push(name);
  }
  return names;
}

/** Whether a value holds names that `toTags` reads. */
export function hasNames(value: unknown): boolean {
  return inList(value).some(nameOf);
}

function inList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' ? value.split(',') : [value];
}

function nameOf(tag: unknown): string {
  const name = isRecord(tag) ? firstOwn(tag, 'name title label displayName') : tag;
  // Any other number is the id of a tag.
  const isYear = typeof name === 'number' && name > 1899 && name < 2100;
  return isYear || isText(name) ? cutAtWord(plainText(String(name)), LONGEST_TAG) : '';
}

/** The ids and addresses of what an article links to, each once, without links within its own page. */
function toLinks({ links, html }: Draft, url: string): string[] {
  const given = Array.isArray(links) ? links.map(toId) : isText(html) ? hrefsIn(html, url) : [];
  const ownKey = quickKey(url);
  const found = new Set<string>();
  for (const link of given) {
    const target = toTarget(link, url);
    if (target && quickKey(target) !== ownKey) found.add(target);
    if (found.size === MOST_LINKS) break;
  }
  return [...found];
}

/** The ids and addresses in a list or a text, each once; undefined if there are none. */
function toNamed(value: unknown, url: string): string[] | undefined {
  const names: readonly unknown[] = isText(value) ? value.split(/\s+/) : Array.isArray(value) ? value : [];
  const targets = names.slice(0, MOST_LINKS).flatMap((name) => toTarget(toId(name), url) ?? []);
  return targets.length > 0 ? [...new Set(targets)] : undefined;
}

/** What a link or a name leads to: an absolute address, or an id. */
function toTarget(name: string | undefined, url: string): string | undefined {
  return name && IS_ADDRESS.test(name) ? quickAddress(name, url) : name;
}

function toSeries(value: unknown): Series | undefined {
  const [first]: readonly unknown[] = [value].flat();
  const name = firstName(first);
  if (!name) return undefined;
  const position = toNumber(own(first, 'position') ?? NaN);
  return Number.isFinite(position) ? { name, position } : { name };
}

/** The first name in a value; undefined if it has none. */
function firstName(value: unknown): string | undefined {
  const [first]: readonly unknown[] = [value].flat();
  return nameOf(first) || undefined;
}

/** What begins like an address rather than an id. */
const IS_ADDRESS = /^(?:https?:|[/?]|\.\.?\/)/i;

/** The addresses that HTML links to. It works by a rule over the text, in linear time. */
function* hrefsIn(html: string, url: string): Iterable<string | undefined> {
  for (const [, href = ''] of html.matchAll(HREF))
    yield quickAddress(copyOf(decodeEntities(href.replace(/^["']|["']$/g, ''))), url);
}

const HREF = /<a\s[^<>]*?\bhref\s*=\s*("[^"]*"|'[^']*'|[^\s<>"']+)/gi;

/** The address of the picture that a value names: a text, an object that holds it, or the first of a list of these. */
export function toImage(value: unknown): unknown {
  const image: unknown = Array.isArray(value) ? value[0] : value;
  const address = isRecord(image) ? firstOwn(image, 'url src contentUrl asset.url filename') : image;
  return isText(address) ? address : undefined;
}

/**
 * The sizes of one picture: a list, or an object by name as in WordPress, of records with `url`, `width` in pixels and
 * perhaps `height`. Narrowest first, each width once. Sizes that are cut to another shape than the widest are left
 * out. Empty if fewer than two sizes are left.
 */
function toPictures(value: unknown, baseUrl: URL): Picture[] {
  if (typeof value !== 'object' || value === null) return [];
  const sizes = Object.values(value)
    .slice(0, MOST_SIZES)
    .map((size) => toSize(size, baseUrl))
    .filter((size) => size !== undefined)
    .sort((a, b) => a.width - b.width);
  const shape = sizes.at(-1)?.shape ?? 0;
  const pictures = sizes
    .filter((size, at) => size.width !== sizes[at - 1]?.width && isSameShape(size.shape, shape))
    .map(({ url, width }) => ({ url, width }));
  return pictures.length > 1 ? pictures : [];
}

/** A picture with its shape: the ratio of width to height, 0 if that is unknown. */
function toSize(value: unknown, baseUrl: URL): (Picture & { readonly shape: number }) | undefined {
  const url = quickAddress(firstOwn(value, 'url src source_url contentUrl'), baseUrl);
  const [width, height] = ['width', 'height'].map((name) => toNumber(own(value, name)));
  if (!url || !width || !Number.isInteger(width) || width < 1) return undefined;
  return { url, width, shape: height && height > 0 ? width / height : 0 };
}

/** The number that a number or a text is. `Number` would join a list, down all its levels. */
export function toNumber(value: unknown): number {
  return typeof value === 'object' ? NaN : Number(value);
}

function isSameShape(one: number, other: number): boolean {
  return one === 0 || other === 0 || Math.abs(one / other - 1) <= TOLERANCE;
}

/** How far the shapes of one picture's sizes differ because pixels are whole numbers. */
const TOLERANCE = 0.03;

function toDiscussion({ discussionCount, discussionUrl }: Draft, baseUrl: URL): Discussion | undefined {
  const count = toCount(discussionCount);
  const url = webAddress(discussionUrl, baseUrl);
  return count === undefined && url === undefined ? undefined : definedOnly({ count, url });
}

import type { Article, Discussion } from '../article.js';
import { definedOnly, firstOwn, isRecord, isText } from '../shared/json.js';
import { cutAtWord, htmlToText, plainText, shorten, withoutInvisible } from '../shared/text.js';
import { toPictures } from './pictures.js';
import { webAddress } from '../shared/url.js';
import { usualDate } from './usual-date.js';

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
  /** True where the entry is a draft or hidden. */
  readonly unpublished?: unknown;
}

/** A draft with every member of its own, though without a value: pages may have given all objects a `url`. */
export type WholeDraft = Required<Draft>;

/**
 * Checks a draft and makes the article of it. Where title or URL is missing or unusable there is no article but
 * the reason, a clause such as `has no title`.
 */
export function toArticle(draft: Draft, baseUrl: URL): Article | string {
  const title = typeof draft.title === 'string' ? cutAtWord(plainText(draft.title), LONGEST_TITLE) : '';
  const id = toId(draft.id);
  const url = webAddress(draft.url, baseUrl) ?? permalink(id);
  if (!url)
    return isText(draft.url) ? `has no http(s) address: ${shorten(draft.url, 80)}` : missing('URL', title);
  if (!title) return `has no title: ${url}`;
  if (title.includes('\uFFFD')) return `has a title with broken characters, not UTF-8: ${shorten(title, 80)}`;
  if (draft.unpublished === true) return `is not published: ${url}`;

  const text = isText(draft.text) ? draft.text.trim() : isText(draft.html) ? htmlToText(draft.html) : '';
  const given = isText(draft.excerpt) ? withoutCutMark(plainText(draft.excerpt)) : '';
  const terms = toTags(draft.terms);
  const authors = toTags(draft.author);
  const excerpt = cutAtWord(given, LONGEST_EXCERPT) || beginning(text);
  const images = toPictures(draft.images, baseUrl);
  return definedOnly({
    id: id ?? url,
    url,
    title,
    excerpt: excerpt || undefined,
    text: text || undefined,
    date: usualDate(draft.date),
    expires: usualDate(draft.expires),
    tags: toTags(draft.tags),
    terms: terms.length > 0 ? terms : undefined,
    language: toLanguage(draft.language),
    author: authors.length > 0 ? shorten(authors.join(', '), LONGEST_AUTHOR) : undefined,
    image: webAddress(toImage(draft.image), baseUrl) ?? images[0]?.url,
    images: images.length > 0 ? images : undefined,
    discussion: toDiscussion(draft, baseUrl),
  });
}

/** A teaser that is made of a text. */
function beginning(text: string): string {
  return shorten(withoutInvisible(shorten(text, EXCERPT_LENGTH)), EXCERPT_LENGTH).trim();
}

function withoutCutMark(text: string): string {
  return text.endsWith(']') ? text.replace(CUT_MARK, '…') : text;
}

/** How WordPress marks a teaser that it made. */
const CUT_MARK = / ?\[(?:…|\.{3})\]$/;
/** Characters of a teaser that is made from the full text. */
const EXCERPT_LENGTH = 200;
/** Characters of a teaser that the source gives; some give the whole text. */
const LONGEST_EXCERPT = 400;
/** Characters that are shown of a title, of all authors together, of one tag. */
const LONGEST_TITLE = 300;
const LONGEST_AUTHOR = 200;
const LONGEST_TAG = 100;
const MOST_TAGS = 50;
const LONGEST_ID = 2048;

function missing(what: string, title: string): string {
  return title ? `has no ${what}: ${shorten(title, 80)}` : `has no ${what} and no title`;
}

function toId(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return isText(value) && value.length <= LONGEST_ID ? value.trim() : undefined;
}

/** A tag of RFC 5646, which knows none with more than 35 characters (section 4.4.1). */
function toLanguage(value: unknown): string | undefined {
  const tag = isText(value) ? value.trim().replaceAll('_', '-') : '';
  return tag.length <= 35 && /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i.test(tag) ? tag : undefined;
}

/** Feeds often give the article's address as its id alone. */
function permalink(id: string | undefined): string | undefined {
  return id && /^https?:/i.test(id) ? webAddress(id, id) : undefined;
}

/**
 * The names in a member: a list of texts or of objects with a `name`, one of these, or one text with commas; at most
 * 50 of them.
 */
export function toTags(value: unknown): string[] {
  const names: string[] = [];
  if (value === undefined) return names;
  const list = inList(value);
  for (let at = 0; at < list.length && at < MOST_TAGS * 2; at++) {
    const name = nameOf(list[at]);
    if (name && names.length < MOST_TAGS && !names.includes(name)) names.push(name);
  }
  return names;
}

/** Whether there is a name in a member. */
export function hasNames(value: unknown): boolean {
  return inList(value).some(nameOf);
}

function inList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' ? value.split(',') : [value];
}

function nameOf(tag: unknown): string {
  const name = isRecord(tag) ? firstOwn(tag, 'name title label') : tag;
  return isText(name) ? cutAtWord(plainText(name), LONGEST_TAG) : '';
}

/** The address of the picture in a member: a text, an object that holds it, or the first of a list of these. */
export function toImage(value: unknown): unknown {
  const image: unknown = Array.isArray(value) ? value[0] : value;
  return isRecord(image) ? firstOwn(image, 'url src contentUrl') : isText(image) ? image : undefined;
}

/** The number of posts that a member names: an integer from 0 to 1e9, also as a text of digits. */
export function toCount(value: unknown): number | undefined {
  const count = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= 1e9
    ? count
    : undefined;
}

function toDiscussion({ discussionCount, discussionUrl }: Draft, baseUrl: URL): Discussion | undefined {
  const count = toCount(discussionCount);
  const url = webAddress(discussionUrl, baseUrl);
  return count === undefined && url === undefined ? undefined : definedOnly({ count, url });
}

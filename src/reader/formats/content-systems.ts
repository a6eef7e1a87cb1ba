import type { Draft } from '../draft.js';
import type { IsFit, Names, readByNames } from '../names.js';
import { isRecord, isText, type JsonRecord, own } from '../../shared/json.js';
import { whyNotPublic } from '../../shared/public.js';
import type { Format } from './format.js';
import { pageBehind } from './further-pages.js';
import { listIn, nextIn } from './plain-list.js';

/**
 * A list of articles as content systems, generators and their loaders give it: Strapi, Payload, Directus, Sanity,
 * Storyblok, Squarespace, Substack, Tumblr, Wagtail, Astro, Nuxt Content, VitePress, Gatsby, GraphQL and others. The list
 * may lie deep, in groups, or be an object of entries by their address. What an entry has may lie in records of its own.
 */
export const contentSystem: Format = (json, base, read) => {
  const entries = entriesIn(json, read);
  return (
    entries && {
      format: 'plain list',
      entries,
      sections: true,
      next: nextIn(json) ?? pageBehind(json, base, entries.length),
      pages: own(json, 'totalPages'),
      draft: (entry) => readLoosely(entry, read),
    }
  );
};

/** Reads an entry by every name that systems use, wherever in the entry they put it, and says if it is not public. */
export function readLoosely(entry: unknown, read: typeof readByNames): Draft {
  const record = flat(entry);
  const more = read(record, namesIn(record));
  const draft = read(record, undefined, {
    ...more,
    url: collected(record) ?? more.url,
    title: more.title ?? textOf(record['title']),
    text: more.text ?? (more.html ? undefined : textOf(record['body'] ?? record['content'])),
  });
  const isGated = GATED.test(String(record['visibility']));
  const isList = ['home', 'section', 'taxonomy', 'term'].includes(record['kind'] as string);
  const reason = isList ? 'is a list of articles' : whyNotPublic(record);
  // A name without a dot or a slash is the id of a picture.
  const image = isText(draft.image) && !/[./]/.test(draft.image) ? undefined : draft.image;
  return {
    ...draft,
    image,
    url: record['html_url'] ?? draft.url,
    ...(isGated && { text: undefined, html: undefined }),
    ...(reason && { reason }),
  };
}

/** Who may read the whole of a post, in Ghost. Its title and its own excerpt are for all. */
const GATED = /^(?:members|paid|tiers)$/;

/** The records in which systems put what an entry has. */
const HOLDERS = ['node', 'frontmatter', 'attributes', 'fields', 'data', 'meta', 'sys', 'content'];
const MOST_HOLDERS = 3;

/**
 * A record with the members of the records that hold what it has; its own members come first. Drupal puts `field_` before
 * the names that a site adds.
 */
function flat(value: unknown, depth = 0): JsonRecord {
  if (!isRecord(value) || depth > MOST_HOLDERS) return {};
  const held = HOLDERS.flatMap((name) => Object.entries(flat(own(value, name), depth + 1)));
  const members = Object.entries(value).map(([name, member]): [string, unknown] => [
    name.replace(/^field_/, ''),
    unwrapped(member),
  ]);
  return Object.fromEntries([...held, ...members]);
}

/** A value without what Strapi and GraphQL wrap around lists and their items: `{ data: [{ attributes: … }] }`. */
function unwrapped(value: unknown, depth = 0): unknown {
  if (depth > MOST_HOLDERS) return value;
  if (Array.isArray(value)) return value.map((item) => unwrapped(item, depth + 1));
  const inner = WRAPPERS.map((name) => own(value, name)).find((each) => typeof each === 'object');
  return inner ? unwrapped(inner, depth + 1) : value;
}

const WRAPPERS = ['data', 'attributes', 'edges', 'nodes', 'node'];

/** The names that content systems have beside the usual ones, for one record. */
function namesIn(record: JsonRecord): Names {
  const names = Object.keys(record);
  const like =
    (...patterns: readonly RegExp[]) =>
    (isFit: IsFit): unknown =>
      patterns
        .flatMap((pattern) => names.filter((name) => pattern.test(name)))
        .map((name) => record[name])
        .find(isFit);
  return {
    id: '_id guid uuid uid',
    // An address goes before a part of one.
    url:
      'href relPermalink fullUrl post_url onlineStoreUrl canonical_url canonicalUrl relUrl ref _path full_slug path location loc ' +
      'slug.current slug',
    title: 'name headline post_title t',
    excerpt: like(/excerpt|teaser|snippet|abstract|subtitle|desc|intro|brief/i),
    text: 'content_text plain plaintext',
    html: 'contents content_html body_html body.processed body.value body.html content.rendered content.html',
    date: like(/^first/i, /^pub|post_?date/i, /^date|time|creat/i, /updat|modif|lastmod/i),
    expires: like(/expir/i),
    tags: like(/tags?$|tag_?list|keywords|topics|labels/i, /^section$/),
    language: 'langcode inLanguage locale',
    author: like(/author|byline|creator|user/i),
    image: like(/^(?!author).*(?:image|img|cover|thumbnail|hero|banner|asset)(?:_?url)?$/i),
    discussionCount: like(/comment|repl(?:y|ies)/i),
    discussionUrl: 'discussion_url',
  };
}

/** The address that Astro's collections suggest: `blog/masts` of the entry `masts` in the collection `blog`. */
function collected(record: JsonRecord): string | undefined {
  const { collection, slug, id } = record;
  if (!isText(collection) || !isText(id)) return undefined;
  return `/${collection}/${isText(slug) ? slug : id.replace(/\.\w+$/, '')}`;
}

/** The text of a tree of rich text, as Sanity, Strapi, Payload, Storyblok, Contentful and Nuxt Content store it. */
function textOf(value: unknown, depth = 0): string | undefined {
  if (typeof value !== 'object' || value === null || depth > DEEPEST_TEXT) return undefined;
  const pieces = Object.entries(value).map(([name, inner]) =>
    /^(?:text|value)$/.test(name) && isText(inner) ? inner : textOf(inner, depth + 1),
  );
  return pieces.filter(isText).join(' ').replace(/ +/g, ' ') || undefined;
}

const DEEPEST_TEXT = 20;

/** The entries of the list that holds articles, wherever in the document it is. */
function entriesIn(json: unknown, read: typeof readByNames): readonly unknown[] | undefined {
  const likeness = (list: readonly unknown[]): number =>
    Math.max(0, ...list.slice(0, 5).map((entry) => likenessOf(readLoosely(entry, read))));
  let best = listIn(json);
  let most = best ? likeness(best) : 0;
  if (best && most > 0) return best;
  // A list under a usual name gives way to a clearly better one only, since `fields` may name its members.
  if (best?.some(isRecord)) most = 1;
  let level = [json];
  for (let depth = 0; depth < DEEPEST; depth++) {
    let isNew = false;
    for (const holder of level) {
      const list = recordsIn(holder);
      const likes = likeness(list);
      // Lists of dated entries on one level are the groups of one list, such as its years.
      if (isNew && likes === DATED) best = [...(best ?? []), ...list];
      else if (likes > most) [best, most, isNew] = [list, likes, likes === DATED];
      else if (Array.isArray(holder) && list.length > 0) best ??= list;
    }
    level = level.flatMap((holder) => (typeof holder === 'object' && holder ? Object.values(holder) : []));
  }
  return best;
}

const DEEPEST = 6;

/** The records that a value lists: a list, or an object of records by their address or another key. */
function recordsIn(holder: unknown): readonly unknown[] {
  if (Array.isArray(holder)) return holder.some(isRecord) ? holder : [];
  const held = isRecord(holder) ? Object.entries(holder) : [];
  return held.every(([, record]) => isRecord(record))
    ? held.map(([key, record]) => (key.includes('/') ? { url: key, ...(record as JsonRecord) } : record))
    : [];
}

/** How much an entry is like an article. */
function likenessOf({ title, url, excerpt, text, html, date }: Draft): number {
  return title === undefined || url === undefined
    ? 0
    : date !== undefined
      ? DATED
      : (excerpt ?? text ?? html)
        ? 2
        : 1;
}

const DATED = 3;

import { type Draft, hasNames, toCount, toImage, type WholeDraft } from './draft.js';
import { bare, firstAt, isText, type Path } from './json-record.js';
import { withoutMarkup } from './plain-text.js';
import { usualDate } from './usual-date.js';

/** Under which names a format says what: for each member the paths to look at in turn, with spaces between them. */
export type Names = { readonly [Member in keyof Draft]?: string };

/**
 * Reads an entry by its names, of each member the first value that is fit. Where no names are given it reads by the
 * usual ones, and cleans texts of the markup that themes leave in them.
 *
 * @param defaults what stands where the entry has nothing
 */
export function byNames(entry: unknown, names?: Names, defaults?: Draft): WholeDraft {
  if (!names) {
    const usual = byNames(entry, USUAL_NAMES);
    return isText(usual.text) ? { ...usual, text: withoutMarkup(usual.text) } : usual;
  }
  const looks = looksOf(names);
  const find = (member: keyof Draft): unknown => {
    const look = looks[member];
    const value = look && firstAt(entry, look.paths, look.isFit);
    return value ?? (defaults && Object.hasOwn(defaults, member) ? defaults[member] : undefined);
  };
  // Written out, since an object that gets its members one by one is slow to make and to read.
  return {
    id: find('id'),
    url: find('url'),
    title: find('title'),
    excerpt: find('excerpt'),
    text: find('text'),
    html: find('html'),
    date: find('date'),
    tags: find('tags'),
    terms: find('terms'),
    language: find('language'),
    author: find('author'),
    image: find('image'),
    images: find('images'),
    expires: find('expires'),
    discussionCount: find('discussionCount'),
    discussionUrl: find('discussionUrl'),
    unpublished: find('unpublished'),
  };
}

/** Where to look for a member, and what is fit. */
interface Look {
  readonly paths: readonly Path[];
  readonly isFit: (value: unknown) => unknown;
}

/** By the names of a format, which are few and written in the code: thousands of entries are read by the same. */
const known = new WeakMap<Names, Partial<Record<keyof Draft, Look>>>();

function looksOf(names: Names): Partial<Record<keyof Draft, Look>> {
  let looks = known.get(names);
  if (looks) return looks;
  looks = bare({});
  for (const [member, paths] of Object.entries(names) as [keyof Draft, string][]) {
    looks[member] = {
      paths: paths.split(' ').map((path) => path.split('.')),
      isFit: IS_FIT.get(member) ?? isText,
    };
  }
  known.set(names, looks);
  return looks;
}

/** What makes a value fit for a member; for all others it is that it is a text. */
const IS_FIT = new Map<string, (value: unknown) => unknown>([
  ['id', (value) => isText(value) || typeof value === 'number'],
  ['date', usualDate],
  ['expires', usualDate],
  ['tags', hasNames],
  ['terms', hasNames],
  ['author', hasNames],
  ['image', toImage],
  ['images', (value) => typeof value === 'object'],
  ['discussionCount', (value) => toCount(value) !== undefined],
  ['unpublished', (value) => value === true],
]);

/** The names that sites use for each member, the most specific first. */
const USUAL_NAMES: Names = {
  id: 'id guid objectID uuid',
  url: 'url permalink link uri href relPermalink relUrl location path slug',
  title: 'title name headline t',
  excerpt: 'summary description excerpt teaser snippet abstract',
  text: 'content_text text plain plaintext',
  html: 'content contents content_html html body',
  date: 'date date_published datePublished published published_at pubDate datetime created created_at',
  expires: 'expires expiryDate expires_at',
  tags: 'tags tag keywords categories category section',
  terms: 'terms',
  language: 'language lang langcode inLanguage',
  author: 'author authors creator',
  image: 'image thumbnail img cover banner_image feature_image',
  images: 'images',
  discussionCount: 'discussion.count comments commentCount comment_count comments_count replies replyCount',
  discussionUrl: 'discussionUrl discussion_url discussion.url',
  unpublished: 'draft',
};

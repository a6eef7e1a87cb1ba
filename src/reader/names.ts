import { type Draft, hasNames, toCount, toImage, type WholeDraft } from './draft.js';
import { firstAt, isText, type Path } from '../shared/json.js';
import { withoutMarkup } from '../shared/text.js';
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
  const find = ({ member, paths, isFit }: Look): unknown => {
    const value = firstAt(entry, paths, isFit);
    return value ?? (defaults && Object.hasOwn(defaults, member) ? defaults[member] : undefined);
  };
  // Written out, since an object that gets its members one by one is slow to make and to read.
  return {
    id: find(looks.id),
    url: find(looks.url),
    title: find(looks.title),
    excerpt: find(looks.excerpt),
    text: find(looks.text),
    html: find(looks.html),
    date: find(looks.date),
    tags: find(looks.tags),
    terms: find(looks.terms),
    language: find(looks.language),
    author: find(looks.author),
    image: find(looks.image),
    images: find(looks.images),
    expires: find(looks.expires),
    discussionCount: find(looks.discussionCount),
    discussionUrl: find(looks.discussionUrl),
    unpublished: find(looks.unpublished),
  };
}

/** Where to look for a member, and what is fit. */
interface Look {
  readonly member: keyof Draft;
  readonly paths: readonly Path[];
  readonly isFit: (value: unknown) => unknown;
}

type Looks = Readonly<Record<keyof Draft, Look>>;

/** By the names of a format, which are few and written in the code: thousands of entries are read by the same. */
const known = new WeakMap<Names, Looks>();

function looksOf(names: Names): Looks {
  let looks = known.get(names);
  if (looks) return looks;
  const pathsOf: Names = names;
  // All members in one order, so that V8 reads each of all formats' by one way.
  const made = (Object.keys(USUAL_NAMES) as (keyof Draft)[]).map((member) => {
    const paths = pathsOf[member]?.split(' ').map((path) => path.split('.')) ?? [];
    return [member, { member, paths, isFit: IS_FIT.get(member) ?? isText }];
  });
  looks = Object.fromEntries(made) as Looks;
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

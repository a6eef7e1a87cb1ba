import { type Draft, hasNames, toImage } from './draft.js';
import { normalizeDate } from './normalize-date.js';
import { firstOwn, isText, toCount } from '../shared/json.js';
import { withoutMarkup } from '../shared/text.js';

/** Under which names a format says what: for each member the paths to look at in turn, with spaces between them. */
export type Names = { readonly [Member in keyof Draft]?: string };

/**
 * Reads a record by its names: of each member the first value that is fit. Without names it reads by the usual ones,
 * and removes markup that themes leave in plain texts.
 *
 * @param defaults what stands for a member that the record does not have
 */
export function readByNames(record: unknown, names?: Names, defaults?: Draft): Draft {
  if (names) return readMembers(record, names, defaults);
  const draft = readMembers(record, USUAL_NAMES);
  return isText(draft.text) ? { ...draft, text: withoutMarkup(draft.text) } : draft;
}

function readMembers(record: unknown, names: Names, defaults: Draft = {}): Draft {
  const find = (member: keyof Draft): unknown => {
    const paths = names[member];
    return (paths && firstOwn(record, paths, IS_FIT[member])) ?? defaults[member];
  };
  // Written out: V8 is slow to make and to read an object that gets its members one by one.
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
    links: find('links'),
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

/** What makes a value fit for a member; any other member must be a text. */
const IS_FIT: { readonly [Member in keyof Draft]?: (value: unknown) => unknown } = {
  id: (value) => isText(value) || typeof value === 'number',
  date: normalizeDate,
  expires: normalizeDate,
  tags: hasNames,
  terms: hasNames,
  links: Array.isArray,
  author: hasNames,
  image: toImage,
  images: (value) => typeof value === 'object',
  discussionCount: (value) => toCount(value) !== undefined,
  unpublished: (value) => value === true,
};

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
  links: '_related_articles.links links',
  language: 'language lang langcode inLanguage',
  author: 'author authors creator',
  image: 'image thumbnail img cover banner_image feature_image',
  images: 'images',
  discussionCount: 'discussion.count comments commentCount comment_count comments_count replies replyCount',
  discussionUrl: 'discussionUrl discussion_url discussion.url',
  unpublished: 'unpublished',
};

/** The members of a draft. */
export const MEMBERS: readonly string[] = Object.keys(USUAL_NAMES);

import { type Draft, hasNames, toImage } from './draft.js';
import { normalizeDate } from './normalize-date.js';
import { firstOwn, isRecord, isText, toCount, toText } from '../shared/json.js';
import { withoutMarkup } from '../shared/text.js';

/**
 * Under which names a format says what: for each member the paths to look at in turn, with spaces between them, or a
 * function that finds the first value that is fit.
 */
export type Names = {
  readonly [Member in keyof Omit<Draft, 'reason'>]?: string | ((isFit: IsFit) => unknown);
};

/** Whether a value is fit for a member. */
export type IsFit = (value: unknown) => unknown;

/**
 * Reads a record by its names: of each member the first value that is fit. Without names it reads by the usual ones,
 * and removes markup that themes leave in plain texts.
 *
 * @param defaults what stands for a member that the record does not have
 */
export function readByNames(record: unknown, names?: Names, defaults?: Draft): Draft {
  const draft = readMembers(record, names ?? USUAL_NAMES, defaults);
  return !names && isText(draft.text) ? { ...draft, text: withoutMarkup(draft.text) } : draft;
}

function readMembers(record: unknown, names: Names, defaults: Draft = {}): Draft {
  const find = (member: keyof Names): unknown => {
    const [paths, isFit] = [names[member], IS_FIT[member] ?? isText];
    const found = typeof paths === 'string' ? firstOwn(record, paths, isFit) : paths?.(isFit);
    return found ?? defaults[member];
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
    related: find('related'),
    exclude: find('exclude'),
    series: find('series'),
    section: find('section'),
    type: find('type'),
  };
}

/** What makes a value fit for a member; any other member must be a text. */
const IS_FIT: { readonly [Member in keyof Names]?: IsFit } = {
  id: toText,
  title: toText,
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
  related: isTextOrList,
  exclude: isTextOrList,
  series: isNamed,
  section: isNamed,
  type: isNamed,
};

function isTextOrList(value: unknown): boolean {
  return isText(value) || Array.isArray(value);
}

function isNamed(value: unknown): boolean {
  return isTextOrList(value) || isRecord(value);
}

/** The names that most sites use for each member, the most specific first. `content-systems.ts` has the others. */
const USUAL_NAMES: Names = {
  id: 'id objectID',
  url: 'url permalink link uri',
  title: 'title',
  excerpt: 'summary description excerpt',
  text: 'text',
  html: 'content html body',
  date: 'date date_published',
  expires: 'expires',
  tags: 'tags categories category',
  terms: 'terms',
  links: '_related_articles.links links',
  language: 'language lang',
  author: 'author authors',
  image: 'image thumbnail',
  images: 'images',
  discussionCount: 'discussion.count comments',
  discussionUrl: 'discussion.url discussionUrl',
  unpublished: 'unpublished',
  related: '_related_articles.related related',
  exclude: '_related_articles.exclude exclude',
  series: '_related_articles.series series',
  section: '_related_articles.section section',
  type: '_related_articles.type type',
};

/** The members of a draft. */
export const MEMBERS: readonly string[] = Object.keys(USUAL_NAMES);

/** Whether a record has members of usual names only, and none that may say that it is not public. */
export function isUsual(record: unknown): boolean {
  return (
    isRecord(record) &&
    Object.keys(record).every(
      (name) => KNOWN.has(name) && typeof record[name] !== 'boolean' && !isRecord(record[name]),
    )
  );
}

/** What few sites give under a usual name, and some mean otherwise: `section` may be a list of tags. */
const RARE: readonly string[] = ['related', 'exclude', 'series', 'section', 'type'];
const KNOWN = new Set(
  Object.entries(USUAL_NAMES)
    .filter(([member]) => !RARE.includes(member))
    .flatMap(([, names]) => String(names).split(/[ .]/)),
);

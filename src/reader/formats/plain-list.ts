import { type Draft, toCount, toTags } from '../draft.js';
import { fullDate } from '../full-date.js';
import { firstOwn, isRecord, isText, type JsonRecord, own, ownRecord } from '../json-record.js';
import { withoutMarkup } from '../plain-text.js';
import type { Format } from './format.js';

/**
 * A plain list of articles, as themes and static-site generators write it for their search: an array, or an object
 * that holds one, whose entries use any of the usual names for their members. An `Article[]` is one such list.
 */
export const plainList: Format = (json) => {
  const entries = Array.isArray(json) ? json : isRecord(json) ? firstList(json) : undefined;
  return entries && { entries, draft };
};

function draft(entry: JsonRecord): Draft {
  const discussion = ownRecord(entry, 'discussion');
  const text = firstOwn(entry, ALIASES.text);
  return {
    id: firstOwn(entry, ALIASES.id, (value) => isText(value) || typeof value === 'number'),
    url: firstOwn(entry, ALIASES.url),
    title: firstOwn(entry, ALIASES.title),
    excerpt: firstOwn(entry, ALIASES.excerpt),
    text: isText(text) ? withoutMarkup(text) : undefined,
    html: firstOwn(entry, ALIASES.html),
    date: firstOwn(entry, ALIASES.date, (value) => fullDate(value) !== undefined),
    tags: firstOwn(entry, ALIASES.tags, (value) => toTags(value).length > 0),
    language: firstOwn(entry, ALIASES.language),
    image: firstOwn(entry, ALIASES.image),
    discussionCount:
      own(discussion, 'count') ??
      firstOwn(entry, ALIASES.discussionCount, (value) => toCount(value) !== undefined),
    discussionUrl: firstOwn(entry, ALIASES.discussionUrl) ?? own(discussion, 'url'),
  };
}

/** The first of the usual lists that holds something; an empty one only where there is no other. */
function firstList(json: JsonRecord): readonly unknown[] | undefined {
  const lists = LISTS.map((key) => own(json, key)).filter((value) => Array.isArray(value));
  return lists.find(({ length }) => length > 0) ?? lists[0];
}

const LISTS = ['items', 'articles', 'posts', 'entries', 'data', 'results', 'news', 'list', 'pages'];

/** The names that sites use for each member, the most specific first. */
const ALIASES = {
  id: ['id', 'guid', 'objectID', 'uuid'],
  url: ['url', 'permalink', 'link', 'uri', 'href', 'relPermalink', 'relUrl', 'location', 'path', 'slug'],
  title: ['title', 'name', 'headline', 't'],
  excerpt: ['summary', 'description', 'excerpt', 'teaser', 'snippet', 'abstract'],
  text: ['content_text', 'text', 'plain', 'plaintext'],
  html: ['content', 'contents', 'content_html', 'body'],
  date: [
    'date',
    'date_published',
    'datePublished',
    'published',
    'published_at',
    'pubDate',
    'datetime',
    'created',
  ],
  tags: ['tags', 'tag', 'keywords', 'categories', 'category', 'section'],
  language: ['language', 'lang', 'langcode', 'inLanguage'],
  image: ['image', 'thumbnail', 'img', 'cover', 'banner_image', 'feature_image'],
  discussionCount: ['comments', 'commentCount', 'comment_count', 'comments_count', 'replies', 'replyCount'],
  discussionUrl: ['discussionUrl', 'discussion_url'],
} as const;

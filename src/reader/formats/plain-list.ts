import { firstOwn, isRecord, type JsonRecord, own, ownRecord } from '../json-record.js';
import type { Format } from './format.js';

/**
 * A plain list of articles, as themes and static-site generators write it for their search: an array, or an object
 * that holds one, whose entries use any of the usual names for their members. An `Article[]` is one such list.
 */
export const plainList: Format = (json) => {
  const entries = Array.isArray(json) ? json : isRecord(json) ? firstList(json) : undefined;
  return (
    entries && {
      entries,
      draft: (entry) => {
        const discussion = ownRecord(entry, 'discussion');
        const text = firstOwn(entry, ALIASES.text);
        return {
          id: firstOwn(entry, ALIASES.id),
          url: firstOwn(entry, ALIASES.url),
          title: firstOwn(entry, ALIASES.title),
          excerpt: firstOwn(entry, ALIASES.excerpt),
          text: holdsMarkup(text) ? undefined : text,
          html: holdsMarkup(text) ? text : firstOwn(entry, ALIASES.html),
          date: firstOwn(entry, ALIASES.date),
          tags: firstOwn(entry, ALIASES.tags),
          language: firstOwn(entry, ALIASES.language),
          image: firstOwn(entry, ALIASES.image),
          discussionCount: own(discussion, 'count') ?? firstNumber(entry, ALIASES.discussionCount),
          discussionUrl: firstOwn(entry, ALIASES.discussionUrl) ?? own(discussion, 'url'),
        };
      },
    }
  );
};

function firstList(json: JsonRecord): readonly unknown[] | undefined {
  return LISTS.map((key) => own(json, key)).find((value) => Array.isArray(value));
}

/** Some write their text as HTML under a name for plain text. */
function holdsMarkup(text: unknown): boolean {
  return typeof text === 'string' && /<\/[a-z]/i.test(text);
}

/** `comments` may be their number, or the comments. */
function firstNumber(entry: JsonRecord, keys: readonly string[]): unknown {
  return keys.map((key) => own(entry, key)).find((value) => typeof value === 'number');
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

import { isRecord, isText, type JsonRecord, own } from '../../shared/json.js';
import type { Names } from '../names.js';
import { normalizeDate } from '../normalize-date.js';
import type { Format } from './format.js';

/**
 * Posts of WordPress's REST API (https://developer.wordpress.org/rest-api/reference/posts/): a list or a single post,
 * also in the envelope that `_envelope` asks for. With `_embed`, posts carry their pictures and the names of their tags
 * and authors; without it, their class names tell the tags. `date_gmt` is UTC and `date` the site's local time; neither
 * names its zone. Posts that a password protects are not public.
 */
export const wordPress: Format = (json, _base, read) => {
  const entries = [own(json, 'body') ?? json].flat();
  if (!isText(own(entries.find(isRecord), 'title.rendered'))) return undefined;
  return {
    format: 'WordPress',
    entries,
    pages: own(json, 'headers.X-WP-TotalPages'),
    draft: (post) => ({
      ...read(post, NAMES),
      date: inUtc(own(post, 'date_gmt')) ?? own(post, 'date'),
      tags: [own(post, '_embedded.wp:term') ?? tagsOf(post)].flat(2),
      section: sectionOf(post),
      reason: (own(post, 'status') ?? 'publish') === 'publish' ? undefined : 'is not public',
    }),
  };
};

const NAMES: Names = {
  id: 'id',
  url: 'link',
  title: 'title.rendered',
  excerpt: 'excerpt.rendered',
  html: 'content.rendered',
  language: 'lang',
  author: '_embedded.author',
  type: 'type',
  // The medium size first: originals are as large as they were uploaded.
  image:
    '_embedded.wp:featuredmedia.0.media_details.sizes.medium_large.source_url ' +
    '_embedded.wp:featuredmedia.0.source_url jetpack_featured_media_url',
  images: '_embedded.wp:featuredmedia.0.media_details.sizes',
  discussionCount: 'comment_count',
  unpublished: 'excerpt.protected content.protected',
};

function inUtc(value: unknown): string | undefined {
  const date = normalizeDate(value);
  return date?.length === '2026-11-17T09:00:00'.length ? `${date}Z` : date;
}

/** The first category of a post. WordPress names tags and categories alike, and tells them apart by `taxonomy`. */
function sectionOf(post: JsonRecord): unknown {
  const terms = [own(post, '_embedded.wp:term')].flat(2);
  const category = terms.find((term) => own(term, 'taxonomy') === 'category');
  return category ?? tagsOf(post, 'category')[0];
}

/** The names of tags and categories, or of one of these, in the names of a post's classes. */
function tagsOf(post: JsonRecord, taxonomy = 'tag|category'): string[] {
  const classes = Object.values(own(post, 'class_list') ?? {}).filter(isText);
  const pattern = new RegExp(`^(?:${taxonomy})-(.+)`);
  return classes.flatMap((name) => pattern.exec(name)?.[1]?.replaceAll('-', ' ') ?? []);
}

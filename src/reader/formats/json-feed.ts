import { firstOwn, isRecord, own, ownRecord } from '../json-record.js';
import type { Format } from './format.js';

/**
 * JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/), with the product's own members in the
 * `_related_articles` extension object: `related_to` on the feed, `discussion: { count, url }` on an item.
 */
export const jsonFeed: Format = (json) => {
  if (!isRecord(json)) return undefined;
  const version = own(json, 'version');
  const entries = own(json, 'items');
  if (typeof version !== 'string' || !version.includes('jsonfeed.org/version') || !Array.isArray(entries)) {
    return undefined;
  }
  return {
    entries,
    relatedTo: own(ownRecord(json, EXTENSION), 'related_to'),
    draft(item) {
      const discussion = ownRecord(ownRecord(item, EXTENSION), 'discussion');
      return {
        id: own(item, 'id'),
        url: own(item, 'url'),
        title: own(item, 'title'),
        excerpt: own(item, 'summary'),
        text: own(item, 'content_text'),
        html: own(item, 'content_html'),
        date: own(item, 'date_published'),
        tags: own(item, 'tags'),
        language: firstOwn(item, ['language']) ?? own(json, 'language'),
        image: firstOwn(item, ['image', 'banner_image']),
        discussionCount: own(discussion, 'count'),
        discussionUrl: own(discussion, 'url'),
      };
    },
  };
};

const EXTENSION = '_related_articles';

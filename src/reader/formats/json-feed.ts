import { definedOnly, firstOwn, isText, own } from '../../shared/json.js';
import type { Names } from '../names.js';
import type { ChosenNeighbours, Format } from './format.js';

/**
 * JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). This project's own members are in the extension object
 * `_related_articles`: `related_to`, `links`, `curated` (the ids of the neighbours that editors chose) and `series` (a
 * name) on the feed; `terms`, `links`, `expires`, `images`,
 * `discussion: { count, url }`, `related`, `exclude`, `series: { name, position }`, `section`, `type` and a `date` that may
 * be without a zone on an item. The links of an item are a list of
 * ids, URLs and positions among the items of the feed; those of a feed are such a list for each item.
 */
export const jsonFeed: Format = (json, _base, read) => {
  const entries = feedItems(json);
  if (!entries) return undefined;
  const feed = { language: own(json, 'language'), author: firstOwn(json, AUTHOR, (value) => value) };
  const linksOf = linksOfItems(json, entries);
  return {
    format: 'JSON Feed',
    entries,
    relatedTo: own(json, '_related_articles.related_to'),
    chosen: chosenIn(json),
    next: own(json, 'next_url'),
    draft: (item) => {
      const draft = read(item, NAMES, feed);
      return { ...draft, links: withIds(linksOf.get(item) ?? draft.links, entries) };
    },
  };
};

/** The links of the items that the feed itself holds, for all items together. */
function linksOfItems(json: unknown, items: readonly unknown[]): ReadonlyMap<unknown, unknown> {
  const links = own(json, '_related_articles.links');
  return new Map(Array.isArray(links) ? items.map((item, at): [unknown, unknown] => [item, links[at]]) : []);
}

/** Links with the id of the item in place of each position. */
function withIds(links: unknown, items: readonly unknown[]): unknown {
  if (!Array.isArray(links)) return links;
  return links.map((link: unknown) =>
    typeof link === 'number' ? firstOwn(items[link], 'id url', (value) => value) : link,
  );
}

/** What a JSON Feed of neighbours says of those that come first. */
export function chosenIn(json: unknown): ChosenNeighbours {
  const [curated, series] = ['curated', 'series'].map((name) => own(json, `_related_articles.${name}`));
  return definedOnly({
    curated: Array.isArray(curated) ? curated.filter(isText) : undefined,
    series: isText(series) ? series : undefined,
  });
}

/** The items of a JSON Feed; undefined for any other document. */
export function feedItems(json: unknown): readonly unknown[] | undefined {
  const version = own(json, 'version');
  const items = own(json, 'items');
  const isFeed = isText(version) && version.includes('jsonfeed.org/version') && Array.isArray(items);
  return isFeed ? items : undefined;
}

/** What a feed of the present version names as its `version`. */
export const JSON_FEED_VERSION = 'https://jsonfeed.org/version/1.1';

const AUTHOR = 'authors author';
const NAMES: Names = {
  id: 'id',
  url: 'url',
  title: 'title',
  excerpt: 'summary',
  text: 'content_text',
  html: 'content_html',
  date: '_related_articles.date date_published',
  expires: '_related_articles.expires',
  tags: 'tags',
  terms: '_related_articles.terms',
  links: '_related_articles.links',
  language: 'language',
  author: AUTHOR,
  image: 'image banner_image',
  images: '_related_articles.images',
  discussionCount: '_related_articles.discussion.count',
  discussionUrl: '_related_articles.discussion.url',
  related: '_related_articles.related',
  exclude: '_related_articles.exclude',
  series: '_related_articles.series',
  section: '_related_articles.section',
  type: '_related_articles.type',
};

import { own } from '../../shared/json.js';
import type { Names } from '../names.js';
import type { Format } from './format.js';

/**
 * Blogger's feed in JSON, `/feeds/posts/default?alt=json`, as all GData feeds are
 * (https://developers.google.com/gdata/docs/json). Texts are in `$t`, and colons of names are `$`.
 */
export const blogger: Format = (json, _base, read) => {
  const feed = own(json, 'feed');
  if (own(feed, 'title.$t') === undefined) return undefined;
  return {
    format: 'Blogger',
    entries: [own(feed, 'entry') ?? []].flat(),
    next: linkTo('next', feed),
    draft: (entry) => ({
      ...read(entry, NAMES),
      url: linkTo('alternate', entry),
      tags: [own(entry, 'category')].flat().map((category) => own(category, 'term')),
      author: [own(entry, 'author')].flat().map((author) => own(author, 'name.$t')),
      unpublished: own(entry, 'app$control.app$draft.$t') === 'yes',
    }),
  };
};

const NAMES: Names = {
  id: 'id.$t',
  title: 'title.$t',
  excerpt: 'summary.$t',
  html: 'content.$t',
  date: 'published.$t updated.$t',
  image: 'media$thumbnail.url',
  discussionCount: 'thr$total.$t',
};

/** The address of an entry's or a feed's link. */
function linkTo(relation: string, entry: unknown): unknown {
  const links = [own(entry, 'link')].flat();
  return own(
    links.find((link) => own(link, 'rel') === relation),
    'href',
  );
}

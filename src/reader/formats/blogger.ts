import { isText, own } from '../../shared/json.js';
import type { Format } from './format.js';

/**
 * Blogger's feed in JSON, `/feeds/posts/default?alt=json`, as all GData feeds are
 * (https://developers.google.com/gdata/docs/json). Texts are in `$t`, and colons of names are `$`.
 */
export const blogger: Format = (json) => {
  const feed = own(json, 'feed');
  if (!isText(own(feed, 'id.$t')) && !isText(own(feed, 'title.$t'))) return undefined;
  return {
    format: 'Blogger',
    entries: [own(feed, 'entry') ?? []].flat(),
    next: linkTo('next', feed),
    draft(entry) {
      const text = (name: string): unknown => own(entry, `${name}.$t`);
      return {
        id: text('id'),
        url: linkTo('alternate', entry),
        title: text('title'),
        excerpt: text('summary'),
        html: text('content'),
        date: text('published') ?? text('updated'),
        tags: [own(entry, 'category')].flat().map((category) => own(category, 'term')),
        author: [own(entry, 'author')].flat().map((author) => own(author, 'name.$t')),
        image: own(entry, 'media$thumbnail.url'),
        discussionCount: text('thr$total'),
        unpublished: own(entry, 'app$control.app$draft.$t') === 'yes',
      };
    },
  };
};

/** The address of an entry's or a feed's link. */
function linkTo(relation: string, entry: unknown): unknown {
  const links = [own(entry, 'link')].flat();
  return own(
    links.find((link) => own(link, 'rel') === relation),
    'href',
  );
}

import { MOST_TAGS } from '../limits.js';
import { isRecord, isText, own } from '../../shared/json.js';
import { readLoosely } from './content-systems.js';
import type { Format } from './format.js';
import { pageBehind } from './further-pages.js';

/**
 * JSON:API (https://jsonapi.org/format/1.1/) as Drupal uses it. The members of an entry are its `attributes`. Its tags
 * and pictures are entities that it relates to, if the answer includes them (`?include=field_tags,field_image`).
 * Members that a site adds (`field_teaser`) are read by the usual names.
 */
export const jsonApi: Format = (json, base, read) => {
  const data = own(json, 'data');
  const entries = [data].flat();
  const isKnown = isRecord(own(entries.find(isRecord), 'attributes')) || isRecord(own(json, 'jsonapi'));
  if (data === undefined || !isKnown) return undefined;
  const included = new Map([own(json, 'included')].flat().map((entity) => [keyOf(entity), entity]));
  const known = new Map<unknown, unknown[]>();
  // Once for each entity: all entries may relate to one, and this to all entries.
  const relatedTo = (entity: unknown): unknown[] => {
    const related = known.get(entity) ?? findRelated(entity, included);
    known.set(entity, related);
    return related;
  };
  const root = /^(.*?)\/jsonapi(?:\/|$)/.exec(base.pathname)?.[1] ?? '';
  return {
    format: 'JSON:API',
    entries,
    next: own(json, 'links.next.href') ?? own(json, 'links.next') ?? pageBehind(json, base, entries.length),
    draft(entry) {
      const members = own(entry, 'attributes');
      const related = relatedTo(entry);
      const inner = related.flatMap(relatedTo);
      const terms = related.filter((entity) => isTerm(own(entity, 'type')));
      const usual = readLoosely(entry, read);
      return {
        ...usual,
        url: page(members, root) ?? usual.url,
        excerpt: usual.excerpt ?? own(members, 'body.summary'),
        tags: terms.length > 0 ? terms.map((term) => own(term, 'attributes')) : usual.tags,
        image:
          [...related, ...inner].map((file) => own(file, 'attributes.uri.url')).find(isText) ?? usual.image,
        discussionCount: own(members, 'comment.comment_count') ?? usual.discussionCount,
      };
    },
  };
};

/** The address of a Drupal page: its alias, else its number. */
function page(members: unknown, root: string): string | undefined {
  const alias = own(members, 'path.alias');
  const number = own(members, 'drupal_internal__nid');
  if (isText(alias)) return root + alias;
  return typeof number === 'number' ? `${root}/node/${number}` : undefined;
}

/** The included entities that an entity relates to, in order, at most 50. */
function findRelated(entity: unknown, included: ReadonlyMap<string, unknown>): unknown[] {
  const relationships = Object.values(own(entity, 'relationships') ?? {});
  const links = relationships.flatMap((relationship) => [own(relationship, 'data')].flat());
  return links
    .slice(0, MOST_TAGS)
    .map((link) => included.get(keyOf(link)))
    .filter(isRecord);
}

/** Type and id, by which one entity names another. */
function keyOf(entity: unknown): string {
  return [own(entity, 'type'), own(entity, 'id')].filter(isText).join(' ');
}

function isTerm(type: unknown): boolean {
  return isText(type) && type.startsWith('taxonomy_term');
}

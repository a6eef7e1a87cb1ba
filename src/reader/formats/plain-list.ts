import { own } from '../../shared/json.js';
import type { Format } from './format.js';

/**
 * A plain list of articles, as Hugo, Jekyll, Eleventy, Zola and their themes write it for their search: an array, or an
 * object that holds one. Its entries use the usual names for their members, as an `Article[]` does. Some themes write a
 * record for every section of an article.
 */
export const plainList: Format = (json, _base, read) => {
  const entries = listIn(json);
  return (
    entries && {
      format: 'plain list',
      entries,
      sections: true,
      next: nextIn(json),
      draft: (entry) => read(entry),
    }
  );
};

/** The address of the next page, as lists name it that come in several. */
export function nextIn(json: unknown): unknown {
  return own(json, 'next_url') ?? own(json, 'next') ?? own(json, 'links.next');
}

/** The list that a document is or holds: the first list under a usual name that has entries, else an empty one. */
export function listIn(json: unknown): readonly unknown[] | undefined {
  if (Array.isArray(json)) return json;
  const lists = LISTS.map((key) => own(json, key)).filter((value) => Array.isArray(value));
  return lists.find(({ length }) => length > 0) ?? lists[0];
}

const LISTS = 'items articles posts entries data results news list pages'.split(' ');

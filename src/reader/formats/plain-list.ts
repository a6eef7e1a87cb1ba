import { isRecord, own } from '../../shared/json.js';
import type { Format, Listing } from './format.js';

/**
 * A plain list of articles, as Hugo, Jekyll, Eleventy, Zola and their themes write it for their search: an array, or an
 * object that holds one. Its entries use any of the usual names for their members, as an `Article[]` does. Some themes
 * write a record for every section of an article.
 */
export const plainList: Format = (json) => listingOf(listIn(json));

/** A plain list, or one that lies deeper or under a name of the site's own: `{ "response": { "docs": [] } }`. */
export const nestedList: Format = (json) => {
  const list = listIn(json);
  return listingOf(list?.some(isRecord) ? list : (nestedIn(json) ?? list));
};

function listingOf(entries: readonly unknown[] | undefined): Listing | undefined {
  return entries && { format: 'plain list', entries, sections: true, draft: (entry, read) => read(entry) };
}

/** The list that a document is or holds: the first list under a usual name that has entries, else an empty one. */
export function listIn(json: unknown): readonly unknown[] | undefined {
  if (Array.isArray(json)) return json;
  const lists = LISTS.map((key) => own(json, key)).filter((value) => Array.isArray(value));
  return lists.find(({ length }) => length > 0) ?? lists[0];
}

const LISTS = 'items articles posts entries data results news list pages'.split(' ');

/** The first list of records on the uppermost level that has one. */
function nestedIn(json: unknown): readonly unknown[] | undefined {
  let level: unknown[] = [json];
  for (let depth = 0; depth < DEEPEST; depth++) {
    level = level.filter(isRecord).flatMap(Object.values);
    const entries = level.find((value): value is unknown[] => Array.isArray(value) && isRecord(value[0]));
    if (entries) return entries;
  }
  return undefined;
}

const DEEPEST = 4;

import { isRecord, own } from '../../shared/json.js';
import type { Format } from './format.js';

/**
 * A plain list of articles, as Hugo, Jekyll, Eleventy, Zola and their themes write it for their search: an array, or
 * an object that holds one, whose entries use any of the usual names for their members. An `Article[]` is one such
 * list. Some themes write a record for every section of an article.
 */
export const plainList: Format = (json) => {
  const entries = listIn(json);
  return entries && { format: 'plain list', entries, sections: true, draft: (entry, read) => read(entry) };
};

/** The list that a document is or holds: the first of the usual ones that has entries, an empty one else. */
export function listIn(json: unknown): readonly unknown[] | undefined {
  if (Array.isArray(json)) return json;
  const lists = isRecord(json)
    ? LISTS.map((key) => own(json, key)).filter((value) => Array.isArray(value))
    : [];
  return lists.find(({ length }) => length > 0) ?? lists[0];
}

const LISTS = 'items articles posts entries data results news list pages'.split(' ');

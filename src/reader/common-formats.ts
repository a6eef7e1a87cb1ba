import type { Format } from './formats/format.js';
import { jsonFeed } from './formats/json-feed.js';
import { listIn, plainList } from './formats/plain-list.js';
import { wordPress } from './formats/wordpress.js';
import { isUsual } from './names.js';

/**
 * Lists a document of one of the formats that most sites publish. A list whose entries have other members than the
 * usual ones is left to `rarerListing`, which is asked next: it knows the names of content systems, and what they mark
 * as not public.
 */
export const commonListing: Format = (json, base, read) =>
  jsonFeed(json, base, read) ??
  wordPress(json, base, read) ??
  (isUsualList(json) ? plainList(json, base, read) : undefined);

function isUsualList(json: unknown): boolean {
  const list = listIn(json);
  return list !== undefined && (list === json || list.length > 0) && list.every(isUsual);
}

import type { Format } from './formats/format.js';
import { jsonFeed } from './formats/json-feed.js';
import { listIn, plainList } from './formats/plain-list.js';
import { wordPress } from './formats/wordpress.js';
import { isRecord } from '../shared/json.js';

/**
 * Lists a document of one of the formats that most sites publish. Any list is a plain list, so a list that may be of a
 * rarer format is left to `rarerListing`, which is asked next.
 */
export const commonListing: Format = (json, base) =>
  jsonFeed(json, base) ?? wordPress(json, base) ?? (isRarer(json) ? undefined : plainList(json, base));

/** Whether a document, or the first of its entries, has a member that plain lists do not have. */
function isRarer(json: unknown): boolean {
  return [json, listIn(json)?.find(isRecord)].some(
    (record) => isRecord(record) && SIGNS.some((sign) => Object.hasOwn(record, sign)),
  );
}

/** Members in Ghost, JSON:API, Contentful, schema.org, TYPO3, Docusaurus and Quarto. */
const SIGNS = ['meta', 'visibility', 'attributes', 'sys', '@type', 'pathSegment', 'documents', 'href'];

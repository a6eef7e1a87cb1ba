import { own } from '../../shared/json.js';
import type { Format } from './format.js';

/**
 * mdBook's search index, `searchindex.json` (https://rust-lang.github.io/mdBook/). It has a record for every heading; the
 * addresses stand in a list of their own, by the number of the record.
 */
export const mdBook: Format = (json) => {
  const addresses = own(json, 'doc_urls');
  const records = own(json, 'index.documentStore.docs');
  if (!Array.isArray(addresses)) return undefined;
  return {
    format: 'mdBook',
    entries: Object.values(records ?? {}),
    sections: true,
    draft: (record) => ({
      url: own(addresses, String(own(record, 'id'))),
      title: own(record, 'title'),
      text: own(record, 'body'),
    }),
  };
};

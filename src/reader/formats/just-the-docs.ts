import { isRecord, isText, own } from '../../shared/json.js';
import type { Format } from './format.js';

/**
 * The search data of Just the Docs (https://just-the-docs.com/docs/search/), a theme for Jekyll. It is an object of
 * numbered records, one for every heading. `doc` is the title of the page.
 */
export const justTheDocs: Format = (json) => {
  if (!isRecord(json)) return undefined;
  const entries = Object.values(json);
  const isRecords = entries.every((record) => isRecord(record) && isText(addressOf(record)));
  if (entries.length === 0 || !isRecords) return undefined;
  return {
    format: 'Just the Docs',
    entries,
    sections: true,
    draft: (record) => ({
      url: addressOf(record),
      title: own(record, 'doc') ?? own(record, 'title'),
      text: [own(record, 'doc') && own(record, 'title'), own(record, 'content')].filter(isText).join('\n'),
    }),
  };
};

function addressOf(record: unknown): unknown {
  return own(record, 'url') ?? own(record, 'relUrl');
}

import { isRecord, isText, own } from '../../shared/json.js';
import type { Format } from './format.js';

/** Quarto's `search.json` (https://quarto.org/docs/websites/website-search.html). It has a record for every section of a page. */
export const quarto: Format = (json) => {
  if (!Array.isArray(json)) return undefined;
  const first: unknown = json.find(isRecord);
  const isQuarto = ['href', 'section', 'text'].every((name) => typeof own(first, name) === 'string');
  if (!isQuarto) return undefined;
  return {
    format: 'Quarto',
    entries: json,
    sections: true,
    draft: (record) => ({
      id: own(record, 'objectID'),
      url: own(record, 'href'),
      title: own(record, 'title'),
      text: [own(record, 'section'), own(record, 'text')].filter(isText).join('\n'),
      tags: own(record, 'categories'),
    }),
  };
};

import { isRecord, own } from '../../shared/json.js';
import type { Format } from './format.js';

/**
 * Entries of Contentful's Content Delivery API
 * (https://www.contentful.com/developers/docs/references/content-delivery-api/). Each site names its `fields` itself, so
 * that most sites need the option `fields`: `{ url: 'fields.path' }`.
 */
export const contentful: Format = (json) => {
  const entries = own(json, 'items');
  if (!Array.isArray(entries) || !isRecord(own(entries.find(isRecord), 'sys'))) return undefined;
  return {
    format: 'Contentful',
    entries,
    draft(entry, read) {
      const usual = read(own(entry, 'fields'));
      return { ...usual, id: own(entry, 'sys.id'), date: usual.date ?? own(entry, 'sys.createdAt') };
    },
  };
};

import { isRecord, own } from '../../shared/json.js';
import type { Format } from './format.js';

/**
 * MkDocs' search index, `search/search_index.json` (https://www.mkdocs.org/user-guide/configuration/#search). It has a
 * record for every page and for every heading in it. Locations are relative to the site's root, the folder above the
 * index. Texts may hold HTML.
 */
export const mkDocs: Format = (json, _base, read) => {
  const entries = own(json, 'docs');
  if (!Array.isArray(entries) || own(entries.find(isRecord), 'location') === undefined) return undefined;
  return {
    format: 'MkDocs',
    entries,
    sections: true,
    draft(record) {
      const location = own(record, 'location');
      return {
        ...read(record, { title: 'title', html: 'text', tags: 'tags' }),
        url: typeof location === 'string' ? `../${location}` : undefined,
        language: own(json, 'config.lang.0'),
      };
    },
  };
};

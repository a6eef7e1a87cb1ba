import { own } from '../../shared/json.js';
import type { Format } from './format.js';

/**
 * MkDocs' search index, `search/search_index.json` (https://www.mkdocs.org/user-guide/configuration/#search). It has a
 * record for every page and for every heading in it. Locations are relative to the site's root, the folder above the
 * index. Texts may hold HTML.
 */
export const mkDocs: Format = (json) => {
  const entries = own(json, 'docs');
  if (!Array.isArray(entries)) return undefined;
  return {
    format: 'MkDocs',
    entries,
    sections: true,
    draft(record, read) {
      const location = own(record, 'location');
      return {
        ...read(record, { title: 'title', html: 'text', tags: 'tags' }),
        url: typeof location === 'string' ? `../${location}` : undefined,
        language: own(json, 'config.lang.0'),
      };
    },
  };
};

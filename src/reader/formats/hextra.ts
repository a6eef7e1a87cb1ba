import { isRecord, isText, own } from '../../shared/json.js';
import type { Format } from './format.js';

/**
 * The search data of Hextra (`/en.search-data.json`, https://imfing.github.io/hextra/) and of Nextra 2 and 3
 * (`/_next/static/chunks/nextra-data-en.json`): an object of pages by their address. `data` holds a page's texts by
 * their headings.
 */
export const hextra: Format = (json) => {
  const pages = isRecord(json) ? Object.entries(json) : [];
  const isPages = pages.every(([address, page]) => address.startsWith('/') && isRecord(own(page, 'data')));
  if (pages.length === 0 || !isPages) return undefined;
  return {
    format: 'Hextra',
    entries: pages.map(([url, page]) => ({ url, ...(page as object) })),
    draft: (page) => ({
      url: own(page, 'url'),
      title: own(page, 'title'),
      text: Object.values(own(page, 'data') as object)
        .filter(isText)
        .join('\n'),
    }),
  };
};

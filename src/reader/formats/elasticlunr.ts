import { isRecord, own } from '../../shared/json.js';
import type { Format } from './format.js';

/** The search index that Zola writes for elasticlunr (https://www.getzola.org/documentation/content/search/). It holds the pages by address. */
export const elasticlunr: Format = (json) => {
  const pages = own(json, 'documentStore.docs');
  if (!isRecord(pages)) return undefined;
  const names = { url: 'id', title: 'title', excerpt: 'description', text: 'body' };
  return { format: 'elasticlunr', entries: Object.values(pages), draft: (page, read) => read(page, names) };
};

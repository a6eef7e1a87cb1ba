import { isText, own } from '../../shared/json.js';
import type { Format } from './format.js';

/**
 * The index of Docusaurus' local search (https://github.com/easyops-cn/docusaurus-search-local). It holds a list of
 * pages, then lists of their headings, descriptions, keywords and texts. `i` is a number, `t` a text, `u` an address,
 * `b` the breadcrumbs, and `p` the number of the page that a text belongs to.
 */
export const docusaurus: Format = (json) => {
  if (!Array.isArray(json)) return undefined;
  const lists = json.map((list) => own(list, 'documents')).filter(Array.isArray);
  const [pages, ...details] = lists;
  if (!pages) return undefined;
  const texts = textsByPage(details.flat());
  const descriptions = textsByPage(details.length > 2 ? (details[1] ?? []) : []);
  return {
    format: 'Docusaurus',
    entries: pages,
    draft(page) {
      const number = own(page, 'i');
      const text = texts.get(number)?.join('\n');
      // A text belongs to one page, even if many have its number.
      texts.delete(number);
      return {
        url: own(page, 'u'),
        title: own(page, 't'),
        excerpt: descriptions.get(number)?.[0],
        text,
        tags: own(page, 'b'),
      };
    },
  };
};

function textsByPage(records: readonly unknown[]): Map<unknown, string[]> {
  const texts = new Map<unknown, string[]>();
  for (const record of records) {
    const [page, text] = [own(record, 'p'), own(record, 't')];
    if (!isText(text)) continue;
    const before = texts.get(page);
    if (before) before.push(text);
    else texts.set(page, [text]);
  }
  return texts;
}

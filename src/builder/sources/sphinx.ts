import { own } from '../../shared/json.js';

/**
 * The pages in the search index that Sphinx writes (`searchindex.js`: `Search.setIndex({docnames, titles, …})`), as a
 * list; any other data as it is. It names pages by documents, which the builder `html` writes to files of their names.
 */
export function withoutSphinx(data: unknown): unknown {
  const [documents, titles] = [own(data, 'docnames'), own(data, 'titles')];
  if (!Array.isArray(documents) || !Array.isArray(titles)) return data;
  return documents.flatMap((name: unknown, at) =>
    typeof name === 'string' && name !== 'index'
      ? [{ url: `${name}.html`, title: titles[at] as unknown }]
      : [],
  );
}

// How each engine answers one question from cold: the text of a JSON Feed in, the ids of the best out.
import MiniSearch from 'minisearch';

export const OURS = 'related-articles';
export const NAIVE = 'MiniSearch';
const LIMIT = 12;
const FIELDS = ['title', 'tags', 'summary'];

const itemsOf = (json) => JSON.parse(json).items;
const textOf = ({ title, tags, summary }) => [title, ...tags, summary].join(' ');
const wordsOf = (item) => [
  ...new Set(
    textOf(item)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  ),
];
const extractField = (item, field) => (field === 'tags' ? item.tags.join(' ') : item[field]);

function miniSearch(json, item, options = {}) {
  const search = new MiniSearch({ fields: FIELDS, extractField, ...options });
  search.addAll(itemsOf(json));
  return search
    .search(textOf(item))
    .slice(0, LIMIT + 1)
    .map(({ id }) => id);
}

/** By name: loads what is needed for an item, and gives the function that is measured. */
export const engines = {
  async [OURS]({ language }) {
    const { readIndex } = await import('../modules/reader/read-index.js');
    const { ArticleRanker } = await import('../modules/ranking/ranker.js');
    const { stopWordsOfAllLanguages } = await import('../modules/ranking/stop-words.js');
    const stopWords = stopWordsOfAllLanguages();
    return (json, { summary: excerpt, date_published: date, ...item }) => {
      const { articles } = readIndex(JSON.parse(json), 'https://site.example/feed.json');
      const ranker = new ArticleRanker(articles, { language, stopWords });
      return ranker.related({ ...item, excerpt, date }, { limit: LIMIT }).map(({ article }) => article.id);
    };
  },

  /** The floor: nothing is ranked. */
  'JSON.parse alone': () => (json) =>
    itemsOf(json)
      .slice(0, LIMIT)
      .map(({ id }) => id),

  /** What anybody would write first. */
  [NAIVE]: () => miniSearch,

  'MiniSearch, terms of the question alone': () => (json, item) => {
    const asked = new Set(wordsOf(item));
    const processTerm = (term) => {
      const word = term.toLowerCase();
      return asked.has(word) ? word : null;
    };
    return miniSearch(json, item, { processTerm });
  },

  async FlexSearch() {
    const { default: flexSearch } = await import('flexsearch');
    return (json, item) => {
      const index = new flexSearch.Index({ tokenize: 'strict' });
      for (const one of itemsOf(json)) index.add(one.id, textOf(one));
      // With suggestions any word may be missing.
      return index.search(textOf(item), { limit: LIMIT + 1, suggest: true });
    };
  },

  async lunr() {
    const { default: lunr } = await import('lunr');
    return (json, item) => {
      const index = lunr(function () {
        for (const field of FIELDS) this.field(field);
        for (const one of itemsOf(json)) this.add({ ...one, tags: one.tags.join(' ') });
      });
      const results = index.query((query) => {
        for (const word of wordsOf(item)) query.term(lunr.stemmer(new lunr.Token(word)).toString(), {});
      });
      return results.map(({ ref }) => ref);
    };
  },

  async Orama() {
    const { create, insertMultiple, search } = await import('@orama/orama');
    return async (json, item) => {
      const database = create({ schema: { title: 'string', tags: 'string', summary: 'string' } });
      const items = itemsOf(json).map((one) => ({ ...one, tags: one.tags.join(' ') }));
      await insertMultiple(database, items, items.length);
      const { hits } = await search(database, { term: textOf(item), threshold: 1, limit: LIMIT + 1 });
      return hits.map(({ id }) => id);
    };
  },

  async 'Fuse.js'() {
    const { default: Fuse } = await import('fuse.js');
    return (json, item) => {
      const fuse = new Fuse(itemsOf(json), { keys: FIELDS, useExtendedSearch: true, ignoreLocation: true });
      return fuse.search(wordsOf(item).join(' | '), { limit: LIMIT + 1 }).map((found) => found.item.id);
    };
  },
};

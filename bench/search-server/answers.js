// The answers of a search server to the queries of a set, with and without the ranker.
import { readIndex } from '../../dist/core.js';
import { SearchServer } from '../modules/builder/search-server/search-server.js';
import { candidateSearch } from '../modules/builder/search-server/candidates.js';
import { SearchClient } from '../modules/builder/search-server/client.js';
import { keyOf } from '../modules/builder/search-server/document.js';
import { fieldLanguage } from '../modules/builder/search-server/mapping.js';
import { searchAll } from '../modules/builder/search-server/search.js';
import { feedOf, published } from '../relevance/datasets.js';

export const MORE_LIKE_THIS = 'more_like_this';
export const WITH_SERVER = 'more_like_this, then the ranker';

/** For each way of ranking what `measure` takes: `(query, olderAlone) => positions`. */
export async function answersOf(set, address) {
  const { articles } = readIndex(feedOf(set), 'https://site.example/feed.json');
  const known = new Map(articles.map((article) => [article.id, article]));
  const positions = new Map(set.articles.map(({ id }, position) => [String(id), position]));
  const index = `relevance-${set.name}`.toLowerCase();
  const server = new SearchServer(`opensearch:${address}/${index}`, { env: {}, language: set.lang });
  await server.synchronize(articles);
  const client = new SearchClient(address, { env: {} });
  const ids = new Map(articles.map(({ url, id }) => [keyOf(url), id]));
  const answers = { [MORE_LIKE_THIS]: new Map(), [WITH_SERVER]: new Map() };
  const note = (name, key, list) =>
    answers[name].set(
      key,
      list.map((id) => positions.get(id)),
    );
  for (const { query, linked } of set.queries) {
    const article = known.get(String(set.articles[query].id));
    const asked = { article, key: keyOf(article.url), field: fieldLanguage(set.lang) };
    for (const olderAlone of linked.size > 0 && published(set.articles[query]) > 0
      ? [false, true]
      : [false]) {
      const options = { limit: 12, includeNewer: !olderAlone };
      const key = keyFor(query, olderAlone);
      const [found] = await searchAll(client, index, [candidateSearch(index, asked, options)]);
      note(
        MORE_LIKE_THIS,
        key,
        found.map((hit) => ids.get(hit.key)),
      );
      const related = await server.related(article.url, options);
      note(
        WITH_SERVER,
        key,
        related.map((each) => each.article.id),
      );
    }
  }
  const rankers = Object.entries(answers).map(([name, lists]) => [
    name,
    (query, olderAlone) => lists.get(keyFor(query, olderAlone)),
  ]);
  return Object.fromEntries(rankers);
}

function keyFor(query, olderAlone) {
  return `${query} ${olderAlone}`;
}

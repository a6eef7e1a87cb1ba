// The project's ranker.
import { extractKeyTerms, readIndex } from '../../dist/core.js';
import { stopWordsOfAllLanguages } from '../modules/ranking/stop-words.js';
import { PostingsRetriever } from '../modules/ranking/postings-retriever.js';
import { ArticleRanker } from '../modules/ranking/ranker.js';
import { feedOf } from './datasets.js';

export const PROJECT = 'related-articles';

/** The project with the links that editors set, without those of the current article and to it. */
export const WITH_LINKS = `${PROJECT}, with links`;

/** Makes a retriever that finds what MiniSearch finds, and is quicker. */
export const POSTINGS = (...index) => new PostingsRetriever(...index);

/**
 * What `measure` takes: the ranker of a set.
 *
 * @param retriever makes the first stage; MiniSearch where none is given
 * @param links whether the index holds the links between articles
 * @param terms key terms that each article of the index has in place of its text; questions keep their texts
 */
export const project =
  ({ retriever, links, terms } = {}) =>
  (set) => {
    const { articles } = readIndex(feedOf(set, links), 'https://site.example/feed.json');
    const index = terms ? extractKeyTerms(articles, { terms, language: set.lang }) : articles;
    const ranker = new ArticleRanker(index, {
      language: set.lang,
      stopWords: stopWordsOfAllLanguages(),
      retriever,
    });
    const positions = new Map(set.articles.map(({ id }, position) => [String(id), position]));
    const known = new Map(articles.map((article) => [article.id, article]));
    return (query, olderAlone) =>
      ranker
        .related(known.get(String(set.articles[query].id)), { limit: 12, includeNewer: !olderAlone })
        .map(({ article }) => positions.get(article.id));
  };

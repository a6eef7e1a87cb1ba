// The project's ranker, as it is or with another recipe.
import { readIndex } from '../../dist/core.js';
import { everyLanguage } from '../../dist/ranking/every-language.js';
import { ArticleRanker } from '../../dist/ranking/ranker.js';
import { RECIPE } from '../../dist/ranking/recipe.js';
import { finished } from '../../dist/steps.js';
import { feedOf } from './datasets.js';

export const PROJECT = 'related-articles';

/** What `measure` takes: the ranker of a set by a recipe. */
export const project =
  (recipe = RECIPE) =>
  (set) => {
    const { articles } = readIndex(feedOf(set), 'https://site.example/feed.json');
    const ranker = finished(
      ArticleRanker.of(articles, { language: set.lang, stopWords: everyLanguage, recipe }),
    );
    const positions = new Map(set.articles.map(({ id }, position) => [String(id), position]));
    return (query, olderAlone) =>
      ranker
        .related(String(set.articles[query].id), { limit: 12, includeNewer: !olderAlone })
        .map(({ article }) => positions.get(article.id));
  };

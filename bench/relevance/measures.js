// How well a ranker finds what editors linked.
import { mean } from '../numbers.js';
import { published } from './datasets.js';

/** nDCG@10 of positions, best first, against a set of wanted positions: 0 to 1. */
export function ndcg(ranked, wanted) {
  let found = 0;
  let ideal = 0;
  for (let rank = 0; rank < 10; rank++) {
    if (wanted.has(ranked[rank])) found += gain(rank);
    if (rank < wanted.size) ideal += gain(rank);
  }
  return found / ideal;
}

/**
 * A ranker on one set. `create(set)` returns `(query, olderAlone) => positions`.
 * `all` is against links in either direction; `older` ranks as on the day of publication, against the article's own.
 * `filled` is the share of queries with three or more results among all candidates.
 */
export function measure(set, create) {
  const rank = create(set);
  const answers = set.queries.map(({ query, either }) => ({ ranked: rank(query, false), either }));
  const dated = set.queries.filter(
    ({ query, linked }) => linked.size > 0 && published(set.articles[query]) > 0,
  );
  return {
    all: mean(answers.map(({ ranked, either }) => ndcg(ranked, either))),
    older: mean(dated.map(({ query, linked }) => ndcg(rank(query, true), linked))),
    filled: mean(answers.map(({ ranked }) => Number(ranked.length >= 3))),
  };
}

const gain = (rank) => 1 / Math.log2(rank + 2);

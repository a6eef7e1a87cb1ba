// Rankers in common use, restated from their published formulas.
import { mean } from '../numbers.js';
import { published } from './datasets.js';

const wordsOf = (text) =>
  (text ?? '')
    .toLowerCase()
    .normalize('NFKC')
    .match(/[\p{L}\p{N}]+/gu) ?? [];
const tagsOf = ({ tags, categories }) => [
  ...new Set([...(tags ?? []), ...(categories ?? [])].map((tag) => String(tag).toLowerCase())),
];

/** Hugo's default configuration: 80 for a shared tag, 10 for the same year, at least 80; then the newer. */
function hugo({ articles }) {
  const tags = articles.map((article) => new Set(tagsOf(article)));
  const score = (query, other) => {
    const shared = [...tags[query]].filter((tag) => tags[other].has(tag)).length;
    const sameYear = year(articles[query]) && year(articles[query]) === year(articles[other]);
    return shared && 80 * shared + (sameYear ? 10 : 0);
  };
  return (query, olderAlone) => {
    const scores = new Map(articles.map((_, other) => [other, score(query, other)]));
    return best(
      articles,
      scores,
      query,
      olderAlone,
      (a, b) => published(articles[b]) - published(articles[a]),
    );
  };
}

/** Lucene's MoreLikeThis: the article's strongest terms by tf-idf, any of them, ranked by BM25. */
function moreLikeThis({ articles }, { terms: most, frequency, documents, share }) {
  const bags = articles.map((article) => {
    const { title, content_text, summary } = article;
    const bag = new Map();
    for (const word of [
      ...wordsOf(title),
      ...wordsOf(content_text || summary),
      ...tagsOf(article).flatMap(wordsOf),
    ]) {
      bag.set(word, (bag.get(word) ?? 0) + 1);
    }
    return bag;
  });
  const postings = new Map();
  bags.forEach((bag, position) => {
    for (const [term, times] of bag) {
      if (!postings.has(term)) postings.set(term, []);
      postings.get(term).push(position, times);
    }
  });
  const lengths = bags.map((bag) => [...bag.values()].reduce((sum, times) => sum + times, 0));
  const average = mean(lengths);
  const strongest = (bag) =>
    [...bag]
      .map(([term, times]) => ({ term, times, held: postings.get(term).length / 2 }))
      .filter(({ times, held }) => times >= frequency && held >= Math.max(2, documents))
      .map((one) => ({ ...one, weight: one.times * (1 + Math.log((articles.length + 1) / (one.held + 1))) }))
      .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
      .slice(0, most);
  return (query, olderAlone) => {
    const terms = strongest(bags[query]);
    const scores = new Map();
    const matched = new Map();
    for (const { term, held } of terms) {
      const idf = Math.log(1 + (articles.length - held + 0.5) / (held + 0.5));
      const posting = postings.get(term);
      for (let at = 0; at < posting.length; at += 2) {
        const position = posting[at];
        const times = posting[at + 1];
        const part = (idf * times) / (times + 1.2 * (0.25 + (0.75 * lengths[position]) / average));
        scores.set(position, (scores.get(position) ?? 0) + part);
        matched.set(position, (matched.get(position) ?? 0) + 1);
      }
    }
    const least = Math.floor(terms.length * share);
    for (const [position, times] of matched) if (times < least) scores.delete(position);
    return best(articles, scores, query, olderAlone, (a, b) => a - b);
  };
}

function best(articles, scores, query, olderAlone, tie) {
  const latest = olderAlone ? published(articles[query]) : Infinity;
  return [...scores]
    .filter(
      ([position, score]) =>
        score > 0 && position !== query && (!olderAlone || published(articles[position]) <= latest),
    )
    .sort((a, b) => b[1] - a[1] || tie(a[0], b[0]))
    .slice(0, 12)
    .map(([position]) => position);
}

const lucene = (options) => (set) => moreLikeThis(set, options);

export const BM25 = 'BM25, whole article';

/** Name to ranker. */
export const peers = {
  'Hugo related': hugo,
  'Elasticsearch more_like_this': lucene({ terms: 25, frequency: 2, documents: 5, share: 0.3 }),
  'ElasticPress more_like_this': lucene({ terms: 12, frequency: 1, documents: 1, share: 0 }),
  [BM25]: lucene({ terms: Infinity, frequency: 1, documents: 1, share: 0 }),
};

const year = ({ date_published }) => date_published?.slice(0, 4);

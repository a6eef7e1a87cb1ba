import type { Article } from '../../article.js';
import { DEFAULTS, type RelatedOptions } from '../../ranking/eligibility.js';
import { WEIGHTS } from '../../ranking/weights.js';
import { DAY_MS, timeOf } from '../../shared/date.js';
import { wordsOf } from './document.js';
import { TEXT_FIELDS } from './mapping.js';

/** An article whose candidates are looked for. */
export interface Asked {
  readonly article: Article;
  /** Its id in the index, if the index holds it. */
  readonly key: string | undefined;
  /** The language of the fields that are searched. */
  readonly field: string;
}

/**
 * The search for the articles that have most in common with one article: `more_like_this` over title, tags and text, and
 * among the best of these those come first that are close in time. It leaves out most of what may not be related, so
 * that enough is found; the ranker decides.
 *
 * @param index the name of the index
 */
export function candidateSearch(
  index: string,
  { article, key, field }: Asked,
  options: RelatedOptions = {},
): object {
  const { includeNewer = DEFAULTS.includeNewer, maxAge, now = new Date() } = options;
  const time = timeOf(article.date);
  const like = key === undefined ? { doc: wordsOf(article, field) } : { _id: key };
  const should = TEXT_FIELDS.map((name) => ({
    more_like_this: {
      fields: [`${name}.${field}`],
      like: [{ _index: index, ...like }],
      max_query_terms: QUERY_TERMS,
      min_term_freq: 1,
      min_doc_freq: 2,
      ...(name === 'text' && { max_doc_freq: MOST_HOLDERS }),
      minimum_should_match: '0%',
      boost_terms: 1,
      boost: BOOSTS[name],
    },
  }));
  const mustNot = [
    { range: { date: { gt: now.getTime() } } },
    { range: { expires: { lte: now.getTime() } } },
    ...(includeNewer || time === undefined ? [] : [{ range: { date: { gt: time + DAY_MS } } }]),
    ...(maxAge === undefined ? [] : [{ range: { date: { lt: now.getTime() - (maxAge + 1) * DAY_MS } } }]),
  ];
  return {
    size: CANDIDATES,
    // Most candidates are known from the articles asked about before, so their texts are fetched where they are not.
    // Without `_none_` the server unpacks the documents for their ids alone, which takes as long as the search.
    stored_fields: '_none_',
    docvalue_fields: ['key', 'print'],
    track_total_hits: false,
    query: { bool: { should, must_not: mustNot, minimum_should_match: 1 } },
    ...(time !== undefined && { rescore: closeness(time) }),
  };
}

/** Multiplies the scores of the best articles by `1 + 0.55 · e^(-days / 365)`, as the reranker does. */
function closeness(time: number): object {
  const decay = { origin: time, scale: WEIGHTS.closenessDays * DAY_MS, decay: Math.exp(-1) };
  return {
    window_size: 2 * CANDIDATES,
    query: {
      score_mode: 'multiply',
      rescore_query: {
        function_score: {
          functions: [
            { weight: 1 },
            // An article without a date would count as very close.
            { filter: { exists: { field: 'date' } }, exp: { date: decay }, weight: WEIGHTS.closeness },
          ],
          score_mode: 'sum',
          boost_mode: 'replace',
        },
      },
    },
  };
}

/** How many articles a search finds. */
export const CANDIDATES = 200;
/** How many terms of each field are searched. */
const QUERY_TERMS = 64;
/** Words that more articles hold are not searched in texts: they say little, and a search takes longest for them. */
const MOST_HOLDERS = 10_000;
const BOOSTS = { title: 3, tags: 3, text: 1 };

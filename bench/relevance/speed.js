// How long a ranker takes for a question on a set.
import { processorTime } from '../numbers.js';

/** Questions that are asked before those that are timed, and these. */
const WARMING = 10;
const TIMED = 200;

/**
 * Milliseconds of the processor: from the set to the first answer, and for a question once some have been asked.
 * `create` as for `measure`.
 */
export function speed(set, create) {
  const questions = spread(set.articles.length, WARMING + TIMED);
  const start = processorTime();
  const rank = create(set);
  rank(questions[0], false);
  const first = processorTime() - start;
  for (const query of questions.slice(1, WARMING)) rank(query, false);
  const warmed = processorTime();
  for (const query of questions.slice(WARMING)) rank(query, false);
  return { first, warm: (processorTime() - warmed) / TIMED };
}

/** So many positions below a number, evenly apart. */
function spread(below, count) {
  return Array.from({ length: count }, (_, at) => Math.floor((at * below) / count));
}

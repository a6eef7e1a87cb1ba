// How the time of reading, of a ranking, and of extracting key terms grows with hostile input:
// npm run build && npm run bench:growth [-- --size 25000] [-- --only feed]
// Prints how many times as much of the processor's time twice and four times as much takes: what grows with its size alone
// takes 2 and 4 times as long. It fails if a doubling takes more than 2.5 times as long.
import { parseArgs } from 'node:util';
import { createRanker, extractKeyTerms, readIndex } from '../dist/core.js';
import { articles, index, many } from './growth/articles.js';
import { documents } from './growth/documents.js';
import { processorTime } from './numbers.js';
import { table } from './report.js';

const { values: options } = parseArgs({
  options: { size: { type: 'string', default: '25000' }, only: { type: 'string', default: '' } },
});
const size = Number(options.size);
/** How many times as long a doubling may take. */
const LONGEST = 2.5;
/** Milliseconds; what takes less at four times the size is not judged, since garbage collection alone takes as long. */
const TELLING = 100;

/** What is timed, from the articles of an index. */
const works = {
  ranking(read) {
    const ranker = createRanker(read, { language: 'de' });
    for (const current of [read[0], read[2]]) {
      for (const related of ranker.related(current, { diversity: 0.5 })) void related.reasons;
    }
  },
  'key terms': (read) => extractKeyTerms(read, { language: 'de' }),
};

const rankings = Object.entries(works).flatMap(([work, run]) =>
  Object.entries(articles).map(([name, make]) => [
    `${work}: ${name}`,
    (length) => run(readIndex(index(make(length)), 'https://site.example/').articles),
  ]),
);

function time(run, length) {
  const before = processorTime();
  run(length);
  return processorTime() - before;
}

const best = (run, length, tries) => Math.min(...many(tries, () => time(run, length)));

/**
 * The times at a size, at twice and at four times that; of what is quick, the last alone. A growth that seems too fast is
 * measured again: garbage collection and a busy machine show in single times.
 */
function measured(run) {
  const four = time(run, size * 4);
  if (four <= TELLING) return [undefined, undefined, four];
  for (let tries = 1; ; tries += 4) {
    const times = [1, 2, 4].map((factor) => best(run, size * factor, tries));
    if (!isTooFast(times) || tries > 1) return times;
  }
}

function isTooFast([once, twice, four]) {
  return four > TELLING && (four > twice * LONGEST || four > once * LONGEST * LONGEST);
}

const failed = [];
const rows = [];
for (const [name, run] of [...Object.entries(documents), ...rankings]) {
  if (!name.includes(options.only)) continue;
  run(size / 10);
  const times = measured(run);
  const [once, twice, four] = times;
  const growth = [twice, four].map((longer) => (once === undefined ? '' : (longer / once).toFixed(1)));
  rows.push([name, ...growth, `${four.toFixed(0)} ms`]);
  if (isTooFast(times)) failed.push(name);
}
const header = ['input', 'twice as long', 'four times as long', `time at ${size * 4}`];
console.log(table(header, rows));
if (failed.length > 0) {
  console.error(`\nThe time grows too fast with its input:\n${failed.join('\n')}`);
  process.exitCode = 1;
}

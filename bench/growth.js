// How the time of reading, of a ranking, and of extracting key terms grows with hostile input:
// npm run build && npm run bench:growth [-- --size 25000] [-- --only feed] [-- --write]
// Prints how many times as much of the processor's time twice and four times as much takes: what grows with its size alone
// takes 2 and 4 times as long. It fails if a doubling takes more than 2.5 times as long. `--write` writes growth.md.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createRanker, extractKeyTerms, readIndex } from '../dist/core.js';
import { articles, index, many } from './growth/articles.js';
import { documents } from './growth/documents.js';
import { processorTime } from './numbers.js';
import { table } from './report.js';

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '25000' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
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
 * measured again, five times and at four times the size: garbage collection and a busy machine show in single short times.
 */
function measured(run) {
  const four = time(run, size * 4);
  if (four <= TELLING) return { four };
  const times = timesAt(run, size, 1);
  return isTooFast(times) ? timesAt(run, size * 4, 5) : times;
}

function timesAt(run, length, tries) {
  const [once, twice, four] = [1, 2, 4].map((factor) => best(run, length * factor, tries));
  return { once, twice, four };
}

function isTooFast({ once, twice, four }) {
  return once !== undefined && (four > twice * LONGEST || four > once * LONGEST * LONGEST);
}

/** The rows of what takes long enough to be judged. */
const listed = (all) => all.filter(([, growth, , longest]) => growth !== '' && Number(longest) > TELLING);

const failed = [];
const rows = [];
for (const [name, run] of [...Object.entries(documents), ...rankings]) {
  if (!name.includes(options.only)) continue;
  run(size / 10);
  const times = measured(run);
  const { once, twice, four } = times;
  const growth = [twice, four].map((longer) => (once === undefined ? '' : (longer / once).toFixed(1)));
  rows.push([name, ...growth, four.toFixed(0)]);
  if (isTooFast(times)) failed.push(name);
}
const report = `# How time grows with hostile input

What each reader, a ranking and the choice of key terms do with ${rows.length} nasty inputs of ${size}, ${size * 2} and ${size * 4} characters. What grows with its size alone takes 2 and 4 times as long; a doubling may take ${LONGEST} times as long. Listed are the ${listed(rows).length} that take more than ${TELLING} ms of the processor's time at ${size * 4} characters. All others take less. What seemed to grow too fast was measured again at four times these sizes, and stands here with those times. Made by \`npm run bench:growth -- --write\`.

${table(['input', 'twice as long', 'four times as long', 'milliseconds'], listed(rows))}
`;
console.log(report);
if (options.write) writeFileSync(new URL('growth.md', import.meta.url), report);
if (failed.length > 0) {
  console.error(`\nThe time grows too fast with its input:\n${failed.join('\n')}`);
  process.exitCode = 1;
}

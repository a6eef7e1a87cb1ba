// One question from cold, the page view's case, by several engines on the same documents:
//   npm run build && npm run bench:engines [-- --counts 1000,10000,dotnet-de] [--runs 5] [--patience SECONDS] [--only NAME] [--write]
// The text of an index is in memory; measured is the processor's time from parsing it to the twelve ids. `--write` writes
// engines.md and engines.svg.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { missing } from './build/articles.js';
import { feed, set } from './engines/corpus.js';
import { engines, NAIVE, OURS } from './engines/engines.js';
import { chart } from './engines/chart.js';
import { table } from './relevance/report.js';

const { values: options } = parseArgs({
  options: {
    counts: { type: 'string', default: '1000,10000,dotnet-de' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string' },
    patience: { type: 'string', default: '60' },
    write: { type: 'boolean' },
  },
});
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
/** Seconds after which nobody waits any more. */
const PATIENCE = Number(options.patience);
/** A set of the measuring data beside the project; left out where it is not there. */
const REAL = 'dotnet-de';

const names = Object.keys(engines).filter((name) => !options.only || [NAIVE, options.only].includes(name));
const counts = options.counts.split(',').filter((count) => Number(count) || !missing());
const results = Object.fromEntries(counts.map((count) => [count, measured(count)]));
const sections = [
  '# One question from cold',
  `From the text of an index in memory to the twelve articles most like one of them, median of ${options.runs} processes of one thread (\`node --single-threaded\`), so that compiling and collecting garbage count. Node ${process.version}; made by \`${['node bench/engines.js', ...process.argv.slice(2)].join(' ')}\`. Milliseconds hold for one run alone; ratios last.`,
  ...counts.map((count) => section(count, results[count])),
];
const text = `${sections.join('\n\n')}\n`;
console.log(text);
if (options.write) {
  writeFileSync(path('engines.md'), text);
  writeFileSync(path('engines.svg'), chart(counts.map((count) => [described(count), results[count]])));
}

/** By engine the median time and the precision; undefined for one that takes too long. Engines take turns. */
function measured(count) {
  const runs = names.map((name) => ({ name, results: [] }));
  for (let run = 0; run < Number(options.runs); run++) {
    for (const { name, results: list } of runs) if (!list.includes(undefined)) list.push(ask(name, count));
  }
  return runs.map(({ name, results: list }) => ({
    name,
    time: list.includes(undefined) ? undefined : median(list.map(({ time }) => time)),
    precision: list[0]?.precision,
  }));
}

function ask(name, count) {
  try {
    const args = ['--single-threaded', path('engines/run.js'), name, count];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', timeout: PATIENCE * 1000 }));
  } catch (error) {
    if (error.code === 'ETIMEDOUT') return undefined;
    throw error;
  }
}

function section(count, rows) {
  const naive = rows.find(({ name }) => name === NAIVE).time;
  const ours = rows.find(({ name }) => name === OURS)?.time;
  const lines = rows.map(({ name, time, precision }) => [
    name,
    time === undefined ? `more than ${PATIENCE} s` : `${time.toFixed(0)} ms`,
    time === undefined ? '' : (naive / time).toFixed(1),
    precision === undefined ? '' : precision.toFixed(2),
  ]);
  const heading = ['engine', 'time', `times as fast as ${NAIVE}`, 'of the twelve, on the same topic'];
  const ratio = ours && `\n\n${OURS} answers ${(naive / ours).toFixed(1)} times as fast as ${NAIVE}.`;
  return `## ${described(count)}\n\n${table(heading, lines)}${ratio ?? ''}`;
}

function described(count) {
  const { length } = (count === REAL ? set(count) : feed(Number(count))).items;
  return count === REAL ? `${length} real teasers (${count})` : `${length} teasers`;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

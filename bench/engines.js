// One question from cold, the page view's case, by several engines on the same documents:
//   npm run build && npm run bench:engines [-- --counts 1000,10000,dotnet-de] [--runs 5] [--patience SECONDS] [--only NAME] [--write]
// In Chromium, the text of an index in memory; measured is the processor's time from parsing it to the twelve ids. `--write`
// writes engines.md and engines.svg.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { missing } from './build/articles.js';
import { chromium } from './engines/chromium.js';
import { feed, feedOf, set } from './engines/corpus.js';
import { engines, NAIVE, OURS } from './engines/engines.js';
import { chart } from './engines/chart.js';
import { median } from './numbers.js';
import { table } from './report.js';

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
const browser = await chromium(PATIENCE);
const results = {};
for (const count of counts) results[count] = await measured(count);
await browser.close();
const sections = [
  '# One question from cold',
  `From the text of an index in memory to the twelve articles most like one of them in ${browser.version}: milliseconds of the processor, median of ${options.runs} new pages whose one thread does all (\`--js-flags=--single-threaded\`), so that compiling and collecting garbage count. Made by \`${['node bench/engines.js', ...process.argv.slice(2)].join(' ')}\`. Milliseconds hold for one run alone; ratios last.`,
  ...counts.map((count) => section(count, results[count])),
];
const text = `${sections.join('\n\n')}\n`;
console.log(text);
if (options.write) {
  writeFileSync(path('engines.md'), text);
  writeFileSync(path('engines.svg'), chart(counts.map((count) => [described(count), results[count]])));
}

/** By engine the median time and the precision; undefined for one that takes too long. Engines take turns. */
async function measured(count) {
  const { items, topics } = corpusOf(count);
  const json = JSON.stringify(feedOf(items));
  const at = Math.floor(items.length / 2);
  const runs = names.map((name) => ({ name, answers: [] }));
  for (let run = 0; run < Number(options.runs); run++) {
    for (const { name, answers } of runs)
      if (!answers.includes(undefined)) answers.push(await browser.ask(name, json, items[at]));
  }
  const topicOf = topics && new Map(items.map(({ id }, position) => [id, topics[position]]));
  return runs.map(({ name, answers }) => ({
    name,
    time: answers.includes(undefined) ? undefined : median(answers.map(({ time }) => time)),
    precision: answers[0] && topicOf && onTopic(answers[0].ids, items[at].id, topicOf),
  }));
}

/** The share of the twelve that are of the same topic. */
function onTopic(ids, self, topicOf) {
  const found = ids.filter((id) => id !== self).slice(0, 12);
  return found.filter((id) => topicOf.get(id) === topicOf.get(self)).length / 12;
}

function corpusOf(count) {
  return count === REAL ? set(count) : feed(Number(count));
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
  const { length } = corpusOf(count).items;
  return count === REAL ? `${length} real teasers (${count})` : `${length} teasers`;
}

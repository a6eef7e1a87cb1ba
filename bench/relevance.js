// How well the ranker finds what editors linked: npm run build && npm run bench:relevance -- [FOLDER] [--ablate] [--queries 200] [--trials 100] [--write]
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import { ablation, leaveOneSetOut } from './relevance/constants.js';
import { feedOf, readSets } from './relevance/datasets.js';
import { mean, measure, processorTime } from './relevance/measures.js';
import { BM25, peers } from './relevance/peers.js';
import { project, PROJECT } from './relevance/project.js';
import { chart, table } from './relevance/report.js';
import { tried } from './relevance/trials.js';

/** Options that are numbers, with what they are where they are not given. */
const NUMBERS = { queries: '200', trials: '100' };
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ablate: { type: 'boolean' },
    queries: { type: 'string', default: NUMBERS.queries },
    trials: { type: 'string', default: NUMBERS.trials },
    write: { type: 'boolean' },
  },
});
/** Queries a set that each value of each constant is tried with, at most. */
const TRIAL_QUERIES = Number(options.trials);
const folder = positionals[0] ?? path('../../shared/datasets');
if (existsSync(folder)) await run();
else console.log(`There are no sets to measure on: the folder ${folder} does not exist.`);

async function run() {
  const sets = readJudged(Number(options.queries));
  const rankers = { ...peers, [PROJECT]: project() };
  const results = Object.fromEntries(
    Object.entries(rankers).map(([name, create]) => [name, sets.map((set) => measure(set, create))]),
  );
  const names = Object.keys(rankers);
  const means = names.map((name) => [name, ...both(results[name])]);
  const sections = [
    '# Relevance',
    `nDCG@10 against editors' links, at most ${options.queries} queries a set. Made by \`npm run bench:relevance -- ${given()}\`.`,
    ...['all', 'older'].flatMap((key, at) => [
      `## ${at ? 'Older articles alone' : 'All candidates'}`,
      table(
        ['set', ...names],
        [
          ...sets.map(({ name }, row) => [name, ...names.map((each) => results[each][row][key])]),
          ['mean', ...means.map((row) => row[at + 1])],
        ],
      ),
    ]),
    '## Time',
    times(sets, results),
    ...(options.ablate ? constants(await tried(readJudged(TRIAL_QUERIES))) : []),
  ];
  const text = `${sections.join('\n\n')}\n`;
  console.log(text);
  if (!options.write) return;
  writeFileSync(path('relevance.md'), text);
  writeFileSync(path('relevance.svg'), chart(means));
}

/** The options that make this page anew. */
function given() {
  const numbers = Object.entries(NUMBERS).filter(([name, usual]) => options[name] !== usual);
  return [
    ...(options.ablate ? ['--ablate'] : []),
    ...numbers.map(([name]) => `--${name} ${options[name]}`),
    '--write',
  ].join(' ');
}

function both(results) {
  return ['all', 'older'].map((key) => mean(results.map((result) => result[key])));
}

/** Sets with at most so many queries. */
function readJudged(size) {
  return readSets(folder, size).filter(({ queries }) => queries.length > 0);
}

function constants(results) {
  return [
    '## What each part is worth',
    `What nDCG@10 loses when a part of the recipe is switched off, at most ${TRIAL_QUERIES} queries a set.`,
    ablation(results),
    '## Whether a constant serves one set alone',
    'The mean of the two figures when a constant is a third less or more; the value that the other sets would choose for each set left out; and what the sets left out get from the choice made without them.',
    leaveOneSetOut(results),
  ];
}

function times(sets, results) {
  const total = (name) => results[name].reduce((sum, { queryTime }) => sum + queryTime, 0);
  const lines = [
    `Of processor time, a query takes ${(total(PROJECT) / total(BM25)).toFixed(1)} times as long as with ${BM25}.`,
  ];
  const at = sets.findIndex(({ name }) => name === 'digitalgov');
  if (at >= 0) {
    const build = results[PROJECT][at].buildTime;
    const start = processorTime();
    new MiniSearch({ fields: ['title', 'summary', 'content_text', 'tags'] }).addAll(feedOf(sets[at]).items);
    const plain = processorTime() - start;
    lines.push(
      `On digitalgov, reading and building takes ${(build / results[BM25][at].buildTime).toFixed(1)} times as long as BM25, ${(build / plain).toFixed(1)} times as long as a plain MiniSearch \`addAll\`.`,
    );
  }
  return lines.join(' ');
}

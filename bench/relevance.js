// How well the ranker finds what editors linked: npm run build && npm run bench:relevance -- [FOLDER] [--ablate] [--queries 200] [--trials 100] [--write]
import { existsSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import { mean, processorTime } from './numbers.js';
import { ablation, leaveOneSetOut } from './relevance/constants.js';
import { feedOf, readSets } from './relevance/datasets.js';
import { measure } from './relevance/measures.js';
import { BM25, peers } from './relevance/peers.js';
import { POSTINGS, project, PROJECT, WITH_LINKS } from './relevance/project.js';
import { chart, table } from './relevance/report.js';
import { speed } from './relevance/speed.js';
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
const folder = resolve(positionals[0] ?? path('../../shared/datasets'));
/** Sets in scripts without spaces, and in Korean. */
const scripts = `${folder}-scripts`;
/** Key terms an article. */
const TERMS = 32;
/** The set of 1,952 full texts that time is measured on. */
const TIMED = 'digitalgov';
/** What other programs than this one found on the same sets: all candidates, older articles alone. */
const ELSEWHERE = [
  ['embeddings alone: all-MiniLM-L6-v2 (English), multilingual-e5-small (German)', 0.419, 0.411],
  ['OpenSearch 2.19.6 more_like_this alone', 0.537, 0.545],
  ['its first 200, reranked by a prototype of two stages', 0.608, 0.638],
  ['the prototype on the whole index in memory', 0.613, 0.644],
];
const FIGURES = ['all', 'older'];
const FIGURE_NAMES = ['all candidates', 'older articles alone'];

if (existsSync(folder)) await run();
else console.log(`There are no sets to measure on: the folder ${folder} does not exist.`);

async function run() {
  const sets = readJudged(folder, Number(options.queries));
  const rankers = {
    ...peers,
    [PROJECT]: project({ retriever: POSTINGS }),
    [WITH_LINKS]: project({ retriever: POSTINGS, links: true }),
  };
  const results = Object.fromEntries(
    Object.entries(rankers).map(([name, create]) => [name, sets.map((set) => measure(set, create))]),
  );
  const names = Object.keys(rankers);
  const means = names.map((name) => [name, ...FIGURES.map((key) => mean(column(results[name], key)))]);
  const sections = [
    '# Relevance',
    `nDCG@10 against editors' links, at most ${options.queries} queries a set. Made by \`npm run bench:relevance -- ${given()}\`. The project ranks with the retriever of builds, which finds what MiniSearch finds; once by words alone, once with the links between articles. Of the current article no link is used, neither its own nor those to it: they are what is asked for.`,
    ...FIGURES.flatMap((key, at) => [
      `## ${at ? 'Older articles alone' : 'All candidates'}`,
      table(
        ['set', ...names],
        [
          ...sets.map(({ name }, row) => [name, ...names.map((each) => results[each][row][key])]),
          ['mean', ...means.map((row) => row[at + 1])],
        ],
      ),
    ]),
    '## Measured elsewhere',
    'Means over the same sets that other programs gave: this command did not measure them. Those of OpenSearch and the prototype are of 100 queries a set.',
    table(['ranker', ...FIGURE_NAMES], ELSEWHERE),
    `## ${TERMS} key terms`,
    `${PROJECT} on an index of ${TERMS} key terms an article in place of its text; the question keeps its text.`,
    alone(sets, FIGURES, FIGURE_NAMES, { terms: TERMS }),
    'The same with the links between articles:',
    alone(sets, FIGURES, FIGURE_NAMES, { terms: TERMS, links: true }),
    '## Scripts without spaces, and Korean',
    ...inScripts(),
    '## Time',
    times(sets.find(({ name }) => name === TIMED)),
    ...(options.ablate ? constants(await tried(readJudged(folder, TRIAL_QUERIES))) : []),
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

/** Sets with at most so many queries. */
function readJudged(from, size) {
  return readSets(from, size).filter(({ queries }) => queries.length > 0);
}

function column(results, key) {
  return results.map((result) => result[key]);
}

/** A table of the project alone. */
function alone(sets, keys, header, wishes) {
  const results = sets.map((set) => measure(set, project({ retriever: POSTINGS, ...wishes })));
  return table(
    ['set', ...header],
    [
      ...sets.map(({ name }, row) => [name, ...keys.map((key) => results[row][key])]),
      ['mean', ...keys.map((key) => mean(column(results, key)))],
    ],
  );
}

function inScripts() {
  if (!existsSync(scripts))
    return [`Not measured: there is no folder ${basename(scripts)} beside the other sets.`];
  const sets = readJudged(scripts, Number(options.queries));
  return [
    `${PROJECT} on full texts, and the share of questions with three or more results among all candidates.`,
    alone(sets, [...FIGURES, 'filled'], [...FIGURE_NAMES, 'three or more results']),
  ];
}

function constants(results) {
  return [
    '## What each part is worth',
    `What nDCG@10 loses when a part of the ranking is switched off, on indexes with links, at most ${TRIAL_QUERIES} queries a set.`,
    ablation(results),
    '## Whether a constant serves one set alone',
    'The mean of the two figures when a constant is a quarter less or a third more, whole numbers staying whole; the value that the other sets would choose for each set left out; and what the sets left out get from the choice made without them.',
    leaveOneSetOut(results),
  ];
}

function times(set) {
  if (!set) return `Not measured: there is no set ${TIMED}.`;
  const [own, bm25] = [project(), peers[BM25]].map((create) => speed(set, create));
  const start = processorTime();
  new MiniSearch({ fields: ['title', 'summary', 'content_text', 'tags'] }).addAll(feedOf(set).items);
  const plain = processorTime() - start;
  return [
    `Of processor time, with MiniSearch on the ${set.articles.length} full texts of ${TIMED}: once ten questions have been asked, one takes ${own.warm.toFixed(1)} ms (mean of 200), ${ratio(own.warm, bm25.warm)} with ${BM25} (${bm25.warm.toFixed(1)} ms).`,
    `Reading the set and answering the first question takes ${ratio(own.first, bm25.first)} ${BM25}, ${ratio(own.first, plain)} a plain MiniSearch \`addAll\`.`,
  ].join(' ');
}

function ratio(one, other) {
  return `${(one / other).toFixed(1)} times as long as`;
}

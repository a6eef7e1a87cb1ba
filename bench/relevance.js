// How well the ranker finds what editors linked: npm run build && npm run bench:relevance -- [FOLDER] [--ablate] [--queries 200] [--write]
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import { readIndex } from '../dist/core.js';
import { everyLanguage } from '../dist/ranking/every-language.js';
import { ArticleRanker } from '../dist/ranking/ranker.js';
import { RECIPE } from '../dist/ranking/recipe.js';
import { feedOf, readSets } from './relevance/datasets.js';
import { mean, measure } from './relevance/measures.js';
import { BM25, peers } from './relevance/peers.js';
import { chart, table } from './relevance/report.js';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const PROJECT = 'related-articles';
/** Each part of the recipe, switched off. */
const OFF = {
  idfPower: 1,
  titleTimes: 1,
  tagTimes: 1,
  pairs: 0,
  opening: 0,
  ownTitle: 0,
  otherTitle: 0,
  ownMention: 0,
  otherMention: 0,
  tags: 0,
  closeness: 0,
  centrality: 0,
  solitary: 1,
};

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ablate: { type: 'boolean' },
    queries: { type: 'string', default: '200' },
    write: { type: 'boolean' },
  },
});
const folder = positionals[0] ?? path('../../shared/datasets');
if (existsSync(folder)) run();
else console.log(`There are no sets to measure on: the folder ${folder} does not exist.`);

function run() {
  const sets = readSets(folder, Number(options.queries)).filter(({ queries }) => queries.length > 0);
  const rankers = { ...peers, [PROJECT]: project() };
  const results = Object.fromEntries(
    Object.entries(rankers).map(([name, create]) => [name, sets.map((set) => measure(set, create))]),
  );
  const names = Object.keys(rankers);
  const means = names.map((name) => [name, ...both(results[name])]);
  const sections = [
    '# Relevance',
    `nDCG@10 against editors' links, at most ${options.queries} queries a set. Made by \`${['node bench/relevance.js', ...process.argv.slice(2)].join(' ')}\`.`,
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
    ...(options.ablate ? ['## What each part is worth', ablation(sets, both(results[PROJECT]))] : []),
  ];
  const text = `${sections.join('\n\n')}\n`;
  console.log(text);
  if (!options.write) return;
  writeFileSync(path('relevance.md'), text);
  writeFileSync(path('relevance.svg'), chart(means));
}

function both(results) {
  return ['all', 'older'].map((key) => mean(results.map((result) => result[key])));
}

/** The project's ranker, its recipe changed or as it is. */
function project(change = {}) {
  return (set) => {
    const { articles } = readIndex(feedOf(set), 'https://site.example/feed.json');
    const recipe = { ...RECIPE, ...change };
    const ranker = new ArticleRanker(articles, { language: set.lang, stopWords: everyLanguage, recipe });
    const positions = new Map(set.articles.map(({ id }, position) => [String(id), position]));
    return (query, olderAlone) =>
      ranker
        .related(String(set.articles[query].id), { limit: 12, includeNewer: !olderAlone })
        .map(({ article }) => positions.get(article.id));
  };
}

function ablation(sets, [all, older]) {
  const rows = Object.entries(OFF).map(([name, value]) => {
    const [allWithout, olderWithout] = both(sets.map((set) => measure(set, project({ [name]: value }))));
    return [`${name} ${RECIPE[name]} → ${value}`, all - allWithout, older - olderWithout];
  });
  return table(['part', 'all candidates', 'older alone'], rows);
}

function times(sets, results) {
  const total = (name) => results[name].reduce((sum, { queryTime }) => sum + queryTime, 0);
  const lines = [`A query takes ${(total(PROJECT) / total(BM25)).toFixed(1)} times as long as with ${BM25}.`];
  const at = sets.findIndex(({ name }) => name === 'digitalgov');
  if (at >= 0) {
    const build = results[PROJECT][at].buildTime;
    const start = performance.now();
    new MiniSearch({ fields: ['title', 'summary', 'content_text', 'tags'] }).addAll(feedOf(sets[at]).items);
    const plain = performance.now() - start;
    lines.push(
      `On digitalgov, reading and building takes ${(build / results[BM25][at].buildTime).toFixed(1)} times as long as BM25, ${(build / plain).toFixed(1)} times as long as a plain MiniSearch \`addAll\`.`,
    );
  }
  return lines.join(' ');
}

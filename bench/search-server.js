// How well and how fast neighbours are built with a search server, a real OpenSearch that this command starts:
//   npm run build && npm run bench:search-server [-- FOLDER] [--only relevance|speed] [--queries 100] [--sizes 10000,100000] [--heap 1g] [--write]
// It needs a JDK, Maven and the article sets. `--write` writes bench/search-server.md.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { missing, OpenSearch } from '../test/search-server/opensearch.js';
import { articles, missing as missingArticles } from './build/articles.js';
import { mean } from './numbers.js';
import { readSets } from './relevance/datasets.js';
import { measure } from './relevance/measures.js';
import { POSTINGS, project, PROJECT } from './relevance/project.js';
import { table as figures } from './relevance/report.js';
import { table } from './report.js';
import { answersOf, MORE_LIKE_THIS, WITH_SERVER } from './search-server/answers.js';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    queries: { type: 'string', default: '100' },
    sizes: { type: 'string', default: '10000,100000' },
    heap: { type: 'string', default: '1g' },
    write: { type: 'boolean' },
  },
});
const folder = positionals[0] ?? path('../../shared/datasets');
/** The largest size that is also built in memory. */
const MOST_IN_MEMORY = 20_000;
/** Megabytes that the builder's heap may have; undefined for what Node takes by itself. */
const BUILDER_HEAPS = [370, undefined];

const absent = missing() ?? missingArticles();
if (absent) console.log(`bench:search-server ${absent}`);
else await run();

async function run() {
  const opensearch = await OpenSearch.start(options.heap);
  try {
    const sections = [
      '# With a search server',
      `\`npm run build && npm run bench:search-server -- ${given()}\` writes this page, with OpenSearch ${await version(opensearch)} (heap ${options.heap}) on the same machine. Node ${process.version}.`,
    ];
    if (options.only !== 'speed') sections.push(...(await relevance(opensearch)));
    if (options.only !== 'relevance') sections.push(...(await speed(opensearch)));
    const text = `${sections.join('\n\n')}\n`;
    console.log(text);
    if (options.write) writeFileSync(path('search-server.md'), text);
  } finally {
    await opensearch.stop();
  }
}

/** The options that make this page anew. */
function given() {
  const { queries, sizes, only } = options;
  return [
    ...(only ? [`--only ${only}`] : []),
    ...(only === 'speed' ? [] : [`--queries ${queries}`]),
    ...(only === 'relevance' ? [] : [`--sizes ${sizes}`]),
    '--write',
  ].join(' ');
}

async function version({ address }) {
  return (await (await fetch(address)).json()).version.number;
}

async function relevance(opensearch) {
  const sets = readSets(folder, Number(options.queries)).filter(({ queries }) => queries.length > 0);
  const names = [MORE_LIKE_THIS, WITH_SERVER, PROJECT];
  const results = [];
  for (const set of sets) {
    const answers = await answersOf(set, opensearch.address);
    const measured = [
      ...[MORE_LIKE_THIS, WITH_SERVER].map((name) => measure(set, () => answers[name])),
      measure(set, project({ retriever: POSTINGS })),
    ];
    results.push({ set, measured });
    console.error(
      `${set.name}: ${measured.map(({ all, older }) => `${figure(all)} / ${figure(older)}`).join(', ')}`,
    );
  }
  const tables = ['all', 'older'].flatMap((key) => [
    `### ${key === 'all' ? 'All candidates' : 'Older articles alone'}`,
    figures(
      ['set', ...names],
      [
        ...results.map(({ set, measured }) => [set.name, ...measured.map((each) => each[key])]),
        ['mean', ...names.map((_, at) => mean(results.map(({ measured }) => measured[at][key])))],
      ],
    ),
  ]);
  return [
    '## Relevance',
    `nDCG@10 as in [relevance.md](relevance.md), at most ${options.queries} queries a set, full texts, no links. *${MORE_LIKE_THIS}* is the server's own order of the candidates, *${WITH_SERVER}* the order of the ranker among these candidates, *${PROJECT}* the ranker with all articles in memory.`,
    ...tables,
  ];
}

function figure(value) {
  return value?.toFixed(3) ?? '–';
}

async function speed(opensearch) {
  const rows = [];
  for (const size of options.sizes.split(','))
    for (const heap of BUILDER_HEAPS) rows.push(await built(opensearch, Number(size), heap));
  const header = [
    'articles',
    'heap of the builder',
    'loaded',
    'all neighbours',
    'one article changed',
    'one article put',
    'memory of the builder',
    'memory of OpenSearch',
    'all in memory',
  ];
  return [
    '## Time',
    `By the clock, with OpenSearch and the builder on one machine. Articles come one by one from a file, so that their texts are never in memory at once. *Heap of the builder* is what \`--max-old-space-size\` allows it: where it may have more, it keeps more articles with their words, and fetches and analyzes fewer again. *One article changed* is a whole second run with one changed text: finding out what has changed, sending it and ranking what it concerns. *One article put* is a service that starts, sends one article and finds its neighbours. *All in memory* is the ranker without a server (bench:build).`,
    table(header, rows.map(cells)),
    growth(rows),
  ];
}

/** A row of the table. */
function cells(row) {
  return [
    row.articles.toLocaleString('en'),
    row.heap ? `${row.heap} MB` : 'Node’s own',
    `${Math.round(row.articles / row.loading)}/s`,
    `${row.building.toFixed(0)} s`,
    `${row.changing.toFixed(1)} s`,
    `${row.putting.toFixed(1)} s`,
    `${Math.round(row.megabytes)} MB`,
    `${Math.round(row.serverMegabytes)} MB`,
    row.memory ? `${row.memory.seconds.toFixed(0)} s, ${Math.round(row.memory.megabytes)} MB` : '–',
  ];
}

/** What a million articles would take, reckoned from the largest size. */
function growth(rows) {
  const { articles: count, loading, building, usedMegabytes } = rows.at(-1);
  const times = 1_000_000 / count;
  const hours = ((loading + building) * times) / 3600;
  return [
    'A million articles: loading grows with their number. A search costs a little more than that of a smaller index, since the terms that it asks for are in more articles.',
    `Reckoned from the last row, with every article taking as long as there, a full build takes at least ${hours.toFixed(1)} hours.`,
    `The builder keeps the name, the address and the dates of each article. When ranking began, its objects took ${usedMegabytes.toFixed(0)} MB${memoryGrowth(rows)}.`,
  ].join(' ');
}

/** How memory grows from the smallest size to the largest. */
function memoryGrowth(rows) {
  if (rows.length < 2) return '';
  const [smallest] = rows;
  const largest = rows.at(-1);
  const more = largest.usedMegabytes - smallest.usedMegabytes;
  const each = more / (largest.articles - smallest.articles);
  const million = largest.usedMegabytes + each * (1_000_000 - largest.articles);
  return ` (${smallest.usedMegabytes.toFixed(0)} MB with ${smallest.articles.toLocaleString('en')} articles), so that each article adds ${(each * 1000).toFixed(1)} kB, and a million take ${million.toFixed(0)} MB and need a larger heap`;
}

/**
 * Loads and builds, then does so again with one article changed.
 *
 * @param heap of the builder, in megabytes
 */
async function built({ address, processId }, size, heap) {
  const place = mkdtempSync(join(tmpdir(), 'bench-search-server-'));
  try {
    const list = articles(size);
    const file = join(place, 'articles.jsonl');
    const engine = `opensearch:${address}/speed`;
    const build = () => {
      writeFileSync(file, list.map((article) => `${JSON.stringify(article)}\n`).join(''));
      return printed([
        '--expose-gc',
        ...(heap ? [`--max-old-space-size=${heap}`] : []),
        path('search-server/build.js'),
        file,
        engine,
        join(place, 'related'),
      ]);
    };
    const first = await build();
    list[Math.floor(size / 2)].text += ' A sentence that was added.';
    const second = await build();
    const single = await printed([path('search-server/put.js'), file, engine]);
    return {
      ...first,
      heap,
      changing: second.loading + second.building,
      putting: single.seconds,
      megabytes: Math.max(first.megabytes, second.megabytes),
      serverMegabytes: residentMegabytes(processId),
      memory: heap || size > MOST_IN_MEMORY ? undefined : await inMemory(size),
    };
  } finally {
    rmSync(place, { recursive: true, force: true });
    await fetch(`${address}/speed`, { method: 'DELETE' });
  }
}

function inMemory(size) {
  return printed(['--single-threaded', path('build/rank.js'), 'neighbours', String(size)]);
}

/** What a script prints, as JSON. This process goes on reading what OpenSearch prints. */
async function printed(args) {
  const script = promisify(execFile)(process.execPath, args, { encoding: 'utf8' });
  script.child.stderr.pipe(process.stderr);
  return JSON.parse((await script).stdout);
}

/** The memory that a process has, where the system tells it (Linux). */
function residentMegabytes(id) {
  const status = `/proc/${id}/status`;
  return existsSync(status) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) / 1000 : NaN;
}

// How long the command line takes, beside a plain MiniSearch and Hugo's own related content in the same run:
//   npm run build && npm run bench:build [-- --sizes 1000,2000,5000,10000,20000] [--only ranking|site] [--write]
// `--write` writes bench/build.md and bench/build.svg. Seconds are those that the processor worked: other programs on the
// machine do not count. With all sizes it takes some ten minutes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build, readSources } from '../dist/builder.js';
import { openNeighboursCache, openPageCache } from './modules/builder/caches.js';
import { missing, set } from './build/articles.js';
import { writeHugoSite, writePages } from './build/sites.js';
import { processorTime } from './numbers.js';
import { chart, table } from './report.js';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,2000,5000,10000,20000' },
    only: { type: 'string' },
    write: { type: 'boolean' },
  },
});
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const seconds = (value) => `${value.toFixed(1)} s`;
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
/** A real set of about as many articles as the figures speak of. */
const REAL = 'digitalgov';

const absent = missing();
if (absent) console.log(`bench:build ${absent}`);
else await run();

async function run() {
  const rows = options.only === 'site' ? [] : rankings();
  const sections = [
    '# The command line',
    `\`npm run build && npm run bench:build -- --write\` writes this page. Seconds are those that the processor worked, so that other programs on the machine do not count; they hold for this run alone, ratios last. Node ${process.version}.`,
    ...(rows.length > 0 ? [rankingSection(rows)] : []),
    ...(options.only === 'ranking' ? [] : [await siteSection()]),
  ];
  const text = `${sections.join('\n\n')}\n`;
  console.log(text);
  if (!options.write) return;
  writeFileSync(path('build.md'), text);
  if (rows.length > 0) {
    const bars = rows.map(({ articles, ours }) => [`${articles} articles`, ours.seconds]);
    writeFileSync(path('build.svg'), chart('All neighbours, seconds', 's', bars));
  }
}

/** All neighbours of the real set and of joined ones of each size, ours and a plain MiniSearch's. */
function rankings() {
  return [REAL, ...options.sizes.split(',')].map((size) => {
    const ours = ranked('neighbours', size);
    console.error(`${ours.articles} articles: ${seconds(ours.seconds)}`);
    return { articles: ours.articles, isReal: size === REAL, ours, plain: ranked('minisearch', size) };
  });
}

/** Runs one ranking in a process of one thread. */
function ranked(method, size) {
  const args = ['--single-threaded', path('build/rank.js'), method, size];
  return JSON.parse(
    execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
}

function rankingSection(rows) {
  const lines = rows.map(({ articles, isReal, ours, plain }) => [
    isReal ? `${articles} (${REAL})` : articles,
    seconds(ours.seconds),
    `${Math.round(ours.megabytes)} MB`,
    seconds(plain.seconds),
    (plain.seconds / ours.seconds).toFixed(1),
  ]);
  const heading = ['articles', 'all neighbours', 'memory', 'plain MiniSearch', 'times as fast'];
  const joined = rows.filter(({ isReal }) => !isReal).map(({ ours }) => ours);
  const growth =
    joined.length > 1
      ? `\n\nTime grows as N^${exponent(joined).toFixed(2)} (least squares over the logarithms of the joined sets).`
      : '';
  return `## All neighbours, reading not counted

The twelve neighbours of every article, from full texts in memory, in one thread; memory is the process's at its most, the articles included. Beside it a plain MiniSearch: one \`search\` per article with its title and text, reckoned from ${rows[0].plain.searches} of them. The sets are real ones joined; halves of their articles put together make up what is missing in the largest.

${table(heading, lines)}${growth}

![Bars of all neighbours](build.svg)`;
}

/** The exponent of the power of N with which time grows, by least squares over the logarithms. */
function exponent(rows) {
  const points = rows.map(({ articles, seconds: time }) => [Math.log(articles), Math.log(time)]);
  const mean = (at) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const above = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return above / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

async function siteSection() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-build-'));
  try {
    return await measuredSite(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measuredSite(folder) {
  const articles = set(REAL);
  const site = join(folder, 'site');
  const files = writePages(site, articles);
  const megabytes = files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
  const [out, neighbours] = [join(folder, 'articles.json'), join(folder, 'related')];

  const reading = await timed(() => readSources([site]));
  const runs = {};
  for (const outputs of [{ neighbours }, { out }, { neighbours, out }]) {
    const names = Object.keys(outputs);
    const caches = join(folder, names.join('-'));
    const first = await timed(() => buildOnce(site, outputs, caches));
    change(files[7], names.length);
    const second = await timed(() => buildOnce(site, outputs, caches));
    runs[names.join('-')] = { first, second, ratio: second.time / first.time };
  }
  const line = (what, { first, second, ratio }) => [
    what,
    seconds(first.time),
    seconds(second.time),
    ratio.toFixed(2),
  ];
  const { written, unchanged, largest } = runs.neighbours.second.result.neighbours;
  return `## A site of ${articles.length} built pages (${Math.round(megabytes)} MB)

Reading its pages takes ${seconds(reading.time)}. The whole command, the second time with one article changed since the first:

${table(
  ['what is written', 'first run', 'second run', 'ratio'],
  [line('neighbours', runs.neighbours), line('the index', runs.out), line('both', runs['neighbours-out'])],
)}

The second run writes ${written} of ${written + unchanged} neighbours files; the largest weighs ${kilobytes(largest)} gzip. The index weighs ${kilobytes(gzipSync(readFileSync(out)).length)} gzip.

${relatedByHugo(folder, articles)}`;
}

async function buildOnce(site, outputs, caches) {
  const cache = openPageCache(`${caches}-pages.json`, 'bench');
  const neighboursCache = openNeighboursCache(`${caches}-neighbours.json`, 'bench');
  const built = await build([site], { ...outputs, cache, neighboursCache });
  cache.save();
  return built;
}

/** Gives the page of an article another title. */
function change(file, number) {
  const page = readFileSync(file, 'utf8');
  writeFileSync(file, page.replace(/<(h1|title)>/g, `<$1>Changed ${number}: `));
}

async function timed(work) {
  const started = processorTime();
  const result = await work();
  return { result, time: (processorTime() - started) / 1000 };
}

function relatedByHugo(folder, articles) {
  try {
    const bare = hugo(join(folder, 'bare'), articles, false);
    const relating = hugo(join(folder, 'relating'), articles, true);
    return `Hugo relates the same articles by their tags alone in ${seconds(relating - bare)}: its build takes ${seconds(relating)} with and ${seconds(bare)} without.`;
  } catch (error) {
    const isAbsent = error.status === 127;
    return `Hugo was not measured: ${isAbsent ? 'it is not installed (Debian: package "hugo")' : error.message}.`;
  }
}

/** Seconds that the processor works for Hugo to build a site. */
function hugo(folder, articles, isRelating) {
  writeHugoSite(folder, articles, isRelating);
  const script = 'hugo --quiet --destination public >&2 || exit; times';
  const printed = execFileSync('bash', ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [, children] = printed.split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest),
    0,
  );
}

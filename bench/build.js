// How long the command line takes, beside a plain MiniSearch and Hugo's own related content in the same run:
//   npm run build && npm run bench:build [-- --sizes 1000,2000,5000,10000,20000] [--patience SECONDS] [--only ranking|site] [--write]
// `--write` writes what it measured to bench/build.md. Rankings are timed by the seconds that the processor works for them, in
// one thread.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build, readSources } from '../dist/builder.js';
import { openNeighboursCache } from '../dist/builder/output/neighbours-cache.js';
import { openPageCache } from '../dist/builder/sources/page-cache.js';
import { missing, set } from './build/articles.js';
import { writeHugoSite, writePages } from './build/sites.js';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,2000,5000,10000,20000' },
    patience: { type: 'string', default: '150' },
    only: { type: 'string' },
    write: { type: 'boolean' },
  },
});
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const lines = [];
const say = (line = '') => {
  console.log(line);
  lines.push(line);
};
const seconds = (value) => `${value.toFixed(1)} s`;
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** Runs one ranking in a process of its own; undefined where it takes longer than anybody waits. */
function rank(method, count) {
  const timeout = Number(options.patience) * 1000;
  try {
    const args = ['--single-threaded', path('build/rank.js'), method, String(count)];
    return JSON.parse(
      execFileSync(process.execPath, args, {
        encoding: 'utf8',
        timeout,
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
  } catch {
    return undefined;
  }
}

async function timed(work) {
  const started = performance.now();
  const result = await work();
  return { result, time: (performance.now() - started) / 1000 };
}

/** The exponent of the power of N with which time grows, by least squares over the logarithms. */
function exponent(rows) {
  const points = rows.map(({ articles, seconds: time }) => [Math.log(articles), Math.log(time)]);
  const mean = (at) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const above = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return above / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

function hugo(folder, articles, isRelating) {
  writeHugoSite(folder, articles, isRelating);
  const started = performance.now();
  execFileSync('hugo', ['--quiet', '--destination', join(folder, 'public')], {
    cwd: folder,
    stdio: 'ignore',
  });
  return (performance.now() - started) / 1000;
}

function measureRanking() {
  say('## All neighbours, reading not counted\n');
  say(
    '| articles | all neighbours | memory | plain MiniSearch, by 20 searches | times as fast |\n|---|---|---|---|---|',
  );
  const rows = [];
  let isPlainTooSlow = false;
  for (const count of ['digitalgov', ...options.sizes.split(',')]) {
    const ours = rank('neighbours', count);
    const plain = isPlainTooSlow ? undefined : rank('minisearch', count);
    isPlainTooSlow ||= !plain && count !== 'digitalgov';
    const more = `more than ${options.patience} s`;
    const name = count === 'digitalgov' ? `${set(count).length} (digitalgov)` : count;
    const ratio = ours && plain ? (plain.seconds / ours.seconds).toFixed(1) : '';
    const cells = ours ? [seconds(ours.seconds), `${Math.round(ours.megabytes)} MB`] : [more, ''];
    say(
      `| ${name} | ${cells.join(' | ')} | ${plain ? `about ${seconds(plain.seconds)}` : more} | ${ratio} |`,
    );
    if (ours && count !== 'digitalgov') rows.push(ours);
    if (!ours && count !== 'digitalgov') break;
  }
  if (rows.length > 1)
    say(
      `\nTime grows as N^${exponent(rows).toFixed(2)} (${rows.map(({ articles }) => articles).join(', ')} articles).`,
    );
}

async function measureSite(folder) {
  const articles = set('digitalgov');
  const files = writePages(join(folder, 'site'), articles);
  const source = [join(folder, 'site')];
  const outputs = { out: join(folder, 'articles.json'), neighbours: join(folder, 'related') };
  const reading = await timed(() => readSources(source));
  say(
    `\n## A site of ${articles.length} built pages (${Math.round(files.reduce((sum, file) => sum + readFileSync(file).length, 0) / 1e6)} MB)\n`,
  );
  say('| what | time |\n|---|---|');
  say(`| reading the pages | ${seconds(reading.time)} |`);

  const run = async () => {
    const cache = openPageCache(join(folder, 'cache.json'), 'bench');
    const neighboursCache = openNeighboursCache(join(folder, 'neighbours.json'), 'bench');
    const built = await build(source, { ...outputs, cache, neighboursCache });
    cache.save();
    return built;
  };
  const first = await timed(run);
  writeFileSync(
    files[7],
    readFileSync(files[7], 'utf8').replace('<h1>', '<h1>Changed: ').replace('<title>', '<title>Changed: '),
  );
  const second = await timed(run);
  say(`| the index and all neighbours, first run | ${seconds(first.time)} |`);
  say(`| the same with one changed article | ${seconds(second.time)} |`);
  const { written, unchanged, largest } = second.result.neighbours;
  say(
    `\nThe second run takes ${(second.time / first.time).toFixed(2)} of the first one's time and writes ${written} of ${written + unchanged} neighbours files.`,
  );
  say(
    `The index weighs ${kilobytes(gzipSync(readFileSync(outputs.out)).length)} gzip; the largest neighbours file ${kilobytes(largest)} gzip.`,
  );

  try {
    const bare = hugo(join(folder, 'bare'), articles, false);
    const relating = hugo(join(folder, 'relating'), articles, true);
    say(
      `\nHugo relates the same articles by their tags in ${seconds(relating - bare)} (its build takes ${seconds(relating)} with and ${seconds(bare)} without).`,
    );
  } catch (error) {
    say(
      `\nHugo was not measured: ${error.code === 'ENOENT' ? 'it is not installed (Debian: package "hugo")' : error.message}`,
    );
  }
}

const absent = missing();
if (absent) {
  console.log(`bench:build ${absent}`);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'bench-build-'));
  try {
    say('# The command line\n');
    say(`\`npm run bench:build\`, Node ${process.version}, ${availableParallelism()} cores.\n`);
    if (options.only !== 'site') measureRanking();
    if (options.only !== 'ranking') await measureSite(folder);
    if (options.write) writeFileSync(path('build.md'), `${lines.join('\n')}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// How long the report of links takes, for a real site of built pages and for joined sets of articles:
//   npm run build && npm run bench:links [-- --sizes 1000,2000,4000]
// Seconds are those that the processor worked: other programs on the machine do not count.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { linksReport, readSources } from '../dist/builder.js';
import { articles, missing, set } from './build/articles.js';
import { writePages } from './build/sites.js';
import { processorTime } from './numbers.js';
import { table } from './report.js';

const { values: options } = parseArgs({ options: { sizes: { type: 'string', default: '1000,2000,4000' } } });
/** A real set of about as many articles as the figures speak of. */
const REAL = 'digitalgov';

const absent = missing();
if (absent) console.log(`bench:links ${absent}`);
else await run();

async function run() {
  const rows = [await measuredSite()];
  for (const size of options.sizes.split(',').map(Number)) {
    const list = chained(articles(size));
    rows.push(await measured('joined sets in memory', () => list));
  }
  console.log(table(['articles', 'what', 'seconds', 'orphans', 'mentions', 'pairs'], rows));
}

async function measuredSite() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-links-'));
  try {
    writePages(folder, set(REAL));
    const read = async () => chained((await readSources([folder])).articles);
    return await measured(`${REAL}, reading its pages included`, read);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(what, read) {
  const started = processorTime();
  const report = await linksReport(await read());
  const seconds = (processorTime() - started) / 1000;
  const { orphans, mentions, pairs } = report;
  return [report.articles, what, seconds.toFixed(1), orphans.length, mentions.length, pairs.length];
}

/** Articles of which each links to the next one: the sets come without the links of their texts. */
function chained(list) {
  return list.map((article, at) => ({ ...article, links: [list[(at + 1) % list.length].url] }));
}

// Builds all neighbours of the articles of a file with a search server, and does so again with one article changed:
//   node --expose-gc build.js FILE.jsonl OPENSEARCH-ADDRESS FOLDER
// Prints seconds, the most memory that it had, and the memory that it still uses when the last article is ranked.
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { build } from '../modules/builder/build.js';
import { NeighboursState } from '../modules/builder/search-server/neighbours-state.js';
import { SearchServer } from '../modules/builder/search-server/search-server.js';

const [file, address, folder] = process.argv.slice(2);
const engine = new SearchServer(address, { env: {} });

const first = await run(file);
const changed = `${file}.changed.jsonl`;
await pipeline(Readable.from(withOneChanged(Math.floor(first.articles / 2))), createWriteStream(changed));
const second = await run(changed);
const megabytes = process.resourceUsage().maxRSS / 1000;
const { articles, loading, building, usedMegabytes } = first;
const changing = second.loading + second.building;
console.log(JSON.stringify({ articles, loading, building, changing, megabytes, usedMegabytes }));

async function run(source) {
  const started = performance.now();
  let loaded;
  let told = started;
  let used;
  const { articles: held } = await build([source], {
    engine,
    neighbours: folder,
    engineState: new NeighboursState(`${folder}.state`),
    onProgress({ step, done, total }) {
      const now = performance.now();
      if (step === 'Ranking neighbours') loaded ??= now;
      if (done === total) used = heapMegabytes();
      if (now - told < 60_000) return;
      told = now;
      console.error(`${step}: ${done} of ${total ?? 'some'}`);
    },
  });
  const ended = performance.now();
  return {
    articles: held.length,
    loading: (loaded - started) / 1000,
    building: (ended - loaded) / 1000,
    usedMegabytes: used,
  };
}

/** The memory that objects take, without those that nobody uses any more. */
function heapMegabytes() {
  globalThis.gc();
  return process.memoryUsage().heapUsed / 1e6;
}

/** @param position that of the article which is another one now */
async function* withOneChanged(position) {
  let at = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const article = JSON.parse(line);
    if (at++ === position) article.text += ' A sentence that was added.';
    yield `${JSON.stringify(article)}\n`;
  }
}

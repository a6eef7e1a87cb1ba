// Builds all neighbours of the articles of a file with a search server:
//   node --expose-gc build.js FILE.jsonl OPENSEARCH-ADDRESS FOLDER
// Prints seconds, the most memory that it had, and the memory that its objects take when ranking begins.
import { build } from '../modules/builder/build.js';
import { NeighboursState } from '../modules/builder/search-server/neighbours-state.js';
import { SearchServer } from '../modules/builder/search-server/search-server.js';

const [file, address, folder] = process.argv.slice(2);
const started = performance.now();
let loaded;
let told = started;
let usedMegabytes;
const { articles } = await build([file], {
  engine: new SearchServer(address, { env: {} }),
  neighbours: folder,
  engineState: new NeighboursState(`${folder}.state`),
  onProgress({ step, done, total }) {
    const now = performance.now();
    if (step === 'Ranking neighbours') {
      loaded ??= now;
      usedMegabytes ??= heapMegabytes();
    }
    if (now - told < 60_000) return;
    told = now;
    console.error(`${step}: ${done} of ${total ?? 'some'}`);
  },
});
const ended = performance.now();
console.log(
  JSON.stringify({
    articles: articles.length,
    loading: (loaded - started) / 1000,
    building: (ended - loaded) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1000,
    usedMegabytes,
  }),
);

/** The memory that objects take, without those that nobody uses any more. */
function heapMegabytes() {
  globalThis.gc();
  return process.memoryUsage().heapUsed / 1e6;
}

// Loads the articles of a file into a search server, writes all neighbours, and does both again with one article changed:
//   node build.js FILE OPENSEARCH-ADDRESS FOLDER
// FILE has an article on each line. Prints seconds and memory.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { writeNeighbours } from '../modules/builder/output/neighbours.js';
import { keyOf } from '../modules/builder/search-server/document.js';
import { NeighboursState } from '../modules/builder/search-server/neighbours-state.js';
import { SearchServer } from '../modules/builder/search-server/search-server.js';
import { serverNeighbours } from '../modules/builder/search-server/server-neighbours.js';

const [file, address, folder] = process.argv.slice(2);
const LIMIT = 12;
const seconds = (from, to) => (to - from) / 1000;
const server = new SearchServer(address, { env: {} });

const first = await run(-1);
const second = await run(Math.floor(first.articles / 2));
const megabytes = process.resourceUsage().maxRSS / 1000;
const { articles, loading, building } = first;
console.log(
  JSON.stringify({ articles, loading, building, changing: second.loading + second.building, megabytes }),
);

/** @param changed the position of an article that is another one now */
async function run(changed) {
  const started = performance.now();
  const light = [];
  const { prints } = await server.synchronize(
    (async function* () {
      let at = 0;
      for await (const line of createInterface({ input: createReadStream(file) })) {
        const article = JSON.parse(line);
        if (at++ === changed) article.text += ' A sentence that was added.';
        const { text: _text, ...rest } = article;
        light.push(rest);
        yield article;
      }
    })(),
  );
  const loaded = performance.now();
  console.error(`${light.length} articles loaded in ${((loaded - started) / 1000).toFixed(1)} s`);
  const held = light.filter(({ url }) => prints.has(keyOf(url)));
  let [told, done] = [loaded, 0];
  await writeNeighbours(held, folder, {
    limit: LIMIT,
    find: (isWritten) =>
      serverNeighbours(server, held, prints, isWritten, LIMIT, new NeighboursState(`${folder}.jsonl`), [
        LIMIT,
      ]),
    onProgress() {
      done++;
      if (performance.now() - told < 60_000) return;
      told = performance.now();
      console.error(`${done} of ${held.length}`);
    },
  });
  return {
    articles: held.length,
    loading: seconds(started, loaded),
    building: seconds(loaded, performance.now()),
  };
}

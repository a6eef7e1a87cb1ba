// Sends one article to the index of a search server and finds its neighbours, as a service does:
//   node put.js FILE.jsonl OPENSEARCH-ADDRESS
// Prints seconds. The article is the first one of the file, with a sentence more.
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { SearchServer } from '../modules/builder/search-server/search-server.js';

const [file, address] = process.argv.slice(2);
const [line] = await once(createInterface({ input: createReadStream(file, { end: 2 ** 20 }) }), 'line');
const article = JSON.parse(line);
const server = new SearchServer(address, { env: {} });
const started = performance.now();
await server.put([{ ...article, text: `${article.text} A sentence that was added.` }]);
const neighbours = await server.related(article.url, { limit: 12 });
console.log(JSON.stringify({ seconds: (performance.now() - started) / 1000, found: neighbours.length }));

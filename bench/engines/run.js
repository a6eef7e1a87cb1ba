// Asks one engine one question in a process of its own: node --single-threaded run.js ENGINE COUNT|SET
import { feed, feedOf, set } from './corpus.js';
import { engines } from './engines.js';

const [name, count] = process.argv.slice(2);
const { items, topics } = Number(count) ? feed(Number(count)) : set(count);
const json = JSON.stringify(feedOf(items));
const at = Math.floor(items.length / 2);
// The page that asks has the item in its own right, not as a part of the text that is parsed.
const item = JSON.parse(JSON.stringify(items[at]));
const topicOf = topics && new Map(items.map(({ id }, position) => [id, topics[position]]));
const ask = await engines[name]();

const before = process.cpuUsage();
const ids = await ask(json, item);
const { user, system } = process.cpuUsage(before);
const found = ids.filter((id) => id !== item.id).slice(0, 12);
const same = found.filter((id) => topicOf?.get(id) === topics?.[at]).length;
console.log(
  JSON.stringify({ time: (user + system) / 1000, ids: found, ...(topicOf && { precision: same / 12 }) }),
);

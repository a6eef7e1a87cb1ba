// Ranks the neighbours of all articles in a process of its own and prints seconds of the processor and memory:
//   node --single-threaded rank.js METHOD COUNT
import MiniSearch from 'minisearch';
import { SiteRanker } from '../modules/builder/site-ranker.js';
import { processorTime } from '../numbers.js';
import { articles, set } from './articles.js';

const [method, count] = process.argv.slice(2);
const list = Number(count) ? articles(Number(count)) : set(count);

/** Searches that a plain MiniSearch is timed on. */
const SEARCHES = 20;

const methods = {
  neighbours() {
    const started = processorTime();
    const ranker = new SiteRanker(list);
    const related = list.reduce((sum, article) => sum + ranker.related(article, 12).length, 0);
    return { related, seconds: (processorTime() - started) / 1000 };
  },
  /** What anybody would write first: each article's words as a search; of some, since it takes so long. */
  minisearch() {
    const started = processorTime();
    const index = new MiniSearch({ fields: ['title', 'text'] });
    index.addAll(list.map(({ title, text = '' }, id) => ({ id, title, text })));
    const indexed = processorTime();
    const step = Math.ceil(list.length / SEARCHES);
    const sample = list.filter((_, at) => at % step === 0);
    for (const { title, text = '' } of sample) index.search(`${title} ${text}`).slice(0, 12);
    const searching = ((processorTime() - indexed) / sample.length) * list.length;
    return { searches: sample.length, seconds: (indexed - started + searching) / 1000 };
  },
};

const result = methods[method]();
const megabytes = process.resourceUsage().maxRSS / 1000;
console.log(JSON.stringify({ articles: list.length, megabytes, ...result }));

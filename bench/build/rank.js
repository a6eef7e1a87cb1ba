// Ranks the neighbours of all articles in a process of its own and prints seconds of the processor and memory, which other
// processes do not change as they do the time of day: node --single-threaded rank.js METHOD COUNT
import MiniSearch from 'minisearch';
import { SiteRanker } from '../../dist/builder/site-ranker.js';
import { articles, set } from './articles.js';

const [method, count] = process.argv.slice(2);
const list = count === 'digitalgov' ? set(count) : articles(Number(count));

/** Searches that a plain MiniSearch is timed on. */
const SAMPLE = 20;
/** Seconds that the others would take. */
let extra = 0;

const methods = {
  neighbours() {
    const ranker = new SiteRanker(list);
    return list.reduce((sum, article) => sum + ranker.related(article, 12).length, 0);
  },
  /** What anybody would write first: each article's words as a search; of some, since it takes so long. */
  minisearch() {
    const index = new MiniSearch({ fields: ['title', 'text'] });
    index.addAll(list.map(({ title, text = '' }, id) => ({ id, title, text })));
    const indexed = processor();
    const step = Math.ceil(list.length / SAMPLE);
    const sample = list.filter((_, at) => at % step === 0);
    let related = 0;
    for (const { title, text = '' } of sample)
      related += index.search(`${title} ${text}`).slice(0, 12).length;
    extra = (processor() - indexed) * (list.length / sample.length - 1);
    return related;
  },
};

const started = processor();
const related = methods[method]();
const seconds = processor() - started + extra;
console.log(
  JSON.stringify({
    articles: list.length,
    related,
    seconds,
    megabytes: process.resourceUsage().maxRSS / 1000,
  }),
);

/** Seconds that the processor has worked for this process. */
function processor() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

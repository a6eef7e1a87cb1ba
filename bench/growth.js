// How the time of a ranking grows with hostile articles: npm run build && npm run bench:growth [-- --size 100000]
// Prints the processor's time at a size, twice and four times it; what grows with its size alone takes 2 and 4 times as long.
import { parseArgs } from 'node:util';
import { createRanker, readIndex } from '../dist/core.js';
import { table } from './relevance/report.js';

const { values: options } = parseArgs({ options: { size: { type: 'string', default: '100000' } } });
const size = Number(options.size);
const many = (count, piece) => Array.from({ length: count }, (_, at) => piece(at));

/** Makes an article of a size: characters, or a tenth as many tags or terms. */
const hostile = {
  'many tags': (n) => ({ tags: many(n / 10, (at) => `tag ${at}`) }),
  'the same tag, spelled in many ways': (n) => ({
    tags: many(n / 10, (at) => `tag${' '.repeat(at % 50)}${at % 7}`),
  }),
  'many key terms': (n) => ({ terms: many(n / 10, (at) => `w${at} w${at + 1}`) }),
  'a long text': (n) => ({ text: many(n / 6, (at) => `w${at % 9999}`).join(' ') }),
  'as many words as there is room for': (n) => ({ text: many(n / 6, (at) => `w${at}`).join(' ') }),
  'one word, repeated': (n) => ({ text: 'wort '.repeat(n / 5) }),
  'stop words alone': (n) => ({ text: 'und der '.repeat(n / 8) }),
  'lone surrogates': (n) => ({ text: '\uD83D'.repeat(n) }),
  'control characters': (n) => ({ text: '\u0001'.repeat(n) }),
  'combining marks': (n) => ({ text: `a${'\u0301'.repeat(n)}` }),
  spaces: (n) => ({ text: `a${' '.repeat(n)}b` }),
  'lines without end': (n) => ({ text: '\n \t'.repeat(n / 3) }),
  'dashes and dots': (n) => ({ text: '– . – '.repeat(n / 6) }),
  'a title of a book': (n) => ({ title: many(n / 6, (at) => `w${at % 999}`).join(' ') }),
  'angle brackets': (n) => ({ excerpt: '<a '.repeat(n / 3) }),
  'broken references': (n) => ({ excerpt: '&#12'.repeat(n / 4) }),
  '__proto__ everywhere': (n) => ({
    text: '__proto__ constructor '.repeat(n / 22),
    tags: ['__proto__'],
    terms: ['__proto__'],
  }),
};

function time(members) {
  const others = many(20, (at) => ({
    url: `/${at}`,
    title: `Wald w${at} Mast`,
    text: 'wort w1 w2 und w3',
    tags: ['tag 1'],
  }));
  const entries = [{ url: '/hostile', title: 'Wald Mast', language: 'de', ...members }, ...others];
  const before = process.cpuUsage();
  const { articles } = readIndex(entries, 'https://site.example/');
  const ranker = createRanker(articles, { language: 'de' });
  for (const [related] of [ranker.related(articles[0]), ranker.related(articles[1])]) void related?.reasons;
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const best = (members) => Math.min(time(members), time(members), time(members));
const rows = Object.entries(hostile).map(([name, make]) => {
  best(make(size));
  const [once, twice, four] = [1, 2, 4].map((times) => best(make(size * times)));
  return [name, `${once.toFixed(1)} ms`, (twice / once).toFixed(1), (four / once).toFixed(1)];
});
console.log(table(['an article of', `at ${size}`, 'at twice that', 'at four times that'], rows));

// How the time of a ranking, and of extracting key terms, grows with hostile articles: npm run build && npm run bench:growth [-- --size 100000]
// Prints the processor's time at a size, twice and four times it; what grows with its size alone takes 2 and 4 times as long.
import { parseArgs } from 'node:util';
import { createRanker, extractKeyTerms, readIndex } from '../dist/core.js';
import { processorTime } from './numbers.js';
import { table } from './report.js';

const { values: options } = parseArgs({ options: { size: { type: 'string', default: '100000' } } });
const size = Number(options.size);
const many = (count, piece) => Array.from({ length: count }, (_, at) => piece(at));

const character = (first, at) => String.fromCodePoint(first + at);
const kanji = (at) => character(0x4e00, (at * 7919) % 2999);
const hangul = (at) => character(0xac00, (at * 7919) % 1999);

/** Makes an article of a size: characters, or a tenth as many tags or terms. */
const hostile = {
  'many tags': (n) => ({ tags: many(n / 10, (at) => `tag ${at}`) }),
  'the same tag, spelled in many ways': (n) => ({
    tags: many(n / 10, (at) => `tag${' '.repeat(at % 50)}${at % 7}`),
  }),
  'many key terms': (n) => ({ terms: many(n / 10, (at) => `w${at} w${at + 1}`) }),
  'a long text': (n) => ({ text: many(n / 6, (at) => `w${at % 9999}`).join(' ') }),
  'as many words as there is room for': (n) => ({ text: many(n / 6, (at) => `w${at}`).join(' ') }),
  'one word behind many others': (n) => ({ text: many(n / 12, (at) => `a${at} Wald`).join(' ') }),
  'Japanese, without spaces': (n) => ({
    text: many(n / 3, (at) => kanji(at) + kanji(3 * at) + character(0x3042, at % 80)).join(''),
  }),
  Korean: (n) => ({
    text: many(n / 5, (at) => `${hangul(at)}${hangul(7 * at)}${['은', '에서', '으로'][at % 3]}`).join(' '),
  }),
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

/** The articles of an index: a hostile one, another with the same words, and twenty harmless ones. */
function index(members) {
  const others = many(20, (at) => ({
    url: `/${at}`,
    title: `Wald w${at} Mast`,
    text: 'wort w1 w2 und w3',
    tags: ['tag 1'],
  }));
  return [
    { url: '/hostile', title: 'Wald Mast', language: 'de', ...members },
    { url: '/twin', title: 'Wald Masten', language: 'de', ...members },
    ...others,
  ];
}

/** What is timed, from the entries of an index. */
const works = {
  ranking(entries) {
    const { articles } = readIndex(entries, 'https://site.example/');
    const ranker = createRanker(articles, { language: 'de' });
    for (const current of [articles[0], articles[2]]) {
      for (const related of ranker.related(current, { diversity: 0.5 })) void related.reasons;
    }
  },
  'key terms'(entries) {
    extractKeyTerms(readIndex(entries, 'https://site.example/').articles, { language: 'de' });
  },
};

function time(work, members) {
  const entries = index(members);
  const before = processorTime();
  work(entries);
  return processorTime() - before;
}

const best = (work, members) => Math.min(...many(3, () => time(work, members)));

/** The time at a size, and how many times as long twice and four times as much takes. */
function growth(work, make) {
  best(work, make(size));
  const [once, twice, four] = [1, 2, 4].map((times) => best(work, make(size * times)));
  return [`${once.toFixed(1)} ms`, (twice / once).toFixed(1), (four / once).toFixed(1)];
}

const header = Object.keys(works).flatMap((name) => [
  `${name} at ${size}`,
  'at twice that',
  'at four times that',
]);
const rows = Object.entries(hostile).map(([name, make]) => {
  const row = [name, ...Object.values(works).flatMap((work) => growth(work, make))];
  console.error(row.join(' | '));
  return row;
});
console.log(table(['an article of', ...header], rows));

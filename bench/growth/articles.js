// Hostile articles for bench/growth.js.

export const many = (count, piece) => Array.from({ length: count }, (_, at) => piece(at));

const character = (first, at) => String.fromCodePoint(first + at);
const kanji = (at) => character(0x4e00, (at * 7919) % 2999);
const hangul = (at) => character(0xac00, (at * 7919) % 1999);

/** Makes an article of a size: characters, or a tenth as many tags or terms. */
export const articles = {
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
export function index(members) {
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

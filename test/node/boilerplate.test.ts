import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readIndex } from '../../src/reader/read-index.js';
import { withoutTrailer } from '../../src/shared/teaser.js';

const TITLE = 'Wind & sea';

/** What stands at the end of teasers, and what is left of a teaser that begins with `Wind is strong`. */
const trailers: readonly [language: string, written: string, read: string][] = [
  ['English', '. Read more', '.'],
  ['English', '. Read more »', '.'],
  ['English', '… Continue reading Wind & sea', '…'],
  ['English', '. Continue reading “Wind & sea” →', '.'],
  ['English', '. Read more about Wind & sea', '.'],
  ['English', '… Continue reading about what the sea does', '…'],
  ['English', ' […] The post Wind & sea appeared first on Coast.', '…'],
  ['English', '. The article Wind & sea first appeared on Coast.', '.'],
  ['German', '… Weiterlesen', '…'],
  ['German', '. Weiterlesen „Wind & sea“', '.'],
  ['German', '. Den ganzen Artikel lesen', '.'],
  ['German', '. Der Beitrag Wind & sea erschien zuerst auf Küste.', '.'],
  ['French', '. Lire la suite →', '.'],
  ['French', '… Continuer la lecture de « Wind & sea »', '…'],
  ['French', '. L’article Wind & sea est apparu en premier sur Côte.', '.'],
  ['Spanish', '. Leer más', '.'],
  ['Spanish', '… Seguir leyendo', '…'],
  ['Spanish', '. La entrada Wind & sea se publicó primero en Costa.', '.'],
  ['Italian', '. Leggi tutto', '.'],
  ['Italian', '… Continua a leggere', '…'],
  ['Italian', '. L’articolo Wind & sea proviene da Costa.', '.'],
  ['Dutch', '. Lees verder', '.'],
  ['Dutch', '. Het bericht Wind & sea verscheen eerst op Kust.', '.'],
  ['Polish', '. Czytaj dalej', '.'],
  ['Polish', '. Artykuł Wind & sea pochodzi z serwisu Wybrzeże.', '.'],
  ['Portuguese', '. Leia mais', '.'],
  ['Portuguese', '. O post Wind & sea apareceu primeiro em Costa.', '.'],
  ['any language', ' […]', '…'],
  ['any language', ' [...]', '…'],
  ['any language', ' (more…)', '…'],
];

const kept = [
  'Wind is strong.',
  'Wind is strong …',
  'He reads on. Read more books, she said.',
  'Do you want to read more?',
  'A book that you must read.',
  'Tipps zum Weiterlesen',
  'Everything about Wind & sea',
  'Wind & sea',
  'Wind & sea appeared in the north.',
  'The post office is closed (see below).',
  'A list [1]',
];

describe('a teaser that ends in words of the publishing system', () => {
  for (const [language, written, read] of trailers) {
    it(`loses them in ${language}: ${written}`, () => {
      assert.equal(withoutTrailer(`Wind is strong${written}`, TITLE), `Wind is strong${read}`);
    });
  }

  it('loses the link of a theme in any language', () => {
    const excerpt =
      '<p>Vinden er sterk &hellip; <a href="/a" class="more-link">Les videre<span> A</span></a></p>';
    const { articles } = readIndex([{ url: '/a', title: 'A', excerpt }], 'https://site.example/');
    assert.equal(articles[0]?.excerpt, 'Vinden er sterk …');
  });

  it('is made of the text if nothing else is left', () => {
    const excerpt = '<a class="read-more" href="/a">Les videre</a>';
    const { articles } = readIndex(
      [{ url: '/a', title: 'A', excerpt, text: 'Vinden er sterk.' }],
      'https://a.example/',
    );
    assert.equal(articles[0]?.excerpt, 'Vinden er sterk.');
  });
});

describe('a teaser that its source cut within markup', () => {
  for (const [written, read] of [
    ['<p>Wind is <b>strong', 'Wind is strong'],
    ['<p>Wind is <a href="/sea', 'Wind is'],
    ['Wind is <a href="/sea" cla', 'Wind is'],
    ['Wind is <em>strong</e', 'Wind is <em>strong'],
    ['<div class="x"><h2>Wind</h2><p>is strong</', 'Wind is strong'],
    ['Wind if a < b and c=d', 'Wind if a < b and c=d'],
  ] as const) {
    it(`has no half tag: ${written}`, () => {
      const { articles } = readIndex([{ url: '/a', title: 'A', excerpt: written }], 'https://site.example/');
      assert.equal(articles[0]?.excerpt, read);
    });
  }
});

describe('a teaser that only has such words in it', () => {
  for (const text of kept) {
    it(`stays as it is: ${text}`, () => {
      assert.equal(withoutTrailer(text, TITLE), text);
    });
  }
});

describe('any teaser', () => {
  const parts = fc.constantFrom(
    '…',
    '...',
    ' ',
    '[',
    ']',
    '(',
    'read more',
    'Continue reading',
    'The post',
    'a',
    '. ',
    '»',
  );
  const texts = fc.string({ unit: fc.oneof(parts, fc.string({ maxLength: 3 })) });

  it('is never longer without what systems put at its end', () => {
    fc.assert(
      fc.property(texts, texts, (text, title) => {
        assert.ok(withoutTrailer(text, title).length <= text.length);
      }),
    );
  });

  it('is read to its end, however it repeats', () => {
    for (const part of ['…', '. ', 'read more ', 'The post ', ' ', '[', 'a ', '»']) {
      assert.equal(typeof withoutTrailer(part.repeat(200_000), 'a'), 'string');
    }
  });
});

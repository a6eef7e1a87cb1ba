import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { baseOf, basesOf } from '../../src/ranking/inflections.js';
import { finished } from '../../src/steps.js';
import { UNKNOWN, WordTable } from '../../src/ranking/word-table.js';

/** The word that a word is taken for among others; undefined where it is taken for none. */
function base(word: string, ...others: string[]): string | undefined {
  const table = WordTable.of(others);
  const number = baseOf(
    Uint16Array.from(word, (letter) => letter.charCodeAt(0)),
    0,
    word.length,
    table,
  );
  return number === UNKNOWN ? undefined : table.word(number);
}

describe('an inflection', () => {
  for (const [word, of] of [
    ['tarife', 'tarif'],
    ['tarifen', 'tarif'],
    ['tarifs', 'tarif'],
    ['landes', 'land'],
    ['frequenzen', 'frequenz'],
    ['seiten', 'seite'],
    ['formeln', 'formel'],
    ['auctions', 'auction'],
    ['licences', 'licence'],
    ['tested', 'test'],
    ['testing', 'test'],
    ['licensing', 'license'],
    ['shared', 'share'],
  ] as const) {
    it(`is ${word} of ${of}`, () => assert.equal(base(word, of), of));
  }

  it('is one only of a word that is there', () => assert.equal(base('tarife', 'tarifs', 'mast'), undefined));
  it('is none of a word of three letters', () => assert.equal(base('using', 'use'), undefined));
  it('is none of a word that only begins alike', () => assert.equal(base('mastort', 'mast'), undefined));
  it('is of the shortest word', () => assert.equal(base('tarifen', 'tarife', 'tarif'), 'tarif'));
});

describe('the words of an index', () => {
  it('are taken for the base of their base', () => {
    const table = WordTable.of(['testings', 'mast', 'testing', 'test']);
    assert.deepEqual([...finished(basesOf(table))], [3, 1, 3, 3]);
  });
});

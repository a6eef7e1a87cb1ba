import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSameLanguage, namedLanguage, primaryLanguage, toLanguageTag } from '../../src/shared/language.js';

describe('two language tags', () => {
  for (const [one, other] of [
    ['no', 'nb'],
    ['no', 'nn'],
    ['nb', 'nn'],
    ['nb-NO', 'no'],
    ['iw', 'he'],
    ['in', 'id'],
    ['ji', 'yi'],
    ['mo', 'ro'],
    ['zh-Hans', 'zh'],
    ['zh-Hans', 'zh-Hant-TW'],
    ['cmn', 'zh'],
    ['cmn-Hans-CN', 'zh-TW'],
    ['de-AT', 'de'],
    ['de_AT', 'de-AT'],
    ['de_AT', 'de'],
    ['EN-gb', 'en-US'],
  ] as const) {
    it(`count as one language: ${one} and ${other}`, () => {
      assert.equal(isSameLanguage(one, other), true);
      assert.equal(isSameLanguage(other, one), true);
      assert.equal(primaryLanguage(one), primaryLanguage(other));
    });
  }

  for (const [one, other] of [
    ['de', 'en'],
    ['no', 'da'],
    ['he', 'id'],
    ['de', 'den'],
    ['yue', 'zh'],
    ['de-IN', 'in'],
  ] as const) {
    it(`count as different languages: ${one} and ${other}`, () => {
      assert.equal(isSameLanguage(one, other), false);
      assert.equal(isSameLanguage(other, one), false);
    });
  }

  for (const missing of [undefined, '']) {
    it(`count as one language if one of them is ${missing === '' ? 'empty' : 'missing'}`, () => {
      assert.equal(isSameLanguage(missing, 'de'), true);
      assert.equal(isSameLanguage('de', missing), true);
    });
  }
});

describe('toLanguageTag', () => {
  for (const [value, tag] of [
    ['de', 'de'],
    ['de-AT', 'de-AT'],
    ['de_AT', 'de-AT'],
    [' zh_Hant_TW\n', 'zh-Hant-TW'],
    ['es-419', 'es-419'],
    ['en-US-u-nu-arab', 'en-US-u-nu-arab'],
    [`en-${'abcdefgh-'.repeat(3)}abcde`, `en-${'abcdefgh-'.repeat(3)}abcde`],
  ] as const) {
    it(`gives ${tag} for ${JSON.stringify(value)}`, () => assert.equal(toLanguageTag(value), tag));
  }

  for (const value of [
    '',
    ' ',
    '-',
    'de-',
    '_AT',
    'deutsch (Österreich)',
    'de AT',
    '1',
    'abcd',
    'English',
    'default',
    'x-klingon',
    'en-abcdefghi',
    `en-${'abcdefgh-'.repeat(3)}abcdef`,
    undefined,
    null,
    49,
    ['de'],
    { toString: () => 'de' },
  ]) {
    it(`gives undefined for ${JSON.stringify(value) ?? 'undefined'}`, () =>
      assert.equal(toLanguageTag(value), undefined));
  }
});

describe('namedLanguage', () => {
  for (const tag of ['und', 'UND', 'zxx', 'mul', 'mis', 'all', 'und-Latn']) {
    it(`gives undefined for a tag that names no language: ${tag}`, () => {
      assert.equal(namedLanguage(tag), undefined);
    });
  }

  for (const tag of ['de', 'de_AT', 'ndo']) {
    it(`gives the tag of a language: ${tag}`, () => assert.equal(namedLanguage(tag), tag.replace('_', '-')));
  }
});

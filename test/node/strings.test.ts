import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatDay, formatNumber } from '../../src/element/format.js';
import { loadStrings } from '../../src/element/languages.js';

const LANGUAGES = 'ar cs da de en es fi fr he hu it ja ko nb nl pl pt ro ru sv tr uk zh-Hans zh-Hant'.split(
  ' ',
);
/** Texts that a language can do without. */
const OPTIONAL = ['separator', 'readingSpeed'];

/** Every text with its name; a plural form has a name such as `discussion.one`. */
function texts(value: object, prefix = ''): [name: string, text: string][] {
  const entries = Object.entries(value).filter(([name]) => !OPTIONAL.includes(name));
  return entries.flatMap(([name, text]) =>
    typeof text === 'string' ? [[prefix + name, text]] : texts(text as object, `${prefix}${name}.`),
  );
}

describe('the texts', () => {
  for (const language of LANGUAGES) {
    it(`are complete in ${language}`, async () => {
      const strings = await loadStrings(language);
      assert.equal(strings.language, language);
      const names = texts(strings).map(([name]) => name.replace(/\..*$/, ''));
      const expected = texts(await loadStrings('en')).map(([name]) => name.replace(/\..*$/, ''));
      assert.deepEqual([...new Set(names)], [...new Set(expected)]);
      assert.deepEqual(
        texts(strings).filter(([, text]) => !text.trim()),
        [],
      );
    });

    it(`have every placeholder in ${language}`, async () => {
      const { discussion, reasons, linkedWith, author, readingTime } = await loadStrings(language);
      const rules = new Intl.PluralRules(language);
      for (const [category, text] of Object.entries(discussion)) {
        const numbers = Array.from({ length: 1001 }, (_, number) => number);
        const isOneNumber = numbers.filter((number) => rules.select(number) === category).length === 1;
        if (!isOneNumber) assert.match(text, /\{count\}/);
      }
      assert.match(linkedWith, /\{title\}/);
      assert.match(reasons, /\{list\}/);
      assert.match(author, /\{name\}/);
      assert.match(readingTime, /\{count\}/);
    });

    it(`write dates as Intl does in ${language}`, async () => {
      const strings = await loadStrings(language);
      const tags = Object.keys(strings.dates?.patterns ?? {}).flatMap((each) => each.split(' '));
      assert.ok(tags.includes(language), `${language} is missing in ${tags.join(' ')}`);
      for (const tag of tags) {
        const dates = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
        for (let month = 0; month < 12; month++) {
          for (const [year, day] of [
            [2026, 1],
            [1000, 2],
            [9999, 28],
          ] as const) {
            const instant = new Date(Date.UTC(year, month, day));
            assert.equal(formatDay(instant.toISOString(), tag, strings), dates.format(instant));
          }
        }
      }
    });

    it(`write numbers as Intl does in ${language}`, async () => {
      const strings = await loadStrings(language);
      const numbers = new Intl.NumberFormat(language);
      for (const value of [0, 7, 999, 1000, 12_345])
        assert.equal(formatNumber(value, language, strings), numbers.format(value));
    });

    it(`have a plural form for every number from 0 to 1,000 in ${language}`, async () => {
      const { discussion } = await loadStrings(language);
      const rules = new Intl.PluralRules(language);
      for (let count = 0; count <= 1000; count++) {
        assert.ok(discussion[rules.select(count)], `${count} in ${language}`);
      }
    });
  }

  it('leave dates and numbers of other languages to Intl', async () => {
    assert.equal(formatDay('2026-01-17', 'de-AT', await loadStrings('de')), '17. Jänner 2026');
    assert.equal(formatDay('2026-01-17T23:30:00-05:00', 'el', await loadStrings('el')), '17 Ιανουαρίου 2026');
    assert.equal(formatNumber(7, 'ar-EG', await loadStrings('ar')), '٧');
  });

  for (const [tag, language] of [
    ['de-AT', 'de'],
    ['pt-BR', 'pt'],
    ['FR-ca', 'fr'],
    ['no', 'nb'],
    ['nb-NO', 'nb'],
    ['nn', 'nb'],
    ['iw', 'he'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['cmn', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh_TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['ZH-mo', 'zh-Hant'],
    ['zh-Hant', 'zh-Hant'],
    ['cmn-Hant-TW', 'zh-Hant'],
    ['zha', 'en'],
    ['den', 'en'],
    ['xx', 'en'],
    ['', 'en'],
  ] as const) {
    it(`are in ${language} for lang="${tag}"`, async () => {
      assert.equal((await loadStrings(tag)).language, language);
    });
  }
});

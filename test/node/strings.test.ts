import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatDay, formatNumber } from '../../src/element/format.js';
import { loadStrings } from '../../src/element/languages.js';

const LANGUAGES = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt'];

/** Every text with its name; a plural form has a name such as `discussion.one`. */
function texts(value: object, prefix = ''): [name: string, text: string][] {
  return Object.entries(value).flatMap(([name, text]) =>
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
      const { discussion, reasons, author, readingTime } = await loadStrings(language);
      for (const text of Object.values(discussion)) assert.match(text, /\{count\}/);
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
    assert.equal(formatDay('2026-01-17T23:30:00-05:00', 'sv', await loadStrings('sv')), '17 januari 2026');
    assert.equal(formatNumber(7, 'ar-EG', await loadStrings('ar')), '٧');
  });

  for (const [tag, language] of [
    ['de-AT', 'de'],
    ['pt-BR', 'pt'],
    ['FR-ca', 'fr'],
    ['zh-Hant-TW', 'en'],
    ['den', 'en'],
    ['xx', 'en'],
    ['', 'en'],
  ] as const) {
    it(`are in ${language} for lang="${tag}"`, async () => {
      assert.equal((await loadStrings(tag)).language, language);
    });
  }
});

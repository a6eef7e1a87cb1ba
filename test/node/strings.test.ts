import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadStrings } from '../../src/element/strings.js';

const LANGUAGES = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt'];

/** Every text with its name, those of a plural's categories as `discussion.one`. */
function texts(value: object, prefix = ''): [name: string, text: string][] {
  return Object.entries(value).flatMap(([name, text]) =>
    typeof text === 'string' ? [[prefix + name, text]] : texts(text as object, `${prefix}${name}.`),
  );
}

describe('the texts', () => {
  for (const language of LANGUAGES) {
    it(`say everything in ${language}`, async () => {
      const strings = await loadStrings(language);
      assert.equal(strings.language, language);
      const names = texts(strings).map(([name]) => name.replace(/\.\w+$/, ''));
      const expected = texts(await loadStrings('en')).map(([name]) => name.replace(/\.\w+$/, ''));
      assert.deepEqual([...new Set(names)], [...new Set(expected)]);
      assert.deepEqual(
        texts(strings).filter(([, text]) => !text.trim()),
        [],
      );
    });

    it(`keep every placeholder in ${language}`, async () => {
      const { discussion, reasons, author, readingTime } = await loadStrings(language);
      for (const text of Object.values(discussion)) assert.match(text, /\{count\}/);
      assert.match(reasons, /\{list\}/);
      assert.match(author, /\{name\}/);
      assert.match(readingTime, /\{count\}/);
    });

    it(`have a plural for every number from 0 to 1000 in ${language}`, async () => {
      const { discussion } = await loadStrings(language);
      const rules = new Intl.PluralRules(language);
      for (let count = 0; count <= 1000; count++) {
        assert.ok(discussion[rules.select(count)], `${count} in ${language}`);
      }
    });
  }

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

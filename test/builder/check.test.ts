import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkIndex } from '../../src/builder/check.js';
import { folder, run, serveFiles } from './support.js';

const BASE = 'https://site.example/';

/** Ten good articles on masts and forests. */
function good(): object[] {
  return Array.from({ length: 10 }, (_, at) => ({
    url: `/${at}`,
    title: `Article ${at}`,
    summary: 'On masts and forests, and what they have to do with each other.',
    date: '2026-11-17',
    language: 'en',
    tags: at % 2 ? ['masts', 'towns'] : ['forests', 'towns'].slice(0, at % 4 ? 2 : 1),
  }));
}

/** What is wrong with an index of these entries: how many of what. */
function findings(entries: readonly object[], language?: string): Record<string, number> {
  const { findings: found } = checkIndex(
    JSON.stringify(entries),
    BASE,
    language === undefined ? {} : { language },
  );
  return Object.fromEntries(found.map(({ what, count }) => [what, count]));
}

/** The same where the first entry is another. */
function withFirst(first: object): Record<string, number> {
  const [known, ...others] = good();
  return findings([{ ...known, ...first }, ...others]);
}

describe('the check of an index', () => {
  it('finds no fault in a good index', () => {
    assert.deepEqual(
      findings(good().map((entry, at) => ({ ...entry, tags: at % 2 ? ['masts'] : ['forests'] }))),
      {},
    );
  });

  it('finds entries that can’t be shown', () => {
    assert.equal(withFirst({ title: null })['entries that can’t be shown'], 1);
    assert.equal(withFirst({ url: null })['entries that can’t be shown'], 1);
    assert.equal(withFirst({ url: '/1' })['entries that can’t be shown'], 1);
  });

  it('finds an index without articles', () => {
    assert.deepEqual(findings([]), { 'no article': 1 });
  });

  it('finds articles without a date or a language', () => {
    const found = withFirst({ date: '12', language: undefined });
    assert.deepEqual([found['articles without a date'], found['articles without a language']], [1, 1]);
  });

  it('does not ask for a language that is given as an option', () => {
    assert.equal(findings([{ url: '/a', title: 'A' }], 'en')['articles without a language'], undefined);
  });

  it('finds several languages in one index', () => {
    assert.equal(withFirst({ language: 'de-AT' })['languages in one index'], 2);
    assert.equal(withFirst({ language: 'en-GB' })['languages in one index'], undefined);
  });

  it('finds titles that several articles have', () => {
    assert.equal(withFirst({ title: 'Article 1' })['titles that several articles have'], 1);
  });

  it('finds tags on most articles, and tags on one', () => {
    assert.equal(findings(good())['tags on more than half of the articles'], 1);
    const own = good().map((entry, at) => ({ ...entry, tags: [`tag ${at}`] }));
    assert.equal(findings(own)['tags on a single article'], 10);
  });

  it('finds articles with fewer than three neighbours', () => {
    const strange = { title: 'Quokka', summary: 'Setonix brachyurus.', tags: ['Marsupials'] };
    assert.equal(withFirst(strange)['articles with fewer than three neighbours'], 1);
  });

  it('advises to build an index, but not one that is built', () => {
    const advice = (entries: readonly object[]): string | undefined =>
      checkIndex(JSON.stringify(entries), BASE).findings.find(
        ({ what }) => what === 'articles with fewer than three neighbours',
      )?.advice;
    const [, ...others] = good();
    const strange = { url: '/strange', title: 'Quokka', tags: ['Marsupials'] };
    assert.match(advice([strange, ...others])!, /related-articles build/);
    const built = others.map((entry) => ({ ...entry, terms: ['masts', 'forests'] }));
    assert.equal(advice([strange, ...built]), 'give them tags or a longer text');
  });

  it('finds that a file is too large for a page view', () => {
    const noise = Array.from({ length: 150_000 }, (_, at) => ((at * 7919) % 100_003).toString(36)).join(' ');
    assert.equal(withFirst({ content_text: noise })['too large for a page view'], 1);
  });

  it('does not rank an index that is ranked already', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      _related_articles: { related_to: '/x' },
      items: [{ id: '1', url: '/a', title: 'A', language: 'en', date_published: '2026-11-17' }],
    };
    assert.deepEqual(checkIndex(JSON.stringify(feed), BASE).findings, []);
  });
});

describe('related-articles check', () => {
  it('prints a table, and fails where entries can’t be shown', async (test) => {
    const path = folder(test, { 'a.json': JSON.stringify([...good(), { title: 'No address' }]) });
    const { code, out } = await run(['check', `${path}/a.json`]);
    assert.equal(code, 1);
    assert.match(out, /^.*a\.json\n10 articles, .* kB, \d+ B gzip, about [\d.]+ ms to parse on a phone\n/);
    assert.match(
      out,
      /\nerror {4}entries that can’t be shown: 1\n +give each .*\n +- entry 11 has no URL: No address\n/,
    );
    assert.match(out, /\nwarning {2}tags on more than half of the articles: 1\n/);
  });

  it('counts entries from 1, and leaves addresses relative where no site is known', async (test) => {
    const path = folder(test, {
      'a.json': JSON.stringify([...good(), { title: 'Again', url: '/x' }, { title: 'Twice', url: '/x' }]),
    });
    const { out } = await run(['check', `${path}/a.json`]);
    assert.match(out, /\n +- entry 12 repeats the URL of another entry: \/x\n/);
    assert.doesNotMatch(out, /site\.invalid/);
  });

  it('prints JSON', async (test) => {
    const site = await serveFiles(test, { '/a.json': JSON.stringify(good()) });
    const { code, out } = await run(['check', `${site}a.json`, '--json']);
    const { articles, findings: found } = JSON.parse(out) as {
      articles: number;
      findings: { level: string }[];
    };
    assert.deepEqual([code, articles, found.map(({ level }) => level)], [0, 10, ['warning']]);
  });

  it('ends with an error if the file is not JSON', async (test) => {
    const path = folder(test, { 'a.json': '<html>' });
    const { code, err } = await run(['check', `${path}/a.json`]);
    assert.equal(code, 1);
    assert.match(
      err,
      /^related-articles: .*a\.json is not JSON; an index is a JSON Feed or a JSON list of articles, such as related-articles build writes\n$/,
    );
  });
});

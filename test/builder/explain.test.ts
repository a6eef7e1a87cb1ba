import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { explain as explainArticles, type Explanation } from '../../src/builder.js';
import type { Article } from '../../src/article.js';
import { folder, type Run, run } from './support.js';

const ENTRIES = [
  { url: '/blog/masts.html', title: 'Masts in the wood', tags: ['Masts', 'Woods'] },
  { url: '/blog/towers.html', title: 'Masts in the wood and field', tags: ['Masts'] },
  { url: '/blog/woods.html', title: 'Walks in the wood', tags: ['Woods'] },
  { url: '/blog/sea.html', title: 'Sailing', tags: ['Boats'] },
];
/** Like the first, and not to be shown. */
const UNLISTED = [
  { url: '/blog/soon.html', title: 'Soon: masts in the wood', tags: ['Masts'], date: '2999-01-01' },
  { url: '/blog/old.html', title: 'Was: masts in the wood', tags: ['Masts'], expires: '2001-01-01' },
  { url: '/blog/alt.html', title: 'Alt: masts in the wood', tags: ['Masts'], language: 'de' },
];

/** Runs `explain` on an index about masts. */
async function explain(test: TestContext, ...args: readonly string[]): Promise<Run> {
  return explainIn(ENTRIES, test, ...args);
}

async function explainIn(
  entries: readonly object[],
  test: TestContext,
  ...args: readonly string[]
): Promise<Run> {
  const path = folder(test, { 'a.json': JSON.stringify(entries) });
  return run(['explain', `${path}/a.json`, ...args, '--base', 'https://site.example/', '--language', 'en']);
}

describe('related-articles explain', () => {
  it('tells which articles are related to an article, how much and why', async (test) => {
    const { code, out } = await explain(test, 'blog/masts');
    assert.equal(code, 0);
    assert.match(out, /^Masts in the wood\nhttps:\/\/site\.example\/blog\/masts\.html\n/);
    assert.match(
      out,
      / 1 {2}0\.\d{3} {2}Masts in the wood and field\n +https:\/\/site\.example\/blog\/towers\.html\n +tags: Masts\n +words: /,
    );
    assert.match(out, / 2 {2}0\.\d{3} {2}Walks in the wood\n/);
    assert.doesNotMatch(out, /Sailing/);
  });

  it('tells the same of one other article', async (test) => {
    const { out } = await explain(test, 'https://site.example/blog/masts.html', 'Walks');
    assert.match(out, /\n {3}2 {2}0\.\d{3} {2}Walks in the wood\n/);
    assert.doesNotMatch(out, /Masts in the wood and field/);
  });

  for (const [other, reason] of [
    ['Sailing', 'has no telling word in common with this article'],
    ['Soon', 'is dated in the future'],
    ['Was', 'has expired'],
    ['Alt', 'is in another language: de'],
    ['blog/masts.html', 'is this very article'],
  ] as const) {
    it(`says that another article ${reason}`, async (test) => {
      const { out } = await explainIn([...ENTRIES, ...UNLISTED], test, 'blog/masts.html', other);
      assert.match(out, new RegExp(`\\n {3}– {2}\\d\\.\\d{3} {2}.*\\n.*\\n +not shown: it ${reason}\\n`));
    });
  }

  it('names the shared tags of an article that is not shown', async (test) => {
    const { out } = await explainIn([...ENTRIES, ...UNLISTED], test, 'blog/masts.html', 'Soon', '--json');
    assert.deepEqual((JSON.parse(out) as Explanation).related[0]?.tags, ['Masts']);
  });

  it('takes an article without a language for one in the language given', () => {
    const article = (id: string, language?: string): Article => ({
      id,
      url: `https://site.example/${id}`,
      title: `Masts in the wood ${id}`,
      tags: ['Masts'],
      ...(language !== undefined && { language }),
    });
    const articles = [article('a'), article('b', 'de'), article('c', 'en')];
    const { related } = explainArticles(articles, 'a', { other: 'c', language: 'de' });
    assert.equal(related[0]?.reason, 'is in another language: en');
  });

  it('prints each part of the score', async (test) => {
    const { out } = await explain(test, 'blog/masts', '--limit', '1');
    assert.match(
      out,
      / {4}\+ 0\.\d{3} {2}words, pairs of words and tags that both use\n {4}\+ 0\.\d{3} {2}words of this title that the other article uses\n/,
    );
    assert.match(out, / {4}× 0\.645 {2}how near in time they are\n/);
    const json = await explain(test, 'blog/masts', '--json');
    const { related } = JSON.parse(json.out) as Explanation;
    for (const { score, parts } of related) {
      const values = (kind: string): number[] =>
        parts.filter((part) => part.kind === kind).map(({ value }) => value);
      const sum = values('plus').reduce((total, value) => total + value, 0);
      const product = values('times').reduce((total, value) => total * value, sum);
      assert.ok(Math.abs(product - score) < 1e-6, `${product} is not ${score}`);
    }
  });

  it('prints JSON', async (test) => {
    const { out } = await explain(test, 'blog/masts', '--json', '--limit', '1');
    const { related } = JSON.parse(out) as { related: { rank: number; title: string; tags: string[] }[] };
    assert.deepEqual([related.length, related[0]?.rank, related[0]?.tags], [1, 1, ['Masts']]);
  });

  it('rejects a name that means no article, or several', async (test) => {
    assert.match(
      (await explain(test, 'Quokka')).err,
      /^related-articles: no article has the id, address or title "Quokka"/,
    );
    assert.match(
      (await explain(test, 'Masts')).err,
      /^related-articles: "Masts" means 2 articles, such as .*; name one by its address\n$/,
    );
  });
});

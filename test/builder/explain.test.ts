import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { folder, type Run, run } from './support.js';

/** Runs `explain` on an index about masts. */
async function explain(test: TestContext, ...args: readonly string[]): Promise<Run> {
  const entries = [
    { url: '/blog/masts.html', title: 'Masts in the wood', tags: ['Masts', 'Woods'] },
    { url: '/blog/towers.html', title: 'Masts in the wood and field', tags: ['Masts'] },
    { url: '/blog/woods.html', title: 'Walks in the wood', tags: ['Woods'] },
    { url: '/blog/sea.html', title: 'Sailing', tags: ['Boats'] },
  ];
  const path = folder(test, { 'a.json': JSON.stringify(entries) });
  return run(['explain', `${path}/a.json`, ...args, '--base', 'https://site.example/', '--language', 'en']);
}

describe('related-articles explain', () => {
  it('says what is related to an article, how much and why', async (test) => {
    const { code, out } = await explain(test, 'blog/masts');
    assert.equal(code, 0);
    assert.match(out, /^Masts in the wood\nhttps:\/\/site\.example\/blog\/masts\.html\n/);
    assert.match(
      out,
      / 1 {2}0\.\d{3} {2}Masts in the wood and field\n +https:\/\/site\.example\/blog\/towers\.html\n +tags: Masts\n/,
    );
    assert.match(out, / 2 {2}0\.\d{3} {2}Walks in the wood\n/);
    assert.doesNotMatch(out, /Sailing/);
  });

  it('says it of one other article', async (test) => {
    const { out } = await explain(test, 'https://site.example/blog/masts.html', 'Walks');
    assert.match(out, /\n {3}2 {2}0\.\d{3} {2}Walks in the wood\n/);
    assert.doesNotMatch(out, /Masts in the wood and field/);
  });

  it('says that another is not related', async (test) => {
    assert.match(
      (await explain(test, 'blog/masts', 'Sailing')).out,
      /not related: it shares no telling term {2}Sailing/,
    );
  });

  it('prints JSON', async (test) => {
    const { out } = await explain(test, 'blog/masts', '--json', '--limit', '1');
    const { related } = JSON.parse(out) as { related: { rank: number; title: string; tags: string[] }[] };
    assert.deepEqual([related.length, related[0]?.rank, related[0]?.tags], [1, 1, ['Masts']]);
  });

  it('names an article that is not there, or means several', async (test) => {
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

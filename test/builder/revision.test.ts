import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Article } from '../../src/article.js';
import { type KeptNeighbours, type NeighboursCache, openNeighboursCache } from '../../src/builder/caches.js';
import { revisedNeighbours } from '../../src/builder/output/revision.js';
import { SiteRanker } from '../../src/builder/site-ranker.js';
import { createRanker } from '../../src/ranking/create-ranker.js';
import { folder } from './support.js';

const GROUPS = 150;

/** An article of one of many groups of four, each about a subject of its own; the later of them say it less often. */
function article(group: number, at: number): Article {
  const url = `https://site.example/${group}/${at}/`;
  const words = Array.from({ length: 8 - at }, (_, word) => `subject${group}word${word}`);
  return { id: url, url, title: `On ${words[0]}`, text: words.join(' '), tags: [] };
}

function site(): Article[] {
  return Array.from({ length: GROUPS * 4 }, (_, at) => article(Math.floor(at / 4), at % 4));
}

/** A number from 0 to 1 for another, without an order. */
function hashed(number: number): number {
  return Math.abs(Math.sin(number * 12.9898) * 43758.5453) % 1;
}

/** A cache in memory. */
function memory(): NeighboursCache & { kept: KeptNeighbours | undefined } {
  return {
    kept: undefined,
    read() {
      return this.kept;
    },
    write(kept) {
      this.kept = kept;
    },
  };
}

function addresses(articles: readonly Article[], cache?: NeighboursCache, limit = 12): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const related of revisedNeighbours(new SiteRanker(articles), limit, cache)) {
    found.set(
      articles[found.size]?.url ?? '',
      related.map(({ article: { url } }) => url),
    );
  }
  return found;
}

/** What the ranker says of each article. */
function ranked(articles: readonly Article[]): Map<string, string[]> {
  const ranker = createRanker(articles);
  return new Map(
    articles.map((each) => [
      each.url,
      ranker.related(each, { limit: 12 }).map(({ article: { url } }) => url),
    ]),
  );
}

/** A cache that holds the neighbours of a site, in which one article, the first, has none by mistake. */
function mistaken(articles: readonly Article[]): ReturnType<typeof memory> {
  const cache = memory();
  addresses(articles, cache);
  const { kept } = cache;
  assert.ok(kept, 'nothing kept');
  cache.kept = {
    ...kept,
    articles: kept.articles.map((each, at) => (at === 0 ? { ...each, related: [] } : each)),
  };
  return cache;
}

const [FIRST, LAST] = [article(0, 0).url, article(GROUPS - 1, 3).url];

describe('the kept neighbours of an article', () => {
  it('are those that the ranker gives, with a cache and without', () => {
    const articles = site();
    assert.deepEqual(addresses(articles), ranked(articles));
    const cache = memory();
    assert.deepEqual(addresses(articles, cache), ranked(articles));
    assert.deepEqual(addresses(articles, cache), ranked(articles));
  });

  it('stay if only other articles changed', () => {
    const articles = site();
    const cache = mistaken(articles);
    const changed = articles.map((each) => (each.url === LAST ? { ...each, title: 'Another title' } : each));
    assert.deepEqual(addresses(changed, cache).get(FIRST), []);
    assert.equal(cache.kept?.changes, 1);
  });

  it('are sorted by their current scores', () => {
    // Words as frequent as they are in texts, so that many scores are nearly equal.
    const words = (at: number): string =>
      Array.from({ length: 30 }, (_, word) => `w${Math.floor(400 ** hashed(at * 30 + word))}`).join(' ');
    const articles = Array.from({ length: 500 }, (_, at) => {
      const url = `https://site.example/${at}/`;
      return { id: url, url, title: `Title ${words(at + 500).slice(0, 12)}`, text: words(at), tags: [] };
    });
    const cache = memory();
    addresses(articles, cache);
    const changed = articles.map((each, at) => (at === 77 ? { ...each, text: words(1000) } : each));
    const ranker = createRanker(changed);
    for (const [url, related] of [...addresses(changed, cache)].slice(0, 100)) {
      const scores = related.map((other) => ranker.explain(url, other).score);
      assert.deepEqual(
        scores,
        scores.toSorted((a, b) => b - a),
        url,
      );
    }
    assert.equal(cache.kept?.changes, 1);
  });

  it('are ranked anew if an article becomes a neighbour, or no longer is one', () => {
    const articles = site();
    const cache = memory();
    addresses(articles, cache);
    const moved = { ...article(7, 1), text: 'subject7word0 subject7word1', id: LAST, url: LAST };
    const changed = articles.map((each) => (each.url === LAST ? moved : each));
    const now = addresses(changed, cache);
    assert.deepEqual(now, ranked(changed));
    assert.ok(now.get(article(7, 0).url)?.includes(LAST), 'not among its new neighbours');
  });

  it('get the next best article if one leaves', () => {
    const articles = site();
    const cache = memory();
    const [other] = addresses(articles, cache, 1).get(LAST) ?? [];
    const changed = articles.map((each) =>
      each.url === other ? { ...each, title: 'Bread', text: 'bread' } : each,
    );
    const now = addresses(changed, cache, 1).get(LAST);
    assert.equal(now?.length, 1);
    assert.notEqual(now?.[0], other);
  });

  it('are ranked anew if an article is added or removed', () => {
    const articles = site();
    const cache = memory();
    addresses(articles.slice(0, -1), cache);
    assert.deepEqual(addresses(articles, cache), ranked(articles));
    assert.deepEqual(addresses(articles.slice(1), cache), ranked(articles.slice(1)));
    assert.equal(cache.kept?.changes, 2);
  });

  it('are ranked anew once a future article is published', (test) => {
    const articles = site().map((each) => (each.url === LAST ? { ...each, date: '2030-01-02' } : each));
    const cache = memory();
    const neighbour = article(GROUPS - 1, 2).url;
    test.mock.timers.enable({ apis: ['Date'], now: Date.parse('2030-01-01') });
    assert.ok(!addresses(articles, cache).get(neighbour)?.includes(LAST), 'seen too early');
    test.mock.timers.setTime(Date.parse('2030-01-03'));
    assert.ok(addresses(articles, cache).get(neighbour)?.includes(LAST), 'not seen in time');
  });

  it('are all ranked anew once one article in a hundred has changed', () => {
    const articles = site();
    const cache = mistaken(articles);
    for (let at = 0; at < 7; at++) {
      const title = `Another title, ${at}`;
      const changed = articles.map((each) => (each.url === LAST ? { ...each, title } : each));
      const related = addresses(changed, cache).get(FIRST);
      assert.equal(related?.length, at < 6 ? 0 : 3, `after ${at + 1} changes`);
    }
    assert.equal(cache.kept?.changes, 0);
  });

  it('are all ranked anew with another limit', () => {
    const articles = site();
    const cache = mistaken(articles);
    assert.equal(addresses(articles, cache, 2).get(FIRST)?.length, 2);
  });

  it('are all ranked anew on a small site', () => {
    const articles = site().slice(0, 400);
    const cache = mistaken(articles);
    assert.equal(addresses(articles, cache).get(FIRST)?.length, 3);
  });
});

describe('the cache of neighbours', () => {
  const kept: KeptNeighbours = {
    options: '[12]',
    changes: 0,
    articles: [{ url: 'https://a.example/', print: 'x', related: [], support: [], least: 0 }],
  };

  /** A file in a folder of its own. */
  function file(test: TestContext): string {
    return join(folder(test), 'neighbours.json');
  }

  it('gives back what was written', (test) => {
    const path = file(test);
    openNeighboursCache(path, '1').write(kept);
    assert.deepEqual({ ...openNeighboursCache(path, '1').read() }, { ...kept, version: '1' });
  });

  it('is empty for another version of the program', (test) => {
    const path = file(test);
    openNeighboursCache(path, '1').write(kept);
    assert.equal(openNeighboursCache(path, '2').read(), undefined);
  });

  it('does no harm if it can’t be written', (test) => {
    const path = file(test);
    mkdirSync(path);
    const cache = openNeighboursCache(path, '1');
    cache.write(kept);
    assert.equal(cache.read(), undefined);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Article } from '../../src/article.js';
import { createRanker } from '../../src/ranking/create-ranker.js';
import type { RelatedOptions } from '../../src/ranking/eligibility.js';

/** An article of a site about masts. */
function article(id: string, members: Partial<Article> = {}): Article {
  return { id, url: `https://site.example/${id}`, title: id, tags: ['Mast'], ...members };
}

function related(articles: Article[], current: Article, options: RelatedOptions = {}): string[] {
  return createRanker([current, ...articles])
    .related(current, options)
    .map(({ article: { id } }) => id);
}

const others = ['a', 'b', 'c'].map((id) => article(id));

describe('the articles that editors chose', () => {
  it('come first, in their order, before all that are related', () => {
    const current = article('now', { related: ['c', 'https://www.site.example/b/'] });
    assert.deepEqual(related(others, current), ['c', 'b', 'a']);
  });

  it('come behind those that the page pins', () => {
    const current = article('now', { related: ['c', 'a'] });
    assert.deepEqual(related(others, current, { pinned: ['b', 'c'] }), ['b', 'c', 'a']);
  });

  it('are marked in the reasons, and have their score', () => {
    const current = article('now', { related: ['c'] });
    const [first, second] = createRanker([current, ...others]).related(current);
    assert.deepEqual([first?.reasons.isCurated, second?.reasons.isCurated], [true, undefined]);
    assert.equal(first?.score, second?.score);
  });

  it('are shown although they have nothing in common', () => {
    const current = article('now', { related: ['other'] });
    const other = article('other', { tags: [] });
    assert.deepEqual(related([other], current), ['other']);
  });

  it('are shown although they are newer or in another language', () => {
    const current = article('now', { related: ['a'], date: '2020-01-01', language: 'de' });
    const newer = article('a', { date: '2021-01-01', language: 'en' });
    assert.deepEqual(related([newer], current, { includeNewer: false }), ['a']);
  });

  it('are not shown if they are not public yet, have expired, or are excluded', () => {
    const current = article('now', { related: ['future', 'expired', 'excluded', 'gone'] });
    const articles = [
      article('future', { date: '2999-01-01' }),
      article('expired', { expires: '2020-01-01' }),
      article('excluded'),
    ];
    assert.deepEqual(related(articles, current, { exclude: ['excluded'] }), []);
  });

  it('are not shown if they are not among those to choose from', () => {
    const current = article('now', { related: ['a'] });
    const articles = [article('a'), article('b', { section: 'Netze' })];
    assert.deepEqual(related(articles, current, { only: ['section:Netze'] }), ['b']);
  });

  it('are never the article itself, and none is shown twice', () => {
    const current = article('now', { related: ['now', 'a', 'a', 'https://site.example/a'] });
    assert.deepEqual(related(others, current), ['a', 'b', 'c']);
  });

  it('are those that the index names if the article is given without them', () => {
    const ranker = createRanker([article('now', { related: ['c'] }), ...others]);
    const [first] = ranker.related({ title: 'Now', tags: ['Mast'], url: 'https://site.example/now' });
    assert.equal(first?.article.id, 'c');
  });

  it('count in the number of articles asked for', () => {
    const current = article('now', { related: ['c', 'b'] });
    assert.deepEqual(related(others, current, { limit: 1 }), ['c']);
    assert.deepEqual(related(others, current, { limit: 3 }), ['c', 'b', 'a']);
    assert.deepEqual(related(others, current, { limit: 1, diversity: 0.5 }), ['c']);
  });
});

describe('an article that editors exclude', () => {
  it('is not shown under this article alone', () => {
    const current = article('now', { exclude: ['b', 'tag:Wald'] });
    const articles = [...others, article('d', { tags: ['Mast', 'Wald'] })];
    assert.deepEqual(related(articles, current), ['a', 'c']);
    assert.deepEqual(related([current, ...articles], article('other')).length, 5);
  });
});

describe('the other parts of a series', () => {
  const part = (position: number | undefined, members: Partial<Article> = {}): Article =>
    article(`part-${position ?? 'x'}`, {
      tags: [],
      series: { name: 'Masten', ...(position !== undefined && { position }) },
      ...members,
    });

  it('follow what editors chose, those behind the current part first', () => {
    const current = part(2, { related: ['c'], tags: ['Mast'] });
    const articles = [part(1), part(4), part(3), ...others];
    assert.deepEqual(related(articles, current), ['c', 'part-3', 'part-4', 'part-1', 'a', 'b']);
  });

  it('are marked with the name of the series in the reasons', () => {
    const current = part(1);
    const [first] = createRanker([current, part(2)]).related(current);
    assert.equal(first?.reasons.series, 'Masten');
  });

  it('are ordered by date if they have no place', () => {
    const on = (id: string, date: string): Article => article(id, { series: { name: 'Masten' }, date });
    const articles = [on('d', '2026-04-01'), on('a', '2026-01-01'), on('c', '2026-03-01')];
    assert.deepEqual(related(articles, on('b', '2026-02-01')), ['c', 'd', 'a']);
  });

  it('are found however the name of the series is spelled', () => {
    const current = part(1);
    const other = part(2, { series: { name: 'MASTEN', position: 2 } });
    assert.deepEqual(related([other], current), ['part-2']);
  });

  it('are all shown if two have the same place', () => {
    const current = part(1);
    const twin = part(2, { id: 'twin', url: 'https://site.example/twin' });
    assert.deepEqual(related([part(2), twin], current), ['part-2', 'twin']);
  });

  it('are not shown in another language', () => {
    const current = part(1, { language: 'de' });
    assert.deepEqual(related([part(2, { language: 'en' })], current), []);
  });

  it('are none if the article is the only part', () => {
    assert.deepEqual(related(others, part(1)), []);
  });
});

describe('a list by', () => {
  const current = article('now', {
    author: 'Ada Lovelace, Grace Hopper',
    section: 'Netze',
    series: { name: 'Masten', position: 2 },
    related: ['old'],
  });
  const articles = [
    article('old', { author: 'Grace Hopper', section: 'netze', date: '2020-01-01', tags: [] }),
    article('new', { author: 'Ada Lovelace', section: 'Netze', date: '2026-01-01', tags: [] }),
    article('other', { author: 'Somebody', section: 'Politik', links: ['https://site.example/now'] }),
    article('third', { series: { name: 'Masten', position: 3 } }),
    article('first', { series: { name: 'Masten', position: 1 }, links: ['now', 'old'] }),
  ];

  it('author has the articles of each author, the newest first', () => {
    assert.deepEqual(related(articles, current, { by: 'author' }), ['new', 'old']);
  });

  it('section has the articles of the same section, the newest first', () => {
    assert.deepEqual(related(articles, current, { by: 'section' }), ['new', 'old']);
  });

  it('series has the other parts, those behind the current one first', () => {
    assert.deepEqual(related(articles, current, { by: 'series' }), ['third', 'first']);
  });

  it('backlinks has the articles that link to the current one', () => {
    assert.deepEqual(related(articles, current, { by: 'backlinks' }), ['first', 'other']);
  });

  it('backlinks has an article too that the current one links to as well', () => {
    const linking = { ...current, links: ['https://site.example/other'] };
    assert.deepEqual(related(articles, linking, { by: 'backlinks' }), ['first', 'other']);
  });

  it('author has what the page pins first, and nothing that is left out', () => {
    const options = { by: 'author', pinned: ['first'], exclude: ['new'], limit: 2 } as const;
    assert.deepEqual(related(articles, current, options), ['first', 'old']);
  });

  it('author is empty if the article names no author', () => {
    assert.deepEqual(related(articles, article('now'), { by: 'author' }), []);
    assert.deepEqual(related(articles, article('now'), { by: 'section' }), []);
    assert.deepEqual(related(articles, article('now'), { by: 'series' }), []);
    assert.deepEqual(related(articles, article('unlinked'), { by: 'backlinks' }), []);
  });

  it('something else is refused', () => {
    assert.throws(() => related(articles, current, { by: 'fame' as 'author' }), {
      name: 'TypeError',
      message: /by must be one of author, series, section, backlinks, got "fame"/,
    });
  });
});

describe('articles to choose from', () => {
  it('are those of a section', () => {
    const articles = [article('a', { section: 'Netze' }), article('b', { section: 'Politik' })];
    assert.deepEqual(related(articles, article('now'), { only: ['section:Netze'] }), ['a']);
    assert.deepEqual(related(articles, article('now'), { exclude: ['section:Netze'] }), ['b']);
  });

  it('are refused if a field has no value', () => {
    assert.throws(() => related(others, article('now'), { only: ['section:'] }), {
      message: /"section:" names no section/,
    });
  });
});

it('an article whose series has no name is refused', () => {
  assert.throws(() => createRanker([article('a', { series: {} as { name: string } })]), {
    message: /article 0 needs an object with a text as "name" as "series"/,
  });
});

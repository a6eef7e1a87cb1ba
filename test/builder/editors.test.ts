import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Article } from '../../src/article.js';
import { readSources } from '../../src/builder/sources/read-sources.js';
import { readIndex } from '../../src/reader/read-index.js';
import { readNeighbours } from '../../src/reader/neighbours.js';
import { feedIn, filesIn, folder, json, prose, run } from './support.js';

const SITE = 'https://site.example/';

/** A page with what its editors say in its head. */
function page(title: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head>
    <body><article><h1>${title}</h1>${prose('masts')}</article></body></html>`;
}

/** The articles of a folder of files, by their path. */
async function articlesIn(
  test: TestContext,
  files: Readonly<Record<string, string>>,
): Promise<{ articles: Record<string, Article>; warnings: readonly string[] }> {
  const { articles, warnings = [] } = await readSources([folder(test, files)], { base: SITE });
  return {
    articles: Object.fromEntries(articles.map((article) => [article.url.replace(SITE, '/'), article])),
    warnings,
  };
}

describe('what editors say in the head of a page', () => {
  it('is read from its meta elements, with addresses relative to the page', async (test) => {
    const { articles } = await articlesIn(test, {
      'news/a.html': page(
        'A',
        `<meta name="related-articles:related" content="/news/b.html ./c.html">
         <meta name="related-articles:exclude" content="/news/d.html tag:Wald">
         <meta name="related-articles:series" content="Masts &amp; woods; 2">
         <meta property="article:section" content="Networks">`,
      ),
      'news/b.html': page('B'),
      'news/c.html': page('C', '<meta name="related-articles:series" content="Masts &amp; woods">'),
      'news/d.html': page('D'),
    });
    const { related, exclude, series, section } = articles['/news/a.html']!;
    assert.deepEqual(related, [`${SITE}news/b.html`, `${SITE}news/c.html`]);
    assert.deepEqual(exclude, [`${SITE}news/d.html`, 'tag:Wald']);
    assert.deepEqual(series, { name: 'Masts & woods', position: 2 });
    assert.equal(section, 'Networks');
    assert.deepEqual(articles['/news/c.html']?.series, { name: 'Masts & woods' });
  });

  it('is read from its JSON-LD', async (test) => {
    const data = {
      '@type': 'NewsArticle',
      headline: 'A',
      articleSection: ['Networks', 'More'],
      isPartOf: [
        { '@type': 'WebSite', name: 'Site' },
        { '@type': 'CreativeWorkSeries', name: 'Masts' },
      ],
      position: 3,
    };
    const { articles } = await articlesIn(test, {
      'a.html': page('A', `<script type="application/ld+json">${JSON.stringify(data)}</script>`),
      'b.html': page('B'),
    });
    const { series, section, type } = articles['/a.html']!;
    assert.deepEqual([series, section, type], [{ name: 'Masts', position: 3 }, 'Networks', 'NewsArticle']);
  });
});

describe('what editors say in front matter', () => {
  it('names other texts by address, file, name or title', async (test) => {
    const { articles, warnings } = await articlesIn(test, {
      'posts/a.md':
        '---\ntitle: A\nrelated: [b.md, /posts/c/, d, The fifth]\nexclude: [posts/f.md]\nseries: [Masts]\nseries_order: 2\nsection: Networks\ntype: interview\n---\nText.',
      ...Object.fromEntries(
        ['b', 'c', 'd', 'f'].map((name) => [`posts/${name}.md`, `---\ntitle: ${name} of all\n---\nText.`]),
      ),
      'posts/e.md': '---\ntitle: The fifth\nseries: Masts\n---\nText.',
    });
    const { related, exclude, series, section, type } = articles['/posts/a/']!;
    assert.deepEqual(
      related,
      ['b', 'c', 'd', 'e'].map((name) => `${SITE}posts/${name}/`),
    );
    assert.deepEqual(exclude, [`${SITE}posts/f/`]);
    assert.deepEqual([series, section, type], [{ name: 'Masts', position: 2 }, 'Networks', 'interview']);
    assert.deepEqual(warnings, []);
  });

  it('may stand in a record of its own, and is no mark that a menu has', async (test) => {
    const { articles } = await articlesIn(test, {
      'a.md':
        '---\ntitle: A\nexclude: true\nseries: Other\nrelated_articles:\n  related: /b/\n  series: Masts\n  series_order: 1.5\n---\nText.',
      'b.md': '---\ntitle: B\nrelated_articles: { series: Masts }\n---\nText.',
    });
    const { related, exclude, series } = articles['/a/']!;
    assert.deepEqual(
      [related, exclude, series],
      [[`${SITE}b/`], undefined, { name: 'Masts', position: 1.5 }],
    );
  });
});

describe('the section of an article', () => {
  it('is the first folder of its address if it names none, without dates and languages', async (test) => {
    const { articles } = await articlesIn(test, {
      'en/2026/11/networks/a.html': page('A'),
      'woods/b.html': page('B'),
      'c.html': page('C'),
    });
    assert.deepEqual(
      Object.entries(articles).map(([url, { section }]) => [url, section]),
      [
        ['/c.html', undefined],
        ['/en/2026/11/networks/a.html', 'networks'],
        ['/woods/b.html', 'woods'],
      ],
    );
  });

  it('is not told by a folder that all articles are in', async (test) => {
    const { articles } = await articlesIn(test, { 'blog/a.html': page('A'), 'blog/b.html': page('B') });
    assert.deepEqual(
      Object.values(articles).map(({ section }) => section),
      [undefined, undefined],
    );
  });
});

describe('the build of a site whose editors chose', () => {
  const files = {
    'news/a.html': page(
      'Masts and woods',
      '<meta name="related-articles:related" content="/sea/d.html"><meta name="related-articles:series" content="Masts; 1">',
    ),
    'news/b.html': page('Masts and fields', '<meta name="related-articles:series" content="Masts; 2">'),
    'news/c.html': page('Masts and hills', '<meta name="author" content="Ada Lovelace">'),
    'sea/d.html': page('Sailing', '<meta name="author" content="Ada Lovelace">'),
  };

  it('writes what they say to the index, from which it is read again', async (test) => {
    const path = folder(test, files);
    await run(['build', path, '--out', `${path}/articles.json`, '--base', SITE]);
    const { articles } = readIndex(json(path, 'articles.json'), SITE);
    const first = articles.find(({ url }) => url.endsWith('/a.html'));
    assert.deepEqual(first?.related, [`${SITE}sea/d.html`]);
    assert.deepEqual([first?.series, first?.section], [{ name: 'Masts', position: 1 }, 'news']);
  });

  it('writes neighbours in their order, and marks them', async (test) => {
    const path = folder(test, files);
    await run(['build', path, '--neighbours', `${path}/related`, '--base', SITE, '--no-cache']);
    const feed = feedIn(path, 'related/news/a.json');
    assert.deepEqual(
      feed.items.map(({ url }) => url.replace(SITE, '/')),
      ['/sea/d.html', '/news/b.html', '/news/c.html'],
    );
    const read = readNeighbours(JSON.stringify(feed), SITE);
    assert.deepEqual([read?.curated, read?.series], [[`${SITE}sea/d.html`], 'Masts']);
    assert.deepEqual(readIndex(feed, SITE).curated, [`${SITE}sea/d.html`]);
    assert.equal(
      readNeighbours(JSON.stringify(feedIn(path, 'related/news/c.json')), SITE)?.series,
      undefined,
    );
  });

  it('writes neighbours of the same author, and of one section alone', async (test) => {
    const path = folder(test, files);
    const neighbours = async (...options: string[]): Promise<string[]> => {
      const { err } = await run(['build', path, '--neighbours', `${path}/r`, '--base', SITE, ...options]);
      assert.equal(err, '');
      return feedIn(path, 'r/news/c.json').items.map(({ url }) => url.replace(SITE, '/'));
    };
    assert.deepEqual(await neighbours('--by', 'author'), ['/sea/d.html']);
    assert.deepEqual((await neighbours('--only', 'section:news')).toSorted(), [
      '/news/a.html',
      '/news/b.html',
    ]);
    assert.deepEqual(filesIn(`${path}/r/news`).length, 3);
  });

  for (const [option, value, message] of [
    ['--only', "tag:'Open RAN", /a list of fields and their values, such as "section:Netze tag:'Open RAN'"/],
    ['--only', 'section:', /a list of fields and their values/],
    ['--by', 'fame', /one of author, series, section, backlinks/],
  ] as const) {
    it(`refuses ${option} ${value} in one line`, async (test) => {
      const path = folder(test, files);
      const { code, err } = await run(['build', path, '--neighbours', `${path}/r`, option, value]);
      assert.equal(code, 1);
      assert.match(err, message);
      assert.equal(err.trim().split('\n').length, 1);
    });
  }

  it('explains why an article comes first', async (test) => {
    const path = folder(test, files);
    const { out } = await run(['explain', path, 'news/a.html', '--base', SITE]);
    assert.match(out, / 1 .*Sailing\n.*\n +comes first: the editors of this article chose it\n/);
    assert.match(out, / 2 .*Masts and fields\n.*\n +comes first: both are parts of the series “Masts”\n/);
  });
});

describe('the summary of a build tells, and all else is built', () => {
  for (const [what, members, warning] of [
    [
      'a related article that does not exist',
      { related: ['/gone'] },
      /\/a names "\S*\/gone" as related, which no article is/,
    ],
    ['an article that is related to itself', { related: ['/a'] }, /\/a names itself as related/],
    [
      'an excluded article that does not exist',
      { exclude: ['/gone', 'tag:Wald'] },
      /\/a excludes "\S*\/gone", which no article is/,
    ],
    ['a series of one part', { series: 'Masts' }, /the series "Masts" has one part alone: \S*\/a/],
    [
      'two parts of a series with one place',
      { series: { name: 'Forests', position: 1 } },
      /\/b and \S*\/a are both part 1 of the series "Forests"/,
    ],
  ] as const) {
    it(`of ${what}`, async (test) => {
      const others = ['b', 'c'].map((name, at) => ({
        url: `/${name}`,
        title: `Title ${name}`,
        series: { name: 'Forests', position: at + 1 },
      }));
      const list = [...others, { url: '/a', title: 'Title a', ...members }];
      const path = folder(test, { 'list.json': JSON.stringify(list) });
      const { code, out } = await run([
        'build',
        `${path}/list.json`,
        '--out',
        `${path}/o.json`,
        '--base',
        SITE,
      ]);
      assert.equal(code, 0);
      assert.match(out, warning);
      assert.equal(out.match(/warning/g)?.length, 1);
      assert.equal(feedIn(path, 'o.json').items.length, 3);
    });
  }

  it('of twenty faults and the number of all others', async (test) => {
    const list = Array.from({ length: 50 }, (_, at) => ({
      url: `/${at}`,
      title: `T ${at}`,
      related: ['/gone'],
    }));
    const path = folder(test, { 'list.json': JSON.stringify(list) });
    const { out } = await run(['build', `${path}/list.json`, '--out', join(path, 'o.json'), '--base', SITE]);
    assert.equal(out.match(/warning/g)?.length, 21);
    assert.match(out, /30 more faults of this kind/);
  });

  it('of nothing if articles name each other', async (test) => {
    const list = [
      { url: '/a', title: 'A', related: ['/b'] },
      { url: '/b', title: 'B', related: ['/a'] },
    ];
    const path = folder(test, { 'list.json': JSON.stringify(list) });
    const { out } = await run(['build', `${path}/list.json`, '--out', join(path, 'o.json'), '--base', SITE]);
    assert.doesNotMatch(out, /warning/);
  });
});

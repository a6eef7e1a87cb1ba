import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Article } from '../../src/article.js';
import { readHtmlPage } from '../../src/builder/html/html-page.js';
import { readSources } from '../../src/builder/sources/read-sources.js';
import { folder, prose } from './support.js';

interface Site {
  readonly articles: readonly Article[];
  /** Why files are no articles. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** Reads the built pages of a site. */
async function read(test: TestContext, files: Readonly<Record<string, string>>): Promise<Site> {
  const path = folder(test, files);
  const { articles, leftOut } = await readSources([path], { base: 'https://mill.example/' });
  return {
    articles,
    reasons: Object.fromEntries(leftOut.map(({ where, reason }) => [relative(path, where), reason])),
  };
}

function page(
  title: string,
  { head = '', body = prose(title), date = '', lang = 'en', around = '' } = {},
): string {
  const stated = date && `<meta property="article:published_time" content="${date}">`;
  return `<!doctype html><html lang="${lang}"><head><title>${title}</title>${head}${stated}</head>
    <body>${around}<main><h1>${title}</h1>${body}</main></body></html>`;
}

const NAMES = ['flour', 'wheels', 'stones', 'water'];

function pagesOf(make: (name: string) => string): Record<string, string> {
  return Object.fromEntries(NAMES.map((name) => [`${name}.html`, make(name)]));
}

describe('What the pages of a site share', () => {
  it('is in the text of none of them', async (test) => {
    const bio =
      '<p>The miller writes here about everything that turns, since the year the dam was mended.</p>';
    const { articles } = await read(
      test,
      pagesOf((name) => page(name, { body: `${prose(name)}<h2>Sources</h2><p>Books on ${name}.</p>${bio}` })),
    );
    assert.equal(articles.length, NAMES.length);
    for (const { text = '', title } of articles) {
      assert.doesNotMatch(text, /miller|Sources/);
      assert.match(text, new RegExp(`Books on ${title}`));
    }
  });

  it('is in the teaser of none of them', async (test) => {
    const note = '<p>This note first appeared in the newsletter of the mill, which you may order.</p>';
    const { articles } = await read(
      test,
      pagesOf((name) => page(name, { body: note + prose(name) })),
    );
    for (const { excerpt, title } of articles)
      assert.match(excerpt ?? '', new RegExp(`^What is said here of ${title}`));
  });

  it('stays where it is most of the text', async (test) => {
    const { articles } = await read(
      test,
      pagesOf((name) => page(name, { body: `${prose('mills')}<p>No ${name}.</p>` })),
    );
    for (const { text = '' } of articles) assert.match(text, /of mills is said/);
  });

  it('stays where only a few share it', async (test) => {
    const pages = Object.fromEntries(
      Array.from({ length: 9 }, (_, at) => {
        const image = `<meta property="og:image" content="/${at < 3 ? 'series' : at}.png">`;
        return [
          `n${at}.html`,
          page(`Note ${at}`, { head: image, body: `${prose(`${at}`)}<p>${at < 3 ? 'A series.' : at}</p>` }),
        ];
      }),
    );
    const { articles } = await read(test, pages);
    const first = articles.find(({ title }) => title === 'Note 0');
    assert.equal(first?.image, 'https://mill.example/series.png');
    assert.match(first?.text ?? '', /A series/);
  });

  it('is the picture of none of them', async (test) => {
    const card = '<meta property="og:image" content="/card.png">';
    const own = '<meta property="og:image" content="/water.png">';
    const { articles } = await read(
      test,
      pagesOf((name) => page(name, { head: name === 'water' ? own : card })),
    );
    const images = new Map(articles.map(({ title, image }) => [title, image]));
    assert.deepEqual(
      [...images].toSorted(([a], [b]) => a.localeCompare(b)),
      [
        ['flour', undefined],
        ['stones', undefined],
        ['water', 'https://mill.example/water.png'],
        ['wheels', undefined],
      ],
    );
  });
});

describe('A page of a site', () => {
  const dated = {
    'notes/flour/index.html': page('flour', { date: '2026-01-02' }),
    'notes/water/index.html': page('water', { date: '2026-02-02' }),
  };

  it('is no article where it is at the address of the folder of dated ones and has no date', async (test) => {
    const { articles, reasons } = await read(test, {
      ...dated,
      'notes/index.html': page('All notes'),
      'notes/2/index.html': page('Older notes'),
      'about-water/index.html': page('On water'),
    });
    assert.deepEqual(articles.map(({ title }) => title).sort(), ['On water', 'flour', 'water']);
    assert.deepEqual(reasons, {
      'notes/index.html': 'is a list of articles',
      'notes/2/index.html': 'is a list of articles',
    });
  });

  it('is no article at such an address where its only dates are those of its entries', async (test) => {
    const entries = ['2026-01-02', '2026-02-02', '2026-03-02']
      .map(
        (day) => `<p>What was done on <time datetime="${day}">that day</time> at the mill, and by whom.</p>`,
      )
      .join('');
    const { reasons } = await read(test, {
      ...dated,
      'notes/index.html': page('Notes', { body: prose('x') + entries }),
    });
    assert.deepEqual(reasons, { 'notes/index.html': 'is a list of articles' });
  });

  it('is an article at such an address where it has a date of its own', async (test) => {
    const files = { ...dated, 'notes/index.html': page('Why I take notes', { date: '2025-01-01' }) };
    assert.equal((await read(test, files)).articles.length, 3);
  });

  it('is no article where it is at the address of its language', async (test) => {
    const { articles, reasons } = await read(test, {
      'de/index.html': page('Mühle', { lang: 'de-AT' }),
      'en-gb/index.html': page('Mill', { lang: 'en' }),
      'go/index.html': page('The game of go', { lang: 'en' }),
      'de/mehl/index.html': page('Mehl', { lang: 'de-AT' }),
    });
    assert.deepEqual(articles.map(({ title }) => title).sort(), ['Mehl', 'The game of go']);
    assert.deepEqual(reasons, {
      'de/index.html': 'is the home page',
      'en-gb/index.html': 'is the home page',
    });
  });

  for (const path of [
    'notes/page/3/index.html',
    'page2/index.html',
    'index4.html',
    'notes/seite-2.html',
    'archives.html',
    'archiv/2024/index.html',
    'schlagwort/wasser/index.html',
    'genindex.html',
    'docs/py-modindex.html',
  ]) {
    it(`is no article where its address is that of a list: ${path}`, async (test) => {
      const { reasons } = await read(test, { 'flour.html': page('flour'), [path]: page('Older') });
      assert.deepEqual(reasons, { [path]: 'is a list of articles' });
    });
  }

  for (const path of ['reindex.html', 'notes/2048.html', 'page-turning.html', 'p/3.html', 'indexes.html']) {
    it(`may be an article at ${path}`, async (test) => {
      assert.equal((await read(test, { [path]: page('An article') })).articles.length, 1);
    });
  }

  it('has the day in its address where it states none', async (test) => {
    const { articles } = await read(test, {
      '2026/11/17/flour/index.html': page('flour', { body: `<p>Posted 3 May 2020</p>${prose('flour')}` }),
    });
    assert.equal(articles[0]?.date, '2026-11-17');
  });
});

describe('A page of entries', () => {
  const list = (entry: (name: string) => string): string =>
    `<!doctype html><html lang="en"><title>Notes | Mill</title><main><h1>Notes</h1>${NAMES.map(entry).join('')}</main>`;
  const LISTS: Readonly<Record<string, string>> = {
    'articles with a link over each': list(
      (name) =>
        `<article><h2>On ${name}</h2>${prose(name)}<a href="/${name}/" aria-label="On ${name}"></a></article>`,
    ),
    'articles with links in their headings': list(
      (name) => `<article><h2><a href="/${name}/">On ${name}</a></h2>${prose(name)}</article>`,
    ),
    'boxes with links in their headings': list(
      (name) => `<div><h2><a href="/${name}/">On ${name}</a></h2>${prose(name)}</div>`,
    ),
    'boxes that are links': list(
      (name) => `<a href="https://mill.example/${name}/"><h3>On ${name}</h3>${prose(name)}</a>`,
    ),
    'items of a list below a short introduction': `<!doctype html><title>Notes</title><main><h1>Notes</h1><p>${'All that we know. '.repeat(16)}</p>
      <ul>${NAMES.map((name) => `<li><h2><a href="/${name}/">${`All on ${name}, and what comes after it. `.repeat(3)}</a></h2></li>`).join('')}</ul></main>`,
  };
  for (const [name, html] of Object.entries(LISTS)) {
    it(`is a list of articles: ${name}`, () => {
      assert.match(
        readHtmlPage(html).reason ?? '',
        /^is a list of articles$|^is mostly links$|^has too little text/,
      );
    });
  }

  it('is a list of articles although its theme calls every page one', () => {
    const html = LISTS['articles with a link over each']!.replace(
      '<main>',
      '<meta property="og:type" content="article"><main>',
    );
    assert.equal(readHtmlPage(html).reason, 'is a list of articles');
  });

  const ARTICLES: Readonly<Record<string, string>> = {
    'teasers in articles below it': `<title>On mills | Mill</title><main><article><h1><a href="/mills/">On mills</a></h1>${prose('mills').repeat(3)}</article>
      ${NAMES.map((name) => `<article><h2><a href="/${name}/">On ${name}</a></h2><p>In short.</p></article>`).join('')}</main>`,
    'teasers in its own box': `<title>On mills | Mill</title><main><h1>On mills</h1>${prose('mills').repeat(3)}<div>
      ${NAMES.map((name) => `<div><h3><a href="/${name}/">On ${name}</a></h3><p>In short, and no more.</p></div>`).join('')}</div></main>`,
    'headings with links to many other sites': `<title>What we read | Mill</title><main><h1>What we read</h1>${NAMES.map(
      (name) => `<h2><a href="https://${name}.example/a">On ${name}</a></h2>${prose(name)}`,
    ).join('')}</main>`,
    'a menu of headings': `<title>On mills</title><ul>${NAMES.map((name) => `<li><h2><a href="/${name}/">${name}</a></h2></li>`).join('')}</ul>
      <main><h1>On mills</h1>${prose('mills')}</main>`,
  };
  for (const [name, html] of Object.entries(ARTICLES)) {
    it(`is none where an article has ${name}`, () => {
      assert.equal(readHtmlPage(html).reason, undefined);
    });
  }
});

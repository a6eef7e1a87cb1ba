import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { readHtmlPage } from '../../src/builder/html/html-page.js';
import { readSources } from '../../src/builder/sources/read-sources.js';
import { folder, prose } from './support.js';

interface Parts {
  readonly whole?: string;
  readonly head?: string;
  readonly header?: string;
  readonly heading?: string;
  readonly subject?: string;
}

function page({ whole = '', head = '', header = '', heading = '', subject = 'bees' }: Parts): string {
  return `<!doctype html><html lang="en"><head><title>${whole}</title>${head}</head><body><header>${header}</header>
    <main>${heading}${prose(subject)}</main></body></html>`;
}

const jsonLd = (data: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const SITE = '<h1><a href="/">Hill Farm</a></h1>';

/** The titles of the articles of a site. */
async function titlesOf(test: TestContext, pages: readonly string[]): Promise<string[]> {
  const files = Object.fromEntries(pages.map((html, at) => [`notes/n${at}.html`, html]));
  const { articles } = await readSources([folder(test, files)], { base: 'https://hillfarm.example/' });
  return articles.map(({ title }) => title);
}

describe('The title of a page', () => {
  for (const [name, parts] of [
    [
      'before the site’s name',
      { whole: 'Winter bees | Hill Farm', header: SITE, heading: '<h2>Winter bees</h2>' },
    ],
    [
      'behind the site’s name',
      { whole: 'Hill Farm | Winter bees', header: SITE, heading: '<h2>Winter bees</h2>' },
    ],
    [
      'behind a colon',
      { whole: 'Hill Farm: Winter bees', header: '<h1>Hill Farm</h1>', heading: '<h3>Winter bees</h3>' },
    ],
    [
      'before a dot',
      { whole: 'Winter bees · Hill Farm', header: '<h1>Hill Farm</h1>', heading: '<h1>Winter bees</h1>' },
    ],
    ['behind a bar without spaces', { whole: 'Hill Farm|Winter bees', heading: '<h1>Winter bees</h1>' }],
    [
      'beside two headings of the first level in its text, the site’s first',
      { whole: 'Hill Farm – Winter bees', heading: '<h1>Hill Farm</h1><h1>Winter bees</h1>' },
    ],
    ['in no title at all', { header: SITE, heading: '<h1>Winter bees</h1>' }],
  ] as const) {
    it(`is the heading of the article where it stands ${name}`, () => {
      assert.equal(readHtmlPage(page(parts)).draft.title, 'Winter bees');
    });
  }

  for (const home of ['/', './', '../../', 'https://hillfarm.example/', '../index.html', '']) {
    it(`is not a heading that leads to the home page by “${home}”`, () => {
      const header = `<h1><a href="${home}">Hill Farm</a></h1>`;
      const html = page({ whole: 'Hill Farm', header, heading: '<h1>Winter bees</h1>' });
      assert.equal(readHtmlPage(html).draft.title, 'Winter bees');
    });
  }

  it('is not the heading of a part of the article', () => {
    const heading = '<h2>Winter</h2>';
    assert.equal(readHtmlPage(page({ whole: 'Bees: Winter', heading })).draft.title, 'Bees: Winter');
  });

  it('is a heading that leads to the article itself', () => {
    const heading = '<h1><a href="/notes/winter/" rel="bookmark">Winter bees</a></h1>';
    assert.equal(readHtmlPage(page({ whole: 'Hill Farm', heading })).draft.title, 'Winter bees');
  });

  for (const sign of [
    '<a class="headerlink" href="#w">¶</a>',
    ' <a href="#w">#</a>',
    '<a href="#w">&#x200B;</a>',
    '<a href="#w" title="Link to this heading">&#xF0C1;</a>',
    '<a href="#w"><span aria-hidden="true">#</span><span class="sr-only">Section titled Winter</span></a>',
    '<button>Copy</button>',
    ' &#xF0C1;',
    '&#x200B;',
  ]) {
    it(`is its heading without ${sign}`, () => {
      for (const whole of ['Winter bees | Hill Farm', '']) {
        const heading = `<h1 id="w">Winter bees${sign}</h1>`;
        assert.equal(readHtmlPage(page({ whole, heading })).draft.title, 'Winter bees');
      }
    });
  }

  it('is its heading where all of it is a link to itself', () => {
    const heading = '<h1 id="w"><a class="header" href="#w">Winter bees</a></h1>';
    assert.equal(
      readHtmlPage(page({ whole: 'Winter bees | Hill Farm', heading })).draft.title,
      'Winter bees',
    );
  });

  it('keeps a sign that belongs to it', () => {
    const heading = '<h1>Notes on C#</h1>';
    assert.equal(
      readHtmlPage(page({ whole: 'Notes on C# | Hill Farm', heading })).draft.title,
      'Notes on C#',
    );
  });

  it('is the name of the article in its data where the headline is the site’s name', () => {
    const data = { '@type': 'BlogPosting', headline: 'Hill Farm', name: 'Winter bees' };
    for (const whole of ['Winter bees | Hill Farm', 'Hill Farm | Winter bees']) {
      const head = `${jsonLd(data)}<meta property="og:site_name" content="Hill Farm">`;
      assert.equal(readHtmlPage(page({ whole, head })).draft.title, 'Winter bees', whole);
    }
  });

  it('is the name of the article in its data where that has no headline', () => {
    const head = jsonLd({ '@type': 'TechArticle', name: 'Winter bees' });
    assert.equal(readHtmlPage(page({ whole: 'Winter bees – Hill Farm', head })).draft.title, 'Winter bees');
  });
});

describe('The data of another article', () => {
  const other = {
    '@type': 'NewsArticle',
    headline: 'Summer wasps',
    url: 'https://hillfarm.example/wasps/',
    datePublished: '2020-01-01',
  };
  const own = {
    '@type': 'NewsArticle',
    headline: 'Winter bees',
    url: 'https://hillfarm.example/bees/',
    datePublished: '2026-01-02',
  };
  const whole = 'Winter bees | Hill Farm';

  it('is not taken for the page’s own, wherever it stands', () => {
    for (const data of [[other, own], [own, other], { '@graph': [other, own] }]) {
      const { draft, addresses } = readHtmlPage(page({ whole, head: jsonLd(data) }));
      assert.deepEqual([draft.title, draft.date, addresses], ['Winter bees', '2026-01-02', [own.url]]);
    }
  });

  it('is not taken where the page has none of its own', () => {
    for (const canonical of ['', `<link rel="canonical" href="${own.url}">`]) {
      const { draft, addresses } = readHtmlPage(page({ whole, head: canonical + jsonLd(other) }));
      assert.deepEqual(
        [draft.title, draft.date, addresses.includes(other.url)],
        ['Winter bees', undefined, false],
      );
    }
  });

  it('is the page’s own under another headline, where it has no address or the canonical one', () => {
    const renamed = { ...own, headline: 'How bees survive the cold' };
    const canonical = `<link rel="canonical" href="${own.url}">`;
    assert.equal(readHtmlPage(page({ whole, head: canonical + jsonLd(renamed) })).draft.date, '2026-01-02');
    const { url: _, ...unplaced } = renamed;
    assert.equal(readHtmlPage(page({ whole, head: jsonLd(unplaced) })).draft.date, '2026-01-02');
  });
});

describe('The titles of a site', () => {
  const names = ['Winter bees', 'Old apples', 'A new barn', 'Lambs'];

  it('are free of the site’s name on either side, although no page names the site', async (test) => {
    const before = names.map((name) => page({ whole: `Hilltop Notes - ${name}`, subject: name }));
    assert.deepEqual((await titlesOf(test, before)).sort(), names.toSorted());
    const behind = names.map((name) => page({ whole: `${name} - Hilltop Notes`, subject: name }));
    assert.deepEqual((await titlesOf(test, behind)).sort(), names.toSorted());
  });

  it('are not the heading that all pages share', async (test) => {
    const pages = names.map((name) =>
      page({ whole: `Hilltop: ${name}`, header: '<h1>Hilltop</h1>', subject: name }),
    );
    assert.deepEqual((await titlesOf(test, pages)).sort(), names.toSorted());
  });

  it('are free of the name of its host', async (test) => {
    const head = '<meta property="og:title" content="Winter bees | Hill-Farm">';
    assert.deepEqual(await titlesOf(test, [page({ head, heading: '<h1>Bees</h1>' })]), ['Winter bees']);
  });

  it('may name elements', async (test) => {
    const heading = '<h1>The &lt;a&gt; element &amp;amp; others</h1>';
    const whole = 'The &lt;a&gt; element &amp;amp; others | Hilltop';
    assert.deepEqual(await titlesOf(test, [page({ whole, heading })]), ['The <a> element &amp; others']);
  });

  it('lose markup that systems leave in them', async (test) => {
    const head = '<meta property="og:title" content="&lt;em&gt;Winter&lt;/em&gt; bees">';
    assert.deepEqual(await titlesOf(test, [page({ head, heading: '<h1><em>Winter</em> bees</h1>' })]), [
      'Winter bees',
    ]);
  });
});

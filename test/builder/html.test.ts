import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { htmlTree, parseHtml } from '../../src/builder/html/html-document.js';
import { type HtmlPage, readHtmlPage } from '../../src/builder/html/html-page.js';
import { mainText } from '../../src/page/main-text.js';
import { ARTICLE_PAGES } from '../support/article-pages.js';
import { articlePage, prose } from './support.js';

/** A page whose head holds some markup. */
function withHead(head: string): HtmlPage {
  return readHtmlPage(articlePage('Masts', { head }));
}

/** A page whose head holds JSON-LD. */
function withData(data: unknown): HtmlPage {
  return withHead(`<script type="application/ld+json">${JSON.stringify(data)}</script>`);
}

const NEWS = { '@type': 'NewsArticle', headline: 'Masts', datePublished: '2026-11-17' };

describe('A built page', () => {
  it('gives what its JSON-LD says', () => {
    const { draft, isDeclared } = withData({
      ...NEWS,
      description: 'On masts.',
      keywords: ['Masts', '5G'],
      image: { url: '/mast.png' },
      commentCount: 3,
    });
    assert.equal(isDeclared, true);
    const { title, excerpt, date, tags, image, discussionCount } = draft;
    assert.deepEqual(
      { title, excerpt, date, tags, image, discussionCount },
      {
        title: 'Masts',
        excerpt: 'On masts.',
        date: '2026-11-17',
        tags: ['Masts', '5G'],
        image: '/mast.png',
        discussionCount: 3,
      },
    );
  });

  for (const [shape, data] of [
    ['a list', [{ '@type': 'WebSite' }, NEWS]],
    ['a graph', { '@graph': [{ '@type': 'WebSite' }, NEWS] }],
    ['a type with others', { ...NEWS, '@type': ['Thing', 'NewsArticle'] }],
  ] as const) {
    it(`may have its article in ${shape}`, () => {
      assert.equal(withData(data).draft.date, '2026-11-17');
    });
  }

  for (const [where, head, names] of [
    [
      'JSON-LD',
      `<script type="application/ld+json">${JSON.stringify({ ...NEWS, author: [{ name: 'Eva Ohm' }, 'Max Volt'] })}</script><meta name="author" content="Site">`,
      ['Eva Ohm', 'Max Volt'],
    ],
    ['a meta element', '<meta name="author" content="Eva Ohm">', ['Eva Ohm']],
    [
      'Open Graph, where it is no address',
      '<meta property="article:author" content="https://social.example/eva"><meta property="article:author" content="Eva Ohm">',
      ['Eva Ohm'],
    ],
  ] as const) {
    it(`gives its authors by ${where}`, () => {
      assert.deepEqual(withHead(head).draft.author, names);
    });
  }

  it('does not take an address for the name of an author', () => {
    assert.deepEqual(withHead('<meta name="author" content="eva@site.example">').draft.author, []);
  });

  it('gives its authors by what is marked in its text', () => {
    const byline = '<p class="p-author h-card">By <span class="p-name">Eva Ohm</span></p>';
    for (const body of [
      `<div class="h-entry">${byline}</div>`,
      '<p itemprop="author" itemscope><a itemprop="name">Eva Ohm</a></p>',
      '<a rel="author" href="/eva">Eva Ohm</a>',
    ]) {
      assert.deepEqual(readHtmlPage(articlePage('Masts', { body })).draft.author, ['Eva Ohm'], body);
    }
  });

  it('is read although its JSON-LD is broken', () => {
    const head = `<script type="application/ld+json">{"@type": </script><meta name="date" content="2026-11-17">`;
    assert.equal(withHead(head).draft.date, '2026-11-17');
  });

  it('gives what Open Graph says, with its entities read', () => {
    const { draft } = withHead(
      `<meta property="og:title" content="Masts &amp; forests – Site"><meta property="og:site_name" content="Site">
       <meta property="article:published_time" content="2026-11-17T09:00:00&#43;01:00">
       <meta property="article:tag" content="Masts"><meta property="article:tag" content="Forests">
       <meta property="og:description" content="On both.">`,
    );
    const { title, excerpt, date, tags } = draft;
    assert.deepEqual(
      { title, excerpt, date, tags },
      {
        title: 'Masts & forests',
        excerpt: 'On both.',
        date: '2026-11-17T09:00:00+01:00',
        tags: ['Masts', 'Forests'],
      },
    );
  });

  it('gives what microformats say', () => {
    const body = `<div class="h-entry"><h1 class="p-name">Masts</h1><time class="dt-published" datetime="2026-11-17">today</time>
      <div class="e-content">${prose('masts')}</div><a class="p-category" href="/t">5G</a></div>`;
    const { draft, isDeclared } = readHtmlPage(`<html><body>${body}</body></html>`);
    assert.deepEqual(
      [draft.title, draft.date, draft.tags, isDeclared],
      ['Masts', '2026-11-17', ['5G'], true],
    );
  });

  it('has the title of its heading where the page’s title adds the site’s name', () => {
    assert.equal(
      readHtmlPage(articlePage('Why masts are tall - a story')).draft.title,
      'Why masts are tall - a story',
    );
  });

  for (const [stated, heading, title] of [
    ['5G in Mainz – Funkportal', '<h1>5G in Mainz</h1>', '5G in Mainz'],
    ['Funkportal – 5G in Mainz', '<h1>5G in Mainz</h1>', '5G in Mainz'],
    ['5G in Mainz – Funkportal', '<header><h1>5G in Mainz</h1></header>', '5G in Mainz'],
    ['5G – Funkportal Rheinhessen', '<header><h1>Funkportal Rheinhessen</h1></header><h1>5G</h1>', '5G'],
    ['Masten in Mainz | Funkportal', '', 'Masten in Mainz'],
    ['Masten - was sie kosten | Funkportal', '', 'Masten - was sie kosten'],
    ['Why masts\n  are tall – Site', '<h1>Why masts are tall</h1>', 'Why masts are tall'],
    ['Masten', '<h1>M</h1>', 'Masten'],
  ] as const) {
    it(`is called “${title}” if its og:title is “${stated.replace(/\s+/g, ' ')}” and its heading “${heading}”`, () => {
      const page = `<html><head><meta property="og:title" content="${stated}"></head>
        <body>${heading}<p>${prose('masts')}</p></body></html>`;
      assert.equal(readHtmlPage(page).draft.title, title);
    });
  }

  it('keeps a dash in its og:title if the page’s title names the site behind it', () => {
    const page = (head: string): string => `<html><head>${head}</head><body>${prose('masts')}</body></html>`;
    const head =
      '<title>5G - was es kostet | Funkportal</title><meta property="og:title" content="5G - was es kostet">';
    assert.equal(readHtmlPage(page(head)).draft.title, '5G - was es kostet');
  });

  it('has a short headline of its data as its title if og:title adds the site’s name', () => {
    const { draft } = withHead(
      `<meta property="og:title" content="5G – Funkportal">
       <script type="application/ld+json">{"@type": "NewsArticle", "headline": "5G"}</script>`,
    );
    assert.equal(draft.title, '5G');
  });

  it('reads a title of very many blanks as one with few', () => {
    const { draft } = withHead(
      `<meta property="og:title" content="Why masts${' '.repeat(60_000)}are tall">
       <script type="application/ld+json">{"@type": "NewsArticle", "headline": "a${String.raw`\n`.repeat(60_000)}b"}</script>`,
    );
    assert.equal(draft.title, 'Why masts are tall');
  });

  it('has the expiry date of its data, else of its head', () => {
    const meta = '<meta property="article:expiration_time" content="2999-01-02">';
    assert.equal(withHead(meta).draft.expires, '2999-01-02');
    assert.equal(withData({ '@type': 'NewsArticle', expires: '2999-01-01' }).draft.expires, '2999-01-01');
  });

  it('has no date where what it states is not one', () => {
    assert.equal(withHead('<meta name="date" content="12">').draft.date, undefined);
  });

  it('names its addresses, the canonical one first', () => {
    const page = withHead(
      '<meta property="og:url" content="/b"><link rel="canonical" href="https://site.example/a">',
    );
    assert.deepEqual(page.addresses, ['https://site.example/a', '/b']);
  });
});

describe('The main text of a page', () => {
  it('leaves out what stands around the article', () => {
    const body = `${prose('masts')}<aside>Advertisement</aside><div class="comments">First!</div>
      <related-articles><a href="/b">Other</a></related-articles><script>track()</script><p hidden>Hidden</p>`;
    const text = String(readHtmlPage(articlePage('Masts', { body })).draft.text);
    assert.match(text, /of masts is said/);
    assert.doesNotMatch(text, /Home|Advertisement|First|Other|track|Hidden/);
  });

  it('keeps the words of a paragraph together, and paragraphs apart', () => {
    const body = '<p>One <b>bold</b> word.</p><p>An<em>oth</em>er.</p>';
    assert.equal(readHtmlPage(articlePage('A', { body })).draft.text, 'One bold word.\nAnother.');
  });

  it('is the part with nearly all running text on a page that marks nothing', () => {
    const menu = '<div><p>Short menu</p></div>';
    const page = `<html><body>${menu}<div><div>${prose('masts')}${prose('forests')}</div></div></body></html>`;
    const text = String(readHtmlPage(page).draft.text);
    assert.match(text, /forests/);
    assert.doesNotMatch(text, /menu/);
  });

  for (const [name, content] of [
    ['an article', `<article>${prose('Masts')}</article>`],
    ['paragraphs', `<div>${prose('Masts')}</div>`],
    [
      'cells of a table',
      `<h1>M</h1><table><tr><td>${prose('Masts').replaceAll(/<.?p>/g, ' ')}</td></tr></table>`,
    ],
    ['text alone', prose('Masts').replaceAll(/<.?p>/g, '<br>')],
  ] as const) {
    it(`is read where one form is wrapped around the whole page, and ${name}`, () => {
      const menu = '<nav>Home</nav><label>Search</label><input name="q"><button>Search</button>';
      const page = `<title>M</title><body><form method="post">${menu}${content}<footer>Imprint</footer></form>`;
      const text = String(readHtmlPage(page).draft.text);
      assert.match(text, /Masts/);
      assert.doesNotMatch(text, /Home|Search|Imprint/);
    });
  }

  for (const form of ['<form>', '<form id="commentform">', '<form role="search">']) {
    it(`leaves out a ${form}, even if it is longer than the article`, () => {
      const other = `${form}<h2>Newsletter</h2>${prose('Offers')}</form>`;
      for (const article of [
        `<article><p>Masts.</p>${other}</article>`,
        `<main><p>Masts.</p></main>${other}`,
        `<h1>M</h1><div>Masts.</div>${other}`,
        `<div>${'Masts. '.repeat(20)}</div>${other}`,
      ]) {
        const text = String(readHtmlPage(`<title>M</title><body>${article}`).draft.text);
        assert.match(text, /Masts/);
        assert.doesNotMatch(text, /Offers|Newsletter/, article);
      }
    });
  }

  it('is read although unclosed tags nest it deeply', () => {
    const deep = `${'<span>'.repeat(2000)}${prose('masts')}`;
    assert.match(String(readHtmlPage(`<html><body>${deep}`).draft.text), /of masts is said/);
  });
});

describe('The text of a page', () => {
  it('does not start with its title, which the teaser would repeat', () => {
    assert.match(String(readHtmlPage(articlePage('Masts')).draft.text), /^What is said/);
  });
});

describe('A page', () => {
  for (const [reason, page] of [
    ['is marked noindex', articlePage('A', { head: '<meta name="robots" content="noindex, follow">' })],
    ['is a redirect', '<meta http-equiv="Refresh" content="0; URL=/new/"><title>Moved</title>'],
    [
      'says that it is a list or another page',
      articlePage('A', { head: '<script type="application/ld+json">{"@type":"CollectionPage"}</script>' }),
    ],
    [
      'has too little text to be an article; if it is one, give it og:type "article" or JSON-LD',
      articlePage('A', { body: '<p>Soon.</p>' }),
    ],
    [
      'is a list of articles',
      articlePage('News', {
        body: `<p>All of them.</p><ul>${['a', 'b', 'c'].map((name) => `<li><h2><a href="/${name}">On ${name}</a></h2>${prose(name)}</li>`).join('')}</ul>`,
      }),
    ],
    ['is nested too deep', `<html><body>${'<div>'.repeat(100_000)}`],
    [
      'is mostly links',
      articlePage('Links', { body: '<a href="/a">A link to somewhere else</a> and '.repeat(20) }),
    ],
  ] as const) {
    it(`is no article because it ${reason}`, () => {
      assert.equal(readHtmlPage(page).reason, reason);
    });
  }

  it('is an article although teasers of others are beside it', () => {
    const teasers = '<li><h2><a href="/a">Another</a></h2></li>'.repeat(5);
    const html = `<html><head><title>Masts</title></head><body><ul>${teasers}</ul><article>${prose('Masts')}</article></body></html>`;
    assert.equal(readHtmlPage(html).reason, undefined);
  });

  it('is an article if it says so, however short', () => {
    const head = '<meta property="og:type" content="article">';
    assert.equal(readHtmlPage(articlePage('A', { head, body: '<p>Soon.</p>' })).reason, undefined);
  });

  it('is an article if its headings link only to the page itself', () => {
    const body = prose('x') + '<h2><a href="#a">A</a></h2>'.repeat(5);
    assert.equal(readHtmlPage(articlePage('A', { body })).reason, undefined);
  });
});

describe('The command line', () => {
  for (const { name, html, title, text, tags = [], date, language } of ARTICLE_PAGES) {
    it(`reads ${name} as the browser does`, () => {
      const { draft } = readHtmlPage(html);
      assert.equal(mainText(htmlTree(parseHtml(html))).text, text);
      assert.deepEqual(
        { title: draft.title, tags: draft.tags, date: draft.date, language: draft.language },
        { title, tags, date, language },
      );
    });
  }
});

describe('Any HTML', () => {
  it('is read without an error', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '<div',
      '<p>',
      '</p',
      '="',
      "'",
      '<script>',
      '<!--',
      '<meta content=',
      'ä',
      '{"@type":[',
      '&#x110000;',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
        assert.equal(typeof readHtmlPage(pieces.join('')).isDeclared, 'boolean');
      }),
    );
  });
});

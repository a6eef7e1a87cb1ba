import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Article } from '../../src/article.js';
import { type HtmlPage, readHtmlPage } from '../../src/builder/html/html-page.js';
import { readSources } from '../../src/builder/sources/read-sources.js';
import { folder, prose } from './support.js';

function page(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><title>Rope</title>${head}</head><body>${body}</body></html>`;
}

/** A page whose main element holds a heading, something and a text. */
function main(before: string, after = '', head = ''): HtmlPage {
  return readHtmlPage(page(`<main><h1>Rope</h1>${before}${prose('rope')}${after}</main>`, head));
}

async function article(test: TestContext, html: string): Promise<Article> {
  const { articles } = await readSources([folder(test, { 'rope.html': html })], {
    base: 'https://knot.example/',
  });
  assert.equal(articles.length, 1);
  return articles[0]!;
}

describe('The text of a page', () => {
  for (const [name, html] of [
    ['a sign beside a heading', '<h2 id="h">Hemp<a class="headerlink" href="#h">¶</a></h2>'],
    [
      'an invisible sign in a heading',
      '<h2 id="h">Hemp <a class="header-anchor" href="#h">&#x200B;</a></h2>',
    ],
    ['an icon in a heading', '<h2 id="h">Hemp<a href="#h">&#xF0C1;</a></h2>'],
    [
      'words for screen readers beside a heading',
      '<div><h2 id="h">Hemp</h2><a href="#h"><span aria-hidden="true">#</span><span class="visually-hidden">Section titled “Hemp”</span></a></div>',
    ],
  ] as const) {
    it(`keeps a heading without ${name}`, () => {
      assert.match(String(main(html).draft.text), /^Hemp\nWhat is said/);
    });
  }

  for (const [name, html] of [
    ['a line of author and date', '<p>By Eva Ohm, <time datetime="2026-01-02">2 January 2026</time></p>'],
    [
      'a list of date and tags',
      '<ul class="facts"><li><time>2 January 2026</time></li><li><a href="/t/">hemp</a></li></ul>',
    ],
    ['a line named after what it says', '<div class="post-meta">Seven minutes to read, in Knots</div>'],
    ['a line of author and date that nothing marks', '<p>By Eva Ohm on 2 January 2026</p>'],
    ['a line of its date', '<div>2 January 2026</div>'],
    [
      'a line of its author',
      '<div><span class="byline"></span>By Eva Ohm</div><meta name="author" content="Eva Ohm">',
    ],
    ['a line named so by its theme', '<p class="entry__byline">Written by Eva Ohm on a Friday</p>'],
  ] as const) {
    it(`leaves out ${name} above it`, () => {
      assert.match(String(main(html).draft.text), /^What is said/);
    });
  }

  for (const [name, html] of [
    ['tags', '<p class="post-tags">Tags: <a href="/tags/hemp/">hemp</a>, <a href="/tags/jute/">jute</a></p>'],
    [
      'links to the articles before and after',
      '<ul class="links-nextprev"><li>← Before<br><a href="/b/">Jute</a></li><li>After →<br><a href="/a/">Hemp</a></li></ul>',
    ],
    [
      'its author',
      '<div class="author-bio"><h3>Eva Ohm</h3><p>She ties knots by day and writes of them by night.</p></div>',
    ],
    [
      'a cloud of tags',
      '<div><a href="/t/hemp/">hemp</a> <a href="/t/jute/">jute</a> <a href="/t/sisal/">sisal</a></div>',
    ],
  ] as const) {
    it(`leaves out ${name} below it`, () => {
      assert.match(String(main('', html).draft.text), /at some length\.$/);
    });
  }

  it('keeps a sentence with a date in it', () => {
    const sentence =
      'The last rope of this kind was laid on <time>2 January 2026</time> in the old walk by the harbour.';
    assert.match(String(main(`<p>${sentence}</p>`).draft.text), /^The last rope of this kind/);
  });

  it('is that of the page where its main element holds hardly any', () => {
    const html = page(`<main>Photo: Eva Ohm</main><div><h1>Rope</h1>${prose('rope').repeat(3)}</div>`);
    assert.match(String(readHtmlPage(html).draft.text), /of rope is said/);
  });

  it('is long enough for an article with fewer signs in Japanese, Chinese and Korean', () => {
    for (const sentence of [
      '縄は麻の繊維を撚り合わせて作る。港の古い工房では今も毎朝六時に機械が動き出す。職人は三人だけになった。',
      '绳子是用麻的纤维绞合而成的。港口的老作坊每天早上六点仍然开动机器。如今只剩下三位工匠，他们都老了。',
      '밧줄은 삼 섬유를 꼬아서 만든다. 항구의 오래된 공방에서는 지금도 매일 아침 여섯 시에 기계가 움직인다.',
    ]) {
      assert.equal(
        readHtmlPage(page(`<main><h1>縄</h1><p>${sentence.repeat(2)}</p></main>`)).reason,
        undefined,
      );
      assert.match(
        readHtmlPage(page(`<main><p>${sentence.slice(0, 40)}</p></main>`)).reason ?? '',
        /too little/,
      );
    }
  });
});

describe('The teaser of a page', () => {
  for (const [name, before] of [
    ['a heading', '<h2>Contents of this note</h2>'],
    ['code', '<pre><code>tie --knot bowline --rope hemp --length 20 && pull</code></pre>'],
    ['a paragraph of code', '<p><code>npm install knots --save --with-everything-it-needs</code></p>'],
    ['a list', '<ul><li>Hemp, which is strong and heavy when it is wet.</li></ul>'],
    [
      'a caption',
      '<figure><img src="r.png"><figcaption><p>A rope that lies on the quay in the sun.</p></figcaption></figure>',
    ],
    ['a quote', '<blockquote><p>A rope is only as good as the hand that ties it, they say.</p></blockquote>'],
    ['a label', '<p>Photo: Eva Ohm</p>'],
  ] as const) {
    it(`is made of paragraphs, where ${name} comes first`, async (test) => {
      const { excerpt = '' } = await article(
        test,
        page(`<main><h1>Rope</h1>${before}${prose('rope')}</main>`),
      );
      assert.match(excerpt, /^What is said here of rope/);
    });
  }

  it('is made of lines where a page marks no paragraphs', async (test) => {
    const text = prose('rope').replaceAll(/<.?p>/g, '');
    const { excerpt = '' } = await article(
      test,
      page(`<main><h1>Rope</h1><h2>Hemp</h2><div>${text}</div></main>`),
    );
    assert.match(excerpt, /^What is said here of rope/);
  });

  it('may name elements', async (test) => {
    const html = page(
      `<main><h1>Rope</h1><p>The &lt;b&gt; element &amp;amp; a rope.</p>${prose('rope')}</main>`,
    );
    assert.match((await article(test, html)).excerpt ?? '', /^The <b> element &amp; a rope\. What/);
  });
});

describe('The date of a page', () => {
  for (const [written, day] of [
    ['Published 12 January 2024', '2024-01-12'],
    ['January 12th, 2024 · 5 min', '2024-01-12'],
    ['Freitag, 12. Januar 2024, 9:00 Uhr', '2024-01-12'],
    ['Le 12 janvier 2024', '2024-01-12'],
    ['12 de enero de 2024', '2024-01-12'],
    ['am 12.01.2024 von Eva', '2024-01-12'],
    ['2024-01-12', '2024-01-12'],
    ['2024/1/12 更新', '2024-01-12'],
    ['2024年1月12日', '2024-01-12'],
  ] as const) {
    it(`is that which readers see below its heading: ${written}`, async (test) => {
      const html = page(`<main><h1>Rope</h1><div>${written}</div>${prose('rope')}</main>`);
      assert.equal((await article(test, html)).date, day);
    });
  }

  for (const [name, html] of [
    ['above its heading', `<main><p>12 January 2024</p><h1>Rope</h1>${prose('rope')}</main>`],
    [
      'in the footer of its article',
      `<main><article><h1>Rope</h1><footer>12 January 2024</footer>${prose('rope')}</article></main>`,
    ],
    [
      'in an element named after it',
      `<main><h1>Rope</h1>${prose('rope')}${'<p>More.</p>'.repeat(20)}<p class="posted-on">12 January 2024</p></main>`,
    ],
  ] as const) {
    it(`is that which readers see ${name}`, async (test) => {
      assert.equal((await article(test, page(html))).date, '2024-01-12');
    });
  }

  for (const [name, html] of [
    [
      'a sentence of it',
      `<p>${'We began on 12 January 2024 with a rope that nobody wanted to have. '.repeat(3)}</p>`,
    ],
    ['the future', '<p>Open until 12 January 2999</p>'],
    ['no full date', '<p>January 2024</p><p>12:01:2024</p><p>Version 12.1.2024.3</p>'],
    ['what is far below its heading', `${'<p>More.</p>'.repeat(20)}<p>12 January 2024</p>`],
  ] as const) {
    it(`is not ${name}`, async (test) => {
      assert.equal(
        (await article(test, page(`<main><h1>Rope</h1>${html}${prose('rope')}</main>`))).date,
        undefined,
      );
    });
  }

  it('is that which it states before what readers see', () => {
    const { draft, visibleDate } = main('<p>1 May 2020</p>', '', '<meta name="date" content="2024-01-12">');
    assert.deepEqual([draft.date, visibleDate], ['2024-01-12', undefined]);
  });

  for (const html of [
    '<abbr class="published" title="2024-01-12T09:00:00+00:00">On Friday</abbr>',
    '<meta itemprop="dateCreated" content="2024-01-12T09:00:00+00:00">',
    '<span itemprop="dateCreated datePublished" content="2024-01-12T09:00:00+00:00">On Friday</span>',
  ]) {
    it(`is marked by ${html.slice(0, 40)}`, () => {
      assert.equal(main(html).draft.date, '2024-01-12T09:00:00+00:00');
    });
  }
});

describe('The authors of a page', () => {
  for (const [written, name] of [
    ['By Eva Ohm', 'Eva Ohm'],
    ['by: Eva Ohm', 'Eva Ohm'],
    ['Von Eva Ohm', 'Eva Ohm'],
    ['par Eva Ohm', 'Eva Ohm'],
    ['Written by Eva Ohm', 'Eva Ohm'],
    ['View all posts by Eva Ohm', 'Eva Ohm'],
    ['Zeige alle Beiträge von Eva Ohm', 'Eva Ohm'],
    ['Autor: Eva Ohm', 'Eva Ohm'],
    ['Byron Vonnegut', 'Byron Vonnegut'],
    ['Parker Door', 'Parker Door'],
  ] as const) {
    it(`are named without the words around the name: ${written}`, () => {
      assert.deepEqual(main(`<a rel="author" href="/eva/">${written}</a>`).draft.author, [name]);
      assert.deepEqual(main('', '', `<meta name="author" content="${written}">`).draft.author, [name]);
    });
  }

  for (const html of [
    '<p class="byline">By <a href="/people/eva">Eva Ohm</a></p>',
    '<span class="author vcard"><a class="url fn n" href="/author/eva/">Eva Ohm</a></span>',
    '<p class="post-author-name">Eva Ohm</p>',
    '<p class="byline">By Eva Ohm</p>',
  ]) {
    it(`are named by ${html}`, () => {
      assert.deepEqual(main(html).draft.author, ['Eva Ohm']);
    });
  }

  it('are those that the data of the page refers to', () => {
    const data = {
      '@graph': [
        { '@type': 'Article', headline: 'Rope', author: { '@id': '/#eva' } },
        { '@type': 'Person', '@id': '/#eva', name: 'Eva Ohm' },
      ],
    };
    const head = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    assert.deepEqual(main('', '', head).draft.author, ['Eva Ohm']);
  });

  it('are not those of comments and of other articles', () => {
    const others =
      '<aside><a rel="author" href="/a">Max Volt</a></aside><div class="comments"><p class="author"><a href="/b">Kim Watt</a></p></div>';
    assert.deepEqual(main('', others).draft.author, []);
  });

  for (const name of ['knot.example', 'admin', 'eva@knot.example', 'https://knot.example', 'Knot']) {
    it(`are not called ${name}`, () => {
      const head = `<meta property="og:site_name" content="Knot"><meta name="author" content="${name}">`;
      assert.deepEqual(main('', '', head).draft.author, []);
    });
  }
});

describe('The tags of a page', () => {
  for (const [name, body, head] of [
    ['in one element of its head', '', '<meta property="article:tag" content="hemp, jute">'],
    [
      'in several elements of its head',
      '',
      '<meta name="tags" content="hemp"><meta name="tags" content="jute">',
    ],
    [
      'as links to them',
      '<ul><li><a href="/tags/hemp/">hemp</a></li><li><a href="/tags/jute/">#jute</a></li></ul>',
      '',
    ],
    [
      'as marked links in the footer of its article',
      '<article><footer><a rel="tag" href="/t/h">hemp</a> <a rel="tag" href="/t/j">jute</a></footer></article>',
      '',
    ],
  ] as const) {
    it(`are those ${name}`, () => {
      assert.deepEqual(main('', body, head).draft.tags, ['hemp', 'jute']);
    });
  }

  it('may have a comma in them where each has an element of its own', () => {
    const head =
      '<meta property="article:tag" content="Hull, Yorkshire"><meta property="article:tag" content="hemp">';
    assert.deepEqual(main('', '', head).draft.tags, ['Hull, Yorkshire', 'hemp']);
  });

  it('are not those of the whole site, nor of a sentence', () => {
    const cloud = '<a rel="tag" href="/tags/sea/">sea</a>';
    const sentence = '<p>More on this is <a href="/tags/sea/">on another page</a> of ours.</p>';
    for (const others of [
      `<aside>${cloud}</aside>`,
      `<nav>${cloud}</nav>`,
      `<div class="widget">${cloud}</div>`,
      sentence,
    ]) {
      assert.deepEqual(main('', others).draft.tags, [], others);
    }
  });
});

describe('The picture of a page', () => {
  it('is not that of its author', () => {
    const avatar = '<img itemprop="image" src="/eva.png">';
    for (const html of [
      `<div itemprop="author" itemscope>${avatar}</div>`,
      '<p class="p-author h-card"><img class="u-photo" src="/eva.png"></p>',
      `<div itemscope itemtype="https://schema.org/Person">${avatar}</div>`,
    ]) {
      assert.equal(main(html).draft.image, undefined, html);
      assert.equal(main(html, '<img itemprop="image" src="/rope.png">').draft.image, '/rope.png', html);
    }
  });
});

describe('The language of a page', () => {
  it('is that of the innermost element around its article that names one', () => {
    const html = (inner: string): string => `<html lang="en"><title>Seil</title><body>${inner}</body></html>`;
    for (const inner of [
      `<article lang="de">${prose('Seil')}</article>`,
      `<div lang="de"><main><article lang="">${prose('Seil')}</article></main></div>`,
      `<article lang="fr"><p>Corde.</p></article><article lang="de">${prose('Seil')}</article>`,
    ]) {
      assert.equal(readHtmlPage(html(inner)).draft.language, 'de', inner);
    }
    assert.equal(readHtmlPage(html(`<p lang="fr">Corde.</p>${prose('rope')}`)).draft.language, 'en');
  });
});

describe('A redirect', () => {
  it('counts only outside of <noscript>', () => {
    const redirect = '<meta http-equiv="refresh" content="0; url=/no-script.html">';
    assert.equal(main('', '', redirect).reason, 'is a redirect');
    assert.equal(main('', '', `<noscript>${redirect}</noscript>`).reason, undefined);
  });
});

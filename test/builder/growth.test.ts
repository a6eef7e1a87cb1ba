import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readHtmlPage } from '../../src/builder/html/html-page.js';
import { boundedMarkdown } from '../../src/builder/sources/bounded-markdown.js';
import { readFeed } from '../../src/builder/sources/feed.js';
import { readMarkdown } from '../../src/builder/sources/markdown.js';
import { siteOf } from '../../src/builder/sources/pages.js';
import { readIndex } from '../../src/reader/read-index.js';
import { prose } from './support.js';

// Sizes at which a reader whose time grows with the square of its input would take minutes. `npm run bench:growth`
// measures the growth.
const SITE = 'https://site.example/';

function feed(inside: string): string {
  return `<rss><channel><title>T</title>${inside}</channel></rss>`;
}

function item(title: string, more = ''): string {
  return `<item><title>${title}</title><link>/${title}</link>${more}</item>`;
}

/** The article of a Markdown file, or why it is none. */
function text(body: string, frontMatter = 'title: A'): string | undefined {
  const article = readMarkdown(`---\n${frontMatter}\n---\n${body}`, 'a.md', SITE);
  return typeof article === 'string' ? article : article.text;
}

describe('a page of 200,000 sections', () => {
  it('is read as one article with the texts of all', () => {
    const sections = Array.from({ length: 200_000 }, (_, at) => ({
      url: `/a#${at}`,
      title: `T${at}`,
      text: `x${at}`,
    }));
    const { articles, skipped } = readIndex(sections, SITE);
    assert.deepEqual([articles.length, skipped.length, articles[0]?.title], [1, 0, 'T0']);
    assert.match(articles[0]?.text ?? '', /^x0\nT1\nx1\nT2\n[^]*\nT199999\nx199999$/);
  });
});

describe('a hostile feed', () => {
  for (const piece of ['&lt;@', '@', 'a@', 'a@b (']) {
    it(`is read although an author is ${piece} a hundred thousand times`, () => {
      const author = `<author>${piece.repeat(100_000)}</author>`;
      const { articles } = readFeed(feed(item('a', author) + item('b')), 'f', SITE);
      assert.deepEqual(
        articles.map(({ title }) => title),
        ['a', 'b'],
      );
    });
  }

  it('gives the entries before the place where it is nested too deep, and says so', () => {
    const { articles, leftOut } = readFeed(feed(item('a') + '<item><title>x'.repeat(100_000)), 'f', SITE);
    assert.equal(articles[0]?.title, 'a');
    assert.deepEqual(leftOut.at(-1), { where: 'f', reason: 'is nested too deep; the rest is not read' });
  });

  it('has no entries inside entries', () => {
    const inner = item('inner');
    const { articles } = readFeed(feed(item('a', inner)), 'f', SITE);
    assert.deepEqual(
      articles.map(({ title }) => title),
      ['a'],
    );
  });
});

describe('a hostile page', () => {
  it('is no article if it is nested too deep, however deep', () => {
    for (const tag of ['<b>', '<article><p>ab cd ef gh</p>', '<table><tr><td>'])
      assert.equal(readHtmlPage(tag.repeat(300_000)).reason, 'is nested too deep', tag);
  });

  it('is read without the code of scripts that are deep inside it', () => {
    const html = `${'<div>'.repeat(2000)}<script>let code;</script>${prose('masts')}<p>The end.</p>`;
    const { text: read } = readHtmlPage(html).draft;
    assert.match(String(read), /of masts is said[^]*The end\.$/);
    assert.doesNotMatch(String(read), /code/);
  });

  it('is read although it has a hundred thousand articles', () => {
    const others = '<article><p>ab cd ef</p></article>'.repeat(100_000);
    const { reason } = readHtmlPage(`<title>A</title><article>${prose('masts')}</article>${others}`);
    assert.equal(reason, undefined);
  });
});

describe('hostile Markdown', () => {
  for (const piece of ['{%', '{{', '{{<', '{', '*a', '_a_', 'a**b', 'www.a(', '[', '> ', '- ']) {
    it(`is read: ${piece} two hundred thousand characters long`, () => {
      assert.equal(typeof text(`${piece.repeat(200_000 / piece.length)}\n\nThe end.`), 'string');
    });
  }

  it('is read although lists and quotes nest it 100,000 levels deep', () => {
    for (const mark of ['> ', '- ', '1. ', ' '])
      assert.match(String(text(`${mark.repeat(100_000)}x\n\nThe end.`)), /The end\.$/, mark);
  });

  for (const [name, data] of [
    ['lists', `a: ${'['.repeat(100_000)}`],
    ['lists of dashes', `a:\n  ${'- '.repeat(100_000)}x`],
    ['maps', `a: ${'{a: '.repeat(100_000)}`],
  ] as const) {
    it(`is left out if ${name} nest its front matter too deep`, () => {
      assert.equal(text('Text.', data), 'has broken front matter: it is nested too deep');
    });
  }

  for (const piece of ['"', '**a ']) {
    it(`is left out if its front matter has two hundred thousand characters of ${piece}`, () => {
      const reason = text('Text.', `tags: ${piece.repeat(200_000 / piece.length)}`);
      assert.match(String(reason), /^has broken front matter: .* in line 2$/);
    });
  }

  it('is read although its front matter has fifty thousand names', () => {
    const names = Array.from({ length: 50_000 }, (_, at) => `k${at}: v\n`).join('');
    assert.equal(text('Text.', `${names}title: A`), 'Text.');
  });
});

describe('a paragraph of more than 5,000 characters', () => {
  it('is broken at a space, and no character is lost', () => {
    const words = fc.array(fc.constantFrom('a', 'mast', ' ', '\n', '\n\n', 'x'.repeat(3000)), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, (pieces) => {
        const source = pieces.join('');
        const bounded = boundedMarkdown(source);
        assert.equal(bounded.replace(/\s/g, ''), source.replace(/\s/g, ''));
        for (const paragraph of bounded.split(/\n\s*\n/))
          assert.ok(paragraph.length <= 5002, `${paragraph.length}`);
      }),
    );
  });

  it('stays as it is if it is shorter', () => {
    const source = `${'word '.repeat(900)}\n\n    code\n`;
    assert.equal(boundedMarkdown(source), source);
  });
});

describe('an address that is none', () => {
  it('costs a feed no other entry, as the base of one', () => {
    const broken = '<entry xml:base="http://["><title>A</title><link href="a"/></entry>';
    const other = '<entry><title>B</title><link href="b"/></entry>';
    const { articles } = readFeed(`<feed>${broken}${other}</feed>`, 'f', SITE);
    assert.equal(articles.at(-1)?.url, `${SITE}b`);
  });

  it('is not made of a canonical address with two slashes', () => {
    const page = readHtmlPage(`<link rel="canonical" href="${SITE}/a/"><title>A</title>${prose('a')}`);
    assert.equal(siteOf('a/index.html', page), `${SITE}/`);
  });
});

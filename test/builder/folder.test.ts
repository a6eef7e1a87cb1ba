import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { HtmlPage } from '../../src/builder/html/html-page.js';
import type { SourceOptions } from '../../src/builder/options.js';
import { readSources } from '../../src/builder/sources/read-sources.js';
import { articlePage, folder, prose } from './support.js';

const BASE = 'https://site.example/';

/** The addresses of the articles in a folder of files, and why the others are none. */
async function read(
  test: TestContext,
  files: Readonly<Record<string, string | Uint8Array>>,
  options: SourceOptions = { base: BASE },
): Promise<{ urls: string[]; reasons: Record<string, string> }> {
  const path = folder(test, files);
  const { articles, leftOut } = await readSources([path], options);
  return {
    urls: articles.map(({ url }) => url).sort(),
    reasons: Object.fromEntries(
      leftOut.map(({ where, reason, detail }) => [
        relative(path, where),
        [reason, detail].filter(Boolean).join(': '),
      ]),
    ),
  };
}

function canonical(address: string): string {
  return `<link rel="canonical" href="${address}">`;
}

describe('a folder of built pages', () => {
  it('gives articles addresses by their paths', async (test) => {
    const { urls } = await read(test, {
      'blog/a/index.html': articlePage('A'),
      'b.html': articlePage('B'),
      'über uns/c.htm': articlePage('C'),
    });
    assert.deepEqual(urls, [`${BASE}%C3%BCber%20uns/c.htm`, `${BASE}b.html`, `${BASE}blog/a/`]);
  });

  it('takes the site’s address from the canonical address of a page', async (test) => {
    const { urls } = await read(
      test,
      {
        'a/index.html': articlePage('A', { head: canonical('https://site.example/sub/a/') }),
        'b/index.html': articlePage('B'),
      },
      {},
    );
    assert.deepEqual(urls, [`${BASE}sub/a/`, `${BASE}sub/b/`]);
  });

  it('uses a canonical address if it is on the same host and not the home page', async (test) => {
    const { urls } = await read(test, {
      'a.html': articlePage('A', { head: canonical('/nice-name/') }),
      'b.html': articlePage('B', { head: canonical('http://localhost:4000/b') }),
      'c.html': articlePage('C', { head: canonical('https://other.example/c') }),
      'd.html': articlePage('D', { head: canonical(BASE) }),
    });
    assert.deepEqual(urls, [`${BASE}b.html`, `${BASE}c.html`, `${BASE}d.html`, `${BASE}nice-name/`]);
  });

  it('gives the page itself rather than its copy', async (test) => {
    const { urls, reasons } = await read(test, {
      'a/amp/index.html': articlePage('A, fast', { head: canonical('/a/') }),
      'a/index.html': articlePage('A'),
    });
    assert.deepEqual([urls, Object.keys(reasons)], [[`${BASE}a/`], ['a/amp/index.html']]);
  });

  it('leaves out pages that are not articles, and says why', async (test) => {
    const { urls, reasons } = await read(test, {
      'a/index.html': articlePage('A'),
      'index.html': articlePage('Home'),
      'impressum/index.html': articlePage('Impressum'),
      '404.html': articlePage('Not found'),
      'tags/masts/index.html': articlePage('Masts'),
      'page/2/index.html': articlePage('Older'),
    });
    assert.deepEqual(urls, [`${BASE}a/`]);
    assert.deepEqual(reasons, {
      'index.html': 'is the home page',
      'impressum/index.html': 'is a legal notice, contact, search or error page',
      '404.html': 'is a legal notice, contact, search or error page',
      'tags/masts/index.html': 'is a list of articles',
      'page/2/index.html': 'is a list of articles',
    });
  });

  it('drops a description that several pages share', async (test) => {
    const head = '<meta name="description" content="The best site.">';
    const pages = Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [`${name}.html`, articlePage(name, { head })]),
    );
    const { articles } = await readSources([folder(test, pages)], { base: BASE });
    assert.ok(articles[0]?.excerpt?.startsWith('What is said'), articles[0]?.excerpt);
  });

  it('may have pages in any encoding, named or not', async (test) => {
    const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
    const { articles } = await readSources(
      [
        folder(test, {
          'a.html': latin1(articlePage('Größe', { head: '<meta charset="iso-8859-1">' })),
          'b.html': latin1(articlePage('Höhe')),
          'c.html': latin1(articlePage('Länge', { head: '<meta charset="utf-8">' })),
          'd.html': latin1(articlePage('Zitat: \x84so\x93', { head: '<meta charset="windows-1252">' })),
          'e.html': articlePage('Breite'),
          'f.html': Buffer.from(`\uFEFF${articlePage('Tiefe ü')}`, 'utf16le'),
        }),
      ],
      { base: BASE },
    );
    const titles = articles.map(({ title }) => title);
    assert.deepEqual(titles, ['Größe', 'Höhe', 'Länge', 'Zitat: „so“', 'Breite', 'Tiefe ü']);
  });

  it('gives the title that is written, if U+FFFD stands in a text that is UTF-8', async (test) => {
    const { reasons } = await read(test, {
      'a.html': articlePage('Don\uFFFDt panic', { head: '<meta charset="utf-8">' }),
      'b.html': articlePage('B'),
    });
    assert.match(
      reasons['a.html'] ?? '',
      /^has a title with broken characters, not UTF-8: Don\uFFFDt panic$/,
    );
  });

  it('is read by the paths that are included and not excluded', async (test) => {
    const files = {
      'blog/a.html': articlePage('A'),
      'blog/b.html': articlePage('B'),
      'docs/c.html': articlePage('C'),
    };
    const { urls } = await read(test, files, { base: BASE, include: ['blog/**'], exclude: ['**/b.*'] });
    assert.deepEqual(urls, [`${BASE}blog/a.html`]);
  });

  it('is read without hidden files and node_modules', async (test) => {
    const { urls } = await read(test, {
      'a.html': articlePage('A'),
      '.git/b.html': articlePage('B'),
      'node_modules/c/c.html': articlePage('C'),
    });
    assert.deepEqual(urls, [`${BASE}a.html`]);
  });

  it('may have symbolic links, even in circles', async (test) => {
    const path = folder(test, { 'site/a.html': articlePage('A'), 'elsewhere/b.html': articlePage('B') });
    symlinkSync(join(path, 'elsewhere'), join(path, 'site/linked'));
    symlinkSync(join(path, 'site'), join(path, 'site/again'));
    symlinkSync(join(path, 'site/self'), join(path, 'site/self'));
    const { articles, leftOut } = await readSources([join(path, 'site')], { base: BASE });
    assert.deepEqual(
      articles.map(({ title, url }) => [title, url]),
      [
        ['A', `${BASE}a.html`],
        ['B', `${BASE}linked/b.html`],
      ],
    );
    assert.deepEqual(leftOut, []);
  });

  it('leaves out a page whose name is not UTF-8', async (test) => {
    const path = folder(test, { 'a.html': articlePage('A') });
    writeFileSync(Buffer.from(`${path}/caf\xE9.html`, 'latin1'), articlePage('B'));
    mkdirSync(Buffer.from(`${path}/\xE9t\xE9`, 'latin1'));
    const { articles, leftOut } = await readSources([path], { base: BASE });
    assert.deepEqual(
      articles.map(({ title }) => title),
      ['A'],
    );
    const reason = 'has a name that is not UTF-8';
    assert.deepEqual(
      new Set(leftOut.map(({ where, reason: why }) => [relative(path, where), why].join(' '))),
      new Set([`caf\uFFFD.html ${reason}`, `\uFFFDt\uFFFD ${reason}`]),
    );
  });

  it('gives a page whose name begins with a line end', async (test) => {
    const names = ['\n', '\r', '\u2028'].map((sign) => `${sign}a.html`);
    const pages = Object.fromEntries(names.map((name, at) => [name, articlePage(`A${at}`)]));
    const every = await read(test, pages, { base: BASE });
    const named = await read(test, pages, { base: BASE, include: ['*.html'] });
    for (const { urls } of [every, named])
      assert.deepEqual(urls, [`${BASE}%0Aa.html`, `${BASE}%0Da.html`, `${BASE}%E2%80%A8a.html`]);
  });

  it('leaves out pipes, devices and links that lead nowhere, and does not wait for them', async (test) => {
    const path = folder(test, { 'a.html': articlePage('A') });
    execFileSync('mkfifo', [join(path, 'pipe.html'), join(path, 'other')]);
    symlinkSync(join(path, 'other'), join(path, 'linked.html'));
    symlinkSync('/dev/zero', join(path, 'zero.html'));
    symlinkSync('/nowhere', join(path, 'gone.html'));
    const { articles, leftOut } = await readSources([path], { base: BASE });
    assert.equal(articles.length, 1);
    assert.deepEqual(
      Object.fromEntries(
        leftOut.map(({ where, reason, detail }) => [
          relative(path, where),
          [reason, detail].filter(Boolean).join(': '),
        ]),
      ),
      {
        'pipe.html': 'is not a file but a pipe or a device',
        'linked.html': 'is not a file but a pipe or a device',
        'zero.html': 'is not a file but a pipe or a device',
        'gone.html': 'is a link that leads nowhere',
      },
    );
  });

  it('is read at once though links lead to each folder by many paths', async (test) => {
    const names = Array.from({ length: 30 }, (_, at) => `f${at}`);
    const path = folder(test, Object.fromEntries(names.map((name) => [`${name}/a.html`, articlePage(name)])));
    for (const [at, name] of names.slice(1).entries())
      for (const link of ['x', 'y']) symlinkSync(join(path, name), join(path, `f${at}/${link}`));
    const { articles } = await readSources([path], { base: BASE });
    assert.equal(articles.length, 30);
  });

  it('leaves out a page of more than 10 MB', async (test) => {
    const path = folder(test, { 'a.html': articlePage('A'), 'b.html': '' });
    truncateSync(join(path, 'b.html'), 11_000_000);
    const { leftOut } = await readSources([path], { base: BASE });
    assert.deepEqual(leftOut, [{ where: join(path, 'b.html'), reason: 'is larger than 10 MB' }]);
  });

  it('gives articles at no known site if no page and no option names it', async (test) => {
    const { urls } = await read(test, { 'blog/a/index.html': articlePage('A') }, {});
    assert.deepEqual(urls, ['https://site.invalid/blog/a/']);
  });

  it('stops being read when the signal is aborted', async (test) => {
    const controller = new AbortController();
    controller.abort();
    const options = { base: BASE, signal: controller.signal };
    await assert.rejects(read(test, { 'a.html': articlePage('A') }, options), { name: 'AbortError' });
  });

  it('is not read again if the cache has its pages', async (test) => {
    const kept = new Map<string, unknown>();
    const cache = {
      get: (key: string) => kept.get(key),
      set: (key: string, value: unknown) => void kept.set(key, value),
    };
    const path = folder(test, { 'a.html': articlePage('A') });
    await readSources([path], { base: BASE, cache });
    const [key = ''] = kept.keys();
    const page = kept.get(key) as HtmlPage;
    kept.set(key, { ...page, draft: { ...page.draft, author: 'From the cache' } });
    const { articles } = await readSources([path], { base: BASE, cache });
    assert.equal(articles[0]?.author, 'From the cache');
  });
});

describe('a folder of Markdown files', () => {
  it('gives the articles with front matter', async (test) => {
    const { urls, reasons } = await read(test, {
      'posts/a.md': '---\ntitle: A\n---\nText.',
      'posts/b.md': '---\ntitle: B\ndraft: true\n---\nText.',
      'posts/c.md': '---\ntitle: [\n---\nText.',
    });
    assert.deepEqual(urls, [`${BASE}posts/a/`]);
    assert.equal(reasons['posts/b.md'], 'is not public ("draft")');
    assert.match(String(reasons['posts/c.md']), /^has broken front matter/);
  });

  it('gives articles at no known site if no option names it', async (test) => {
    assert.deepEqual((await read(test, { 'posts/a.md': '# A' }, {})).urls, ['https://site.invalid/posts/a/']);
  });
});

describe('a folder of pages and of texts', () => {
  it('gives the articles of both', async (test) => {
    const { urls, reasons } = await read(test, {
      'blog/a/index.html': articlePage('A'),
      '_posts/2026-11-17-masts.md': '---\ntitle: Masts\n---\nText.',
      '_posts/2011-01-01-old.html': '---\ntitle: Old\n---\n<p>Imported {{ site.title }} text.</p>',
      '_drafts/secret.html': articlePage('Secret'),
      'posts/draft_Secret-1a2b.html': articlePage('Secret'),
      '_layouts/post.html': '---\ntitle: Layout\n---\n{{ content }}',
      'README.md': '# About',
    });
    assert.deepEqual(urls, [`${BASE}2011/01/01/old.html`, `${BASE}2026/11/17/masts.html`, `${BASE}blog/a/`]);
    assert.deepEqual(reasons, {
      '_drafts/secret.html': 'is a draft',
      'posts/draft_Secret-1a2b.html': 'is a draft',
      '_layouts/post.html': 'is in a folder that the generator does not publish',
      'README.md': 'is about the project',
    });
  });

  it('gives an article once that is there as a page and as a text', async (test) => {
    const { urls, reasons } = await read(test, {
      'a/index.html': articlePage('A'),
      'a/index.md': '# A\n\nText.',
    });
    assert.deepEqual([urls, Object.keys(reasons)], [[`${BASE}a/`], ['a/index.md']]);
  });

  it('has the address of the site from a page for its texts too', async (test) => {
    const { urls } = await read(
      test,
      {
        'a/index.html': articlePage('A', { head: canonical('https://site.example/sub/a/') }),
        'b.md': '# B',
      },
      {},
    );
    assert.deepEqual(urls, [`${BASE}sub/a/`, `${BASE}sub/b/`]);
  });
});

describe('a file', () => {
  it('of Markdown has an address in the folder that is the site’s', async (test) => {
    const path = folder(test, { 'masts.md': '# Masts', 'a.json': '[{"title":"A","url":"a"}]' });
    for (const base of ['https://site.example/blog', 'https://site.example/blog/']) {
      const { articles } = await readSources([`${path}/masts.md`, `${path}/a.json`], { base });
      assert.deepEqual(
        articles.map(({ url }) => url),
        ['https://site.example/blog/masts/', 'https://site.example/blog/a'],
      );
    }
  });
});

describe('a site whose address is not known', () => {
  it('keeps the canonical addresses that are paths', async (test) => {
    const { urls } = await read(test, { 'a.html': articlePage('A', { head: canonical('/nice/') }) }, {});
    assert.deepEqual(urls, ['https://site.invalid/nice/']);
  });

  it('has its articles left out beside others that name their site', async (test) => {
    const path = folder(test, {
      'a.json': '[{"title":"A","url":"https://site.example/a"}]',
      'b.json': '[{"title":"B","url":"/b"}]',
    });
    const { articles, leftOut } = await readSources([`${path}/a.json`, `${path}/b.json`]);
    assert.deepEqual(
      [articles.map(({ title }) => title), leftOut],
      [
        ['A'],
        [{ where: 'B', reason: 'has a relative address, while others name their site; name it with --base' }],
      ],
    );
  });
});

describe('a folder', () => {
  it('gives an error if it has neither HTML nor Markdown', async (test) => {
    await assert.rejects(read(test, { 'a.css': '' }), {
      message: /has no HTML and no Markdown; name the folder/,
    });
  });

  it('reports its progress while 300 pages are read', async (test) => {
    const path = folder(test);
    mkdirSync(join(path, 'p'));
    for (let at = 0; at < 300; at++)
      writeFileSync(join(path, `p/${at}.html`), `<title>${at}</title>${prose('x')}`);
    const seen: number[] = [];
    await readSources([path], {
      base: BASE,
      onProgress: ({ done, total }) => seen.push(done / (total ?? 1)),
    });
    assert.deepEqual([seen.length, seen.at(-1)], [300, 1]);
  });
});

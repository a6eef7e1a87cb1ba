import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { readIndex } from '../../src/reader/read-index.js';
import { articlePage, feedIn, filesIn, folder, prose, run } from './support.js';

/** A folder with three built pages that do not name their site. */
function site(test: TestContext): string {
  const page = (title: string): string =>
    articlePage(title, { body: `${prose('masts')}<related-articles></related-articles>` });
  return folder(test, {
    'public/blog/masts/index.html': page('Masts at sea'),
    'public/blog/forests/index.html': page('Masts in forests'),
    'public/blog/roofs.html': page('Masts on roofs'),
  });
}

describe('a site whose address is not known', () => {
  it('has an index with paths from the root, which a page reads', async (test) => {
    const path = site(test);
    const { code } = await run(['build', `${path}/public`, '--out', `${path}/a.json`]);
    assert.equal(code, 0);
    assert.doesNotMatch(readFileSync(`${path}/a.json`, 'utf8'), /site\.invalid/);
    const { title, items } = feedIn(path, 'a.json');
    assert.deepEqual(
      [title, items.map(({ url }) => url).sort()],
      ['Articles', ['/blog/forests/', '/blog/masts/', '/blog/roofs.html']],
    );
    const { articles } = readIndex(feedIn(path, 'a.json'), 'https://site.example/a.json');
    assert.ok(articles.some(({ url }) => url === 'https://site.example/blog/masts/'));
  });

  it('has files of neighbours with paths from the root', async (test) => {
    const path = site(test);
    await run(['build', `${path}/public`, '--neighbours', `${path}/related`]);
    assert.deepEqual(
      filesIn(`${path}/related`).filter((file) => file.endsWith('.json') && file.startsWith('blog')),
      ['blog/forests.json', 'blog/masts.json', 'blog/roofs.json'],
    );
    const feed = feedIn(path, 'related/blog/masts.json');
    const { _related_articles: related } = feed;
    assert.equal(related.related_to, '/blog/masts/');
    assert.doesNotMatch(JSON.stringify(feed), /site\.invalid/);
  });

  it('has links from the root written into its pages', async (test) => {
    const path = site(test);
    const { code } = await run(['inject', `${path}/public`]);
    const page = readFileSync(join(path, 'public/blog/masts/index.html'), 'utf8');
    assert.equal(code, 0);
    assert.match(page, /<a href="[^"]*blog[^"]*forests[^"]*"/);
    assert.doesNotMatch(page, /site\.invalid/);
  });

  it('asks for its address where a comment system is asked by whole addresses', async (test) => {
    const path = site(test);
    const { code, err } = await run(['build', `${path}/public`, '--discussions', 'isso https://c.example']);
    assert.equal(code, 1);
    assert.match(err, /^related-articles: .* name the site’s with --base URL\n$/);
  });
});

describe('a JSON file with relative addresses', () => {
  const json = JSON.stringify([
    { title: 'Masts at sea', url: '/masts/', content: 'Masts at sea carry antennas for ships.' },
    { title: 'Masts in forests', url: '/forests/', content: 'Masts in forests carry antennas for hikers.' },
  ]);

  it('is built as it is', async (test) => {
    const path = folder(test, { 'a.json': json });
    const { code } = await run(['build', `${path}/a.json`, '--out', `${path}/o.json`]);
    assert.deepEqual(
      [code, feedIn(path, 'o.json').items.map(({ url }) => url)],
      [0, ['/forests/', '/masts/']],
    );
  });

  it('is explained as it is', async (test) => {
    const path = folder(test, { 'a.json': json });
    const { out } = await run(['explain', `${path}/a.json`, '/masts/']);
    assert.match(out, /^Masts at sea\n\/masts\/\n/);
    assert.match(out, /Masts in forests\n +\/forests\/\n/);
  });

  it('is checked as it is', async (test) => {
    const path = folder(test, { 'a.json': json });
    const { out, code } = await run(['check', `${path}/a.json`]);
    assert.equal(code, 0);
    assert.match(out, /articles without a date: 2\n.*\n +- \/masts\/\n/);
  });

  it('is shown in the preview as it is', async (test) => {
    const path = folder(test, { 'a.json': json });
    const controller = new AbortController();
    let shown = '';
    const { main } = await import('../../src/builder/command/main.js');
    const running = main(['preview', `${path}/a.json`, '--port', '0'], {
      stdout: { write: (text) => (shown += text) },
      stderr: { write: () => {} },
      env: {},
      signal: controller.signal,
    });
    try {
      while (!shown.includes('until Ctrl-C')) await new Promise((resolve) => setImmediate(resolve));
      const [address = ''] = /http:\S+/.exec(shown) ?? [];
      const page = await (await fetch(`${address}articles/1`)).text();
      assert.match(page, /<small>\/(?:masts|forests)\//);
      assert.doesNotMatch(page, /site\.invalid/);
    } finally {
      controller.abort();
      await running;
    }
  });
});

describe('a source that is not quite right', () => {
  it('is read with a warning in the summary', async (test) => {
    const path = folder(test, { 'a.json': '[{"title":"A","url":"/a"},]' });
    const { code, out } = await run(['build', `${path}/a.json`, '--out', `${path}/o.json`]);
    assert.equal(code, 0);
    assert.match(
      out,
      /\nwarning {2}\S+a\.json is not quite JSON, .* it has a comma too many in line 1; mend the template/,
    );
  });

  it('is no index for a page, and the check says where it is wrong', async (test) => {
    const path = folder(test, {
      'a.json': '[\n{"title":"A","url":"/a"},\n]',
      'b.json': '[\n{"title":',
      'c.json': 'Masts.',
    });
    for (const [name, line] of [
      [
        'a.json',
        /a\.json is not quite JSON, and no browser can read it: it has a comma too many in line 3; mend/,
      ],
      ['b.json', /b\.json is broken JSON: it breaks off in line 2; mend/],
      ['c.json', /c\.json is not JSON; an index is/],
    ] as const) {
      const { code, err } = await run(['check', `${path}/${name}`]);
      assert.equal(code, 1);
      assert.match(err, line);
    }
  });

  it('has dates in the language that an option names', async (test) => {
    const path = folder(test, {
      'a.xml':
        '<rss><channel><item><title>A</title><link>https://s.example/a</link><pubDate>3. listopada 2026.</pubDate></item></channel></rss>',
    });
    await run(['build', `${path}/a.xml`, '--language', 'hr', '--out', `${path}/o.json`]);
    assert.equal(feedIn(path, 'o.json').items[0]?.date_published, '2026-10-03T00:00:00Z');
  });

  it('costs none of the other files in its folder', async (test) => {
    const path = folder(test, {
      'a.md': '---\ntitle: A\ntags: [a]\ntags: [b]\n---\nMasts.',
      'b.md': '---\ntitle: "B\n---\nMasts.',
      'c.md': '---\ntitle: C\npermalink: "http://["\n---\nMasts.',
      'd.md': '---\ntitle: D\ndraft: true\n---\nMasts.',
      'e.md': '---\ntitle: E\ndate: 2026-13-45\n---\nMasts 100%.',
    });
    writeFileSync(join(path, '100%-f.md'), '# F\n\nMasts.');
    const { code, out } = await run(['build', path, '--out', `${path}/o.json`]);
    assert.equal(code, 0);
    assert.match(out, /^3 articles/);
    assert.match(out, /3 left out:\n/);
    assert.match(out, /1 {2}is not public \("draft"\)\n +\S+d\.md\n/);
    assert.match(out, /1 {2}names an address that is none\n +\S+c\.md \(http:\/\/\[\)\n/);
    assert.match(out, /1 {2}has broken front matter\n +\S+b\.md \(/);
  });
});

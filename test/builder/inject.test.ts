import assert from 'node:assert/strict';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import { neighboursFeed } from '../../src/builder/output/neighbours.js';
import { articlePage, type Feed, filesIn, folder, prose, run } from './support.js';

const BLOCK = '<related-articles src="/feed.json"><a href="/news/">All news</a></related-articles>';

function page(title: string, block = BLOCK, head = ''): string {
  return articlePage(title, { head, body: `${prose('masts')}${block}` });
}

/** A site of three articles with blocks. */
function site(test: TestContext, files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  return folder(test, {
    'a.html': page('Masts, old'),
    'b.html': page('Masts, new'),
    'c.html': page('Masts, tall'),
    ...files,
  });
}

async function inject(path: string, ...args: readonly string[]): Promise<string> {
  const { code, out, err } = await run(['inject', path, '--base', 'https://site.example/', ...args]);
  assert.deepEqual([code, err], [0, '']);
  return out;
}

describe('related-articles inject', () => {
  it('writes links and data before the author’s own content', async (test) => {
    const path = site(test);
    assert.match(await inject(path), /3 pages changed, 0 unchanged/);
    const [, inside = ''] =
      /<related-articles src="\/feed\.json">(.*)<\/related-articles>/s.exec(
        readFileSync(`${path}/a.html`, 'utf8'),
      ) ?? [];
    assert.match(
      inside,
      /^<!--related-articles--><ul><li><a href="https:\/\/site\.example\/[bc]\.html" hreflang="en">Masts, /,
    );
    assert.match(inside, /<!--\/related-articles--><a href="\/news\/">All news<\/a>$/);
    const [, data = ''] = /<script type="application\/json">(.*)<\/script>/s.exec(inside) ?? [];
    const { _related_articles: extension, items } = JSON.parse(data) as Feed;
    assert.deepEqual([extension.related_to, items.length], ['https://site.example/a.html', 2]);
  });

  it('writes below the author’s heading', async (test) => {
    const heading = '<h2 slot="heading">Read on</h2>';
    const block = BLOCK.replace('<a', () => `${heading}<a`);
    const path = site(test, { 'a.html': page('Masts, old', block) });
    await inject(path);
    const text = readFileSync(`${path}/a.html`, 'utf8');
    assert.match(text, /<h2 slot="heading">Read on<\/h2><!--related-articles--><ul>/);
    assert.match(await inject(path), /0 pages changed, 3 unchanged/);
  });

  it('changes nothing the second time', async (test) => {
    const path = site(test);
    await inject(path);
    const before = filesIn(path).map((file) => readFileSync(`${path}/${file}`));
    assert.match(await inject(path), /0 pages changed, 3 unchanged/);
    assert.deepEqual(
      filesIn(path).map((file) => readFileSync(`${path}/${file}`)),
      before,
    );
  });

  it('replaces what it wrote when the site changes', async (test) => {
    const path = site(test);
    await inject(path);
    writeFileSync(`${path}/b.html`, page('Masts, rusty'));
    await inject(path);
    const text = readFileSync(`${path}/a.html`, 'utf8');
    assert.equal(text.split('<!--related-articles-->').length, 2);
    assert.match(text, /Masts, rusty/);
    assert.doesNotMatch(text, /Masts, new/);
  });

  it('keeps every other byte of a page, in whatever encoding', async (test) => {
    const latin1 = Buffer.from(
      page('Größe der Masten', BLOCK, '<meta charset="iso-8859-1">').replaceAll('\n', '\r\n'),
      'latin1',
    );
    const path = site(test, { 'a.html': latin1, 'u.html': page('Höhe der Masten – „hoch“') });
    await inject(path);
    const written = readFileSync(`${path}/a.html`);
    const kept = written
      .toString('latin1')
      .replace(/<!--related-articles-->.*<!--\/related-articles-->/s, '');
    assert.equal(kept, latin1.toString('latin1'));
    assert.match(written.toString('latin1'), /H&#246;he der Masten &#8211; &#8222;hoch&#8220;/);
    assert.match(readFileSync(`${path}/u.html`, 'utf8'), /Gr&#246;&#223;e.*Gr\\u00f6\\u00dfe/s);
  });

  it('changes nothing with --dry-run, and prints what it would change', async (test) => {
    const path = site(test);
    const out = await inject(path, '--dry-run');
    assert.match(out, /3 pages would change, 0 unchanged\n {2}.*a\.html\n {2}.*b\.html\n {2}.*c\.html\n$/);
    assert.equal(readFileSync(`${path}/a.html`, 'utf8'), page('Masts, old'));
  });

  it('names articles whose pages have no place for the block', async (test) => {
    const path = site(test, {
      'd.html': page('Masts, lost', ''),
      'e.html': page('Masts, open', '<related-articles>'),
    });
    assert.match(
      await inject(path),
      /2 left out:\n +2 {2}has no <related-articles><\/related-articles> to write into\n/,
    );
  });

  it('lets no title end the script or the list', async (test) => {
    const evil = 'A &quot; masts &lt;/script&gt;&lt;!-- &lt;script src=x';
    const path = site(test, { 'd.html': page(evil) });
    await inject(path);
    const text = readFileSync(`${path}/a.html`, 'utf8');
    assert.match(text, /A &#34; masts .*&#60;!-- &#60;script src=x<\/a>/);
    assert.match(text, /masts .*\\u003c!-- \\u003cscript src=x"/);
    assert.equal(text.split('</script>').length, 2);
    assert.match(await inject(path), /0 pages changed, 4 unchanged/);
  });

  it('keeps a page’s permissions', async (test) => {
    const path = site(test);
    chmodSync(`${path}/a.html`, 0o640);
    await inject(path);
    assert.equal(statSync(`${path}/a.html`).mode & 0o777, 0o640);
  });

  it('fills every block of a page', async (test) => {
    const path = site(test, { 'd.html': page('Masts, twice', BLOCK + BLOCK) });
    await inject(path);
    assert.equal(readFileSync(`${path}/d.html`, 'utf8').split('<!--related-articles-->').length, 3);
  });

  it('names a path that is missing or is not a folder', async (test) => {
    const path = folder(test, { 'a.html': page('Masts') });
    for (const [name, reason] of [
      ['nothing', 'there is no such file or folder'],
      ['a.html', 'a part of the path is a file, not a folder'],
    ]) {
      const { code, err } = await run(['inject', `${path}/${name}`]);
      assert.equal(code, 1);
      assert.ok(err.endsWith(`/${name}: ${reason}; check the path\n`), err);
    }
  });

  it('names a folder without articles', async (test) => {
    const { code, err } = await run(['inject', folder(test, { 'a.css': '' })]);
    assert.equal(code, 1);
    assert.match(
      err,
      /^related-articles: no article found in .*; name the folder that your site is built into\n$/,
    );
  });
});

describe('the feed of neighbours', () => {
  it('carries tags and the expiry date, but neither text nor key terms', () => {
    const teaser = { id: 'a', url: 'https://site.example/a', title: 'A', tags: ['x'] };
    const article = { ...teaser, text: 'Long text.', terms: ['long'], expires: '2030-01-01' };
    const feed = neighboursFeed(article, [article]);
    assert.deepEqual((JSON.parse(feed) as Feed).items, [
      {
        ...teaser,
        content_text: '',
        summary: 'Long text.',
        _related_articles: { expires: '2030-01-01' },
      },
    ]);
  });
});

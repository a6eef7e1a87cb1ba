import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it, type TestContext } from 'node:test';
import { neighboursFeed } from '../../src/builder/output/neighbours.js';
import { readSources } from '../../src/builder/sources/read-sources.js';
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

  const marks: readonly [framework: string, mark: string][] = [
    ['Next.js', '<script src="/_next/static/chunks/main.js" async></script>'],
    ['Next.js', '<script id="__NEXT_DATA__" type="application/json">{}</script>'],
    ['Docusaurus', '<div id=__docusaurus></div>'],
    ['Gatsby', '<div id="___gatsby"></div>'],
    ['React', '<div data-reactroot=""></div>'],
    ['VitePress', '<script>window.__VP_HASH_MAP__=JSON.parse("{}")</script>'],
    ['Nuxt', '<div id="__nuxt"></div>'],
    ['Nuxt', '<meta data-n-head="ssr" name="x" content="y">'],
    ['Vue', '<div data-server-rendered="true"></div>'],
    ['SvelteKit', '<script>{ __sveltekit_1x = { base: "" } }</script>'],
    ['Angular', '<app-root ng-version="22.2.6"></app-root>'],
  ];
  for (const [framework, mark] of marks) {
    it(`says in one line that ${framework} drops what it writes, and what to do: ${mark}`, async (test) => {
      const path = folder(test, {
        'a.html': page('Masts, old', BLOCK + mark),
        'b.html': page('Masts, new', BLOCK + mark),
      });
      const lines = (await inject(`${path}/`)).split('\n').filter((line) => line.includes('drops'));
      assert.deepEqual(lines, [
        `warning  ${framework} renders these pages once more in the browser and drops what inject writes; use files of ` +
          `neighbours there: related-articles build ${path}/ --neighbours ${path}/related, with src="/related/{path}.json"`,
      ]);
    });
  }

  it('takes no article about a framework for an app of it', async (test) => {
    const about = '<pre>__VP_HASH_MAP__ __NEXT_DATA__ /_next/static/ id="__nuxt" __sveltekit</pre>';
    const path = folder(test, {
      'a.html': page('Masts, old', about + BLOCK),
      'b.html': page('Masts, __sveltekit'),
    });
    await inject(path);
    assert.doesNotMatch(await inject(path), /drops/);
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

/** Paragraphs of a text, each with its number. */
function paragraphs(...numbers: readonly number[]): string {
  const filler = 'It tells at some length what masts of steel carry over hills and far away. '.repeat(4);
  return numbers.map((number) => `<p>Paragraph ${number}. ${filler}And so on.</p>`).join('\n');
}

describe('related-articles inject --after-paragraph', () => {
  /** What the page with this text becomes. */
  async function placed(test: TestContext, text: string, number: number, head = ''): Promise<string> {
    const path = site(test, { 'd.html': articlePage('Masts, long', { head, body: `${text}${BLOCK}` }) });
    await inject(path, '--after-paragraph', String(number));
    return readFileSync(`${path}/d.html`, 'utf8');
  }

  /** What stands before and behind the block, without what was written. */
  function around(html: string): readonly [before: string, behind: string] {
    const [before = '', rest = ''] = html.split('<!--related-articles-moved-->');
    const [, behind = ''] = rest.split('<!--/related-articles-moved-->');
    return [before.slice(-20), behind.slice(0, 20)];
  }

  it('puts the block behind that paragraph, after a link that leads past it', async (test) => {
    const html = await placed(test, paragraphs(1, 2, 3), 2);
    const [before, behind] = around(html);
    assert.match(before, /And so on\.<\/p>$/);
    assert.match(behind, /^\n<p>Paragraph 3/);
    assert.match(
      html,
      /<a class="related-articles-skip" href="#after-related-articles">Skip related articles<\/a><related-articles src="\/feed\.json"><!--related-articles-->/,
    );
    assert.match(
      html,
      /<\/related-articles><p class="related-articles-skip" id="after-related-articles" tabindex="-1">End of related articles<\/p>/,
    );
    assert.match(html, /<style>\.related-articles-skip:not\(a:focus\)\{[^<]*<\/style><\/head>/);
    assert.equal(html.split('<related-articles').length, 2);
  });

  it('leaves the block of a shorter page where it is, and says of how many', async (test) => {
    const path = site(test, { 'd.html': articlePage('Masts, long', { body: paragraphs(1, 2, 3) + BLOCK }) });
    assert.match(
      await inject(path, '--after-paragraph', '3'),
      /4 pages changed, 0 unchanged\n3 pages have fewer than 3 paragraphs; their blocks stay where the pages have them\n$/,
    );
    const text = readFileSync(`${path}/a.html`, 'utf8');
    assert.match(text, /<\/p><related-articles src/);
    assert.doesNotMatch(text, /skip/);
  });

  for (const [name, text] of Object.entries({
    'a list': `<ul><li>${paragraphs(7)}</li></ul>`,
    'a table': `<table><tr><td>${paragraphs(7)}</td></tr></table>`,
    'a quotation': `<blockquote>${paragraphs(7)}</blockquote>`,
    'a figure': `<figure><img src="a.png" alt=""><figcaption>${paragraphs(7)}</figcaption></figure>`,
    'an aside': `<aside>${paragraphs(7)}</aside>`,
    'a box': `<div class="callout callout-info">${paragraphs(7)}</div>`,
    'a label': '<p>Photo: Eva Ohm</p>',
    'a line in bold letters': '<p><strong>Why not use masts of wood in place of steel, then?</strong></p>',
    'an empty paragraph': '<p>&nbsp;</p>',
    'what nobody sees': `<div hidden>${paragraphs(7)}</div>`,
  })) {
    it(`does not count the paragraph of ${name}`, async (test) => {
      const [, behind] = around(await placed(test, `${paragraphs(1)}${text}${paragraphs(2, 3)}`, 2));
      assert.match(behind, /^\n<p>Paragraph 3/);
    });
  }

  it('keeps a heading and its text together, and a list and what announces it', async (test) => {
    const text = `<h2>One</h2>${paragraphs(1)}<p>These are the kinds of masts that there are on hills and in towns:</p><ul><li>Steel</li></ul>${paragraphs(3)}<h2>Two</h2>${paragraphs(4)}`;
    const [before, behind] = around(await placed(test, text, 2));
    assert.match(before, /And so on\.<\/p>$/);
    assert.match(behind, /^<h2>Two/);
  });

  it('counts paragraphs of Chinese text by their signs', async (test) => {
    const text = ['这是第一段。', '短标签', '以下是列表：', '这是第三段。', '这是第四段。'].map(
      (line) => `<p>${line}</p>`,
    );
    const html = await placed(test, prose('masts') + text.join(''), 3);
    const [before, behind] = around(html);
    assert.match(before, /这是第三段。<\/p>$/);
    assert.match(behind, /^<p>这是第四段/);
  });

  it('ends an open paragraph before the block', async (test) => {
    const text = paragraphs(1, 2, 3).replaceAll('</p>', '');
    const html = await placed(test, text, 2);
    assert.match(html, /And so on\.\n<!--related-articles-moved--><\/p><a class/);
    assert.match(around(html)[1], /^<p>Paragraph 3/);
  });

  it('changes nothing the second time', async (test) => {
    const path = site(test, { 'd.html': articlePage('Masts, long', { body: paragraphs(1, 2, 3) + BLOCK }) });
    await inject(path, '--after-paragraph', '2');
    const before = readFileSync(`${path}/d.html`, 'utf8');
    assert.match(await inject(path, '--after-paragraph', '2'), /0 pages changed, 4 unchanged/);
    assert.equal(readFileSync(`${path}/d.html`, 'utf8'), before);
  });

  it('moves a block on, and back where another run does not ask for it', async (test) => {
    const long = articlePage('Masts, long', { body: paragraphs(1, 2, 3) + BLOCK });
    const path = site(test, { 'd.html': long });
    await inject(path);
    const unmoved = readFileSync(`${path}/d.html`, 'utf8');
    await inject(path, '--after-paragraph', '1');
    await inject(path, '--after-paragraph', '3');
    const moved = readFileSync(`${path}/d.html`, 'utf8');
    assert.match(around(moved)[0], /And so on\.<\/p>$/);
    assert.equal(moved.split('Skip related articles').length, 2);
    await inject(path);
    assert.equal(readFileSync(`${path}/d.html`, 'utf8'), unmoved);
  });

  it('speaks the page’s language, and names English where it speaks it in its place', async (test) => {
    const german = articlePage('Masten', { body: paragraphs(1, 2) + BLOCK }).replace(
      'lang="en"',
      'lang="de-AT"',
    );
    const path = site(test, {
      'd.html': german,
      'e.html': german.replace('de-AT', 'eo').replaceAll('Masten', 'Mastoj'),
    });
    await inject(path, '--after-paragraph', '1');
    assert.match(
      readFileSync(`${path}/d.html`, 'utf8'),
      /articles">Verwandte Artikel &#252;berspringen<\/a>/,
    );
    assert.match(
      readFileSync(`${path}/e.html`, 'utf8'),
      /skip" lang="en" href="#after-related-articles">Skip related articles/,
    );
  });

  it('leads to the page itself where the page has a base address', async (test) => {
    const html = await placed(test, paragraphs(1, 2), 1, '<base href="/other/">');
    assert.match(html, /href="\/d\.html#after-related-articles"/);
  });

  it('puts its styles behind the title of a page without tags of a head', async (test) => {
    const html = `<!doctype html><html lang="en"><title>Masts, bare</title><main><h1>Masts, bare</h1>${paragraphs(1, 2, 3, 4)}${BLOCK}</main>`;
    const path = site(test, { 'd.html': html });
    await inject(path, '--after-paragraph', '1');
    assert.match(readFileSync(`${path}/d.html`, 'utf8'), /<\/title><style>/);
  });

  it('is not part of the article’s text', async (test) => {
    const path = site(test, { 'd.html': articlePage('Masts, long', { body: paragraphs(1, 2, 3) + BLOCK }) });
    const texts = async (): Promise<unknown[]> =>
      (await readSources([path], { base: 'https://site.example/' })).articles.map(({ text, links }) => [
        text,
        links,
      ]);
    const before = await texts();
    await inject(path, '--after-paragraph', '2');
    assert.deepEqual(await texts(), before);
  });

  it('rejects what is no number of a paragraph', async (test) => {
    const { code, err } = await run(['inject', site(test), '--after-paragraph', '0']);
    assert.equal(code, 1);
    assert.match(err, /^related-articles: .*a whole number from 1; see related-articles inject --help\n$/);
  });
});

describe('docs/inject.md', () => {
  const guide = readFileSync(new URL('../../docs/inject.md', import.meta.url), 'utf8');
  const snippets = (language: string): string[] =>
    Array.from(
      guide.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms')),
      ([, code = '']) => code,
    );
  const longSite = (test: TestContext): string =>
    site(test, { 'd.html': articlePage('Masts, long', { body: paragraphs(1, 2, 3, 4, 5) + BLOCK }) });

  it('has commands that run', async (test) => {
    const path = longSite(test);
    for (const command of snippets('sh').map((line) => line.trim().replace('npx related-articles ', ''))) {
      const { code, err } = await run(command.replaceAll('public/', `${path}/`).split(' '));
      assert.deepEqual([code, err], [0, ''], command);
    }
    assert.match(readFileSync(`${path}/d.html`, 'utf8'), /Skip related articles/);
  });

  it('has a script for Node that prints what its comment says', (test) => {
    const [script = ''] = snippets('js');
    const [, output = ''] = /console\.log\(.*?\); \/\/ (.*)/.exec(script) ?? [];
    const code = script.replaceAll('public/', `${longSite(test)}/`);
    const cwd = fileURLToPath(new URL('../..', import.meta.url));
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
      cwd,
      encoding: 'utf8',
    });
    assert.equal(printed.trim(), output);
  });

  it('has the hash of the styles that are written', async (test) => {
    const path = longSite(test);
    await inject(path, '--after-paragraph', '2');
    const [, styles = ''] = /<style>(.*?)<\/style>/.exec(readFileSync(`${path}/d.html`, 'utf8')) ?? [];
    assert.ok(
      guide.includes(`'sha256-${createHash('sha256').update(styles).digest('base64')}'`),
      'it is another one',
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

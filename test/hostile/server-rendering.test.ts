import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { createRanker, loadStrings, readIndex } from 'related-articles';
import { build } from 'vite';
import { inEveryEngine, type Tab, until } from './engines.js';
import { articles, Host } from './host.js';
import { NOTHING, now, seen, shown } from './seen.js';

const CARDS = { titles: ['Open RAN, part 1', 'Open RAN, part 2', 'Open RAN, part 3'], own: false };

const site = new Host();
const index = readIndex(articles(3), 'http://127.0.0.1/feed.json').articles;
const related = createRanker(index, { language: 'en' }).related('http://127.0.0.1/articles/0');

/** The element as a server writes it, with the neighbours that it knows, or without. */
async function written(
  neighbours?: typeof related,
  src = '/feed.json',
  layout: 'list' | 'grid' | 'compact' | 'carousel' = 'list',
): Promise<string> {
  const own = html`<a href="/news">All news</a>`;
  return collectResult(
    render(
      neighbours
        ? html`<related-articles src=${src} article="now" layout=${layout} .related=${neighbours}
            >${own}</related-articles
          >`
        : html`<related-articles src=${src} article="now">${own}</related-articles>`,
    ),
  );
}

describe('the element on a server', () => {
  it('is the author’s content where nothing is known of neighbours', async () => {
    const page = await written();
    assert.match(page, /<template shadowroot="open" shadowrootmode="open">/);
    assert.match(page, /<slot\b[^>]*><\/slot>/);
    assert.doesNotMatch(page, /<slot[^>]*\shidden|part="card"|part="skeleton"/);
    assert.match(page, /<a href="\/news">All news<\/a>/);
  });

  it('shows the neighbours that it is given', async () => {
    const page = await written(related);
    assert.equal(page.split('part="card"').length - 1, 3);
    assert.match(page, /<slot[^>]*\shidden/);
  });

  it('speaks the language it is given', async () => {
    const strings = await loadStrings('de-AT');
    const page = await collectResult(
      render(
        html`<related-articles lang="de-AT" .strings=${strings} .related=${related}></related-articles>`,
      ),
    );
    assert.match(page, /Das könnte Sie auch interessieren/);
    assert.doesNotMatch(page, /Read article|lang="de"/);
  });

  it('does what the README says', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const [, snippet = ''] = /^```js\n(import \{ render \}.*?)^```/ms.exec(readme) ?? [];
    const asked = `${snippet}; console.log(await block(${JSON.stringify(articles(3))}, 'http://127.0.0.1/articles/0'))`;
    const page = execFileSync(process.execPath, ['--input-type=module', '--eval', asked], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      encoding: 'utf8',
    });
    assert.match(page, /Das könnte Sie auch interessieren.*Open RAN, part 1/s);
  });

  it('writes whatever an index holds as text', async () => {
    const title = '"><img src=x onerror=hit()>';
    const [first] = related;
    assert.ok(first, 'nothing is related');
    const page = await written([{ ...first, article: { ...first.article, title } }]);
    assert.doesNotMatch(page, /<img src=x/);
    assert.match(page, /&quot;&gt;&lt;img src=x onerror=hit\(\)&gt;/);
  });
});

/** A folder below the package, where its own name leads to it. */
let folder: string;
/** A site's own script: the package with Lit's hydration, as Lit tells to use it. */
async function hydratingScript(): Promise<string> {
  const entry = join(folder, 'site.js');
  await writeFile(
    entry,
    `import '@lit-labs/ssr-client/lit-element-hydrate-support.js'; import 'related-articles';`,
  );
  const result = await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry, formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [{ output } = { output: [] }] = Array.isArray(result) ? result : [];
  return output.map((file) => ('code' in file ? file.code : '')).join('');
}

before(async () => {
  folder = await mkdtemp(fileURLToPath(new URL('../../node_modules/.server-', import.meta.url)));
  await site.start();
  site.put('/feed.json', articles(3));
  site.put('/slow.json', articles(3), { delay: 1000 });
  site.put('/hydrating.js', await hydratingScript());
});
after(async () => {
  site.stop();
  await rm(folder, { recursive: true });
});

const SCRIPTS = {
  'the drop-in script': '/cdn/related-articles.js',
  'the package with Lit’s hydration': '/hydrating.js',
};

inEveryEngine('what a server has written', (engine) => {
  let tab: Tab;
  before(() => engine.start());
  after(() => engine.stop());
  afterEach(() => tab?.close());

  async function open(element: string, script: string): Promise<void> {
    const page = `<!doctype html><html lang="en"><head><title>Now</title><link rel="icon" href="data:,">
      <script src="/page/watch.js"></script><script type="module" src="${script}"></script></head>
      <body>${element}</body></html>`;
    tab = await engine.tab();
    await tab.open(
      site.put('/', page, { headers: { 'content-security-policy': `style-src 'self' 'unsafe-inline'` } }),
    );
  }

  for (const [what, script] of Object.entries(SCRIPTS)) {
    it(`stands until there are cards, and is not doubled by ${what}`, async () => {
      await open(await written(related.slice(0, 2), '/slow.json'), script);
      await until(tab, 'the element is defined', () => customElements.get('related-articles') !== undefined);
      assert.deepEqual(await now(tab), { ...CARDS, titles: CARDS.titles.slice(0, 2) });
      await until(tab, 'the block has its own cards', () => firstBlock()?.related?.length === 3);
      assert.deepEqual(await now(tab), CARDS);
      assert.deepEqual(await seen(tab), NOTHING);
    });
  }

  for (const layout of ['grid', 'compact', 'carousel'] as const) {
    for (const [what, script] of Object.entries(SCRIPTS)) {
      it(`stands in the layout ${layout} from the start, and is not doubled by ${what}`, async () => {
        const page = await written(related.slice(0, 2), '/slow.json', layout);
        assert.match(page, new RegExp(`<nav[^>]*class="${layout}"`));
        await open(page, script);
        await until(
          tab,
          'the element is defined',
          () => customElements.get('related-articles') !== undefined,
        );
        assert.deepEqual(await now(tab), { ...CARDS, titles: CARDS.titles.slice(0, 2) });
        await until(tab, 'the block has its own cards', () => firstBlock()?.related?.length === 3);
        assert.deepEqual(await now(tab), CARDS);
        const landmarks = await tab.run(() => firstBlock()?.shadowRoot?.querySelectorAll('nav').length);
        assert.equal(landmarks, 1);
        assert.deepEqual(await seen(tab), NOTHING);
      });
    }
  }

  it('stays where the index can’t be had', async () => {
    await open(await written(related, '/missing.json'), SCRIPTS['the drop-in script']);
    await until(tab, 'the block has failed', () => firstBlock()?.error !== undefined);
    assert.deepEqual(await now(tab), CARDS);
    const { lines, ...rest } = await seen(tab);
    assert.deepEqual({ ...rest, lines: [] }, NOTHING);
    assert.equal(lines.length, 1);
  });

  it('gives way to the cards where nothing was known', async () => {
    await open(await written(), SCRIPTS['the package with Lit’s hydration']);
    assert.deepEqual(await shown(tab), CARDS);
    assert.deepEqual(await seen(tab), NOTHING);
  });

  it('is shown as it is where a page gives what is related', async () => {
    await open(await written(related, ''), SCRIPTS['the drop-in script']);
    await tab.run((given) => {
      const block = firstBlock();
      if (block) block.related = given;
    }, related);
    assert.deepEqual(await shown(tab), CARDS);
    assert.deepEqual(await seen(tab), NOTHING);
  });
});

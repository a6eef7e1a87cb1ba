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
import { NO_PROBLEMS, shownNow, problems, shown } from './page-state.js';

const CARDS = { titles: ['Open RAN, part 1', 'Open RAN, part 2', 'Open RAN, part 3'], own: false };

const site = new Host();
const index = readIndex(articles(3), 'http://127.0.0.1/feed.json').articles;
const related = createRanker(index, { language: 'en' }).related('http://127.0.0.1/articles/0');

/** The HTML that a server renders, with neighbours or without. */
async function serverRendered(
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
  it('renders the author’s content if it has no neighbours', async () => {
    const page = await serverRendered();
    assert.match(page, /<template shadowroot="open" shadowrootmode="open">/);
    assert.match(page, /<slot\b[^>]*><\/slot>/);
    assert.doesNotMatch(page, /<slot[^>]*\shidden|part="card[" ]|part="skeleton"/);
    assert.match(page, /<a href="\/news">All news<\/a>/);
  });

  it('renders the neighbours of the property related', async () => {
    const page = await serverRendered(related);
    assert.equal(page.split(/part="card[" ]/).length - 1, 3);
    assert.match(page, /<slot[^>]*\shidden/);
  });

  it('renders the texts of the property strings', async () => {
    const strings = await loadStrings('de-AT');
    const page = await collectResult(
      render(
        html`<related-articles lang="de-AT" .strings=${strings} .related=${related}></related-articles>`,
      ),
    );
    assert.match(page, /Das könnte Sie auch interessieren/);
    assert.doesNotMatch(page, /Read article|lang="de"/);
  });

  it('does what the snippet in the docs says', async () => {
    const page = await readFile(new URL('../../docs/server-rendering.md', import.meta.url), 'utf8');
    const [, snippet = ''] = /^```js\n(import \{ render \}.*?)^```/ms.exec(page) ?? [];
    const asked = `${snippet}; console.log(await block(${JSON.stringify(articles(3))}, 'http://127.0.0.1/articles/0'))`;
    const rendered = execFileSync(process.execPath, ['--input-type=module', '--eval', asked], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      encoding: 'utf8',
    });
    assert.match(rendered, /Das könnte Sie auch interessieren.*Open RAN, part 1/s);
  });

  it('renders markup in a title as text', async () => {
    const title = '"><img src=x onerror=hit()>';
    const [first] = related;
    assert.ok(first, 'nothing is related');
    const page = await serverRendered([{ ...first, article: { ...first.article, title } }]);
    assert.doesNotMatch(page, /<img src=x/);
    assert.match(page, /&quot;&gt;&lt;img src=x onerror=hit\(\)&gt;/);
  });
});

/** A folder in the package, so that `related-articles` is resolved to it. */
let folder: string;
/** A site's own script: the package with Lit's hydration, as Lit's documentation says. */
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

inEveryEngine('server-rendered HTML', (engine) => {
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
    it(`stays until there are cards, and is not doubled by ${what}`, async () => {
      await open(await serverRendered(related.slice(0, 2), '/slow.json'), script);
      await until(tab, 'the element is defined', () => customElements.get('related-articles') !== undefined);
      assert.deepEqual(await shownNow(tab), { ...CARDS, titles: CARDS.titles.slice(0, 2) });
      await until(tab, 'the block has its own cards', () => firstBlock()?.related?.length === 3);
      assert.deepEqual(await shownNow(tab), CARDS);
      assert.deepEqual(await problems(tab), NO_PROBLEMS);
    });
  }

  for (const layout of ['grid', 'compact', 'carousel'] as const) {
    for (const [what, script] of Object.entries(SCRIPTS)) {
      it(`has the layout ${layout} from the start, and is not doubled by ${what}`, async () => {
        const page = await serverRendered(related.slice(0, 2), '/slow.json', layout);
        assert.match(page, new RegExp(`<nav[^>]*class="${layout}"`));
        await open(page, script);
        await until(
          tab,
          'the element is defined',
          () => customElements.get('related-articles') !== undefined,
        );
        assert.deepEqual(await shownNow(tab), { ...CARDS, titles: CARDS.titles.slice(0, 2) });
        await until(tab, 'the block has its own cards', () => firstBlock()?.related?.length === 3);
        assert.deepEqual(await shownNow(tab), CARDS);
        const landmarks = await tab.run(() => firstBlock()?.shadowRoot?.querySelectorAll('nav').length);
        assert.equal(landmarks, 1);
        assert.deepEqual(await problems(tab), NO_PROBLEMS);
      });
    }
  }

  it('stays if the index can’t be loaded', async () => {
    await open(await serverRendered(related, '/missing.json'), SCRIPTS['the drop-in script']);
    await until(tab, 'the block has failed', () => firstBlock()?.error !== undefined);
    assert.deepEqual(await shownNow(tab), CARDS);
    const { lines, ...rest } = await problems(tab);
    assert.deepEqual({ ...rest, lines: [] }, NO_PROBLEMS);
    assert.equal(lines.length, 1);
  });

  it('is replaced by the cards if it has no neighbours', async () => {
    await open(await serverRendered(), SCRIPTS['the package with Lit’s hydration']);
    assert.deepEqual(await shown(tab), CARDS);
    assert.deepEqual(await problems(tab), NO_PROBLEMS);
  });

  it('stays if the page sets the property related to the same articles', async () => {
    await open(await serverRendered(related, ''), SCRIPTS['the drop-in script']);
    await tab.run((given) => {
      const block = firstBlock();
      if (block) block.related = given;
    }, related);
    assert.deepEqual(await shown(tab), CARDS);
    assert.deepEqual(await problems(tab), NO_PROBLEMS);
  });
});

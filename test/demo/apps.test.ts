import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { findChromium } from '../support/chromium.js';
import { until } from '../support/until.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Two pairs of related articles. */
const articles = [
  { url: '/mast', title: 'A mast in the wood', tags: ['Masts'], text: 'Masts and woods.' },
  { url: '/mast2', title: 'Another mast', tags: ['Masts'], text: 'Masts and hills.' },
  { url: '/fibre', title: 'Fibre in the village', tags: ['Fibre'], text: 'Fibre and villages.' },
  { url: '/fibre2', title: 'More fibre', tags: ['Fibre'], text: 'Fibre and towns.' },
];

/** The HTML of an article's page, with a script of its own and more attributes for its block. */
function articlePage(url: string, script: string, block = ''): string {
  const { title, text } = articles.find((article) => article.url === url) ?? { title: 'Home', text: '' };
  const links = articles.map((each) => `<a id="${each.url.slice(1)}" href="${each.url}">${each.title}</a>`);
  return `<!doctype html><html lang="en"><head><title>${title} | Server</title><link rel="icon" href="data:,">
    <link rel="canonical" href="${url}"><script src="/block.js" type="module"></script>${script}</head>
    <body><nav>${links.join(' ')}</nav><article><h1>${title}</h1><p>${text}</p></article>
    <related-articles src="/articles.json" ${block}>All news</related-articles></body></html>`;
}

const appPage = `<!doctype html><html lang="en"><head><title>App</title><link rel="icon" href="data:,">
  <link rel="canonical" href="/"></head><body><div id="app"></div>
  <script type="module" src="/react-router.js"></script></body></html>`;

let server: Server;
let browser: Browser;
let site: string;
/** Makes the HTML of a page for the server. */
let makePage: (url: string) => string;
/** The paths that the server was asked for. */
let requests: string[] = [];

function answer(path: string): [type: string, body: string | Buffer] | undefined {
  const script = scripts.get(path);
  if (script) return ['text/javascript', script];
  if (path === '/articles.json') return ['application/json', JSON.stringify(articles)];
  if (path === '/fragment-articles.json') {
    const routed = articles.map((article) => ({ ...article, url: `/hash#${article.url}` }));
    return ['application/json', JSON.stringify(routed)];
  }
  return /^\/\w+$/.test(path) ? ['text/html', makePage(path)] : undefined;
}

const scripts = new Map<string, string | Buffer>();

before(async () => {
  const [bundle] = [
    await build({
      configFile: false,
      logLevel: 'error',
      root,
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        write: false,
        target: 'es2022',
        lib: { entry: join(root, 'test/demo/apps/react-router.js'), formats: ['es'] },
        rolldownOptions: { output: { codeSplitting: false } },
      },
    }),
  ].flat();
  const [app] = bundle && 'output' in bundle ? bundle.output : [];
  assert.ok(app, 'the app was not built');
  scripts.set('/react-router.js', app.code);
  scripts.set('/block.js', readFileSync(join(root, 'cdn/related-articles.js')));
  for (const name of readdirSync(join(root, 'cdn'))) {
    if (name.endsWith('.js')) scripts.set(`/${name}`, readFileSync(join(root, 'cdn', name)));
  }
  scripts.set('/view-transitions.js', readFileSync(join(root, 'test/demo/apps/view-transitions.js')));
  scripts.set('/turbo.js', readFileSync(join(root, 'node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js')));
  server = createServer(({ url = '' }, response) => {
    requests = [...requests, url];
    const [type, body] = answer(url) ?? [];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` });
    response.end(body);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await puppeteer.launch(await findChromium());
});

after(async () => {
  await browser?.close();
  server?.close();
});

let page: Page | undefined;
afterEach(async () => {
  await page?.close();
});

/** Opens a page. An error in it fails the test. */
async function open(path: string): Promise<Page> {
  requests = [];
  page = await browser.newPage();
  page.on('pageerror', (error) => assert.fail(`${path}: ${String(error)}`));
  await page.goto(site + path);
  return page;
}

/** Waits until the block shows one card, with this title. */
async function shows(shown: Page, title: string): Promise<void> {
  await until(
    shown,
    (expected) => {
      const block = document.querySelector('related-articles');
      const titles = block?.related?.map(({ article }) => article.title) ?? [];
      const cards = [...(block?.shadowRoot?.querySelectorAll('[part~="title"]') ?? [])];
      return titles.join() === expected && cards.map((card) => card.textContent?.trim()).join() === expected;
    },
    title,
  );
}

/** Follows a link by script: a pointer would hit the image of a running view transition. */
const follow = (shown: Page, link: string): Promise<void> =>
  shown.$eval(link, (found) => (found as HTMLAnchorElement).click());

/** Visits three articles, with one step back, and expects the related article of each in the block. */
async function visitAll(path: string): Promise<Page> {
  const visited = await open(path);
  await shows(visited, 'Another mast');
  await visited.evaluate(() => ((window as { isSameDocument?: boolean }).isSameDocument = true));
  await follow(visited, '#fibre');
  await shows(visited, 'More fibre');
  await visited.goBack();
  await shows(visited, 'Another mast');
  await follow(visited, '#fibre2');
  await shows(visited, 'Fibre in the village');
  return visited;
}

/** Whether the app has changed its pages without loading a new document. */
const isSameDocument = (shown: Page): Promise<boolean> => shown.evaluate(() => 'isSameDocument' in window);

describe('the block follows', () => {
  it('React Router through its pages', async () => {
    makePage = () => appPage;
    assert.ok(await isSameDocument(await visitAll('/mast')), 'the page was loaded again');
    assert.equal(requests.filter((path) => path === '/articles.json').length, 2, requests.join(' '));
  });

  it('React Router with its routes in the fragment', async () => {
    makePage = () => appPage;
    assert.ok(await isSameDocument(await visitAll('/hash#/mast')), 'the page was loaded again');
  });

  const turbo = '<script src="/turbo.js"></script>';
  it('Turbo, which makes a new block with every page', async () => {
    makePage = (url) => articlePage(url, turbo);
    assert.ok(await isSameDocument(await visitAll('/mast')), 'the page was loaded again');
  });

  it('Turbo, which carries a permanent block from page to page', async () => {
    makePage = (url) => articlePage(url, turbo, 'id="related" data-turbo-permanent');
    const visited = await visitAll('/mast');
    assert.ok(await isSameDocument(visited), 'the page was loaded again');
    assert.equal(requests.filter((path) => path === '/articles.json').length, 1, requests.join(' '));
  });

  const transitions = '<script src="/view-transitions.js" type="module"></script>';
  it('view transitions as Astro makes them, with a new block on every page', async () => {
    makePage = (url) => articlePage(url, transitions);
    assert.ok(await isSameDocument(await visitAll('/mast')), 'the page was loaded again');
  });

  it('view transitions as Astro makes them, with a block that persists', async () => {
    makePage = (url) => articlePage(url, transitions, 'data-astro-transition-persist="related"');
    assert.ok(await isSameDocument(await visitAll('/mast')), 'the page was loaded again');
    assert.equal(requests.filter((path) => path === '/articles.json').length, 1, requests.join(' '));
  });
});

describe('a page that the visitor comes back to', () => {
  it('shows its cards again, and has nothing that keeps it out of the back/forward cache', async () => {
    makePage = (url) => articlePage(url, '');
    const visited = await open('/mast');
    const reasons: string[] = [];
    const protocol = await visited.createCDPSession();
    await protocol.send('Page.enable');
    protocol.on('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) => {
      // The other reasons are the browser's own: a headless browser keeps no page at all.
      const ofPage = notRestoredExplanations.filter(({ type }) => type === 'PageSupportNeeded');
      reasons.push(...ofPage.map(({ reason }) => reason));
    });
    await shows(visited, 'Another mast');
    await follow(visited, '#fibre');
    await shows(visited, 'More fibre');
    await visited.goBack();
    await shows(visited, 'Another mast');
    assert.deepEqual(reasons, []);
  });
});

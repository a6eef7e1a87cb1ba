import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { build } from 'vite';
import { RelatedArticles } from 'related-articles/react';
import { findChromium } from '../support/chromium.js';
import { until } from '../support/until.js';
import { Page as App } from './apps/react-component.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the React component on a server', () => {
  it('renders the tag with its attributes and the author’s content', () => {
    const block = createElement(
      RelatedArticles,
      { src: '/feed.json', headingLevel: 3, noDates: true, noImages: false, className: 'wide' },
      'All news',
    );
    assert.equal(
      renderToString(block),
      '<related-articles src="/feed.json" heading-level="3" no-dates="" class="wide">All news</related-articles>',
    );
  });

  it('renders nothing of what only a script can set', () => {
    const props = {
      articles: [],
      discussions: { provider: 'isso', url: 'https://comments.example' },
      strings: {},
      onLoad: () => undefined,
    };
    assert.equal(
      renderToString(createElement(RelatedArticles, props)),
      '<related-articles></related-articles>',
    );
  });
});

/** The app for browsers, with all warnings of React. */
async function appScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root,
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(root, 'test/demo/apps/react-hydration.js'), formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [bundle] = [result].flat();
  const [script] = bundle && 'output' in bundle ? bundle.output : [];
  assert.ok(script, 'the app was not built');
  return script.code;
}

/** What the app puts on the page for tests. */
interface AppWindow extends Window {
  readonly seen: readonly string[];
  readonly again: (props: object) => void;
  readonly leave: () => void;
}

describe('the React component in HTML of a server', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  /** What the console says. */
  let lines: string[] = [];

  before(async () => {
    const html = `<!doctype html><html lang="en"><title>A mast in the wood</title><link rel="icon" href="data:,">
      <link rel="canonical" href="/"><body><div id="app">${renderToString(createElement(App))}</div>
      <script type="module" src="/app.js"></script>`;
    const copy = '<script type="module" src="/related-articles.js"></script>';
    const script = await appScript();
    server = createServer(({ url = '' }, response) => {
      const isScript = url.endsWith('.js');
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
      if (url === '/app.js') response.end(script);
      else if (isScript) response.end(readFileSync(join(root, 'cdn', url)));
      else response.end(url === '/twice' ? html.replace('<body>', `${copy}<body>`) : html);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    browser = await puppeteer.launch(await findChromium());
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });
  afterEach(() => page?.close());

  /** Opens the page, and waits until its block shows a card. */
  async function open(path = '/'): Promise<void> {
    lines = [];
    page = await browser.newPage();
    page.on('console', (line) => lines.push(`${line.type()}: ${line.text()}`));
    page.on('pageerror', (error) => lines.push(String(error)));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
    await until(page, () => document.querySelector('related-articles')?.related?.length === 1);
  }

  it('takes properties and listeners at once, and is hydrated without a warning', async () => {
    await open();
    const { heading, level, dates, seen } = await page.$eval('related-articles', (block) => ({
      heading: block.strings?.heading,
      level: block.headingLevel,
      dates: block.noDates,
      seen: (window as unknown as AppWindow).seen,
    }));
    assert.deepEqual([heading, level, dates, seen], ['Read on', 3, true, ['load 1']]);
    const problems = lines.filter((line) => !/React DevTools/.test(line));
    assert.deepEqual(problems, []);
  });

  it('takes properties on a page where another copy of the script has the name', async () => {
    await open('/twice');
    const taken = await page.$eval('related-articles', (block) => [
      block.strings?.heading,
      block.headingLevel,
      block.noDates,
    ]);
    assert.deepEqual(taken, ['Read on', 3, true]);
  });

  it('hands a click on a card to the app, which may cancel it', async () => {
    await open();
    await page.click('related-articles >>> [part~="read-more"]');
    await until(page, () => (window as unknown as AppWindow).seen.includes('select 1'));
    assert.equal(new URL(page.url()).pathname, '/');
  });

  it('takes changed properties, and the element’s own values for those left out', async () => {
    await open();
    await page.evaluate(() => (window as unknown as AppWindow).again({ layout: 'grid', limit: 1 }));
    await until(page, () => document.querySelector('related-articles')?.layout === 'grid');
    await page.evaluate(() => (window as unknown as AppWindow).again({}));
    await until(page, () => document.querySelector('related-articles')?.layout !== 'grid');
    await until(page, () => document.querySelector('related-articles')?.related.length === 1);
    assert.deepEqual(
      lines.filter((line) => /^(?:warn|error)/.test(line)),
      [],
    );
  });

  it('leaves nothing behind when the app removes it', async () => {
    await open();
    await page.evaluate(() => (window as unknown as AppWindow).leave());
    await until(page, () => document.querySelector('#app')?.childElementCount === 0);
    assert.deepEqual(
      lines.filter((line) => /^(?:warn|error)/.test(line)),
      [],
    );
  });
});

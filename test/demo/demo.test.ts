import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type Axe from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { createServer, type ViteDevServer } from 'vite';
import { axeOptions } from '../support/axe-options.js';
import { findChromium } from '../support/chromium.js';

const axeScript = fileURLToPath(import.meta.resolve('axe-core'));

let server: ViteDevServer;
let browser: Browser;

/** Opens a page of the demo as a visitor does and waits for its block; whatever the console reports is a failure. */
async function visit(path: string, { width = 1280, scheme = 'light' } = {}): Promise<Page> {
  const page = await browser.newPage();
  page.on('pageerror', (error) => assert.fail(`${path}: ${String(error)}`));
  page.on('console', (line) => {
    const isOurs = !line.text().includes('Lit is in dev mode') && !line.text().startsWith('[vite]');
    if (isOurs && ['error', 'warn'].includes(line.type())) assert.fail(`${path}: ${line.text()}`);
  });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.setViewport({ width, height: 900 });
  await page.goto(new URL(path, server.resolvedUrls?.local[0]).href);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('related-articles')].every((block) => (block.related ?? []).length > 0),
  );
  return page;
}

const titles = (page: Page): Promise<string[]> =>
  page.$$eval('related-articles >>> [part="title"]', (found) =>
    found.map(({ textContent }) => textContent ?? ''),
  );

before(async () => {
  server = await createServer({
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    server: { port: 0, host: '127.0.0.1' },
    logLevel: 'error',
  });
  await server.listen();
  browser = await puppeteer.launch(await findChromium());
});

after(async () => {
  await browser?.close();
  await server?.close();
});

describe('the demo', () => {
  it('shows twelve German teasers below its article', async () => {
    const page = await visit('/');
    const cards = await titles(page);
    assert.equal(cards.length, 12);
    assert.equal(new Set(cards).size, 12);
    const [heading] = await page.$$eval('related-articles >>> [part="heading"]', (found) =>
      found.map((h) => h.textContent),
    );
    assert.equal(heading, 'Das könnte Sie auch interessieren');
    const links = await page.$$eval('related-articles >>> [part="read-more"]', (found) =>
      found.map((a) => a.textContent?.trim()),
    );
    assert.deepEqual(new Set(links), new Set(['News-Artikel lesen']));
  });

  it('shows the English ones with their dates', async () => {
    const page = await visit('/en/');
    assert.equal((await titles(page)).length, 8);
    const dates = await page.$$eval('related-articles >>> [part="date"]', (found) => found.length);
    assert.equal(dates, 8);
  });

  it('relates every other article to its own neighbours, never to itself', async () => {
    const id = 'campusnetz-hafen-kosten';
    const page = await visit(`/artikel.html?id=${id}`);
    const heading = await page.$eval('h1', ({ textContent }) => textContent);
    const cards = await titles(page);
    assert.equal(cards.length, 12);
    assert.ok(!cards.includes(heading ?? ''), 'the article relates to itself');
    assert.ok(
      cards.slice(0, 2).every((title) => title.includes('Hafen')),
      cards.join('; '),
    );
  });

  it('shows three sources side by side: a JSON Feed, WordPress and Hugo', async () => {
    const page = await visit('/quellen.html');
    const found = await page.$$eval('related-articles', (blocks) =>
      blocks.map((block) => ({
        top: block.getBoundingClientRect().top,
        titles: block.related.map(({ article: { title } }) => title),
      })),
    );
    assert.deepEqual(
      found.map(({ titles: { length } }) => length),
      [3, 3, 3],
    );
    assert.equal(new Set(found.map(({ top }) => top)).size, 1, 'one is below another');
    assert.equal(new Set(found.flatMap(({ titles: shown }) => shown)).size, 9, 'one title is shown twice');
    assert.ok(
      found.every(({ titles: shown }) => !shown.some((title) => /[<&]/.test(title))),
      'markup in a title',
    );
  });

  it('works from the finished bundle in a plain HTML file', async () => {
    const page = await visit('/drop-in.html');
    assert.equal((await titles(page)).length, 4);
  });

  it('links to pages that are there', () => {
    const { items } = JSON.parse(readFileSync('demo/articles.json', 'utf8')) as {
      items: { id: string; url: string }[];
    };
    assert.ok(items.length >= 60, `${items.length} articles`);
    for (const { id, url } of items) assert.ok(url === './' || url === `artikel.html?id=${id}`, url);
  });

  for (const scheme of ['light', 'dark']) {
    for (const width of [375, 1280]) {
      it(`leaves axe nothing to find at ${width} px in ${scheme} colours, and does not scroll sideways`, async () => {
        for (const path of ['/', '/en/', '/quellen.html', '/drop-in.html']) {
          const page = await visit(path, { width, scheme });
          await page.addScriptTag({ path: axeScript });
          const found = await page.evaluate(async (options) => {
            const { axe } = window as unknown as { axe: typeof Axe };
            const results = await axe.run(options);
            return [...results.violations, ...results.incomplete].map(
              ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`,
            );
          }, axeOptions);
          assert.deepEqual(found, [], path);
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path);
        }
      });
    }
  }
});

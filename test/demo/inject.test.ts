import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type Axe from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { inject, type InjectOptions } from '../../src/builder/inject.js';
import { axeOptions } from '../support/axe-options.js';
import { findChromium } from '../support/chromium.js';
import { serveSite } from '../support/site-server.js';
import { until } from '../support/until.js';

const cdn = fileURLToPath(new URL('../../cdn', import.meta.url));
const text = `<p>${'Radio masts carry the network to where people are. '.repeat(8)}</p>`;

/** Serves a site of three articles with injected neighbours, and gives its origin. */
async function site(test: TestContext, options: InjectOptions = {}, body = text): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'inject-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['wood', 'field', 'town']) {
    const title = `Masts in the ${name} – „${name}“`;
    writeFileSync(
      join(folder, `${name}.html`),
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
      <script type="module" src="/related-articles.js"></script>
      <main><article><h1>${title}</h1>${body}</article>
      <related-articles src="/related/{path}.json"><a href="/">All news</a></related-articles></main></html>`,
    );
  }
  await inject(folder, { base: 'https://site.example/', ...options });
  cpSync(cdn, folder, { recursive: true });
  return serveSite(test, folder);
}

describe('a page with injected neighbours', () => {
  let browser: Browser;
  before(async () => {
    browser = await puppeteer.launch(await findChromium());
  });
  after(async () => {
    await browser?.close();
  });

  it('shows them as cards, and loads only the page and the scripts', async (test) => {
    const page = await browser.newPage();
    const others: string[] = [];
    page.on('request', (request) => {
      if (!['document', 'script'].includes(request.resourceType()) && !request.url().endsWith('/favicon.ico'))
        others.push(request.url());
    });
    await page.goto(`${await site(test)}/wood.html`);
    await until(page, () => document.querySelector('related-articles')?.related.length === 2);
    const shown = await page.$eval('related-articles', (element) =>
      element.related.map(({ article }) => article.title),
    );
    await page.waitForNetworkIdle();
    assert.deepEqual(shown.toSorted(), ['Masts in the field – „field“', 'Masts in the town – „town“']);
    assert.deepEqual(others, []);
  });

  it('shows them as links without JavaScript', async (test) => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(`${await site(test)}/wood.html`);
    const seen = await page.$eval('related-articles', ({ innerText }) => innerText);
    assert.deepEqual(
      seen
        .trim()
        .split(/\s*\n\s*/)
        .toSorted(),
      ['All news', 'Masts in the field – „field“', 'Masts in the town – „town“'],
    );
  });
});

describe('a page with its block within the text', () => {
  const body = `${text}<h2>Why masts</h2>${text}<p>So <a id="further" href="/more/">read more of this</a> another time.</p>`;
  const axeScript = fileURLToPath(import.meta.resolve('axe-core'));
  let browser: Browser;
  before(async () => {
    browser = await puppeteer.launch(await findChromium());
  });
  after(async () => {
    await browser?.close();
  });

  async function visit(test: TestContext): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(`${await site(test, { afterParagraph: 2 }, body)}/wood.html`);
    await until(page, () => document.querySelector('related-articles')?.related.length === 2);
    return page;
  }

  it('shows the block between the paragraphs', async (test) => {
    const page = await visit(test);
    const order = await page.$eval('article', (article) =>
      [...article.children].map(({ localName }) => localName).join(' '),
    );
    assert.equal(order, 'h1 p h2 p a related-articles p p');
    assert.deepEqual(await page.$$eval('main > related-articles', ({ length }) => length), 0);
  });

  it('shows the link that skips the block only with the focus, and reads on behind the block', async (test) => {
    const page = await visit(test);
    const size = (): Promise<number[]> =>
      page.$eval('.related-articles-skip', (link) => {
        const { width, height } = link.getBoundingClientRect();
        return [width, height];
      });
    const focused = (): Promise<string | undefined> =>
      page.evaluate(() => document.activeElement?.textContent?.trim());
    assert.deepEqual(await size(), [1, 1]);
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Skip related articles');
    const [width = 0, height = 0] = await size();
    assert.ok(width > 100 && height > 10, `${width} × ${height}`);
    await page.keyboard.press('Enter');
    await until(page, () => document.activeElement?.id === 'after-related-articles');
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'read more of this');
  });

  it('has no accessibility findings, with and without the focus on the link', async (test) => {
    const page = await visit(test);
    await page.addScriptTag({ path: axeScript });
    for (const key of [undefined, 'Tab'] as const) {
      if (key) await page.keyboard.press(key);
      const found = await page.evaluate(async (options) => {
        const { axe } = window as unknown as { axe: typeof Axe };
        const results = await axe.run(options);
        return [...results.violations, ...results.incomplete].map(
          ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`,
        );
      }, axeOptions);
      assert.deepEqual(found, []);
    }
  });
});

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { inject } from '../../src/builder/inject.js';
import { findChromium } from '../support/chromium.js';
import { serveSite } from '../support/site-server.js';
import { until } from '../support/until.js';

const cdn = fileURLToPath(new URL('../../cdn', import.meta.url));
const text = `<p>${'Radio masts carry the network to where people are. '.repeat(8)}</p>`;

/** Serves a site of three articles with injected neighbours, and gives its origin. */
async function site(test: TestContext): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'inject-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['wood', 'field', 'town']) {
    const title = `Masts in the ${name} – „${name}“`;
    writeFileSync(
      join(folder, `${name}.html`),
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
      <script type="module" src="/related-articles.js"></script>
      <main><article><h1>${title}</h1>${text}</article>
      <related-articles src="/related/{path}.json"><a href="/">All news</a></related-articles></main></html>`,
    );
  }
  await inject(folder, { base: 'https://site.example/' });
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

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findChromium } from '../support/chromium.js';
import { serveSite } from '../support/site-server.js';
import { until } from '../support/until.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const guide = readFileSync(join(root, 'docs/measuring.md'), 'utf8');
const snippets = (language: string): string[] =>
  Array.from(guide.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms')), ([, code = '']) => code);
const [scripts = ''] = snippets('html');
const code = snippets('js');
const [plausible = '', matomo = '', googleAnalytics = '', variants = '', comparing = ''] = code;

const items = ['now', 'a'].map((id) => ({ id, url: `/${id}`, title: `Title of ${id}`, tags: ['Masts'] }));

/** What the functions of an analytics script were called with, in the page. */
type Recording = typeof globalThis & { readonly calls: unknown[][] };

describe('docs/measuring.md', () => {
  let browser: Browser;
  before(async () => {
    browser = await puppeteer.launch(await findChromium());
  });
  after(async () => {
    await browser?.close();
  });

  /** Opens a page with a snippet and stand-ins for analytics scripts. Waits for a view, then clicks the card. */
  async function calls(test: TestContext, snippet: string): Promise<{ page: Page; sent: unknown[][] }> {
    const folder = mkdtempSync(join(tmpdir(), 'measuring-'));
    test.after(() => rmSync(folder, { recursive: true, force: true }));
    cpSync(join(root, 'cdn'), folder, { recursive: true });
    writeFileSync(join(folder, 'feed.json'), JSON.stringify(items));
    writeFileSync(
      join(folder, 'now.html'),
      `<!doctype html><html lang="en"><title>Title of now</title>
      <script>
        var calls = [], _paq = calls;
        function plausible(...words) { calls.push(words); }
        function gtag(...words) { calls.push(words); }
        addEventListener('related-articles-select', (event) => event.preventDefault());
      </script>
      ${scripts}
      <main><related-articles src="/feed.json"></related-articles></main>
      <script>${snippet}</script></html>`,
    );
    const page = await browser.newPage();
    await page.goto(`${await serveSite(test, folder)}/now`);
    await until(page, () => (globalThis as Recording).calls.length === 1);
    await page.$eval('related-articles', (block) =>
      block.shadowRoot!.querySelector<HTMLElement>('[part=read-more]')!.click(),
    );
    const sent = await page.evaluate(() => (globalThis as Recording).calls);
    return { page, sent };
  }

  /** The address of the card's article. */
  const urlOf = (page: Page): string => new URL('/a', page.url()).href;

  it('sends views and clicks to Plausible', async (test) => {
    const { page, sent } = await calls(test, plausible);
    const props = { url: urlOf(page), position: 1 };
    assert.deepEqual(sent, [
      ['related-articles-view', { props }],
      ['related-articles-select', { props }],
    ]);
  });

  it('sends views and clicks to Matomo as content', async (test) => {
    const { page, sent } = await calls(test, matomo);
    const content = ['Related articles', 'Title of a', urlOf(page)];
    assert.deepEqual(sent, [
      ['trackContentImpression', ...content],
      ['trackContentInteraction', 'click', ...content],
    ]);
  });

  it('sends views and clicks to Google Analytics 4', async (test) => {
    const { page, sent } = await calls(test, googleAnalytics);
    const parameters = { url: urlOf(page), position: 1 };
    assert.deepEqual(sent, [
      ['event', 'related_articles_view', parameters],
      ['event', 'related_articles_select', parameters],
    ]);
  });

  it('sends which of two variants is shown', async (test) => {
    const { page, sent } = await calls(test, variants);
    const layout = await page.$eval('related-articles', (block) => block.layout);
    assert.ok(['list', 'grid'].includes(layout), layout);
    const props = { variant: layout, position: 1 };
    assert.deepEqual(sent, [
      ['related-articles-view', { props }],
      ['related-articles-select', { props }],
    ]);
  });

  it('compares two variants as its comment says', () => {
    const [, output = ''] = /console\.log\(.*\); \/\/ (.*)/.exec(comparing) ?? [];
    const printed = execFileSync(process.execPath, ['--eval', comparing], { encoding: 'utf8' });
    assert.equal(printed.trim(), output);
  });

  it('needs no more than three lines for each', () => {
    for (const snippet of [plausible, matomo, googleAnalytics])
      assert.equal(snippet.trim().split('\n').length, 3);
  });

  it('has a script of views that weighs what it says', () => {
    const bytes = execFileSync('gzip', [
      '-9',
      '--stdout',
      join(root, 'cdn/related-articles-views.js'),
    ]).length;
    assert.ok(bytes > 500 && bytes < 1500, `${bytes} bytes`);
  });
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { findChromium } from '../support/chromium.js';
import { serve } from '../support/site-server.js';
import { until } from '../support/until.js';

const cdn = fileURLToPath(new URL('../../cdn', import.meta.url));
const SCRIPT = '<script type="module" src="/related-articles.js"></script>';
const BLOCK = '<related-articles src="/articles.json"><a href="/news/">All news</a></related-articles>';

const articles = [
  { url: '/mast/', title: 'A mast in the wood', tags: ['Masts'] },
  { url: '/mast2/', title: 'Another mast', tags: ['Masts'] },
  { url: '/mast3/', title: 'A third mast', tags: ['Masts'] },
  { url: '/fibre/', title: 'Fibre in the village', tags: ['Fibre'] },
  { url: '/fibre2/', title: 'More fibre', tags: ['Fibre'] },
].map((article) => ({ ...article, text: `${article.title}. `.repeat(20) }));

/** The page of an article. */
function articlePage(path: string, { block = BLOCK, head = SCRIPT, end = '' } = {}): string {
  const { title, text } = articles.find(({ url }) => url === path) ?? { title: 'Preview', text: 'Masts' };
  return `<!doctype html><html lang="en"><head><title>${title}</title><link rel="icon" href="data:,">${head}</head>
    <body><main><article><h1>${title}</h1><p>${text}</p></article>${block}</main>${end}</body></html>`;
}

let browser: Browser;
let page: Page;
before(async () => {
  browser = await puppeteer.launch(await findChromium());
});
after(() => browser?.close());
afterEach(() => page?.close());

/** Opens the first of some pages of a site. An error in the page fails the test. Gives the paths asked for. */
async function open(test: TestContext, pages: Readonly<Record<string, string>>): Promise<string[]> {
  const asked: string[] = [];
  const site = await serve(test, ({ url = '/' }, response) => {
    asked.push(url);
    const path = new URL(url, 'http://site.example').pathname;
    const file = join(cdn, path);
    const script = path.endsWith('.js') && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    const body = pages[path] ?? (path === '/articles.json' ? JSON.stringify(articles) : script);
    const type = script ? 'text/javascript' : path.endsWith('.json') ? 'application/json' : 'text/html';
    const headers = { 'content-type': `${type}; charset=utf-8`, 'access-control-allow-origin': '*' };
    response.writeHead(body === undefined ? 404 : 200, headers);
    response.end(body);
  });
  page = await browser.newPage();
  page.on('pageerror', (error) => assert.fail(String(error)));
  await page.goto(new URL(Object.keys(pages)[0] ?? '/', site).href);
  return asked;
}

/** The titles of the cards in a document, once there are any. */
async function titles(shown: Page | Frame = page): Promise<string[]> {
  await until(shown, () => document.querySelector('related-articles')?.related?.length);
  return shown.evaluate(
    () => document.querySelector('related-articles')?.related.map(({ article }) => article.title) ?? [],
  );
}

describe('the block in a preview', () => {
  for (const [what, script] of [
    ['srcdoc', 'frame.srcdoc = html'],
    ['a blob: address', "frame.src = URL.createObjectURL(new Blob([html], { type: 'text/html' }))"],
    ['a data: address', "frame.src = 'data:text/html,' + encodeURIComponent(html)"],
  ] as const) {
    it(`shows cards in a frame with ${what}`, async (test) => {
      const api = '<link rel="https://api.w.org/" href="/wp-json/">';
      const html = articlePage('/mast/', { head: api + SCRIPT });
      const set = `const html = ${JSON.stringify(html).replaceAll('</', '<\\/')}
        .replaceAll('="/', '="' + location.origin + '/'); ${script};`;
      await open(test, {
        '/editor/': `<!doctype html><title>Editor</title><iframe id="frame"></iframe><script>${set}</script>`,
      });
      const frame = await page.waitForFrame((each) => each !== page.mainFrame());
      const shown = await titles(frame);
      assert.ok(shown.includes('Another mast') && !shown.includes('A mast in the wood'), shown.join());
    });
  }
});

describe('the block on paper', () => {
  it('asks for its index when a page is printed before anyone came near it', async (test) => {
    const block = `<div style="height: 4000px"></div>${BLOCK.replace('src', 'loading="lazy" src')}`;
    const asked = await open(test, { '/mast/': articlePage('/mast/', { block }) });
    await page.waitForSelector('related-articles:defined');
    assert.ok(!asked.includes('/articles.json'));
    await page.emulateMediaType('print');
    const height = await page.$eval('related-articles', (element) => element.getBoundingClientRect().height);
    assert.ok(height < 60, `blank cards take ${height} px`);
    await page.pdf();
    assert.deepEqual((await titles()).sort(), ['A third mast', 'Another mast']);
  });

  it('prints a carousel as a list without buttons, with links in the colour of the text', async (test) => {
    const block = BLOCK.replace('src', 'layout="carousel" style="--related-articles-accent: #eee" src');
    await open(test, { '/mast/': articlePage('/mast/', { block }) });
    await titles();
    await page.emulateMediaType('print');
    const shown = await page.$eval('related-articles', ({ shadowRoot }) => {
      const [first, second] = [...(shadowRoot?.querySelectorAll('[part~=card]') ?? [])].map((card) =>
        card.getBoundingClientRect(),
      );
      const [list, controls, link] = ['[part=list]', '[part=controls]', 'a'].map((selector) =>
        getComputedStyle(shadowRoot!.querySelector(selector)!),
      );
      return {
        isBelow: (second?.top ?? 0) >= (first?.bottom ?? 0) && second?.left === first?.left,
        overflow: list?.overflowX,
        controls: controls?.display,
        link: link?.color,
      };
    });
    assert.deepEqual(shown, { isBelow: true, overflow: 'visible', controls: 'none', link: 'rgb(0, 0, 0)' });
  });
});

describe('the block in an odd parent', () => {
  for (const style of [
    'font-size: 0',
    'line-height: 0',
    'white-space: pre',
    'white-space: nowrap; text-align: justify; text-indent: 5em',
    'direction: rtl',
    'columns: 2',
    'font-size: 0; line-height: 0; white-space: pre; columns: 3; direction: rtl',
  ]) {
    it(`can be read: ${style}`, async (test) => {
      await open(test, {
        '/mast/': articlePage('/mast/', { block: `<div style="${style}">${BLOCK}</div>` }),
      });
      await titles();
      const lines = await page.$eval('related-articles', ({ shadowRoot }) =>
        [...(shadowRoot?.querySelectorAll('[part=title], [part=excerpt], [part=read-more]') ?? [])].map(
          (text) => {
            const { fontSize, lineHeight } = getComputedStyle(text);
            const { width } = text.getBoundingClientRect();
            return { size: parseFloat(fontSize), line: parseFloat(lineHeight), isWide: width > innerWidth };
          },
        ),
      );
      assert.ok(lines.length >= 6);
      for (const { size, line, isWide } of lines) {
        assert.ok(size >= 13 && line >= size && !isWide, JSON.stringify({ size, line, isWide }));
      }
      const cut = await page.$eval(
        'related-articles',
        ({ shadowRoot }) =>
          [...(shadowRoot?.querySelectorAll('[part~=card]') ?? [])].filter(
            (card) => card.getClientRects().length > 1,
          ).length,
      );
      assert.equal(cut, 0, 'a card is in two columns');
    });
  }
});

describe('the block in a page', () => {
  it('loads once while the title blinks and scripts add to the head', async (test) => {
    const blink = `<script>window.loads = 0; addEventListener('related-articles-load', () => loads++);
      const { title } = document; let at = 0;
      setInterval(() => { document.title = at++ % 2 ? '(1) New message' : title; document.head.append(document.createElement('style')); }, 150);</script>`;
    const asked = await open(test, { '/mast/': articlePage('/mast/', { head: blink + SCRIPT }) });
    await titles();
    await wait(1200);
    assert.equal(await page.evaluate('loads'), 1);
    assert.equal(asked.filter((path) => path === '/articles.json').length, 1);
  });

  it('is caught by a library that swaps pages, and shows what belongs to the new page', async (test) => {
    // As Swup, Barba and others do: links on the document, a new address, a new <main>, and the head as it was.
    const library = `<script>document.addEventListener('click', async (event) => {
      const link = event.target.closest('a');
      if (!link || event.defaultPrevented) return;
      event.preventDefault();
      const html = await (await fetch(link.href)).text();
      const next = new DOMParser().parseFromString(html, 'text/html');
      history.pushState(null, '', link.href);
      document.title = next.title;
      document.querySelector('main').replaceWith(next.querySelector('main'));
    });</script>`;
    const pages = articles.map(({ url }): [string, string] => {
      const head = `<link rel="canonical" href="${url}"><meta property="og:title" content="${url}">${SCRIPT}${library}`;
      return [url, articlePage(url, { head, end: '<a id="fibre" href="/fibre/">Fibre</a>' })];
    });
    await open(test, Object.fromEntries(pages));
    await page.evaluate('window.isSameDocument = true');
    const [first = ''] = await titles();
    await page.$eval('related-articles', ({ shadowRoot }) =>
      shadowRoot?.querySelector<HTMLElement>('[part=read-more]')?.click(),
    );
    await until(page, (title) => document.title === title, first);
    assert.equal((await titles()).includes(first), false);
    await page.click('#fibre');
    await until(page, () => document.title === 'Fibre in the village');
    assert.deepEqual(await titles(), ['More fibre']);
    assert.equal(await page.evaluate('window.isSameDocument'), true);
  });

  it('leaves no empty space at the end of a page whose index is short', async (test) => {
    await open(test, { '/fibre/': articlePage('/fibre/') });
    assert.deepEqual(await titles(), ['More fibre']);
    const space = await page.$eval('related-articles', (element) => {
      const cards = [...(element.shadowRoot?.querySelectorAll('[part~=card]') ?? [])];
      return element.getBoundingClientRect().bottom - (cards.at(-1)?.getBoundingClientRect().bottom ?? 0);
    });
    assert.ok(space < 2, `${space} px`);
  });
});

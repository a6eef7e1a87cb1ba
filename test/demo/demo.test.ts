import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type Axe from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { createServer, type ViteDevServer } from 'vite';
import { axeOptions } from '../support/axe-options.js';
import { findChromium } from '../support/chromium.js';
import { until } from '../support/until.js';

/** Every page of the demo that shows a block when it opens. */
const PAGES = [
  '/',
  '/campusnetz.html',
  '/en/',
  '/layouts.html',
  '/choosing.html',
  '/quellen.html',
  '/diskussion.html',
  '/drop-in.html',
  '/playground.html',
];
const axeScript = fileURLToPath(import.meta.resolve('axe-core'));

let server: ViteDevServer;
let browser: Browser;

/** Opens a page of the demo and waits for its blocks. A warning or an error in the console fails the test. */
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
  await until(page, () =>
    [...document.querySelectorAll('related-articles')].every((block) => (block.related ?? []).length > 0),
  );
  return page;
}

const THEMES = [
  'news',
  'broadsheet',
  'public-broadcaster',
  'weekly',
  'blog',
  'documentation',
  'dark-magazine',
].map((name) => `/themes/page.html?theme=${name}`);

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
  it('shows the number of posts, and the new number after somebody posts', async () => {
    const page = await visit('/diskussion.html');
    const first = (): Promise<string | undefined> =>
      page.$eval('related-articles >>> [part="discussion"]', (count) => count.textContent?.trim());
    await until(
      page,
      () => document.querySelector('related-articles')?.related[0]?.article.discussion?.count === 0,
    );
    assert.equal(await first(), 'Diskussion 0');
    await page.click('form button');
    await until(
      page,
      () => document.querySelector('related-articles')?.related[0]?.article.discussion?.count === 1,
    );
    assert.equal(await first(), 'Diskussion 1');
    await page.close();
  });

  it('opens on a start page that leads to every other page', async () => {
    const page = await visit('/');
    assert.equal(await page.$eval('html', ({ lang }) => lang), 'en');
    const links = await page.$$eval('main li a', (found) => found.map(({ href }) => href));
    const paths = links.map((link) => new URL(link).pathname);
    assert.deepEqual(new Set(paths), new Set([...PAGES, '/themes/'].filter((path) => path !== '/')));
    for (const link of links) assert.equal((await fetch(link)).status, 200, link);
  });

  it('shows the parts of a series, what editors chose, and one topic, and no article twice', async () => {
    const page = await visit('/choosing.html');
    const blocks = await page.$$eval('related-articles', (all) =>
      all.map(({ related }) => related.map(({ article: { id } }) => id)),
    );
    const [series = [], chosen = [], topic = []] = blocks;
    assert.deepEqual(series, ['ric-xapps-security-review', 'fronthaul-fibre-timing-open-ran']);
    assert.equal(chosen[0], 'quay-cranes-remote-control');
    assert.deepEqual([chosen.length, topic.length], [4, 3]);
    assert.equal(new Set(blocks.flat()).size, 9);
  });

  it('shows the four layouts on one page', async () => {
    const page = await visit('/layouts.html');
    const layouts = await page.$$eval('related-articles', (blocks) => blocks.map(({ layout }) => layout));
    assert.deepEqual(layouts, ['list', 'grid', 'compact', 'carousel']);
  });

  it('shows twelve German teasers below its article', async () => {
    const page = await visit('/campusnetz.html');
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

  it('shows eight English teasers with their dates', async () => {
    const page = await visit('/en/');
    assert.equal((await titles(page)).length, 8);
    const dates = await page.$$eval('related-articles >>> [part="date"]', (found) => found.length);
    assert.equal(dates, 8);
  });

  it('shows an article’s own neighbours on its page, and never the article itself', async () => {
    const id = 'campusnetz-hafen-kosten';
    const page = await visit(`/artikel.html?id=${id}`);
    const heading = await page.$eval('h1', ({ textContent }) => textContent);
    const cards = await titles(page);
    assert.equal(cards.length, 12);
    assert.ok(!cards.includes(heading ?? ''), 'the article is related to itself');
    assert.ok(
      cards.slice(0, 2).every((title) => title.includes('Hafen')),
      cards.join('; '),
    );
  });

  it('shows no empty frame for an article without a picture', async () => {
    const page = await visit('/artikel.html');
    assert.equal(await page.$eval('article > img', (picture) => picture.getClientRects().length), 0);
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
    assert.equal(new Set(found.map(({ top }) => top)).size, 1, 'the blocks are not side by side');
    assert.equal(new Set(found.flatMap(({ titles: shown }) => shown)).size, 9, 'one title is shown twice');
    assert.ok(
      found.every(({ titles: shown }) => !shown.some((title) => /[<&]/.test(title))),
      'markup in a title',
    );
  });

  it('works with the built bundle in a plain HTML file', async () => {
    const page = await visit('/drop-in.html');
    assert.equal((await titles(page)).length, 4);
  });

  it('loads the texts of the page’s language only', async () => {
    const page = await visit('/drop-in.html');
    const files = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .flatMap(({ name }) => /related-articles-[a-z]{2}(?:-\w+)?\.js$/.exec(name)?.[0] ?? []),
    );
    assert.deepEqual(files.sort(), ['related-articles-de.js']);
  });

  it('shows each theme with its style sheet, which uses parts and custom properties only', async () => {
    const page = await browser.newPage();
    await page.goto(new URL('/themes/', server.resolvedUrls?.local[0]).href);
    await page.waitForSelector('section:nth-of-type(7) figure:nth-of-type(2)');
    const sheets = await page.$$eval('[aria-label="CSS"]', (found) =>
      found.map(({ textContent }) => textContent ?? ''),
    );
    assert.equal(sheets.length, THEMES.length);
    for (const sheet of sheets) {
      const selectors = sheet.replace(/\/\*.*?\*\//gs, '').match(/[^{};]+(?=\{)/g) ?? [];
      for (const selector of selectors.flatMap((list) => list.split(','))) {
        assert.match(selector.trim(), /^related-articles(?:::part\([a-z -]+\))?$/);
      }
      assert.doesNotMatch(sheet, /!important/);
    }
    await page.close();
  });

  it('shows at least three whole cards of each theme in the gallery', async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(new URL('/themes/', server.resolvedUrls?.local[0]).href);
    await until(
      page,
      (expected) => {
        const counts = Array.from(
          document.querySelectorAll('iframe'),
          ({ contentDocument, clientWidth, clientHeight }) => {
            const root = contentDocument?.querySelector('related-articles')?.shadowRoot;
            return Array.from(root?.querySelectorAll('nav [part~="card"]') ?? []).filter((card) => {
              const { right, bottom } = card.getBoundingClientRect();
              return right <= clientWidth && bottom <= clientHeight;
            }).length;
          },
        );
        return counts.length === expected && counts.every((cards) => cards >= 3);
      },
      THEMES.length,
    );
    await page.close();
  });

  it('lets a site owner try every attribute and copy the resulting HTML and CSS', async () => {
    const page = await visit('/playground.html');
    const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
      modules: { declarations: { tagName?: string; attributes: { name: string }[] }[] }[];
    };
    const attributes =
      modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName)?.attributes ?? [];
    const controls = await page.$$eval('[data-controls] [name]', (found) =>
      found.map((control) => control.getAttribute('name')),
    );
    const asked = attributes.map(({ name }) => name).filter((name) => name !== 'src' && name !== 'article');
    assert.deepEqual(new Set(controls), new Set(asked));
    await page.select('[name="layout"]', 'grid');
    await page.click('[name="show-reasons"]');
    await page.select('#theme', 'blog');
    await until(page, () => document.querySelector('related-articles')?.layout === 'grid');
    const snippet = await page.$eval('#snippet', ({ textContent }) => textContent);
    assert.match(
      snippet ?? '',
      /<related-articles src="en\/articles\.json" layout="grid" no-read-more show-reasons>/,
    );
    await page.click('details:has(#properties) summary');
    await page.type('[name="--related-articles-accent"]', 'rgb(1, 2, 3)');
    const colour = await page.$eval('related-articles >>> [part="title-link"]', (link) => {
      return getComputedStyle(link).getPropertyValue('--_accent');
    });
    assert.equal(colour, 'rgb(1, 2, 3)');
    assert.match(await page.$eval('#css', (area) => (area as HTMLTextAreaElement).value), /::part\(title\)/);
    assert.equal(await page.$$eval('#reasons tr', (rows) => rows.length), 6);
    assert.match(
      await page.$eval('#events', ({ textContent }) => textContent ?? ''),
      /related-articles-load 6 related/,
    );
  });

  it('keeps the settings of the playground in the URL, which can be linked', async () => {
    const page = await visit('/playground.html');
    await page.select('[name="layout"]', 'compact');
    await page.select('[name="width"]', '320');
    await page.select('[name="current"]', 'port-private-network-open-ran');
    await until(page, () => location.hash.includes('current'));
    const { pathname, hash } = new URL(page.url());
    await page.close();
    const linked = await visit(pathname + hash);
    const shown = await linked.$eval('related-articles', ({ layout, article, parentElement }) => [
      layout,
      article,
      getComputedStyle(parentElement as Element).inlineSize,
    ]);
    assert.deepEqual(shown, ['compact', 'port-private-network-open-ran', '320px']);
  });

  it('reads JSON that a site owner pastes, and says what is wrong with it', async () => {
    const page = await visit('/playground.html');
    const paste = (text: string): Promise<void> =>
      page.$eval(
        '[name="json"]',
        (area, given) => {
          (area as HTMLTextAreaElement).value = given;
          area.dispatchEvent(new Event('change', { bubbles: true }));
        },
        text,
      );
    const message = (): Promise<string> => page.$eval('#told', ({ textContent }) => textContent ?? '');
    await paste('[{"url": "/a", "title": "Mast one"}, {"url": "/b", "title": "Mast two"}, {}]');
    await until(page, () => document.querySelector('related-articles')?.related.length === 1);
    assert.equal(await message(), 'plain list: 2 articles, 1 entries left out');
    await paste('[{');
    assert.match(await message(), /JSON/);
  });

  it('links to pages that exist', () => {
    const { items } = JSON.parse(readFileSync('demo/articles.json', 'utf8')) as {
      items: { id: string; url: string }[];
    };
    assert.ok(items.length >= 60, `${items.length} articles`);
    for (const { id, url } of items)
      assert.ok(url === 'campusnetz.html' || url === `artikel.html?id=${id}`, url);
  });

  for (const scheme of ['light', 'dark']) {
    for (const width of [375, 1280]) {
      it(`has no accessibility findings at ${width} px in ${scheme} colours, and does not scroll sideways`, async () => {
        for (const path of [...PAGES, ...THEMES]) {
          const page = await visit(path, { width, scheme });
          // Axe can't judge the colours of cards outside a carousel's view. In a grid they are the same.
          await page.$$eval('related-articles', (blocks) => {
            for (const block of blocks) if (block.layout === 'carousel') block.layout = 'grid';
            return Promise.all(blocks.map(({ updateComplete }) => updateComplete));
          });
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

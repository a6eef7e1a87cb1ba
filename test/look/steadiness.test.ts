import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer, { type Page } from 'puppeteer-core';
import { findChromium } from '../support/chromium.js';
import { Site } from './site.js';
import { until } from '../support/until.js';

declare global {
  interface Window {
    shifts: { value: number; what: string }[];
  }
}

/** Gives work a page in a browser of its own: pages of one browser may hide each other, and a hidden page is not painted. */
async function withPage(height: number, work: (page: Page) => Promise<void>): Promise<void> {
  const browser = await puppeteer.launch(await findChromium());
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1024, height });
    await work(page);
  } finally {
    await browser.close();
  }
}

describe('a page with a block above other content', { concurrency: 2 }, () => {
  const site = new Site();
  /** The number of pages and the sum of their layout shifts, printed at the end. */
  const total = { pages: 0, shift: 0 };

  before(() => site.start());
  after(() => {
    site.stop();
    console.info(`cumulative layout shift: ${total.shift} on ${total.pages} pages`);
  });

  /** Every layout shift of a page, from its first paint until a while after its block has loaded. */
  async function shifts(page: Page, layout: string, count: number, held = ''): Promise<string[]> {
    await page.evaluateOnNewDocument(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as {
          value: number;
          sources: { node?: Element }[];
        }[]) {
          const what = entry.sources.map(({ node }) => node?.id || node?.nodeName).join();
          window.shifts.push({ value: entry.value, what });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(site.url({ attributes: { layout, limit: '12' }, count, held, hasFont: false }));
    if (held) await releaseOncePainted(page, held);
    await until(
      page,
      (expected) => {
        const block = document.querySelector('related-articles');
        return expected > 0 ? block?.related.length === expected : block?.matches(':state(empty)');
      },
      count,
    );
    await wait(300);
    const cards = await page.$$eval('related-articles >>> [part="title"]', (titles) => titles.length);
    assert.equal(cards, count);
    const found = await page.evaluate(() => window.shifts);
    total.pages++;
    for (const { value } of found) total.shift += value;
    return found.map(({ value, what }) => `${value} ${what}`);
  }

  /** Lets the index go once the page has been painted with blank cards. */
  async function releaseOncePainted(page: Page, held: string): Promise<void> {
    await until(page, () => {
      const { renderRoot } = document.querySelector('related-articles') ?? {};
      const isPainted = performance.getEntriesByName('first-contentful-paint').length > 0;
      return isPainted && renderRoot?.querySelector('[part~="skeleton"]');
    });
    site.release(held);
  }

  for (const layout of ['list', 'grid', 'compact', 'carousel']) {
    for (const count of [12, 0]) {
      it(`has no layout shift: ${layout}, ${count} results`, async () => {
        // A window that shows the whole page, and a usual one.
        for (const height of [6000, 800]) {
          await withPage(height, async (page) => {
            assert.deepEqual(await shifts(page, layout, count), [], `${height} px`);
          });
        }
      });

      it(`has no layout shift if the page is painted before the index has come: ${layout}, ${count} results`, async () => {
        await withPage(800, async (page) => {
          assert.deepEqual(await shifts(page, layout, count, `${layout}-${count}`), []);
        });
      });
    }
  }

  it('stays usable, and has no layout shift, with pictures of 20 MB', async (test) => {
    await withPage(2000, async (page) => {
      await page.evaluateOnNewDocument(() => {
        window.shifts = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as unknown as { value: number }[])
            window.shifts.push({ value: entry.value, what: '' });
        }).observe({ type: 'layout-shift', buffered: true });
      });
      const request = { attributes: { limit: '3' }, count: 3, hasFont: false, hasLargePictures: true };
      await page.goto(site.url(request), { waitUntil: 'domcontentloaded' });
      await until(page, () => document.querySelector('related-articles')?.related.length === 3);
      const boxes = (): Promise<string[]> =>
        page.$$eval('related-articles >>> [part="image"]', (images) =>
          images.map((image) => JSON.stringify(image.getBoundingClientRect())),
        );
      const places = await boxes();
      await until(page, () =>
        Array.from(
          document.querySelector('related-articles')?.renderRoot.querySelectorAll('img') ?? [],
        ).every(({ complete, naturalWidth }) => complete && naturalWidth === 2600),
      );
      assert.equal(places.length, 2);
      assert.deepEqual(await boxes(), places);
      assert.deepEqual(await page.evaluate(() => window.shifts), []);
      await page.evaluate(() => {
        document.querySelector('related-articles')?.addEventListener('related-articles-select', (event) => {
          event.preventDefault();
          document.title = event.article.id;
        });
      });
      const asked = Date.now();
      await page.click('related-articles >>> [part="read-more"]');
      await until(page, () => document.title === 'a1');
      test.diagnostic(`beside two pictures of 20 MB a click was answered after ${Date.now() - asked} ms`);
    });
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type Axe from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { axeOptions } from '../support/axe-options.js';
import { findChromium } from '../support/chromium.js';
import { Site } from './site.js';
import { until } from '../support/until.js';

const axeScript = fileURLToPath(import.meta.resolve('axe-core'));

describe('the block', () => {
  const site = new Site();
  /** The sums over all runs of axe, printed at the end. */
  const total = { pages: 0, findings: 0, leastContrast: Infinity };
  let browser: Browser;

  before(async () => {
    await site.start();
    browser = await puppeteer.launch(await findChromium());
  });
  after(async () => {
    await browser?.close();
    site.stop();
    console.info(
      `axe: ${total.findings} violations or undecided on ${total.pages} pages, least contrast ${total.leastContrast}:1`,
    );
  });

  /** Opens a page with a block that shows reasons, tags and eight cards. */
  async function visit(
    layout: string,
    { dir = 'ltr' as 'ltr' | 'rtl', width = 1280, features = {} as Record<string, string> },
  ): Promise<Page> {
    const page = await browser.newPage();
    await page.emulateMediaFeatures(
      Object.entries({ 'prefers-reduced-motion': 'reduce', ...features }).map(([name, value]) => ({
        name,
        value,
      })),
    );
    await page.setViewport({ width, height: 900 });
    const attributes = { layout, limit: '8', 'show-reasons': '', 'show-tags': '' };
    await page.goto(site.url({ attributes, dir, count: 8 }));
    await until(page, () => document.querySelector('related-articles')?.related.length === 8);
    return page;
  }

  /** What axe finds wrong or can't decide. */
  async function findings(page: Page, rules: Axe.RuleObject): Promise<string[]> {
    const options = { ...axeOptions, rules: { ...axeOptions.rules, ...rules } };
    const { found, contrasts } = await page.evaluate(async (asked) => {
      const { axe } = window as unknown as { axe: typeof Axe };
      const { violations, incomplete, passes } = await axe.run(asked);
      const texts = passes.find(({ id }) => id === 'color-contrast')?.nodes ?? [];
      return {
        found: [...violations, ...incomplete].map(
          ({ id, nodes }) => `${id}: ${nodes[0]?.html}, ${nodes[0]?.any[0]?.message}`,
        ),
        contrasts: texts.flatMap(
          ({ any: [check] }) => (check?.data as { contrastRatio: number } | undefined)?.contrastRatio ?? [],
        ),
      };
    }, options);
    total.pages++;
    total.findings += found.length;
    total.leastContrast = Math.min(total.leastContrast, ...contrasts);
    return found;
  }

  for (const layout of ['list', 'grid', 'compact', 'carousel']) {
    for (const scheme of ['light', 'dark']) {
      for (const dir of ['ltr', 'rtl'] as const) {
        it(`has no accessibility findings, wide or narrow: ${layout} ${scheme} ${dir}`, async () => {
          for (const width of [320, 1280]) {
            const page = await visit(layout, { dir, width, features: { 'prefers-color-scheme': scheme } });
            await page.addScriptTag({ path: axeScript });
            // Axe can't judge the colours of cards outside a carousel's view: another test does so in a wider window.
            const rules: Axe.RuleObject =
              layout === 'carousel' ? { 'color-contrast': { enabled: false } } : {};
            assert.deepEqual(await findings(page, rules), [], `${width} px`);
            assert.ok(
              await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
              'scrolls',
            );
            await page.close();
          }
        });
      }
    }

    it(`takes one press of the Tab key per link: ${layout}`, async () => {
      const page = await visit(layout, {});
      const reached: string[] = [];
      for (let presses = 0; presses < 30; presses++) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate(
          () =>
            document.querySelector('related-articles')?.shadowRoot?.activeElement?.getAttribute('part') ?? '',
        );
        if (!focused) break;
        reached.push(focused);
      }
      const cards = reached.filter((part) => part === 'read-more' || part === 'title-link');
      assert.equal(cards.length, 8, reached.join(' '));
      // Every third article has a link to its discussion.
      assert.equal(reached.length - cards.length, layout === 'carousel' ? 5 : 3, reached.join(' '));
      console.info(
        `tab stops: ${layout}, ${cards.length} of 8 cards and ${reached.length - cards.length} besides`,
      );
      await page.close();
    });

    it(`cuts no title if a reader widens the spacing of text: ${layout}`, async () => {
      const page = await visit(layout, { width: 320 });
      await page.addStyleTag({
        content:
          'related-articles, related-articles::part(base) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
      });
      const cut = await page.$$eval(
        'related-articles >>> [part~="title"]',
        (titles) =>
          titles.filter(
            (title) =>
              title.scrollWidth > title.clientWidth + 1 || title.scrollHeight > title.clientHeight + 4,
          ).length,
      );
      assert.equal(cut, 0);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'scrolls');
      await page.close();
    });
  }

  for (const scheme of ['light', 'dark']) {
    it(`has text of enough contrast in a carousel: ${scheme}`, async () => {
      const page = await visit('carousel', { width: 2800, features: { 'prefers-color-scheme': scheme } });
      await page.addStyleTag({ content: 'body { max-width: none !important; }' });
      await page.addScriptTag({ path: axeScript });
      assert.deepEqual(await findings(page, {}), []);
      await page.close();
    });
  }

  it('moves nothing if the visitor prefers reduced motion', async () => {
    const page = await visit('carousel', {});
    const running = await page.evaluate(() => document.getAnimations().length);
    const behaviour = await page.$eval(
      'related-articles >>> ul',
      (list) => getComputedStyle(list).scrollBehavior,
    );
    assert.deepEqual([running, behaviour], [0, 'auto']);
    await page.close();
  });

  it('draws its borders in the colours that a visitor forces', async () => {
    const page = await browser.newPage();
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
    await page.goto(site.url({ attributes: { layout: 'carousel', limit: '3' }, count: 3 }));
    await until(page, () => document.querySelector('related-articles')?.related.length === 3);
    const [border, text] = await page.$eval('related-articles >>> [part="next"]', (button) => {
      const { borderTopColor, color } = getComputedStyle(button);
      return [borderTopColor, color];
    });
    assert.equal(border, text);
    await page.close();
  });
});

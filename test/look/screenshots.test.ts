import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import puppeteer, { type Browser } from 'puppeteer-core';
import { hasPackagedChromium, packagedChromium } from '../support/chromium.js';
import { Site } from './site.js';
import { until } from '../support/until.js';

/** Whether to write new pictures in place of comparing them: npm run screenshots */
const isUpdate = process.env.UPDATE_SCREENSHOTS !== undefined;
/** How many pixels may differ. Processors round the edges of letters differently; a changed digit differs in about ten. */
const TOLERANCE = 5;

/** Options that give the same pixels on every machine, whatever its fonts and screen. */
const ARGUMENTS = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

const folder = (name: string): string => fileURLToPath(new URL(`${name}/`, import.meta.url));

describe(
  'the look',
  { concurrency: 3, skip: hasPackagedChromium ? false : 'the pictures were made with the packaged Chromium' },
  () => {
    const site = new Site();
    let browser: Browser;

    before(async () => {
      await site.start();
      const { executablePath, args } = await packagedChromium();
      browser = await puppeteer.launch({ executablePath, args: [...args, ...ARGUMENTS] });
    });
    after(async () => {
      await browser?.close();
      site.stop();
    });

    /** A picture of the whole page with its block. */
    async function picture(
      layout: string,
      scheme: string,
      dir: 'ltr' | 'rtl',
      width: number,
    ): Promise<Uint8Array> {
      const page = await browser.newPage({ type: 'window' });
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await page.setViewport({ width, height: 4000 });
      const attributes = { layout, limit: '3', 'show-reasons': '', 'show-tags': '' };
      await page.goto(site.url({ attributes, dir, count: 3 }));
      await until(page, () => document.querySelector('related-articles')?.related.length === 3);
      const height = await page.evaluate(async () => {
        dispatchEvent(new KeyboardEvent('keydown'));
        await document.fonts.ready;
        const images = document.querySelector('related-articles')?.renderRoot.querySelectorAll('img') ?? [];
        await Promise.all(Array.from(images, (image) => image.decode()));
        return Math.ceil(document.querySelector('main')?.getBoundingClientRect().bottom ?? 0) + 16;
      });
      await page.setViewport({ width, height });
      const shot = await page.screenshot({ captureBeyondViewport: false });
      await page.close();
      return shot;
    }

    for (const layout of ['list', 'grid', 'compact', 'carousel']) {
      for (const scheme of ['light', 'dark']) {
        for (const dir of ['ltr', 'rtl'] as const) {
          for (const width of [375, 768, 1280]) {
            const name = `${layout}-${scheme}-${dir}-${width}.png`;
            it(`is that of the approved picture ${name}`, async () => {
              const actual = PNG.sync.read(Buffer.from(await picture(layout, scheme, dir, width)));
              const file = folder('screenshots') + name;
              if (isUpdate) return write('screenshots', name, coarse(actual));
              assert.ok(existsSync(file), `no picture ${name}: npm run screenshots`);
              const expected = PNG.sync.read(readFileSync(file));
              const pixels = difference(actual, expected, name);
              if (pixels > TOLERANCE) write('failed', name, actual);
              assert.ok(
                pixels <= TOLERANCE,
                `${pixels} pixels differ; see test/look/failed/${name} and, if it is right, npm run screenshots`,
              );
              return undefined;
            });
          }
        }
      }
    }
  },
);

/** How many pixels differ: all of them if the sizes differ. */
function difference(actual: PNG, expected: PNG, name: string): number {
  const { width, height } = expected;
  if (actual.width !== width || actual.height !== height) return width * height;
  const diff = new PNG({ width, height });
  const pixels = pixelmatch(actual.data, expected.data, diff.data, width, height, { threshold: 0.1 });
  if (pixels > TOLERANCE) write('failed', name.replace('.png', '-difference.png'), diff);
  return pixels;
}

/** The picture with fewer shades. That halves the file, and is far below what counts as a difference. */
function coarse({ width, height, data }: PNG): PNG {
  const image = new PNG({ width, height });
  image.data = Buffer.from(data.map((value) => Math.min(255, Math.round(value / 16) * 16)));
  return image;
}

function write(where: string, name: string, image: PNG): void {
  mkdirSync(folder(where), { recursive: true });
  writeFileSync(
    folder(where) + name,
    PNG.sync.write(image, { deflateLevel: 9, colorType: 2, filterType: 0, deflateStrategy: 0 }),
  );
}

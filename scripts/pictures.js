// Makes the pictures of the layouts in `docs/images/`: node scripts/pictures.js
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { findChromium } from '../test/support/chromium.js';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Each layout with what shows it best, the width of the page and what the picture holds of the block. */
const LAYOUTS = [
  { layout: 'list', limit: 3, width: 640 },
  { layout: 'grid', limit: 4, width: 640, 'no-excerpts': '' },
  { layout: 'compact', limit: 6, width: 640 },
  { layout: 'carousel', limit: 6, width: 640, 'no-excerpts': '' },
];
const HEIGHT = 520;

mkdirSync(path('../docs/images'), { recursive: true });
const server = await createServer({ configFile: path('../vite.config.ts'), server: { port: 0 } });
await server.listen();
const browser = await puppeteer.launch(await findChromium());
const page = await browser.newPage();
for (const { layout, width, ...attributes } of LAYOUTS) {
  await page.setViewport({ width: width + 40, height: 900 });
  await page.goto(`${server.resolvedUrls.local[0]}en/`);
  await page.evaluate(
    (given) => {
      const block = document.querySelector('related-articles');
      document.body.replaceChildren(block);
      document.documentElement.style.background = '#fff';
      Object.assign(document.body.style, {
        margin: 0,
        padding: '20px',
        background: '#fff',
        font: '17px/1.5 system-ui',
      });
      Object.assign(block.style, { display: 'block', margin: 0, border: 0, padding: 0 });
      for (const [name, value] of Object.entries(given)) block.setAttribute(name, value);
    },
    { layout, ...attributes },
  );
  await page.waitForFunction(
    (count) => document.querySelector('related-articles')?.related.length === count,
    {},
    attributes.limit,
  );
  await page.waitForNetworkIdle();
  await page.screenshot({
    path: path(`../docs/images/${layout}.png`),
    clip: { x: 0, y: 0, width: width + 40, height: HEIGHT },
  });
}
await browser.close();
await server.close();

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type Axe from 'axe-core';
import { Parser } from 'htmlparser2';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { axeOptions } from '../support/axe-options.js';
import { findChromium } from '../support/chromium.js';
import { serveSite } from '../support/site-server.js';
import { until } from '../support/until.js';

const folder = fileURLToPath(new URL('../../docs/_site', import.meta.url));
const axeScript = fileURLToPath(import.meta.resolve('axe-core'));
const skip = existsSync(join(folder, 'index.html'))
  ? false
  : 'docs/_site is missing: npm run docs:build makes it';

/** What a page of the site links to and embeds, and what its links may name. */
interface Parsed {
  readonly links: string[];
  readonly ids: Set<string>;
}

function parse(file: string): Parsed {
  const links: string[] = [];
  const ids = new Set<string>();
  const parser = new Parser({
    onopentag(name, { href, src, id, ...others }) {
      if (id) ids.add(id);
      // Templates in the address of an index name a file per page.
      const address = href ?? (name === 'related-articles' ? src?.replace('{path}', pathOf(file)) : src);
      if (address && others['rel'] !== 'canonical') links.push(address);
    },
  });
  parser.end(readFileSync(file, 'utf8'));
  return { links, ids };
}

const root = skip ? new URL('http://localhost/') : new URL(canonicalOf(join(folder, 'index.html')));

function canonicalOf(file: string): string {
  return /rel="canonical" href="([^"]+)"/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
}

/** `{path}` of a page. */
const pathOf = (file: string): string => addressOf(file).pathname.replace(/^\/|\/$/g, '');

function addressOf(file: string): URL {
  const path = relative(folder, file).split(sep).join('/');
  return new URL(path.replace(/(^|\/)index\.html$/, '$1'), root);
}

/** The file of the site that an address names. */
function fileOf(address: URL): string {
  const file = join(folder, decodeURIComponent(address.pathname.slice(root.pathname.length)));
  return existsSync(file) && statSync(file).isDirectory() ? join(file, 'index.html') : file;
}

const files = skip
  ? []
  : readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.html'))
      .map((file) => join(folder, file));
const documents = files.filter((file) => !relative(folder, file).startsWith('demo'));

describe('the site of the docs', { skip }, () => {
  let browser: Browser;
  let origin = '';
  const ends: (() => void)[] = [];
  const disposer = { after: (end: () => void): void => void ends.push(end) };
  before(async () => {
    browser = await puppeteer.launch(await findChromium());
    // The site may be made for a folder of its host.
    const host = await mkdtemp(join(tmpdir(), 'docs-'));
    const path = join(host, root.pathname);
    if (root.pathname === '/') {
      origin = await serveSite(disposer, folder);
    } else {
      await mkdir(dirname(path), { recursive: true });
      await symlink(folder, path.replace(/\/$/, ''));
      origin = await serveSite(disposer, host);
    }
    disposer.after(() => void rm(host, { recursive: true }));
  });
  after(async () => {
    await browser?.close();
    for (const end of ends) end();
  });

  /** Opens a page, and gives what goes wrong in it. */
  async function visit(
    file: string,
    scheme = 'light',
    width = 1280,
  ): Promise<{ page: Page; faults: string[] }> {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('console', (line) => {
      if (['error', 'warn'].includes(line.type())) faults.push(line.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('response', (response) => {
      if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
    });
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(origin + addressOf(file).pathname);
    await until(page, () =>
      [...document.querySelectorAll('related-articles')].every(({ related }) => related?.length > 0),
    );
    return { page, faults };
  }

  it('links to pages, headings, pictures and scripts that exist', () => {
    const parsed = new Map(files.map((file) => [file, parse(file)]));
    const broken: string[] = [];
    for (const [file, { links }] of parsed) {
      for (const link of links) {
        const address = new URL(link, addressOf(file));
        if (!address.href.startsWith(root.href)) continue;
        const target = fileOf(address);
        const anchor = decodeURIComponent(address.hash.slice(1));
        const { ids } = parsed.get(target) ?? {};
        if (!existsSync(target) || (anchor && ids && !ids.has(anchor))) {
          broken.push(`${relative(folder, file)}: ${link}`);
        }
      }
    }
    assert.ok(parsed.size > 30, `${parsed.size} pages`);
    assert.deepEqual(broken, []);
  });

  it('leads from its first page to every other', () => {
    const reached = new Set([join(folder, 'index.html')]);
    for (const file of reached) {
      for (const link of parse(file).links) {
        const target = fileOf(new URL(link, addressOf(file)));
        if (documents.includes(target)) reached.add(target);
      }
    }
    assert.deepEqual(
      documents.filter((file) => !reached.has(file)),
      [],
    );
  });

  it('shows related pages under each page but the first, without a fault', async () => {
    for (const file of documents) {
      const { page, faults } = await visit(file);
      const titles = await page.$$eval('related-articles.end', (found) =>
        found.flatMap(({ related }) => related.map(({ article }) => article.title)),
      );
      await page.close();
      assert.deepEqual(faults, [], file);
      assert.equal(
        titles.length,
        relative(folder, file) === 'index.html' ? 0 : 4,
        `${file}: ${titles.join()}`,
      );
    }
  });

  for (const scheme of ['light', 'dark']) {
    for (const width of [375, 1280]) {
      it(`has nothing that axe finds wrong, and is as wide as its window: ${scheme}, ${width} px`, async () => {
        for (const file of documents) {
          const { page } = await visit(file, scheme, width);
          await page.addScriptTag({ path: axeScript });
          const found = await page.evaluate(async (options) => {
            const { axe } = window as unknown as { axe: typeof Axe };
            // Frames show pages of the demo, which have tests of their own.
            const { violations } = await axe.run({ exclude: ['iframe'] }, { ...options, iframes: false });
            return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
          }, axeOptions);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          await page.close();
          assert.deepEqual([found, overflow], [[], 0], file);
        }
      });
    }
  }
});

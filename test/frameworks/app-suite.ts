import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { parseHtml } from '../../src/builder/html/html-document.js';
import { frameworkOf } from '../../src/builder/html/page-framework.js';
import { findChromium } from '../support/chromium.js';
import { type Disposer, serveSite } from '../support/site-server.js';
import { until } from '../support/until.js';
import { newsPath, POSTS, type Post } from './articles.js';
import { VERSIONS } from './reporter.js';
import { guide, install, type Installed, NotHere, runAll, writeFiles } from './workshop.js';

/** A real app with the block of a guide in the pages of its articles, and none on its home page. */
export interface App {
  /** The framework's name as people write it. */
  readonly name: string;
  /** The app's folder here, and the name of its guide in `docs/frameworks`. */
  readonly folder: string;
  /** The files that hold the articles, by their paths in the app. */
  readonly articles: Readonly<Record<string, string>>;
  /** The path of an article's page on the site, if not `/news/…`. */
  readonly path?: (post: Post) => string;
  /** The folder that the app is built into, if it is served as files. */
  readonly output?: string;
  /** The file that answers for every page of a client-rendered app. */
  readonly fallback?: string;
  /** The command that serves the built app, at the port in the environment variable `PORT`. */
  readonly server?: string;
  /** When the framework can set properties that are no attributes: the guide's snippet sets `strings`, if not never. */
  readonly properties: 'always' | 'once defined' | 'never';
  /** Whether it renders the pages of its server once more in the browser, and drops what `inject` writes into them. */
  readonly isHydrated?: boolean;
  /** The command that serves it in development, at `PORT`, if it is hydrated there: then it tells of all that is wrong. */
  readonly development?: string;
}

const [wood, field, rye, wheat] = POSTS as readonly [Post, Post, Post, Post];

/** Builds an app as its guide says, opens it in Chromium, and goes through what a visitor and a framework do. */
export async function testApp(app: App): Promise<void> {
  const { name, folder, path = newsPath } = app;
  const installed = await install(folder).catch((error: unknown) => {
    if (error instanceof NotHere) return error;
    throw error;
  });
  const skip = installed instanceof NotHere && `${name} is not tested: ${installed.message}`;

  describe(`in ${name} the block`, { skip }, () => {
    const endings: (() => void)[] = [];
    let browser: Browser;
    let site: string;
    let page: Page;
    /** What the page has written to the console as errors and warnings. */
    let complaints: string[] = [];

    before(async () => {
      assert.ok(!(installed instanceof NotHere));
      const end = { after: (ending: () => void) => endings.push(ending) };
      if (app.server) {
        const port = await freePort();
        site = `http://127.0.0.1:${port}`;
        await build(installed);
        await startServer(installed, app.server, port, end);
      } else {
        site = await serveSite(end, join(installed.folder, app.output ?? ''), app.fallback);
        await build(installed);
      }
      browser = await puppeteer.launch(await findChromium());
    });
    after(async () => {
      await browser?.close();
      for (const end of endings) end();
    });

    /** Runs the commands of the guide. Some apps must know the site's address. */
    async function build({ folder: at, env }: Installed): Promise<void> {
      writeFiles(at, app.articles);
      await runAll(at, { ...env, SITE_URL: site }, guide(`frameworks/${folder}`).commands);
    }

    /** Opens a page. With `isLate`, the element is defined only when the test calls `define`. */
    async function open(place: string, { isLate = false, origin = site } = {}): Promise<void> {
      complaints = [];
      page = await browser.newPage();
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        const isIcon = message.location().url?.endsWith('/favicon.ico');
        if (['error', 'warn'].includes(message.type()) && !isIcon) complaints.push(message.text());
      });
      await page.setViewport({ width: 1280, height: 800 });
      if (isLate) await page.evaluateOnNewDocument(holdDefinition);
      await page.goto(origin + place);
      await page.evaluate(() => ((window as { isSameDocument?: boolean }).isSameDocument = true));
    }
    afterEach(async () => {
      if (!page?.isClosed()) await page?.close();
    });

    /** Waits until the block's first card is that of an article, and the block shows as many cards as it lists. */
    async function shows({ title }: Post): Promise<void> {
      await until(
        page,
        (expected) => {
          const blocks = document.querySelectorAll('related-articles');
          const [block] = blocks;
          const cards = block?.shadowRoot?.querySelectorAll('[part~="card"]') ?? [];
          const first = cards[0]?.querySelector('[part~="title"]')?.textContent?.trim();
          return blocks.length === 1 && first === expected && cards.length === block?.related.length;
        },
        title,
      );
    }

    /** Follows a link of the page's own by script: a pointer would hit the image of a running view transition. */
    async function follow(place: string): Promise<void> {
      const isFound = await page.evaluate((wanted) => {
        const links = [...document.querySelectorAll('a')];
        const link = links.find(
          (each) => each.pathname === wanted && each.checkVisibility() && !each.closest('related-articles'),
        );
        link?.click();
        return link !== undefined;
      }, place);
      assert.ok(isFound, `no link to ${place}`);
    }

    /** Checks that the app has changed its pages without a new document, and has complained of nothing. */
    async function expectCalm(): Promise<void> {
      assert.ok(await page.evaluate(() => 'isSameDocument' in window), 'the page was loaded again');
      assert.deepEqual(complaints, []);
    }

    /** What the block has taken from the guide's snippet. */
    const settings = (): Promise<unknown> =>
      page.$eval('related-articles', ({ limit, noDates, strings, shadowRoot }) => ({
        limit: String(limit),
        noDates,
        heading: strings?.['heading'] ?? '',
        shown: strings ? shadowRoot?.querySelector('[part~="heading"]')?.textContent?.trim() : '',
      }));
    const ofAttributes = { limit: '2', noDates: true, heading: '', shown: '' };
    const expected =
      app.properties === 'never' ? ofAttributes : { ...ofAttributes, heading: 'Read on', shown: 'Read on' };

    it('shows the related articles, with the attributes and properties of the guide', async (test) => {
      assert.ok(!(installed instanceof NotHere));
      test.diagnostic(`${VERSIONS}${name}: ${installed.versions.join(', ')}`);
      await open(path(wood));
      await shows(field);
      assert.deepEqual(await settings(), expected);
      await expectCalm();
    });

    it('takes what was set before it was defined', async () => {
      const isSet = app.properties === 'always';
      await open(path(wood), { isLate: true });
      await until(
        page,
        (awaited) => {
          const block = document.querySelector('related-articles');
          return block && 'define' in window && (!awaited || Object.hasOwn(block, 'strings'));
        },
        isSet,
      );
      await page.evaluate(() => (window as unknown as { define: () => void }).define());
      await shows(field);
      assert.deepEqual(await settings(), isSet ? expected : ofAttributes);
      await expectCalm();
    });

    it('follows the app from article to article and back', async () => {
      await open(path(wood));
      await shows(field);
      await follow(path(field));
      await shows(wood);
      await page.goBack();
      await shows(field);
      await expectCalm();
    });

    it('leaves with its page, and comes with the next', async () => {
      await open(path(wood));
      await shows(field);
      await follow('/');
      await until(page, () => location.pathname === '/' && !document.querySelector('related-articles'));
      await follow(path(rye));
      await shows(wheat);
      assert.deepEqual(await settings(), expected);
      await expectCalm();
    });

    it('leads to an article by the app’s own router', async () => {
      await open(path(wood));
      await shows(field);
      await page.$eval('related-articles', ({ shadowRoot }) => shadowRoot?.querySelector('a')?.click());
      await shows(wood);
      assert.equal(withoutSlash(new URL(page.url()).pathname), withoutSlash(path(field)));
      await expectCalm();
    });

    const { development } = app;
    if (development) {
      it('is hydrated without a warning in development', async (test) => {
        assert.ok(!(installed instanceof NotHere));
        const port = await freePort();
        await startServer(installed, development, port, test);
        await open(path(wood), { origin: `http://localhost:${port}` });
        await until(page, () => document.querySelector('related-articles')?.strings);
        const own = complaints.filter((complaint) => HYDRATION.test(complaint));
        assert.deepEqual(own, []);
      });
    }

    it('stands in pages of which `inject` knows whether they keep what it writes', async () => {
      const html = await (await fetch(site + path(wood))).text();
      assert.equal(frameworkOf(parseHtml(html)), app.isHydrated ? name : undefined);
    });
  });
}

/** What frameworks say of hydration. */
const HYDRATION = /hydrat|mismatch|n.t match/i;

const withoutSlash = (place: string): string => place.replace(/\/$/, '');

/** Runs in the page: keeps the element from being defined until `define` is called. */
function holdDefinition(): void {
  const define = customElements.define.bind(customElements);
  // Methods, since the loader of the tests gives functions their names by a helper that the page lacks.
  Object.assign(customElements, {
    define(...args: Parameters<typeof define>) {
      if (args[0] !== 'related-articles') return define(...args);
      Object.assign(window, {
        define() {
          define(...args);
        },
      });
    },
  });
}

/** Starts an app's own server at a port. */
async function startServer(
  { folder, env }: Installed,
  command: string,
  port: number,
  end: Disposer,
): Promise<void> {
  const server = spawn('sh', ['-c', `exec ${command}`], {
    cwd: folder,
    env: { ...env, PORT: String(port), HOST: '127.0.0.1' },
    stdio: 'ignore',
    detached: true,
  });
  end.after(() => process.kill(-(server.pid as number)));
  while (!(await isUp(`http://localhost:${port}`)))
    assert.equal(server.exitCode, null, `"${command}" has ended`);
}

async function isUp(site: string): Promise<boolean> {
  try {
    await (await fetch(site)).text();
    return true;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 100));
    return false;
  }
}

/** A port that no program listens to. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

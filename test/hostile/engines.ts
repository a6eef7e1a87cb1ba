import { describe } from 'node:test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { Builder, type WebDriver } from 'selenium-webdriver';
import { findFirefox, findMiniBrowser, findProgram } from '../engines/installed.js';
import { startWebKitDriver } from '../engines/webkit-driver.js';
import { findChromium } from '../support/chromium.js';

/** How long a page may take for whatever it is asked. */
const PATIENCE_MS = 15_000;

/** How long a browser may take to answer at all; a page that it puts aside in the midst of a script never does. */
const ANSWER_MS = 2 * PATIENCE_MS;

/** A page in one of the engines. */
export interface Tab {
  /** Goes to an address, and waits until it has loaded. */
  open(url: string): Promise<void>;
  /** What a function gives in the page; it may be asynchronous, and sees nothing but its arguments. */
  run<Arguments extends unknown[], Result>(
    ask: (...values: Arguments) => Result,
    ...values: Arguments
  ): Promise<Awaited<Result>>;
  /** Leaves for an address. */
  leave(url: string): Promise<void>;
  /** Goes one page back in the history. */
  back(): Promise<void>;
  /** Frees all memory that nothing holds any more; undefined where the browser can't be told to. */
  readonly collectGarbage: (() => Promise<void>) | undefined;
  close(): Promise<void>;
}

/** A browser with its name. */
export interface Engine {
  readonly name: EngineName;
  start(): Promise<void>;
  tab(): Promise<Tab>;
  stop(): Promise<void>;
}

export type EngineName = 'chromium' | 'firefox' | 'webkit';

/** Waits until a question has a true answer. */
export async function until<Arguments extends unknown[]>(
  tab: Tab,
  what: string,
  ask: (...values: Arguments) => unknown,
  ...values: Arguments
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  // A page that is about to be left answers nothing.
  while (!(await tab.run(ask, ...values).catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Describes what holds in every engine that is installed; `ENGINES=chromium` asks for one alone. */
export function inEveryEngine(what: string, tests: (engine: Engine) => void): void {
  const wanted = process.env.ENGINES?.split(/[\s,]+/);
  for (const engine of [chromium(), firefox(), webKit()]) {
    if (wanted && !wanted.includes(engine.name)) continue;
    const missing = engine.missing();
    describe(
      `${engine.name}: ${what}`,
      { skip: missing && `not installed (Debian: apt-get install ${missing})` },
      () => tests(engine),
    );
  }
}

type Installable = Engine & {
  /** The packages to install; false where nothing is missing. */
  missing(): string | false;
};

function chromium(): Installable {
  return puppeteerEngine('chromium', false, async () => ({
    ...(await findChromium()),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  }));
}

function firefox(): Installable {
  const executablePath = findFirefox();
  return puppeteerEngine('firefox', executablePath ? false : 'firefox-esr', () =>
    Promise.resolve({ browser: 'firefox', executablePath: executablePath ?? '', headless: true }),
  );
}

type Ask = (...values: readonly unknown[]) => unknown;
type LaunchOptions = NonNullable<Parameters<typeof puppeteer.launch>[0]>;

function puppeteerEngine(
  name: EngineName,
  missing: string | false,
  options: () => Promise<LaunchOptions>,
): Installable {
  let browser: Browser | undefined;
  return {
    name,
    missing: () => missing,
    async start() {
      browser = await puppeteer.launch({ protocolTimeout: ANSWER_MS, ...(await options()) });
    },
    async stop() {
      await browser?.close();
    },
    async tab() {
      if (!browser) throw new Error(`${name} has not been started`);
      const page = await browser.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      const tools = name === 'chromium' ? await page.createCDPSession() : undefined;
      return {
        open: async (url) => {
          await page.goto(url, { waitUntil: 'load' });
        },
        run: (ask, ...values) => page.evaluate(ask as Ask, ...values) as Promise<never>,
        leave: (url) =>
          page.evaluate((to) => {
            setTimeout(() => {
              location.href = to;
            });
          }, url),
        // In Firefox a page that comes back from the cache never tells puppeteer that it has loaded.
        back: () => page.evaluate(() => setTimeout(() => history.back())).then(() => undefined),
        collectGarbage: tools && (() => tools.send('HeapProfiler.collectGarbage')),
        close: () => page.close(),
      };
    },
  };
}

function webKit(): Installable {
  const browserPath = findMiniBrowser();
  const isInstalled = browserPath && findProgram(['WebKitWebDriver']) && findProgram(['Xvfb']);
  let service: Awaited<ReturnType<typeof startWebKitDriver>> | undefined;
  let driver: WebDriver | undefined;

  async function start(): Promise<void> {
    service = await startWebKitDriver();
    driver = await new Builder()
      .usingServer(service.url)
      .withCapabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: browserPath, args: ['--automation'] },
      })
      .build();
    await driver.manage().setTimeouts({ script: PATIENCE_MS, pageLoad: PATIENCE_MS });
  }

  /** An answer in time; a driver that gives none is given up, and the next page gets another. */
  async function inTime<Answer>(asked: PromiseLike<Answer>): Promise<Answer> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        service?.stop();
        driver = undefined;
        reject(new Error(`webkit has not answered for ${ANSWER_MS} ms`));
      }, ANSWER_MS);
    });
    return Promise.race([asked, late]).finally(() => clearTimeout(timer));
  }

  return {
    name: 'webkit',
    missing: () => (isInstalled ? false : 'webkit2gtk-driver xvfb'),
    start: () => inTime(start()),
    async stop() {
      await inTime(driver?.quit() ?? Promise.resolve()).finally(() => service?.stop());
    },
    // One window serves for all: what a page left behind ends with it.
    async tab() {
      if (!driver) await inTime(start());
      const window = driver;
      if (!window) throw new Error('webkit has not been started');
      return {
        open: (url) => inTime(window.get(url)),
        async run(ask, ...values) {
          const { value, error } = await inTime(
            window.executeAsyncScript<{ value?: unknown; error?: string }>(
              `const done = arguments[arguments.length - 1];
              Promise.resolve().then(() => (${String(ask)})(...arguments[0]))
                .then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));`,
              values,
            ),
          );
          if (error) throw new Error(error);
          return value as never;
        },
        // Unlike a script of ours these wait until the page has changed.
        leave: (url) => inTime(window.get(url)),
        back: () => inTime(window.navigate().back()),
        collectGarbage: undefined,
        close: () => inTime(window.get('about:blank')),
      };
    },
  };
}

import { describe } from 'node:test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { Builder, type WebDriver } from 'selenium-webdriver';
import { findFirefox, hasWebKit, webKitCapabilities } from '../engines/installed.js';
import { startWebKitDriver } from '../engines/webkit-driver.js';
import { findChromium } from '../support/chromium.js';

/** How long a page may take for each step. */
const PATIENCE_MS = 40_000;

/** How long a browser may take to answer. It never answers for a page that it freezes while a script runs. */
const ANSWER_MS = 2 * PATIENCE_MS;

/** A page in one of the engines. */
export interface Tab {
  /** Opens a URL, and waits until it has loaded. */
  open(url: string): Promise<void>;
  /** Runs a function in the page, and gives its result. It may be asynchronous, and has its arguments only. */
  run<Arguments extends unknown[], Result>(
    ask: (...values: Arguments) => Result,
    ...values: Arguments
  ): Promise<Awaited<Result>>;
  /** Leaves the page for a URL. */
  leave(url: string): Promise<void>;
  /** Goes one page back in the history. */
  back(): Promise<void>;
  /** Collects garbage; undefined if the browser can't be told to. */
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

/** Waits until a function gives true in the page. */
export async function until<Arguments extends unknown[]>(
  tab: Tab,
  what: string,
  ask: (...values: Arguments) => unknown,
  ...values: Arguments
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  // A page that is being left does not answer.
  while (!(await tab.run(ask, ...values).catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`waited too long until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Describes tests that run in every engine that is installed, or in those that the variable ENGINES names. */
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
  /** The packages to install; false if nothing is missing. */
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
        // In Firefox, a page from the back/forward cache never tells puppeteer that it has loaded.
        back: () => page.evaluate(() => setTimeout(() => history.back())).then(() => undefined),
        collectGarbage: tools && (() => tools.send('HeapProfiler.collectGarbage')),
        close: () => page.close(),
      };
    },
  };
}

function webKit(): Installable {
  const isInstalled = hasWebKit();
  let service: Awaited<ReturnType<typeof startWebKitDriver>> | undefined;
  let driver: WebDriver | undefined;

  async function start(): Promise<void> {
    service = await startWebKitDriver();
    driver = await new Builder().usingServer(service.url).withCapabilities(webKitCapabilities()).build();
    await driver.manage().setTimeouts({ script: PATIENCE_MS, pageLoad: PATIENCE_MS });
  }

  /** Waits for an answer. A driver that does not answer in time is stopped, and the next page gets another. */
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
    // All tests share one window, which each test leaves with an empty page.
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
        // Unlike a script, these commands wait until the page has changed.
        leave: (url) => inTime(window.get(url)),
        back: () => inTime(window.navigate().back()),
        collectGarbage: undefined,
        close: () => inTime(window.get('about:blank')),
      };
    },
  };
}

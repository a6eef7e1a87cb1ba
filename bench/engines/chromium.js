// Asks engines one question each in Chromium, each in a page of its own that has met none of their code before.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { findChromium } from '../../test/support/chromium.js';

/** All that V8 does is done by the page's own thread: compiling and collecting garbage count. */
const ONE_THREAD = '--js-flags=--single-threaded';

/**
 * Opens Chromium.
 *
 * @param patience in seconds, after which nobody waits any more
 * @returns `ask`, which gives the milliseconds of the processor that an engine takes, and the ids that it finds;
 *   undefined where it takes too long
 */
export async function chromium(patience) {
  const { executablePath, args } = await findChromium();
  const browser = await puppeteer.launch({ executablePath, args: [...args, ONE_THREAD] });
  const files = new Map([
    ['/', ['text/html', '<!doctype html><title>Engines</title>']],
    ['/engines.js', ['text/javascript', await bundled()]],
  ]);
  const server = createServer(({ url }, response) => {
    const [type, content] = files.get(url) ?? ['text/plain', ''];
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` });
    response.end(content);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const page = `http://127.0.0.1:${server.address().port}/`;
  return {
    version: await browser.version(),
    /** @param json the text of the index @param item what the page itself knows of its article */
    async ask(name, json, item) {
      files.set('/index.json', ['application/json', json]);
      const context = await browser.createBrowserContext();
      try {
        return await answer(await context.newPage(), page, { name, item }, patience);
      } finally {
        await context.close();
      }
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function answer(tab, page, question, patience) {
  await tab.goto(page);
  await tab.tracing.start({ categories: ['blink.user_timing'] });
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, patience * 1000)));
  const ids = await Promise.race([tab.evaluate(ask, question), late]);
  clearTimeout(timer);
  if (!ids) return undefined;
  const { traceEvents } = JSON.parse(Buffer.from(await tab.tracing.stop()).toString());
  const [asked, answered] = ['asked', 'answered'].map((mark) =>
    traceEvents.find(({ name, tts }) => name === mark && tts > 0),
  );
  return { time: (answered.tts - asked.tts) / 1000, ids };
}

/** Runs in the page. */
async function ask({ name, item }) {
  const { engines } = await import('/engines.js');
  const json = await (await fetch('/index.json')).text();
  const engine = await engines[name](item);
  await new Promise((resolve) => setTimeout(resolve, 50));
  performance.mark('asked');
  const ids = await engine(json, item);
  performance.mark('answered');
  return ids;
}

async function bundled() {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      lib: { entry: fileURLToPath(new URL('engines.js', import.meta.url)), formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  return [result].flat()[0].output[0].code;
}

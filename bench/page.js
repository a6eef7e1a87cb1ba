// What a page view costs in Chromium on a processor four times slower, beside a naive element and the same cards as plain
// HTML: npm run build && npm run bench:page [-- --write] [-- --runs 5] [-- --counts 100,1000]
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { findChromium } from '../test/support/chromium.js';
import { median } from './numbers.js';
import { serve, WAYS } from './page/site.js';
import { chart, table } from './report.js';

const { values } = parseArgs({
  options: {
    write: { type: 'boolean' },
    runs: { type: 'string', default: '5' },
    counts: { type: 'string', default: '100,1000,10000' },
  },
});
const SLOWDOWN = 4;
const runs = Number(values.runs);
const counts = values.counts.split(',').map(Number);

// oxlint-disable unicorn/consistent-function-scoping -- All of it runs in the page, where nothing else is.
/**
 * Runs in the page before its scripts: notes when the cards are painted, and what is moved. The page's clock runs as much
 * faster as its processor is to be slower, for work that is cut by the clock.
 */
function watch(cards, slowdown) {
  const seen = { shift: 0 };
  globalThis.seen = seen;
  const now = performance.now.bind(performance);
  performance.now = () => slowdown * now();
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) seen.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  const isThere = () => {
    const root = document.querySelector('related-articles')?.shadowRoot ?? document;
    return root.querySelectorAll('[part~=card] a, main > ul > li').length >= cards;
  };
  const look = () => {
    if (!isThere()) return requestAnimationFrame(look);
    return requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port2.addEventListener('message', () => {
        seen.painted = now();
        performance.mark('painted');
      });
      port2.start();
      port1.postMessage('', []);
    });
  };
  requestAnimationFrame(look);
}
// oxlint-enable unicorn/consistent-function-scoping

/**
 * What a trace tells of the page's thread, in milliseconds of a processor so much slower: each task, and what it spent
 * until the cards were painted. What the thread spends is multiplied, since with DevTools' own slow-down other programs
 * on the machine would count.
 */
function work({ traceEvents }) {
  const mark = traceEvents.find(({ name }) => name === 'painted');
  const isTask = ({ name, tdur, pid, tid }) =>
    name === 'RunTask' && tdur > 0 && pid === mark.pid && tid === mark.tid;
  const all = traceEvents.filter(isTask);
  return { tasks: lengths(all), spent: sum(lengths(all.filter(({ ts }) => ts < mark.ts))) };
}

const lengths = (tasks) => tasks.map(({ tdur }) => (SLOWDOWN * tdur) / 1000);

/** @param sent tells how many bytes the site has sent; DevTools would keep what comes to tell them, on the page's thread */
async function view(browser, url, sent) {
  const before = sent();
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  try {
    await page.bringToFront();
    await page.setViewport({ width: 412, height: 823, deviceScaleFactor: 1, isMobile: true });
    const cdp = await page.createCDPSession();
    await page.evaluateOnNewDocument(watch, 12, SLOWDOWN);
    await page.tracing.start({ categories: ['disabled-by-default-devtools.timeline', 'blink.user_timing'] });
    await page.goto(url);
    await page.waitForFunction(() => globalThis.seen.painted !== undefined, { timeout: 120_000 });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { shift, painted } = await page.evaluate(() => globalThis.seen);
    const { tasks, spent } = work(JSON.parse(Buffer.from(await page.tracing.stop()).toString()));
    await cdp.send('HeapProfiler.collectGarbage');
    const { JSHeapUsedSize: heap } = await page.metrics();
    return {
      bytes: sent() - before,
      painted,
      spent,
      longest: Math.max(0, ...tasks),
      blocked: tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0),
      heap,
      shift,
    };
  } finally {
    await context.close();
  }
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** Ways, each with what it is called. */
const NAMES = {
  floor: 'the cards as plain HTML (the floor)',
  parse: 'the same, and JSON.parse of the teasers',
  naive: 'naive: MiniSearch addAll, search, render',
  teasers: 'teasers',
  terms: 'teasers and key terms',
  diverseTeasers: 'teasers, with diversity and reasons',
  diverseTerms: 'teasers and key terms, with diversity and reasons',
  least: 'the least Lit element, with neighbours',
  neighbours: 'neighbours',
  preloaded: 'neighbours, preloaded as in the README',
  injected: 'neighbours in the page, by related-articles inject',
};

const browser = await puppeteer.launch({ ...(await findChromium()), networkEnabled: false });
const rows = [];
const notes = [];
const painted = [];
for (const count of counts) {
  const site = await serve(count);
  for (const way of WAYS) await view(browser, `${site.origin}/articles/0/${way}`, site.sent);
  const results = Object.fromEntries(WAYS.map((way) => [way, []]));
  for (let run = 0; run < runs; run++) {
    for (const way of WAYS)
      results[way].push(await view(browser, `${site.origin}/articles/0/${way}`, site.sent));
  }
  site.close();
  const of = (way, name) => median(results[way].map((result) => result[name]));
  for (const way of WAYS) {
    const figure = (name, digits = 0, unit = 1) => (of(way, name) / unit).toFixed(digits);
    rows.push([
      String(count),
      NAMES[way],
      figure('bytes', 1, 1000),
      figure('painted'),
      figure('spent'),
      figure('longest'),
      figure('blocked'),
      figure('heap', 1, 1e6),
      figure('shift', 3),
    ]);
    console.error(rows.at(-1).join(' | '));
    if (count === counts.at(-1)) painted.push([NAMES[way], of(way, 'spent')]);
  }
  const beyond = (way) => (of(way, 'longest') - of('floor', 'longest')).toFixed(0);
  const ratio = (name, way, base) => (of(way, name) / of(base, name)).toFixed(1);
  notes.push(
    `- ${count} articles: until twelve cards are painted, teasers take ${ratio('spent', 'teasers', 'naive')} times the processor of the naive element; neighbours ${ratio('spent', 'neighbours', 'floor')} times that of the floor, ${ratio('spent', 'injected', 'floor')} times where they stand in the page; the least element that fetches them with Lit ${ratio('spent', 'least', 'floor')} times. ` +
      `By the clock it is ${ratio('painted', 'teasers', 'naive')}, ${ratio('painted', 'neighbours', 'floor')} (preloaded ${ratio('painted', 'preloaded', 'floor')}), ${ratio('painted', 'injected', 'floor')} and ${ratio('painted', 'least', 'floor')} times as long. ` +
      `Longest task beyond the floor's: teasers ${beyond('teasers')} ms, key terms ${beyond('terms')} ms, with diversity and reasons ${beyond('diverseTeasers')} and ${beyond('diverseTerms')} ms, neighbours ${beyond('neighbours')} ms. ` +
      `The neighbours' JSON is ${(site.neighbours / 1000).toFixed(1)} kB (gzip).`,
  );
}
const version = await browser.version();
await browser.close();

const header = [
  'articles',
  'way',
  'kB over the wire',
  '12 cards painted, ms by the clock',
  'processor until then, ms',
  'longest task, ms',
  'blocked, ms',
  'heap, MB',
  'layout shift',
];
const report = `# What a page view costs

\`npm run build && npm run bench:page -- --write\` writes this page: a phone-sized page in ${version}, medians of ${runs} views, to be compared within this run alone. Milliseconds of the processor are what the page's thread spent, times ${SLOWDOWN}, as on a phone, and its clock runs ${SLOWDOWN} times as fast: other programs on the machine do not count. The time to the paint is by the clock, on this machine as it is.

${table(header, rows)}

${notes.join('\n')}

![Bars: processor time to twelve cards painted, ${counts.at(-1)} articles](page.svg)
`;
console.log(report);
if (values.write) {
  const title = `Processor time to twelve cards painted, ${counts.at(-1)} articles, ${SLOWDOWN} times slower`;
  writeFileSync(fileURLToPath(new URL('page.md', import.meta.url)), report);
  writeFileSync(fileURLToPath(new URL('page.svg', import.meta.url)), chart(title, 'ms', painted));
}

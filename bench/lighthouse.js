// Lighthouse's marks for pages with the block and for the same pages without it:
// npm run build && npm run bench:lighthouse [-- --write] [-- --runs 3]
// Lighthouse is no dependency, since it is larger than all others together: `npx` fetches it the first time.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { findChromium } from '../test/support/chromium.js';
import { median } from './numbers.js';
import { serve } from './page/site.js';
import { table } from './report.js';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

const { values } = parseArgs({
  options: { write: { type: 'boolean' }, runs: { type: 'string', default: '3' } },
});
const runs = Number(values.runs);
const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const run = promisify(execFile);

const demo = readFileSync(path('demo/drop-in.html'), 'utf8').replace('src="', 'src="/cdn/');
const withoutBlock = demo
  .replace(/<script[^]*?<\/script>/, '')
  .replace(/<related-articles[^]*?<\/related-articles>/, '');
const site = await serve(1000, {
  '/demo/with.html': demo,
  '/demo/without.html': withoutBlock,
  '/demo/articles.json': readFileSync(path('demo/articles.json'), 'utf8'),
  ...Object.fromEntries(
    readdirSync(path('demo/images')).map((name) => [
      `/demo/images/${name}`,
      readFileSync(path(`demo/images/${name}`)),
    ]),
  ),
});
const { executablePath, args } = await findChromium();

/** What Lighthouse says of an address: marks of 0 to 100 and the layout shift, medians of the runs. */
async function marks(url) {
  const reports = [];
  for (let time = 0; time < runs; time++) {
    const { stdout } = await run(
      'npx',
      [
        '--yes',
        LIGHTHOUSE,
        site.origin + url,
        '--quiet',
        '--output=json',
        `--only-categories=${CATEGORIES.join()}`,
        `--chrome-flags=${args.join(' ')}`,
      ],
      { env: { ...process.env, CHROME_PATH: executablePath }, maxBuffer: 2 ** 26 },
    );
    reports.push(JSON.parse(stdout));
  }
  const of = (read) => median(reports.map(read));
  return [
    ...CATEGORIES.map((name) => Math.round(100 * of(({ categories }) => categories[name].score))),
    of(({ audits }) => audits['cumulative-layout-shift'].numericValue),
    Math.round(of(({ audits }) => audits['total-blocking-time'].numericValue)),
    Math.round(of(({ audits }) => audits['largest-contentful-paint'].numericValue)),
  ];
}

const PAGES = [
  ['the demo, without the block', '/demo/without.html'],
  ['the demo, with the block', '/demo/with.html'],
  ['an article, without the block', '/articles/0/none'],
  ['an article, with neighbours', '/articles/0/neighbours'],
  ['an article, with 1,000 teasers', '/articles/0/teasers'],
];
const rows = [];
for (const [name, url] of PAGES) {
  rows.push([name, ...(await marks(url))]);
  console.error(rows.at(-1).join(' '));
}
site.close();
const report = `# Lighthouse with and without the block

\`npm run build && npm run bench:lighthouse -- --write\` writes this page: ${LIGHTHOUSE}, its phone (a processor four times
slower, a slow network), medians of ${runs} runs.

${table(['page', ...CATEGORIES, 'layout shift', 'blocking, ms', 'largest paint, ms'], rows)}
`;
console.log(report);
if (values.write) writeFileSync(path('bench/lighthouse.md'), report);

// What the drop-in script weighs, piece by piece, beside its libraries and its peers: npm run build && npm run bench:size
// [-- --write]. Peers are weighed where they are installed: npm install --no-save giscus lite-youtube-embed …
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { chart, table } from './report.js';

const { values } = parseArgs({ options: { write: { type: 'boolean' } } });
const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/** What others' blocks and libraries are, as their npm packages hold them for a page. */
const PEERS = [
  ['giscus', '../node_modules/giscus/dist/giscus.mjs'],
  ['lite-youtube-embed', '../node_modules/lite-youtube-embed/src/lite-yt-embed.js'],
  ['Algolia Recommend', '../node_modules/@algolia/recommend-js/dist/umd/index.js'],
  ['Pagefind component UI', '../node_modules/@pagefind/component-ui/npm_dist/mjs/component-ui.mjs'],
];

async function libraries() {
  const [{ output }] = await build({
    configFile: path('../vite.config.ts'),
    mode: 'libraries',
    logLevel: 'error',
    build: { write: false, sourcemap: false, lib: { entry: path('libraries.js'), formats: ['es'] } },
  });
  return Buffer.from(output[0].code);
}

function weigh(code) {
  return {
    minified: code.length,
    gzip: gzipSync(code, { level: 9 }).length,
    brotli: brotliCompressSync(code).length,
  };
}

const sum = (...weights) =>
  Object.fromEntries(
    ['minified', 'gzip', 'brotli'].map((name) => [
      name,
      weights.reduce((total, weight) => total + weight[name], 0),
    ]),
  );

const cdn = path('../cdn/');
const pieces = Object.fromEntries(
  readdirSync(cdn)
    .filter((file) => file.endsWith('.js'))
    .map((file) => [
      file.replace(/^related-articles-?|\.js$/g, '') || 'entry',
      weigh(readFileSync(cdn + file)),
    ]),
);
const bare = weigh(await libraries());
const neighbours = pieces.entry;
const ranked = sum(pieces.entry, pieces.ranking, pieces['stop-words-en']);
const installed = PEERS.filter(([, file]) => existsSync(path(file)));

const views = [
  ['a page with neighbours', neighbours],
  ['the same in German', sum(neighbours, pieces.de)],
  ['a page that ranks, in English', ranked],
  ['a large index, ranked in a worker', sum(ranked, pieces.worker)],
  ['Lit, Task and MiniSearch alone', bare],
  ...installed.map(([name, file]) => [name, weigh(readFileSync(path(file)))]),
];
const kilobytes = ({ minified, gzip, brotli }) =>
  [minified, gzip, brotli].map((bytes) => (bytes / 1000).toFixed(1));
const rows = (list) => list.map(([name, weight]) => [name, ...kilobytes(weight)]);
const header = (what) => [what, 'minified, kB', 'gzip, kB', 'brotli, kB'];
const missing = PEERS.filter((peer) => !installed.includes(peer)).map(([name]) => name);
const report = `# What the script weighs

\`npm run build && npm run bench:size -- --write\` writes this page.

${table(header('what a page view loads'), rows(views))}
${missing.length > 0 ? `\nNot installed, so not weighed: ${missing.join(', ')}.\n` : ''}
![Bars of the gzip column](size.svg)

${table(header('piece'), rows(Object.entries(pieces).sort(([, one], [, other]) => other.gzip - one.gzip)))}

The build fails where a piece grows beyond its limit (\`LIMITS\` in \`vite.config.ts\`).
`;
console.log(report);
if (values.write) {
  writeFileSync(path('size.md'), report);
  writeFileSync(
    path('size.svg'),
    chart(
      'Kilobytes of script, gzip',
      'kB',
      views.map(([name, { gzip }]) => [name, gzip / 1000]),
    ),
  );
}

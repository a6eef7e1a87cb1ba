// What the drop-in script weighs, piece by piece, beside its libraries and its peers: npm run build && npm run bench:size
// [-- --write]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { chart, table } from './report.js';
import { modulesOf } from './size/modules.js';

const { values } = parseArgs({ options: { write: { type: 'boolean' } } });
const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Others' blocks and our own libraries, by what a page that uses them imports. */
const IMPORTS = {
  'Lit, Task and MiniSearch alone': `export { Task } from '@lit/task';
    export { LitElement, css, html } from 'lit';
    export { default as MiniSearch } from 'minisearch';`,
  'lite-youtube-embed': `import 'lite-youtube-embed';`,
  giscus: `import 'giscus';`,
  'Algolia Recommend, related products': `export { recommendClient } from '@algolia/recommend';
    export { relatedProducts } from '@algolia/recommend-js';`,
  'Pagefind component UI': `export * from '@pagefind/component-ui';`,
};

/** All that an import brings along, as small as the bundler makes it. */
async function bundle(imports) {
  const entry = path('imports.js');
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'imports',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? imports : undefined),
      },
    ],
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ['es'] },
      rolldownOptions: { output: { minify: true, codeSplitting: false, comments: false } },
    },
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
const neighbours = pieces.entry;
const ranked = sum(pieces.entry, pieces.ranking);

const views = [
  ['a page with neighbours', neighbours],
  ['the same in German', sum(neighbours, pieces.de)],
  ['a page that ranks, in English', ranked],
];
for (const [name, imports] of Object.entries(IMPORTS)) views.push([name, weigh(await bundle(imports))]);
const inKilobytes = (bytes) => (bytes / 1000).toFixed(1);
const kilobytes = ({ minified, gzip, brotli }) => [minified, gzip, brotli].map(inKilobytes);
const rows = (list) => list.map(([name, weight]) => [name, ...kilobytes(weight)]);
const header = (what) => [what, 'minified, kB', 'gzip, kB', 'brotli, kB'];
/** What a piece is made of: its modules from 0.2 kB on, and the rest together. */
function parts(file) {
  const modules = modulesOf(cdn + file);
  const large = modules.filter(([, , gzip]) => gzip >= 200);
  const rest = modules.slice(large.length);
  const others = [`${rest.length} others`, total(rest, 1), total(rest, 2)];
  return [...large, others].map(([name, ...bytes]) => [name, ...bytes.map(inKilobytes)]);
}
const total = (list, column) => list.reduce((all, row) => all + row[column], 0);

const report = `# What the script weighs

\`npm run build && npm run bench:size -- --write\` writes this page.

${table(header('what a page view loads'), rows(views))}

![Bars of the gzip column](size.svg)

${table(header('piece'), rows(Object.entries(pieces).sort(([, one], [, other]) => other.gzip - one.gzip)))}

The build fails where a piece grows beyond its limit (\`SIZE_LIMITS\` in \`vite.config.ts\`).

## What they are made of

By how much less a piece would weigh without a module; what modules have in common counts for none of them. The entry:

${table(['module', 'minified, kB', 'gzip, kB'], parts('related-articles.js'))}

What ranks:

${table(['module', 'minified, kB', 'gzip, kB'], parts('related-articles-ranking.js'))}
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

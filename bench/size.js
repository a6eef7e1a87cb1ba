// What the scripts of cdn/ weigh, beside their libraries and their peers: npm run build && npm run bench:size
// [-- --write]
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
const scripts = Object.fromEntries(
  readdirSync(cdn)
    .filter((file) => file.endsWith('.js'))
    .map((file) => [
      file.replace(/^related-articles-?|\.js$/g, '') || 'entry',
      weigh(readFileSync(cdn + file)),
    ]),
);
const neighbours = scripts.entry;
const ranked = sum(scripts.entry, scripts.ranking);

const views = [
  ['a page with neighbours', neighbours],
  ['the same in German', sum(neighbours, scripts.de)],
  ['a page that ranks, in English', ranked],
];
for (const [name, imports] of Object.entries(IMPORTS)) views.push([name, weigh(await bundle(imports))]);
const inKilobytes = (bytes) => (bytes / 1000).toFixed(1);
const kilobytes = ({ minified, gzip, brotli }) => [minified, gzip, brotli].map(inKilobytes);
const rows = (list) => list.map(([name, weight]) => [name, ...kilobytes(weight)]);
const header = (what) => [what, 'minified, kB', 'gzip, kB', 'brotli, kB'];
/** What a script is made of: its modules from 0.2 kB on, and the rest together. It is built anew, with a source map. */
async function parts(mode, file) {
  const outDir = mkdtempSync(join(tmpdir(), 'related-articles-size-'));
  // No comment in the script names the map: it would count as weight.
  const options = { outDir, sourcemap: 'hidden', emptyOutDir: true };
  await build({ configFile: path('../vite.config.ts'), mode, logLevel: 'error', build: options });
  const modules = modulesOf(join(outDir, file));
  rmSync(outDir, { recursive: true });
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

${table(header('script'), rows(Object.entries(scripts).sort(([, one], [, other]) => other.gzip - one.gzip)))}

The build fails where a script grows beyond its limit (\`SIZE_LIMITS\` in \`vite.config.ts\`).

## What they are made of

By how much less a script would weigh without a module. What modules have in common counts for none of them. \`related-articles.js\`:

${table(['module', 'minified, kB', 'gzip, kB'], await parts('entry', 'related-articles.js'))}

\`related-articles-ranking.js\`:

${table(['module', 'minified, kB', 'gzip, kB'], await parts('ranking', 'related-articles-ranking.js'))}
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

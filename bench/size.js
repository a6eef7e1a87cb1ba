// What the drop-in bundle weighs, beside the libraries in it alone, built the same way: npm run build && npm run bench
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

async function libraries() {
  const [{ output }] = await build({
    configFile: path('../vite.config.ts'),
    logLevel: 'error',
    build: { write: false, sourcemap: false, lib: { entry: path('libraries.js'), formats: ['es'] } },
  });
  return Buffer.from(output[0].code);
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

const rows = /** @type {[string, Buffer][]} */ ([
  ...['related-articles.js', 'related-articles-ranking.js'].map((name) => [
    `cdn/${name}`,
    readFileSync(path(`../cdn/${name}`)),
  ]),
  ['Lit, Task and MiniSearch alone', await libraries()],
]).map(([name, code]) => ({
  name,
  minified: code.length,
  gzip: gzipSync(code, { level: 9 }).length,
  brotli: brotliCompressSync(code).length,
}));

console.log('| what | minified | gzip | brotli |\n|---|---|---|---|');
for (const { name, minified, gzip, brotli } of rows) {
  console.log(`| ${name} | ${[minified, gzip, brotli].map(kilobytes).join(' | ')} |`);
}
const [entry, ranking, bare] = rows;
console.log(
  `\nBoth are ${((entry.gzip + ranking.gzip) / bare.gzip).toFixed(2)} times their libraries (gzip).`,
);

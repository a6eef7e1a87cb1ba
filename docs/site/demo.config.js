import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const demo = fileURLToPath(new URL('../../demo', import.meta.url));
const outDir = fileURLToPath(new URL('../_site/demo', import.meta.url));
const files = readdirSync(demo, { recursive: true }).map(String);

/** It stands for a page without a build, and is copied as it is. */
const WITHOUT_BUILD = 'drop-in.html';

/** What the pages ask for while they run. */
const copies = {
  name: 'copies',
  writeBundle() {
    const asked = files.filter((file) => /\.(?:json|svg|png)$/.test(file) || file === WITHOUT_BUILD);
    for (const file of asked) cpSync(join(demo, file), join(outDir, file));
  },
};

/** Leaves links to pages as they are. Vite takes all links in a head for files to build. */
const canonicalLinks = {
  name: 'canonical-links',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replace('rel="canonical"', 'rel="canonical" vite-ignore'),
  },
};

/** Builds the demo, with the playground and the themes, into the site of the documentation. */
export default defineConfig({
  root: demo,
  base: './',
  publicDir: fileURLToPath(new URL('../../cdn', import.meta.url)),
  plugins: [canonicalLinks, copies],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      input: files
        .filter((file) => file.endsWith('.html') && file !== WITHOUT_BUILD)
        .map((file) => join(demo, file)),
    },
  },
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { minify } from 'terser';
import { defineConfig, type Plugin } from 'vite';
import { talk } from './demo/talk.js';
import { minifiedStyles } from './scripts/minified-styles.js';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * The scripts of `cdn/` that are built each by itself (`vite build --mode NAME`). They share no file: a page may name
 * the entry as `related-articles.js?v=2`, and a script that imported from the entry would load it a second time.
 */
const SCRIPTS = {
  entry: { file: 'related-articles.js', source: 'src/drop-in.ts' },
  ranking: { file: 'related-articles-ranking.js', source: 'src/element/ranking.ts' },
  formats: { file: 'related-articles-formats.js', source: 'src/reader/rarer-formats.ts' },
  counts: { file: 'related-articles-counts.js', source: 'src/element/discussion-counts.ts' },
  views: { file: 'related-articles-views.js', source: 'src/views.ts' },
  all: { file: 'related-articles.all.js', source: 'src/drop-in.ts' },
} as const;

type Mode = keyof typeof SCRIPTS;

/**
 * The languages in the single script. All others are loaded beside it: their words would make it a quarter larger.
 */
const LANGUAGES_IN_ALL: readonly string[] = ['de', 'es', 'fr', 'it', 'nl', 'pl', 'pt'];

/** The scripts that each is built without; it imports them when it needs them. */
const EXTERNAL: Readonly<Record<Mode, readonly Mode[]>> = {
  entry: ['ranking', 'counts'],
  ranking: ['formats'],
  formats: [],
  counts: [],
  views: [],
  all: ['counts'],
};

/** Leaves the other scripts out of this one. */
const externalScripts = (mode: Mode): Plugin => ({
  name: 'external-scripts',
  apply: 'build',
  enforce: 'pre',
  resolveId(id, importer) {
    if (!importer || !id.startsWith('.')) return undefined;
    const source = resolve(dirname(importer), id).replace(/\.js$/, '.ts');
    const script = EXTERNAL[mode].map((name) => SCRIPTS[name]).find((each) => path(each.source) === source);
    const [, language = ''] = /\/element\/languages\/([\w-]+)\.ts$/.exec(source) ?? [];
    const isApart = mode === 'all' && language !== '' && !LANGUAGES_IN_ALL.includes(language);
    const file = isApart ? `related-articles-${language}.js` : script?.file;
    // Without side effects, a script that uses nothing of another one does not import it.
    return file && { id: `./${file}`, external: true, moduleSideEffects: false };
  },
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      const shared = chunk.type === 'chunk' && chunk.imports.find((imported) => imported in bundle);
      if (shared) this.error(`${chunk.fileName} must share no module with another script, as in ${shared}`);
    }
  },
});

/**
 * Lit creates a Trusted Types policy named `lit-html` and ends the script where the page refuses it, or where another
 * copy of Lit has taken the name. The bundle tries a name of its own too, and goes on without a policy.
 */
const POLICY_NAMES = ['lit-html', 'related-articles'];

const policyName: Plugin = {
  name: 'policy-name',
  apply: 'build',
  transform(source, id) {
    if (!id.endsWith('/lit-html/lit-html.js')) return undefined;
    const creation =
      /(\w+)\s*\?\s*\1\.createPolicy\((["'`])lit-html\2,\s*(\{createHTML:\s*(\w+)\s*=>\s*\4\})\)\s*:\s*void 0/;
    if (!creation.test(source)) this.error(`${id} creates its policy in another way than is known`);
    const names = JSON.stringify(POLICY_NAMES);
    const ours = `((types, rules) => { if (types) for (const name of ${names}) try { return types.createPolicy(name, rules) } catch {} })($1, $3)`;
    return { code: source.replace(creation, ours), map: null };
  },
};

/** Minifies scripts with Terser before the bundler does: together they are 2 % smaller than by the bundler alone. */
const minifiedScripts: Plugin = {
  name: 'minified-scripts',
  apply: 'build',
  async renderChunk(script) {
    // A function that is moved into its caller would keep the caller's variables in memory: no `reduce_funcs`.
    const compress = { passes: 3, keep_fargs: false, unsafe_arrows: true, reduce_funcs: false };
    const { code = '', map } = await minify(script, { module: true, ecma: 2020, compress, sourceMap: true });
    return { code, map: map as string };
  },
};

/**
 * Makes a script that pages name work with `type="module"` and without, as plugins of WordPress and tag managers write
 * their scripts: it exports nothing, is strict, and leaves no names to other scripts.
 */
const forEveryScriptTag: Plugin = {
  name: 'for-every-script-tag',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || !PAGE_SCRIPTS.includes(chunk.fileName)) continue;
      const { exports, fileName } = chunk;
      if (exports.length > 0)
        this.error(`${fileName} must export nothing, to be no module: ${exports.join()}`);
      const [notice = ''] = /^\/\*!.*\*\/\n/.exec(chunk.code) ?? [];
      chunk.code = `${notice}(()=>{"use strict";${chunk.code.slice(notice.length).trimEnd()}})();\n`;
    }
  },
};

const PAGE_SCRIPTS: readonly string[] = [SCRIPTS.entry.file, SCRIPTS.views.file, SCRIPTS.all.file];

/** What a script may weigh at most, in bytes as servers send it (gzip). Beyond that the build fails. */
const SIZE_LIMITS: Readonly<Record<string, number>> = {
  'related-articles.js': 23_300,
  'related-articles-ranking.js': 34_200,
  'related-articles.all.js': 71_000,
  'related-articles-formats.js': 4800,
  'related-articles-counts.js': 7400,
  'related-articles-extras.js': 2400,
};
/** The same for every other script: a language with its stop words, of which Korean has the most. */
const OTHER_LIMIT = 3300;

const sizeLimits: Plugin = {
  name: 'size-limits',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const size = gzipSync(chunk.code, { level: 9 }).length;
      const limit = SIZE_LIMITS[chunk.fileName] ?? OTHER_LIMIT;
      if (size > limit)
        this.error(`${chunk.fileName} weighs ${size} bytes (gzip), the limit in SIZE_LIMITS is ${limit}`);
    }
  },
};

/** Prints each script's hash for the attribute `integrity` (Subresource Integrity). */
const integrity: Plugin = {
  name: 'integrity',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    for (const { fileName, ...file } of Object.values(bundle)) {
      if (file.type !== 'chunk' || !file.isEntry) continue;
      const hash = createHash('sha384')
        .update(readFileSync(join(dir, fileName)))
        .digest('base64');
      process.stdout.write(`${fileName} integrity="sha384-${hash}"\n`);
    }
  },
};

const LIT = 'Lit, copyright Google LLC, BSD-3-Clause';
const MINISEARCH = 'MiniSearch, copyright Luca Ongaro, MIT';
/** The notices that the licences of bundled libraries ask for. */
const NOTICES: Readonly<Partial<Record<Mode, string>>> = {
  entry: `/*! related-articles, MIT licence. Holds ${LIT}. */`,
  ranking: `/*! related-articles, MIT licence. Holds ${MINISEARCH}. */`,
  all: `/*! related-articles, MIT licence. Holds ${LIT}; ${MINISEARCH}. */`,
};

/** `vite` serves the demo; `vite build --mode NAME` builds one of `SCRIPTS`. */
export default defineConfig(({ mode: given }) => {
  const mode = given in SCRIPTS ? (given as Mode) : 'entry';
  const { file, source } = SCRIPTS[mode];
  return {
    root: path('demo'),
    publicDir: path('cdn'),
    // drop-in.html is no source: its script is the finished bundle.
    optimizeDeps: { entries: ['*.js'] },
    server: { fs: { allow: [path('.')] }, preTransformRequests: false },
    plugins: [
      talk,
      minifiedStyles,
      policyName,
      minifiedScripts,
      externalScripts(mode),
      forEveryScriptTag,
      sizeLimits,
      integrity,
    ],
    build: {
      target: 'es2022',
      outDir: path('cdn'),
      emptyOutDir: mode === 'entry',
      copyPublicDir: false,
      lib: { entry: path(source), formats: ['es'], fileName: () => file },
      // The single script holds every library that the others hold.
      license: mode === 'all' && { fileName: 'THIRD-PARTY.md' },
      // `build.minify` leaves the white space of ES libraries in; `output.minify` does not.
      minify: false,
      rolldownOptions: {
        // Its package does not say that its lists do nothing but hold words: each language would hold all of them.
        treeshake: { moduleSideEffects: [{ test: /\/node_modules\/stopword\//, sideEffects: false }] },
        output: {
          minify: true,
          ...(mode === 'all' && { codeSplitting: false }),
          chunkFileNames: 'related-articles-[name].js',
          comments: false,
          postBanner: ({ isEntry }) => (isEntry && NOTICES[mode]) || '',
        },
      },
    },
  };
});

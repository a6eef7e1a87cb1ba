import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { transform } from 'lightningcss';
import { minify } from 'terser';
import { defineConfig, type Plugin } from 'vite';
import { smallLibraries } from './src/bundle/small-libraries.js';
import { smallTemplates } from './src/bundle/small-templates.js';
import { talk } from './demo/talk.js';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * Names the pieces of the bundle that are loaded when they are needed: words of a language, its stop words, what asks a
 * comment system for counts.
 */
const piece = ({ name, facadeModuleId }: { name: string; facadeModuleId: string | null }): string => {
  const module = facadeModuleId ?? '';
  if (/stopwords|polish/.test(module))
    return `related-articles-stop-words-${name === 'polish' ? 'pl' : name}.js`;
  return /discussion.providers/.test(module)
    ? `related-articles-counts-${name.replace('counts-', '')}.js`
    : 'related-articles-[name].js';
};

/**
 * The files that are built each by itself, by the mode that builds them: a piece shared between them would either be a
 * file more or be imported from the entry by a name that a page need not have given it (`related-articles.js?v=2`).
 */
const FILES = {
  production: { name: 'related-articles', entry: 'src/drop-in.ts' },
  ranking: { name: 'related-articles-ranking', entry: 'src/element/ranking.ts' },
  formats: { name: 'related-articles-formats', entry: 'src/reader/rarer-formats.ts' },
  whole: { name: 'related-articles.all', entry: 'src/drop-in.ts' },
} as const;

/** Pieces that are no part of the single file either, by the modules that they are made of. */
const APART = {
  'src/reader/rarer-formats.ts': FILES.formats.name,
  'src/element/live-counts.ts': 'related-articles-live-counts',
};

/** Leaves what is a file of its own out of the others. */
const files = (mode: string): Plugin => ({
  name: 'files',
  apply: 'build',
  enforce: 'pre',
  resolveId(id, importer) {
    const apart =
      mode === 'whole'
        ? Object.entries(APART)
        : Object.values(FILES).map(({ name, entry }): [string, string] => [entry, name]);
    const [, name] = apart.find(([source]) => importer && isSource(id, importer, source)) ?? [];
    return name ? { id: `./${name}.js`, external: true } : undefined;
  },
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      const shared = file.type === 'chunk' ? file.imports.find((imported) => imported in bundle) : undefined;
      if (shared) this.error(`${file.fileName} must share no module with another piece, as in ${shared}`);
    }
  },
});

/** Whether an import means a source. */
function isSource(id: string, importer: string, source: string): boolean {
  return id.startsWith('.') && resolve(dirname(importer), id) === path(source).replace(/\.ts$/, '.js');
}

/** In place of the notices that each module of the libraries carries. */
const NOTICES: Readonly<Record<string, string>> = {
  production: '/*! related-articles, MIT licence. Holds Lit, copyright Google LLC, BSD-3-Clause. */',
  ranking: '/*! related-articles, MIT licence. Holds MiniSearch, copyright Luca Ongaro, MIT. */',
  whole:
    '/*! related-articles, MIT licence. Holds Lit, copyright Google LLC, BSD-3-Clause; MiniSearch, copyright Luca Ongaro, MIT. */',
};

/** Writes the element's styles without blanks and comments, and without the checks of Lit's `css`, which they pass. */
const smallStyles: Plugin = {
  name: 'small-styles',
  apply: 'build',
  transform(source, id) {
    if (!id.endsWith('styles.ts')) return undefined;
    const code = source
      .replace(/import \{ css \} from (["'])lit\1/, 'import { unsafeCSS as css } from "lit"')
      .replace(/(?<== (?:css)?`)[^`$]+/g, (styles) =>
        transform({ filename: 'styles.css', code: Buffer.from(styles), minify: true }).code.toString(),
      );
    return { code, map: null };
  },
};

/** The names under which the bundle asks for a Trusted Types policy, in this order; a page allows the one or the other. */
const POLICIES = ['lit-html', 'related-articles'];

/** What Lit asks of the page around it, each with what the bundle's own Lit does in its place. */
const LIT_OUTSIDE: Readonly<Record<string, readonly (readonly [asks: RegExp, inPlace: string])[]>> = {
  'lit-html.js': [
    [
      /(\w+)\s*\?\s*\1\.createPolicy\((["'`])lit-html\2,\s*(\{createHTML:\s*(\w+)\s*=>\s*\4\})\)\s*:\s*void 0/,
      `((types, rules) => { if (types) for (const name of ${JSON.stringify(POLICIES)}) try { return types.createPolicy(name, rules) } catch {} })($1, $3)`,
    ],
    // An element of the page's may be named like a member of `document`, and takes its place.
    [/=>(\w+)\.createComment\(/, '=>Document.prototype.createComment.call($1,'],
    [/\b(\w+)\.createTreeWalker\(/, 'Document.prototype.createTreeWalker.call($1,'],
    [/\b(\w+)\.createElement\("template"\)/, 'Document.prototype.createElement.call($1,"template")'],
    [/\b(\w+)\.createTextNode\(/, 'Document.prototype.createTextNode.call($1,'],
    [/(\(\w+\?\.creationScope\?\?\w+\))\.importNode\(/, 'Document.prototype.importNode.call($1,'],
    // A page's arrays may go on behind their end, by members of their prototype, where a loop would never end.
    [/void 0!==(\w+);\)\{if\((\w+)===\1\.index/, '$1?.type;){if($2===$1.index'],
    [/\w+\.litHtmlPolyfillSupport\b/, 'void 0'],
    [/\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
  ],
  'reactive-element.js': [
    [/\w+\.reactiveElementPolyfillSupport\b/, 'void 0'],
    [/\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
  ],
  'lit-element.js': [
    [/\w+\.litElementHydrateSupport\b/, '(void 0)'],
    [/\w+\.litElementPolyfillSupport\b/, 'void 0'],
    [/\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
  ],
};

/**
 * Keeps the bundle's Lit apart from its page. Lit asks for the Trusted Types policy `lit-html` and ends the script where
 * that is refused, or taken by another Lit: the bundle tries a name of its own too, and goes on without any, for the
 * block to leave the author's content standing. And whatever a page calls `litHtmlVersions`, `litElementHydrateSupport`
 * or `createComment`, an element by its name or the helper of another Lit, is none of the bundle's.
 */
const litApart: Plugin = {
  name: 'lit-apart',
  apply: 'build',
  transform(source, id) {
    const changes =
      LIT_OUTSIDE[/\/(?:lit-html|reactive-element|lit-element)\/([\w-]+\.js)$/.exec(id)?.[1] ?? ''];
    const changed = changes?.reduce((code, [asks, inPlace]) => {
      if (!asks.test(code) || asks.test(code.replace(asks, '')))
        this.error(`${id} does not hold ${asks} once`);
      return code.replace(asks, inPlace);
    }, source);
    return changed === undefined ? undefined : { code: changed, map: null };
  },
  renderChunk(script, { fileName }) {
    const left = /createPolicy\(\s*["'`]|\b(?:lit|reactive)\w+(?:Versions|Support)\b/.exec(script);
    if (left) this.error(`${fileName} holds a Lit that asks the page for ${left[0]}`);
  },
};

/** Writes the bundle small; with Terser first it is 1 % smaller than by the bundler alone. */
const smallScript: Plugin = {
  name: 'small-script',
  apply: 'build',
  async renderChunk(script, { fileName }) {
    const { code = '', map } = await minify(script, {
      module: true,
      ecma: 2020,
      // What these take for granted: nobody asks a function for its `length` or calls it with `new`, and reading a
      // property does nothing else.
      compress: {
        passes: 3,
        // Where all is in one file, gzip finds more alike nearby where functions stay in their place.
        hoist_funs: fileName !== 'related-articles.all.js',
        keep_fargs: false,
        pure_getters: true,
        unsafe_arrows: true,
        // A function moved into the only one that calls it keeps what that knows, the block that asked, alive with it.
        reduce_funcs: false,
      },
      sourceMap: true,
    });
    return { code, map: map as string };
  },
};

/** What a file may weigh at most, in bytes as servers send it (gzip): beyond that the build fails. */
const LIMITS: Readonly<Record<string, number>> = {
  'related-articles.js': 18_150,
  'related-articles-ranking.js': 25_350,
  'related-articles.all.js': 53_250,
  'related-articles-formats.js': 3000,
  'related-articles-live-counts.js': 4200,
};
/** The same for every other. */
const PIECE_LIMIT = 2000;

const sizeLimits: Plugin = {
  name: 'size-limits',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const size = gzipSync(file.code, { level: 9 }).length;
      const limit = LIMITS[file.fileName] ?? PIECE_LIMIT;
      if (size > limit)
        this.error(`${file.fileName} weighs ${size} bytes (gzip) and may weigh ${limit}: see LIMITS`);
    }
  },
};

/** Prints the hashes to which a page may hold the scripts that it names itself (Subresource Integrity). */
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

/** `vite` serves the demo; `vite build` makes the drop-in script's entry, and by its modes the other files. */
export default defineConfig(({ mode }) => {
  const { name, entry } = FILES[mode as keyof typeof FILES] ?? FILES.production;
  return {
    root: path('demo'),
    publicDir: path('cdn'),
    // drop-in.html is no source: its script is the finished bundle.
    optimizeDeps: { entries: ['*.js'] },
    server: { fs: { allow: [path('.')] }, preTransformRequests: false },
    plugins: [
      talk,
      smallStyles,
      smallTemplates,
      litApart,
      mode in FILES && smallLibraries,
      smallScript,
      files(mode),
      sizeLimits,
      integrity,
    ],
    build: {
      target: 'es2022',
      outDir: path('cdn'),
      emptyOutDir: mode === 'production',
      copyPublicDir: false,
      sourcemap: true,
      lib: { entry: path(entry), formats: ['es'], fileName: () => `${name}.js` },
      // `build.minify` leaves the white space of ES libraries in.
      minify: false,
      rolldownOptions: {
        output: {
          minify: true,
          ...(mode === 'whole' && { codeSplitting: false }),
          chunkFileNames: piece,
          comments: false,
          postBanner: ({ isEntry }) => (isEntry && NOTICES[mode]) || '',
        },
      },
    },
  };
});

import { fileURLToPath } from 'node:url';
import { transform } from 'lightningcss';
import { minify } from 'terser';
import { defineConfig, type Plugin } from 'vite';

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

/** The file beside the bundle that it loads where an index is of a rarer format. */
const FORMATS = 'related-articles-formats';

/** In place of the notices that each module of the libraries carries. */
const NOTICE =
  '/*! related-articles, MIT licence. Holds Lit, copyright Google LLC, BSD-3-Clause; MiniSearch, copyright Luca Ongaro, MIT. */';

/** Writes the element's styles without blanks and comments. */
const smallStyles: Plugin = {
  name: 'small-styles',
  apply: 'build',
  transform(source, id) {
    if (!id.endsWith('styles.ts')) return undefined;
    return source.replace(/(?<== css`)[^`$]+/g, (styles) =>
      transform({ filename: 'styles.css', code: Buffer.from(styles), minify: true }).code.toString(),
    );
  },
};

/** The names under which the bundle asks for a Trusted Types policy, in this order; a page allows the one or the other. */
const POLICIES = ['lit-html', 'related-articles'];

/**
 * Lets the bundle live on pages that allow but named policies of Trusted Types, or where another Lit has taken the
 * name: Lit asks for the policy `lit-html` and ends the script where that is refused. Without any policy the script
 * goes on, and the block leaves the author's content standing where nothing may be rendered.
 */
const trustedTypes: Plugin = {
  name: 'trusted-types',
  apply: 'build',
  transform(source, id) {
    if (!id.endsWith('/lit-html.js')) return undefined;
    const asks =
      /(\w+)\s*\?\s*\1\.createPolicy\((["'`])lit-html\2,\s*(\{createHTML:\s*(\w+)\s*=>\s*\4\})\)\s*:\s*void 0/g;
    const found = source.match(asks)?.length ?? 0;
    if (found !== 1 || source.split('createPolicy').length !== 2) {
      this.error(`${id} asks ${found} times for its policy of Trusted Types as it is known to, not once`);
    }
    return source.replace(
      asks,
      (_all, types: string, _quote, rules: string) =>
        `((types, rules) => { if (types) for (const name of ${JSON.stringify(POLICIES)}) try { return types.createPolicy(name, rules) } catch {} })(${types}, ${rules})`,
    );
  },
  renderChunk(script, { fileName }) {
    if (/createPolicy\(\s*["'`]/.test(script))
      this.error(`${fileName} holds a Lit that insists on its policy`);
  },
};

/** Writes the bundle small; with Terser first it is 1 % smaller than by the bundler alone. */
const smallScript: Plugin = {
  name: 'small-script',
  apply: 'build',
  async renderChunk(script) {
    const { code = '', map } = await minify(script, {
      module: true,
      ecma: 2020,
      compress: { passes: 3 },
      sourceMap: true,
    });
    return { code, map: map as string };
  },
};

/**
 * `vite` serves the demo; `vite build` makes the drop-in bundle, which the demo's `drop-in.html` uses, and
 * `vite build --mode formats` the file beside it. That is built apart, since a shared piece would either be a third file
 * or be imported from the bundle by a name that a page need not have given it (`related-articles.js?v=2`).
 */
export default defineConfig(({ mode }) => ({
  root: path('demo'),
  publicDir: path('cdn'),
  // drop-in.html is no source: its script is the finished bundle.
  optimizeDeps: { entries: ['*.js'] },
  server: { fs: { allow: [path('.')] }, preTransformRequests: false },
  plugins: [
    smallStyles,
    trustedTypes,
    smallScript,
    {
      name: 'formats-beside-the-bundle',
      apply: 'build',
      enforce: 'pre',
      resolveId: (id: string) =>
        id.endsWith('/rarer-formats.js') ? { id: `./${FORMATS}.js`, external: true } : undefined,
    },
  ],
  build: {
    target: 'es2022',
    outDir: path('cdn'),
    emptyOutDir: mode !== 'formats',
    copyPublicDir: false,
    sourcemap: true,
    lib:
      mode === 'formats'
        ? { entry: path('src/reader/rarer-formats.ts'), formats: ['es'], fileName: () => `${FORMATS}.js` }
        : { entry: path('src/drop-in.ts'), formats: ['es'], fileName: () => 'related-articles.js' },
    // `build.minify` leaves the white space of ES libraries in.
    minify: false,
    rolldownOptions: {
      output: {
        minify: true,
        chunkFileNames: piece,
        comments: false,
        postBanner: mode === 'formats' ? '' : NOTICE,
      },
    },
  },
}));

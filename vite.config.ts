import { fileURLToPath } from 'node:url';
import { transform } from 'lightningcss';
import { minify } from 'terser';
import { defineConfig, type Plugin } from 'vite';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Names the pieces of the bundle that are loaded when they are needed: words of a language, its stop words. */
const piece = ({ name, facadeModuleId }: { name: string; facadeModuleId: string | null }): string =>
  /stopwords|polish/.test(facadeModuleId ?? '')
    ? `related-articles-stop-words-${name === 'polish' ? 'pl' : name}.js`
    : 'related-articles-[name].js';

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

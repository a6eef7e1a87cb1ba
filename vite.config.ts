import { fileURLToPath } from 'node:url';
import { transform } from 'lightningcss';
import { minify } from 'terser';
import { defineConfig, type Plugin } from 'vite';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

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

/** `vite` serves the demo; `vite build` makes the drop-in bundle, which the demo's `drop-in.html` uses. */
export default defineConfig({
  root: path('demo'),
  publicDir: path('cdn'),
  plugins: [smallStyles, smallScript],
  // drop-in.html is no source: its script is the finished bundle.
  optimizeDeps: { entries: ['*.js'] },
  server: { fs: { allow: [path('.')] }, preTransformRequests: false },
  build: {
    target: 'es2022',
    outDir: path('cdn'),
    emptyOutDir: true,
    copyPublicDir: false,
    sourcemap: true,
    lib: { entry: path('src/index.ts'), formats: ['es'], fileName: () => 'related-articles.js' },
    // `build.minify` leaves the white space of ES libraries in.
    minify: false,
    rolldownOptions: { output: { minify: true, chunkFileNames: 'related-articles-[name].js' } },
  },
});

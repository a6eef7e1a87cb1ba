import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import manifest from './package.json' with { type: 'json' };
import { minifiedStyles } from './scripts/minified-styles.js';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Whoever installs the package gets these beside it, or has them already. */
const others = { ...manifest.dependencies, ...manifest.peerDependencies };
const external = Object.keys(others).map((name) => new RegExp(`^${name}(?:/|$)`));

/** Modules of stop words, by the name of their language. */
const STOP_WORDS = /\/node_modules\/(?:@orama\/stopwords|stopword)\/.*?(\w+)\.m?js$/;

function stopWordsFile(module: string): string {
  const [, language = ''] = STOP_WORDS.exec(module) ?? [];
  return `stop-words-${language}`;
}

/** The texts and stop words of a language are one file for pages and for bundlers: that in `cdn/`. */
const languagesOfCdn: Plugin = {
  name: 'languages-of-cdn',
  enforce: 'pre',
  resolveId(id) {
    const [, language] = /^\.\/languages\/([\w-]+)\.js$/.exec(id) ?? [];
    return language && { id: `../../cdn/related-articles-${language}.js`, external: true };
  },
};

/**
 * Builds `dist/`, the modules that npm publishes: `vite build --config package.config.ts`. They hold all libraries but
 * the dependencies, whose licences are in `THIRD-PARTY.md`, so that whoever installs the element does not install what
 * the command line alone needs.
 */
export default defineConfig({
  root: path('.'),
  publicDir: false,
  plugins: [minifiedStyles, languagesOfCdn],
  // By default, Vite leaves libraries out of a build for Node.
  ssr: { noExternal: true, resolve: { conditions: ['module', 'import'] } },
  build: {
    ssr: true,
    target: 'es2022',
    outDir: path('dist'),
    minify: false,
    license: { fileName: 'THIRD-PARTY.md' },
    rolldownOptions: {
      // The directive of an entry stays at its top.
      checks: { moduleLevelDirective: false },
      external: [/^node:/, ...external],
      input: {
        index: path('src/index.ts'),
        define: path('src/define.ts'),
        element: path('src/element.ts'),
        core: path('src/core.ts'),
        builder: path('src/builder.ts'),
        react: path('src/react.ts'),
        views: path('src/views.ts'),
        command: path('src/builder/command/bin.ts'),
      },
      output: {
        // Documentation is in the declarations, the source in the repository.
        minify: true,
        comments: false,
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name].js',
        codeSplitting: {
          groups: [
            // In a file of its own it can come before Lit, which the other files import.
            { name: 'lit-globals', test: /src\/element\/lit-globals\.ts$/ },
            // A page loads those of its own language alone.
            { name: stopWordsFile, test: STOP_WORDS, debugName: 'stop words' },
            { name: 'libraries', test: /\/node_modules\/(?!commander\/)/ },
          ],
        },
      },
    },
  },
});

import { transform } from 'lightningcss';
import type { Plugin } from 'vite';

const minified = (css: string): string =>
  transform({ filename: 'styles.css', code: Buffer.from(css), minify: true }).code.toString();

/** Minifies the element's CSS, which bundlers take for text. */
export const minifiedStyles: Plugin = {
  name: 'minified-styles',
  apply: 'build',
  transform(source, id) {
    if (!id.includes('/src/element/styles/')) return undefined;
    return { code: source.replace(/(?<=(?:css|= )`)[^`$]+/g, minified), map: null };
  },
};

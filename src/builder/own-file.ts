/**
 * Where a file of this package is. The package resolves its own name, so that it doesn't matter into which file the
 * caller was bundled.
 *
 * @param path relative to the package's folder: `cdn/related-articles.js`
 */
export function ownFile(path: string): URL {
  return new URL(path, import.meta.resolve('related-articles/package.json'));
}

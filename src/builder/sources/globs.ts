import picomatch from 'picomatch';
import type { SourceOptions } from './options.js';

/** Decides by `--include` and `--exclude` whether a path without its leading slash, `blog/a.html`, is to be read. */
export function pathFilter({ include, exclude }: SourceOptions): (path: string) => boolean {
  const isIncluded = include?.length ? picomatch([...include]) : () => true;
  const isExcluded = exclude?.length ? picomatch([...exclude]) : () => false;
  return (path) => isIncluded(path) && !isExcluded(path);
}

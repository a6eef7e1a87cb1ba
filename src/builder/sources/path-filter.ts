import picomatch from 'picomatch';
import type { SourceOptions } from '../options.js';

/** Which paths are read. */
export interface PathFilter {
  /** Whether a file or page with this path, `blog/a.html`, is read. */
  readonly isWanted: (path: string) => boolean;
  /** Whether nothing below a folder with this path is read. */
  readonly isExcluded: (path: string) => boolean;
}

/** Makes a filter of the globs in `include` and `exclude`. A glob with `!` before it excludes. */
export function pathFilter({ include = [], exclude = [] }: SourceOptions): PathFilter {
  const included = include.filter((glob) => !isNegated(glob));
  const excluded = [...exclude, ...include.filter(isNegated).map((glob) => glob.slice(1))];
  const isIncluded = included.length > 0 ? matcher(included, { dot: false }) : () => true;
  const isExcluded = excluded.length > 0 ? matcher(excluded, { dot: true }) : () => false;
  return { isWanted: (path) => isIncluded(path) && !isExcluded(path), isExcluded };
}

/** `!(a|b)` is a pattern. */
function isNegated(glob: string): boolean {
  return /^!(?!\()/.test(glob);
}

/** Matches any character by `*`, also one that ends a line. */
function matcher(globs: readonly string[], { dot }: { readonly dot: boolean }): (path: string) => boolean {
  return picomatch(
    globs.map((glob) => glob.replace(/^\.\//, '')),
    { dot, flags: 's' },
  );
}

import { articlePath as partsOf } from '../../shared/url.js';

/**
 * The path of the file that holds an article's neighbours, without `.json`: what `{path}` in the element's `src` stands
 * for (`https://a.example/blog/x.html` gives `blog/x`), and `index` for the home page. Undefined where that is no path
 * for a file: it would leave its folder, or can't be a name.
 */
export function articlePath(url: string): string | undefined {
  const parts = partsOf(url);
  return parts.every(isName) ? parts.join('/') || 'index' : undefined;
}

/** Whether a part of a path can be the name of a file or folder on all systems, and means no other folder. */
function isName(part: string): boolean {
  return (
    part !== '' &&
    // A dot first makes hidden files, and is all of "." and "..".
    !/^\.|[/\\\p{Cc}]|[. ]$/u.test(part) &&
    Buffer.byteLength(part) <= LONGEST_NAME
  );
}

/** Bytes: what file systems allow, less `.json` and what a temporary name adds. */
const LONGEST_NAME = 200;

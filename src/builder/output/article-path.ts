/**
 * The path of an article on its site, by which its neighbours' file is found: without the slashes around it, without
 * `index.html` and `.html`, percent-encodings decoded (`https://a.example/blog/x.html` as `blog/x`); `index` for the
 * home page. Undefined where that is no path for a file: it would leave its folder, or can't be a name.
 */
export function articlePath(url: string): string | undefined {
  const encoded = new URL(url).pathname
    .replace(/(?:\/|(?:\/index)?\.(?:html?|php))+$/i, '')
    .replace(/^\/+/, '');
  const parts = encoded.split(/\/+/).map(decoded);
  if (encoded === '') return 'index';
  return parts.every(isName) ? parts.join('/') : undefined;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part).normalize('NFC');
  } catch {
    return undefined;
  }
}

/** Whether a part of a path can be the name of a file or folder on all systems, and means no other folder. */
function isName(part: string | undefined): boolean {
  return (
    part !== undefined &&
    part !== '' &&
    // A dot first makes hidden files, and is all of "." and "..".
    !/^\.|[/\\\p{Cc}]|[. ]$/u.test(part) &&
    Buffer.byteLength(part) <= LONGEST_NAME
  );
}

/** Bytes: what file systems allow, less `.json` and what a temporary name adds. */
const LONGEST_NAME = 200;

/**
 * What an address calls its article: the last part of its path, without a file's ending. Empty where it has none.
 *
 * @param url an absolute URL
 */
export function slug(url: string): string {
  const [path = ''] = url.replace(HOST, '').replace(ROUTE, '').split(/[?#]/, 1);
  const parts = path.split('/').filter((part) => part !== '' && !INDEX.test(part));
  const name = (parts.at(-1) ?? '').replace(ENDING, '');
  try {
    return decodeURIComponent(name);
  } catch {
    // A lone percent sign.
    return name;
  }
}

const HOST = /^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i;
/** What stands before a route that an app keeps in the fragment. */
const ROUTE = /^.*?#!?(?=\/)/;
/** What a folder's own page is called. */
const INDEX = /^index(?:\.\w+)?$/i;
const ENDING = /\.(?:html?|php|aspx?)$/i;

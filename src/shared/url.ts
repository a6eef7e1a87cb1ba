import { isText } from './json.js';

/** The longest address that is used, in characters. Browsers and servers differ beyond. */
export const LONGEST_URL = 2048;

/** An address as a URL, resolved against `base`; undefined if it is not a valid address. */
export function parseUrl(address: string, base?: string | URL): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}

/** As `parseUrl`, for http(s) addresses alone. */
export function parseWebUrl(address: string, base?: string | URL): URL | undefined {
  const url = parseUrl(address, base);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : undefined;
}

/** An address without its fragment. */
export function withoutFragment(url: string): string {
  return url.replace(/#.*/, '');
}

/**
 * The absolute http(s) address that a value names, resolved against `base`. Undefined for anything else: another
 * scheme, no text, no address, an address with a user name or password, one of more than 2,048 characters.
 */
export function webAddress(value: unknown, base?: string | URL): string | undefined {
  if (!isText(value)) return undefined;
  const url = parseWebUrl(value, base);
  return url && !url.username && !url.password && url.href.length <= LONGEST_URL ? url.href : undefined;
}

/**
 * A key that is equal for addresses of the same page. It is for comparing, never for links. It ignores the scheme,
 * `www.`, the default port, tracking parameters, the order of the query, a plain fragment, `index.html`, `.html`,
 * `/amp/` and a trailing slash, and it spells host and path in one way (punycode, NFC, percent-encoded). Real ids in
 * the query (`?p=123`) and fragments that are routes (`#/a`, `#!a`) stay. Undefined where the value is no absolute
 * http(s) address of at most 2,048 characters.
 */
export function urlKey(address: string): string | undefined {
  if (address.length > LONGEST_URL) return undefined;
  const url = parseWebUrl(address);
  if (!url) return undefined;
  return (
    url.host.replace(/^(?:www\.)+(?=[^.:])|(?<=[^.])\.+(?=:|$)|:(?:80|443)$/g, '') +
    pathKey(url.pathname) +
    queryKey(url.searchParams) +
    routeKey(url.hash)
  );
}

/** As `urlKey`, for comparing pages of copies of a site: without the host. Other addresses are their own keys. */
export function pathKeyOf(address: string): string {
  return urlKey(address)?.replace(/^[^/?#]*/, '') ?? address;
}

function pathKey(path: string): string {
  let key = oneSpelling(path).replace(/\/{2,}/g, '/');
  // One ending after the other, each in the last few characters: an address may consist of endings alone.
  for (;;) {
    const tail = key.slice(-LONGEST_ENDING);
    const rest = tail.replace(ENDING, '$1');
    if (rest === tail) return key;
    key = key.slice(0, key.length - tail.length) + rest;
  }
}

const ENDING = /(^|[^.])(?:\/(?:amp)?|(?:\/index)?\.(?:html?|php|amp))+$/i;
const LONGEST_ENDING = 48;

function oneSpelling(path: string): string {
  try {
    return encodeURI(decodeURI(path).normalize('NFC'));
  } catch {
    return path;
  }
}

function queryKey(query: URLSearchParams): string {
  const kept = new URLSearchParams([...query].filter(([name]) => !TRACKING.test(name)));
  kept.sort();
  return `?${kept}`.replace(/^\?$/, '');
}

const TRACKING = /^(?:utm_\w+|mc_\w+|gclid|fbclid|msclkid|ref|amp)$/i;

function routeKey(fragment: string): string {
  return /^#[/!]/.test(fragment) ? fragment : '';
}

/**
 * The path of an article: the parts of the address's path, percent-encodings
 * decoded (NFC), without the ending `.html`, `.php` or `.aspx` and without `index.html`. In an app that routes by
 * fragment (`#/a/b`) it is the route's path. Empty for a site's root.
 *
 * @param url an absolute address
 * @example articlePath('https://site.example/blog/5g.html') // ['blog', '5g']
 */
export function articlePath(url: string): string[] {
  const { pathname, hash } = parseUrl(url) ?? { pathname: '', hash: '' };
  const path = /^#!?(\/[^?#]*)/.exec(hash)?.[1] ?? pathname;
  return path
    .replace(/\/{2,}/g, '/')
    .replace(/(?:\/index\.\w+|\/|\.(?:html?|php|aspx?))+$/i, '')
    .split('/')
    .filter(Boolean)
    .map(decoded);
}

/**
 * The parts of the path of an article's file, which `{path}` in the element's `src` stands for: those of `articlePath`,
 * or `index` for a site's root. Signs that some system can't have in a name, or at its start or end, are written by
 * their numbers. So is the dot of an ending `.json`: `/a` has the file `a.json`, which can't be the folder of
 * `/a.json/b`.
 *
 * @param url an absolute address
 * @example filePath('https://site.example/talk:page/') // ['talk=58=page']
 */
export function filePath(url: string): string[] {
  const parts = articlePath(url).map((part) => part.replace(UNFIT, (sign) => `=${sign.charCodeAt(0)}=`));
  return parts[0] ? parts : ['index'];
}

const UNFIT = /["*/:<=>?\\|]|\.(?=json$)|^\.|[. ]$/gi;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part).normalize('NFC');
  } catch {
    // A percent sign that encodes nothing.
    return part;
  }
}

/** What the places of a template stand for. */
export interface TemplateValues {
  readonly url: string;
  readonly id: string;
  readonly path: string;
  /** The last part of the path. */
  readonly slug: string;
}

/**
 * Fills `{url}`, `{id}`, `{path}` and `{slug}` into a template; other names in braces stay.
 *
 * @example fillTemplate('/related/{path}.json', values)
 */
export function fillTemplate(template: string, values: TemplateValues): string {
  return template.replace(/\{(url|id|path|slug)\}/g, (_, name: keyof TemplateValues) => values[name]);
}

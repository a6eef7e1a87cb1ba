/**
 * A key that is equal for addresses of the same page, for comparing only, never for links. It ignores the scheme,
 * `www.`, the default port, tracking parameters, the order of the query, a plain fragment, `index.html`, `.html`,
 * `/amp/` and a trailing slash, and spells host and path in one way (punycode, NFC, percent-encoded). Real ids in
 * the query (`?p=123`) and fragments that are routes (`#/a`, `#!a`) stay. Undefined for what is no absolute http(s)
 * address of at most 2,048 characters.
 */
export function urlKey(address: string): string | undefined {
  const url = address.length > LONGEST_ADDRESS ? undefined : parseUrl(address);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return undefined;
  return (
    url.host.replace(/^(?:www\.)+(?=[^.:])|(?<=[^.])\.+(?=:|$)|:(?:80|443)$/g, '') +
    pathKey(url.pathname) +
    queryKey(url.searchParams) +
    routeKey(url.hash)
  );
}

/** The same key, sooner for plain addresses, of which an index is full. */
export function quickUrlKey(address: string): string | undefined {
  const key = PLAIN.exec(address)?.[1];
  const isPlain = key !== undefined && address.length <= LONGEST_ADDRESS && !key.includes('xn--');
  return isPlain ? key : urlKey(address);
}

/**
 * An address whose key is a part of it: a host of lower-case letters and a path of plain signs. To parse them takes
 * longer than all else that is asked of them.
 */
const PLAIN = /^https?:\/\/(?:www\.)*((?:[a-z\d-]+\.)*[a-z][a-z\d-]*(?:\/(?!amp(?:\/|$))[\w~-]+)*)\/?$/;

/** An address as a URL, resolved against `base`; undefined where it is none. */
export function parseUrl(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}

function pathKey(path: string): string {
  let key = oneSpelling(path).replace(/\/{2,}/g, '/');
  // Looked for in the last few characters, again and again: an address may be made of nothing but endings.
  for (;;) {
    const tail = key.slice(-LONGEST_ENDING);
    const rest = tail.replace(ENDING, '$1');
    if (rest === tail) return key;
    key = key.slice(0, key.length - tail.length) + rest;
  }
}

const ENDING = /(^|[^.])(?:\/(?:amp)?|(?:\/index)?\.(?:html?|php|amp))+$/i;
/** Characters that are looked at in one go: enough for a few endings, and few enough to try them from each sign. */
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

function routeKey(fragment: string): string {
  return /^#[/!]/.test(fragment) ? fragment : '';
}

const LONGEST_ADDRESS = 2048;
const TRACKING = /^(?:utm_\w+|mc_\w+|gclid|fbclid|msclkid|ref|amp)$/i;

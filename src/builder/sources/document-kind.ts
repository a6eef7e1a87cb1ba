/** What a document can be, by its content. */
export type DocumentKind =
  | 'feed'
  | 'sitemap'
  | 'list of addresses'
  | 'robots.txt'
  | 'search.xml'
  | 'page'
  | 'JSON'
  | 'script'
  | 'nothing'
  | 'unknown';

/**
 * Tells what a document is by its content, whatever its name and the type that a server gives it. XML and HTML are told
 * by their first element, so that a text about `<rss>` is no feed.
 */
export function kindOf(text: string): DocumentKind {
  const start = text.slice(0, LOOKED_AT).replace(/^[\uFEFF\s]+/, '');
  if (start === '') return 'nothing';
  if (/^(?:\/\/.*\s+|\/\*[^]*?\*\/\s*)*[[{]/.test(start)) return 'JSON';
  if (start.startsWith('<')) return kindOfMarkup(start);
  if (/^(?:user-agent|sitemap|allow|disallow)[^\S\n]*:/im.test(start)) return 'robots.txt';
  if (/^https?:\/\/\S+\s*$/m.test(start) && isListOfAddresses(text)) return 'list of addresses';
  // Some servers write a notice before the feed.
  const late = ROOTS.find(([root]) => root.test(start));
  if (late) return late[1];
  return /[[{]/.test(text) && SCRIPT.test(start) ? 'script' : 'unknown';
}

/** Characters. A licence or a notice may stand above the first element. */
const LOOKED_AT = 16_384;

function kindOfMarkup(start: string): DocumentKind {
  const bare = start.replace(/<!--[^]*?(?:-->|$)/g, '');
  const first = /<[a-z][^\s/>]*|<!doctype\s+html/i.exec(bare)?.[0] ?? '';
  const known = ROOTS.find(([root]) => root.test(`${first} `));
  if (known) return known[1];
  return /^<(?:!doctype|html|head|body)/i.test(first) ? 'page' : 'unknown';
}

/** The first elements of the kinds of XML, of any prefix. */
const ROOTS: readonly [root: RegExp, kind: DocumentKind][] = [
  [/<(?:[\w.-]+:)?(?:rss|feed|RDF|channel)[\s>]/, 'feed'],
  [/<(?:[\w.-]+:)?(?:urlset|sitemapindex)[\s>]/, 'sitemap'],
  [/<search[\s>]/, 'search.xml'],
];

/** Whether each line is an address (https://www.sitemaps.org/protocol.html, "Text file"). */
function isListOfAddresses(text: string): boolean {
  return addressesIn(text).length > 0 && !/^(?!https?:\/\/\S+\s*$)\S.*$/im.test(text.trimStart());
}

/** The addresses of a text that has one on each line. */
export function addressesIn(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** How scripts begin that hold data: `var store = [`, `Search.setIndex({`, `export default [`. */
const SCRIPT =
  /^(?:(?:\/\/.*|\/\*[^]*?\*\/|"use strict";|'use strict';)\s*)*(?:(?:export|default|var|let|const|window|self|globalThis|module|exports)\b|[\w$.]+(?:\[["'][^"'\]]*["']\])?(?:\s*=|\(\s*[[{"']))/;

import { parseUrl } from '../page/url-identity.js';

/**
 * Fills the current article into an address, percent-encoded as RFC 6570 §3.2.2 has it: `{url}`, `{id}`, `{path}`
 * (of the address, without the ending `.html` or `index.html`; its slashes stay, and the site's root is `index`) and
 * `{slug}`, the last part of the path. In an app that routes by fragment, `#/a/b`, the path is the route's.
 *
 * @param url absolute address of the current article
 * @param id its id, where the author names one
 */
export function filledIn(template: string, url: string, id: string): string {
  if (!template.includes('{')) return template;
  const path = pathOf(url);
  const values = new Map([
    ['path', path],
    ['slug', path.replace(/^.*\//, '')],
    ['id', encoded(id || url)],
    ['url', encoded(url)],
  ]);
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole);
}

function pathOf(url: string): string {
  const { pathname, hash } = parseUrl(url) ?? { pathname: '', hash: '' };
  const path = /^#!?\/(.*)/.exec(hash)?.[1] ?? pathname;
  const parts = path
    .replace(/\/{2,}/g, '/')
    .replace(/\/(?:index\.\w+)?$|\.(?:html?|php)$/i, '')
    .split('/');
  return (
    parts
      .filter((part) => !/^\.{0,2}$/.test(part))
      .map(reEncoded)
      .join('/') || 'index'
  );
}

function reEncoded(part: string): string {
  try {
    return encoded(decodeURIComponent(part).normalize('NFC'));
  } catch {
    return encoded(part);
  }
}

/** Everything but letters, digits and `-._~`; `encodeURIComponent` spares a few more. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

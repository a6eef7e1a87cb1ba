import { urlKey } from '../shared/url.js';
import { thisPage } from '../page/unshadowed.js';
import { indexError } from '../reader/index-error.js';

/** The script in an element that holds an index as data: `<script type="application/json">`; null where it has none. */
export function inlineScript(element: Element): Element | null {
  return element.querySelector(':scope > script[type="application/json"]');
}

/** What to call that script to its author. */
export const INLINE_SCRIPT = 'the <script type="application/json"> in the element';

/** Waits for the parser to leave an element: an `async` script runs before its end has come. */
export function parsed(element: Element): Promise<unknown> | undefined {
  return isLast(element) ? pageParsed(thisPage()) : undefined;
}

/** Waits for the parser to leave a page; undefined where it has. */
export function pageParsed(page: Document): Promise<unknown> | undefined {
  if (page.readyState !== 'loading') return undefined;
  return new Promise((resolve) => page.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

/** @throws IndexError where the text is no JSON */
export function inlineJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw indexError('format', `${INLINE_SCRIPT} holds no JSON: ${String(cause)}`, thisPage().baseURI, {
      cause,
    });
  }
}

/** Whether the neighbours of one article are those of the page with these addresses, on whichever host it is read. */
export function isOfPage(relatedTo: string, addresses: readonly string[]): boolean {
  const { pathname, search, hash } = new URL(relatedTo);
  return addresses.some((url) => urlKey(new URL(pathname + search + hash, url).href) === urlKey(url));
}

function isLast(node: Node): boolean {
  return !node.nextSibling && (!node.parentNode || isLast(node.parentNode));
}

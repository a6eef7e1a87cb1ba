import { thisPage } from '../page/dom-tree.js';
import type { ArticleIndex } from '../reader/read-index.js';
import { urlKey } from '../shared/url.js';
import type { RequestContext } from './request.js';

/** The script in an element that holds an index as data: `<script type="application/json">`; null where it has none. */
export function inlineScript(element: Element): Element | null {
  return element.querySelector(':scope > script[type="application/json"]');
}

/**
 * Waits until the parser has read all of an element: an `async` script may run before the element's end has come.
 * Undefined where there is nothing to wait for.
 *
 * @param element by default, the whole page
 */
export function pageParsed(element?: Element): Promise<unknown> | undefined {
  const page = thisPage();
  if (page.readyState !== 'loading' || (element && !isLast(element))) return undefined;
  return new Promise((resolve) => page.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

/** Whether a node is the last thing that the parser has read. */
function isLast(node: Node): boolean {
  return !node.nextSibling && (!node.parentNode || isLast(node.parentNode));
}

/**
 * Whether an index in the element belongs to the page: neighbours that came with a page which a single-page app has
 * left do not. The site may be read on another host than the neighbours name, a copy under test for instance.
 */
export function isOfPage({ relatedTo }: ArticleIndex, context: RequestContext): boolean {
  if (relatedTo === undefined || !context.hasNavigated) return true;
  const { pathname, search, hash } = new URL(relatedTo);
  return context
    .pageAddresses()
    .some((url) => urlKey(new URL(pathname + search + hash, url).href) === urlKey(url));
}

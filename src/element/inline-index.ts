import { thisPage } from '../page/dom-tree.js';
import type { ArticleIndex } from '../reader/read-index.js';
import { pathKeyOf } from '../shared/url.js';
import type { RequestContext } from './request.js';

/**
 * The script in an element that holds an index as data: `<script type="application/json">`. Apps that make a page's
 * scripts anew, so that they run, may lose the type: then the text tells. Undefined where the element has none.
 */
export function inlineScript(element: Element): HTMLScriptElement | undefined {
  const scripts = element.querySelectorAll<HTMLScriptElement>(':scope > script');
  return [...scripts].find(({ type, text }) => type === 'application/json' || (!type && DATA.test(text)));
}

/** How an index begins, and no script. */
const DATA = /^\s*(?:\[\s*)?\{\s*"/;

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
  const own = pathKeyOf(relatedTo);
  const addresses = [...context.identity().addresses, location.href.replace(/\?[^#]*/, '')];
  return addresses.some((url) => pathKeyOf(url) === own);
}

import { unshadowed } from './unshadowed.js';

/**
 * The text nodes of an article's part of a page, and its line breaks, in order: without navigation, asides, forms,
 * comments, scripts, hidden parts and related-articles blocks. Stops early on a page that takes too long to read.
 *
 * @param leaveOut tells of an element whether to leave it out as well
 */
export function* textNodes(root: Element, leaveOut: (element: Element) => boolean): Generator<Node> {
  const end = performance.now() + LONGEST_MS;
  const walker = unshadowed(root.ownerDocument).createTreeWalker(
    root,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof Element && (matches(node, NOT_THE_ARTICLE) || leaveOut(node))
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode() && performance.now() < end) {
    const node = walker.currentNode;
    if (!(node instanceof Element) || node.localName === 'br') yield node;
  }
}

/** A form's own method may be hidden by a field of that name. */
const matches = (node: Element, selector: string): boolean => Element.prototype.matches.call(node, selector);

/** As long as a task may be that nobody feels (Long Tasks API); real pages take a tenth of it. */
const LONGEST_MS = 50;
const NOT_THE_ARTICLE =
  'nav, aside, footer, form, button, select, textarea, script, style, noscript, template, iframe, svg, ' +
  'related-articles, [hidden], [aria-hidden="true"], #comments, .comments';

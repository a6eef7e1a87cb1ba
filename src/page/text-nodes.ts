import { unshadowed } from './unshadowed.js';

/**
 * The text nodes of an article's part of a page, and its line breaks, in order: without navigation, asides, forms,
 * comments, scripts, hidden parts and related-articles blocks. Stops early on a page that takes too long to read.
 *
 * @param leaveOut tells of an element whether to leave it out as well
 */
export function textNodes(root: Element, leaveOut: (element: Element) => boolean): Generator<Node> {
  const page = unshadowed(unshadowed(root).ownerDocument);
  const isWholePage = wholePage(page);
  return walk(page, root, (element) =>
    element instanceof HTMLFormElement ? !isWholePage(element) : leaveOut(element),
  );
}

function* walk(page: Document, root: Element, leaveOut: (element: Element) => boolean): Generator<Node> {
  const end = performance.now() + LONGEST_MS;
  const walker = page.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && (matches(node, NOT_THE_ARTICLE) || leaveOut(node))
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode() && performance.now() < end) {
    const node = walker.currentNode;
    if (!(node instanceof Element) || node.localName === 'br') yield node;
  }
}

/**
 * Tells whether a form is no part of the page but wrapped around it, as ASP.NET Web Forms has it: whatever marks the
 * article is in it, and nearly all the text.
 */
function wholePage(page: Document): (form: Element) => boolean {
  const marks = [...page.querySelectorAll(MARKS)];
  let length: number | undefined;
  return (form) =>
    marks.every((mark) => mark.closest('form') === form) &&
    textLength(page, form) > (length ??= textLength(page, page.body ?? page.documentElement)) * NEARLY_ALL;
}

function textLength(page: Document, root: Element): number {
  let length = 0;
  for (const node of walk(page, root, () => false)) length += node.nodeValue?.trim().length ?? 0;
  return length;
}

/** A form's own method may be hidden by a field of that name. */
const matches = (node: Element, selector: string): boolean => Element.prototype.matches.call(node, selector);

/** As long as a task may be that nobody feels (Long Tasks API); real pages take a tenth of it. */
const LONGEST_MS = 50;
const NEARLY_ALL = 0.8;
const MARKS = 'main, article, h1';
const NOT_THE_ARTICLE =
  'nav, aside, footer, label, button, select, textarea, script, style, noscript, template, iframe, svg, ' +
  'related-articles, [hidden], [aria-hidden="true"], #comments, .comments';

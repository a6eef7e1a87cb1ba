import { articleBody } from './article-body.js';
import { textNodes } from './text-nodes.js';
import { unshadowed } from './unshadowed.js';

/**
 * The article's own text on a page, a line per block: what stands in its article body, without what is no part of
 * it, such as lists of links, share bars and comments.
 */
export function mainText(page: Document): string {
  const body = articleBody(page);
  const half = textLength(unshadowed(body)) / 2;
  const lines: string[] = [];
  let block: Element | null = null;
  for (const node of textNodes(body, (element) => isBeside(element) && textLength(element) < half)) {
    const own = node.parentElement && unshadowed(node.parentElement).closest(BLOCK);
    const continues = own === block && node.nodeValue !== null;
    lines.push(continues ? `${lines.pop() ?? ''}${node.nodeValue}` : (node.nodeValue ?? ''));
    block = own;
  }
  return lines
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

/** Whether an element stands beside the article, as its name says or as it holds little but links. */
function isBeside(element: Element): boolean {
  if (BESIDE.test(`${element.id} ${element.getAttribute('class')}`)) return true;
  if (element.localName !== 'ul' && element.localName !== 'ol') return false;
  const linked = [...element.querySelectorAll('a')].reduce((sum, link) => sum + textLength(link), 0);
  return linked > textLength(element) * MOST;
}

function textLength(element: Element): number {
  return element.textContent?.replace(/\s+/g, ' ').length ?? 0;
}

const MOST = 0.7;
/** Names in classes and ids; whatever holds half of the text is the article all the same. */
const BESIDE =
  /(?:^|[\s_-])(?:comments?|shar(?:e|ing)|social|related|breadcrumbs?|pagination|newsletter|ads?)(?![a-z])/;
const BLOCK =
  'p, div, form, section, article, header, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, blockquote, pre, figure, ' +
  'figcaption, table, tr, td, th, address, details, summary';

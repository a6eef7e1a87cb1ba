/**
 * The article's own text on a page, a line per block: what stands in its article body, without navigation, asides,
 * forms, comments, scripts, hidden parts and related-articles blocks.
 */
export function mainText(page: Document): string {
  const lines: string[] = [];
  let block: Element | null | undefined;
  const walker = page.createTreeWalker(
    articleBody(page),
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => {
      if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
      return node.matches(NOT_THE_ARTICLE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    },
  );
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Element) {
      if (node.localName === 'br') lines.push('');
    } else {
      const own = node.parentElement?.closest(BLOCK);
      lines.push(own === block ? `${lines.pop() ?? ''}${node.nodeValue}` : (node.nodeValue ?? ''));
      block = own;
    }
  }
  return lines
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

/** The most telling container that the page has; among several articles the one with the most text. */
function articleBody(page: Document): Element {
  for (const selector of ['[itemprop~="articleBody"]', 'main article, article', 'main, [role="main"]']) {
    const [longest] = [...page.querySelectorAll(selector)].sort((a, b) => textLength(b) - textLength(a));
    if (longest) return longest;
  }
  return page.body;
}

function textLength(element: Element): number {
  return element.textContent?.length ?? 0;
}

const NOT_THE_ARTICLE =
  'nav, aside, footer, form, button, select, textarea, script, style, noscript, template, iframe, svg, ' +
  'related-articles, [hidden], [aria-hidden="true"], #comments, .comments';
const BLOCK =
  'p, div, section, article, header, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, blockquote, pre, figure, ' +
  'figcaption, table, tr, td, th, address, details, summary';

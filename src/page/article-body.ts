import { textNodes } from './text-nodes.js';
import { unshadowed } from './unshadowed.js';

/**
 * The element that holds a page's article: what is marked as its body, else the longest `<article>`, unless more
 * stands outside of all articles. Without either it is the innermost element that holds nearly all the prose of
 * `<main>`, or of the page.
 */
export function articleBody(page: Document): Element {
  const everything = page.body ?? page.documentElement;
  const prose = proseIn(everything);
  const proseOf = (element: Element): number => prose.get(element) ?? 0;
  const longest = (selector: string): Element | undefined =>
    [...page.querySelectorAll(selector)].filter(proseOf).sort((a, b) => proseOf(b) - proseOf(a))[0];

  const marked = longest('[itemprop~="articleBody"]:not(p)');
  if (marked) return marked;
  const whole = longest('main, [role="main"]') ?? everything;
  const article = longest('article');
  let outside = proseOf(whole);
  for (const each of whole.querySelectorAll('article:not(article article)')) outside -= proseOf(each);
  return article && proseOf(article) >= outside ? article : holder(whole, proseOf);
}

/** How much running text each element holds, in characters; short texts hardly count, links not at all. */
function proseIn(root: Element): ReadonlyMap<Element, number> {
  const prose = new Map<Element, number>();
  for (const node of textNodes(root, (element) => element.localName === 'a')) {
    const { length } = node.nodeValue?.trim() ?? '';
    if (length === 0) continue;
    const weight = length < SHORT_TEXT ? length / 10 : length;
    for (let at: Element | null = node.parentElement; at; at = at === root ? null : parentOf(at)) {
      prose.set(at, (prose.get(at) ?? 0) + weight);
    }
  }
  return prose;
}

function parentOf(element: Element): Element | null {
  return element instanceof HTMLFormElement ? unshadowed(element).parentElement : element.parentElement;
}

/** Goes down from an element for as long as one child holds nearly all of its prose. */
function holder(element: Element, proseOf: (element: Element) => number): Element {
  const child = [...unshadowed(element).children].find(
    (each) => proseOf(each) > proseOf(element) * NEARLY_ALL,
  );
  return !child || child.localName === 'p' ? element : holder(child, proseOf);
}

const SHORT_TEXT = 40;
const NEARLY_ALL = 0.9;

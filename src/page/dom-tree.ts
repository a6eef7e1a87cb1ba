import { onOneLine, type PageTree, type TextTree, type Visitor } from './page-tree.js';

/**
 * The document that the script runs in. The markup of the page cannot hide its members (DOM clobbering), as
 * `<img name="title">` does with `document.title`, and `<form name="querySelector">` with that method.
 */
export function thisPage(): Document {
  return new Proxy(document, {
    get(target, name): unknown {
      const owner = name in Document.prototype ? Document.prototype : target;
      const value: unknown = Reflect.get(owner, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/**
 * A document for rules that select elements. The fields of a form cannot hide what the rules read.
 *
 * @param page the document, from `thisPage`
 */
export function domTree(page: Document): PageTree<Element> {
  return {
    all: (selector) => [...page.querySelectorAll(selector)],
    attribute: (element, name) => Element.prototype.getAttribute.call(element, name) ?? undefined,
    text: (element) => onOneLine(ownMember(element, 'textContent')),
  };
}

/**
 * A document for rules that read its text. A walk ends early on a page that takes too long.
 *
 * @param page the document, from `thisPage`
 */
export function domTextTree(page: Document): TextTree<Element> {
  return {
    ...domTree(page),
    body: page.body ?? page.documentElement,
    inside: (root, selector) => [...Element.prototype.querySelectorAll.call(root, selector)],
    name: (element) => ownMember(element, 'localName'),
    walk: (root, visitor) =>
      walk(page.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT), visitor),
  };
}

/** Reads a member of an element itself, not the field of that name in a form. */
function ownMember(element: Element, name: 'localName' | 'textContent'): string {
  return Reflect.get(Element.prototype, name, element) ?? '';
}

/** A tree walker follows the tree itself, where `firstChild` of a form may be a field of that name. */
function walk(walker: TreeWalker, { text, enter, leave }: Visitor<Element>): void {
  const end = performance.now() + LONGEST_MS;
  let isInTime = true;
  let isEntered = true;
  for (;;) {
    isInTime &&= performance.now() < end;
    let next: Node | null = isInTime && isEntered ? walker.firstChild() : null;
    while (!next) {
      if (isEntered) {
        if (walker.currentNode === walker.root) return;
        leave(walker.currentNode as Element);
      }
      next = isInTime ? walker.nextSibling() : null;
      if (!next) isEntered = Boolean(walker.parentNode());
    }
    isEntered = next instanceof Text ? (text(next.data), false) : enter(next as Element);
  }
}

/**
 * How long a walk may take, in milliseconds; on real pages it takes a tenth. The main text takes two walks, and nobody
 * notices a task of up to 50 ms (Long Tasks API).
 */
const LONGEST_MS = 25;

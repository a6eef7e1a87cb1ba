import { selectAll, selectOne } from 'css-select';
import { type AnyNode, type Document, type Element, isCDATA, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { onOneLine, type TextTree, type Visitor } from '../../page/page-tree.js';

export type { Document, Element };

/** Parses a page, however broken it is. Elements know where they start and end in the source. */
export function parseHtml(html: string): Document {
  return parseDocument(html, { withStartIndices: true, withEndIndices: true });
}

/** Parses XML, however broken it is: elements without an end are closed, unknown prefixes and entities stay. */
export function parseXml(xml: string): Document {
  return parseDocument(xml, { xmlMode: true });
}

/** The elements inside a node that match a CSS selector, in document order. */
export function all(selector: string, root: Document | Element): Element[] {
  return selectAll<AnyNode, Element>(selector, root);
}

/** The first of them. */
export function first(selector: string, root: Document | Element): Element | undefined {
  return selectOne<AnyNode, Element>(selector, root) ?? undefined;
}

/** The value of an attribute without white space around it; undefined where nothing is left. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attribs[name]?.trim() || undefined;
}

/** All text inside a node, on one line. */
export function textOf(root: Document | Element | undefined): string {
  let text = '';
  if (root) walk(root, { text: (part) => (text += part), enter: () => true, leave: () => {} });
  return onOneLine(text);
}

/** How many elements deep a document is nested. */
export function depthOf(document: Document): number {
  let [depth, deepest] = [0, 0];
  walk(document, {
    text: () => {},
    enter: () => (deepest = Math.max(deepest, ++depth)) > 0,
    leave: () => depth--,
  });
  return deepest;
}

/** A document for the rules that read pages. */
export function htmlTree(document: Document): TextTree<Document | Element> {
  return {
    all: (selector) => all(selector, document),
    inside: (root, selector) => all(selector, root),
    attribute: (element, name) => (isTag(element) ? element.attribs[name] : undefined),
    text: textOf,
    body: first('body', document) ?? document,
    name: (element) => (isTag(element) ? element.name : ''),
    walk,
  };
}

/** Visits the nodes inside another. It keeps a stack of its own: a page may be nested deeper than functions can be. */
function walk(root: Document | Element, { text, enter, leave }: Visitor<Element>): void {
  const waiting: (AnyNode | Leaving)[] = root.children.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node instanceof Leaving) leave(node.element);
    else if (isText(node)) text(node.data);
    else if (isCDATA(node)) waiting.push(...node.children.toReversed());
    else if (isTag(node) && enter(node)) {
      waiting.push(new Leaving(node));
      for (let at = node.children.length - 1; at >= 0; at--) waiting.push(node.children[at] as AnyNode);
    }
  }
}

/** Marks the end of an element on the stack. */
class Leaving {
  readonly element: Element;

  constructor(element: Element) {
    this.element = element;
  }
}

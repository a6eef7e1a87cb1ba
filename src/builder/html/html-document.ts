import { is, selectAll, selectOne } from 'css-select';
import { type AnyNode, type Document, type Element, isCDATA, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';

export type { Document, Element };

/** Parses a page as browsers would, broken or not. Elements know where they start and end in the source. */
export function parseHtml(html: string): Document {
  return parseDocument(html, { withStartIndices: true, withEndIndices: true });
}

/** Parses XML as far as it goes: what a document breaks off is closed, unknown prefixes and entities stay. */
export function parseXml(xml: string): Document {
  return parseDocument(xml, { xmlMode: true });
}

/** The elements below a node that a CSS selector means, in the document's order. */
export function all(selector: string, root: Document | Element): Element[] {
  return selectAll<AnyNode, Element>(selector, root);
}

/** The first of them. */
export function first(selector: string, root: Document | Element): Element | undefined {
  return selectOne<AnyNode, Element>(selector, root) ?? undefined;
}

/** Whether a CSS selector means an element. */
export function matches(element: Element, selector: string): boolean {
  return is<AnyNode, Element>(element, selector);
}

/** An attribute's value without white space around it; undefined where that is nothing. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attribs[name]?.trim() || undefined;
}

/** All text below a node, on one line. */
export function textOf(root: Document | Element | undefined): string {
  let text = '';
  if (root) walk(root, { text: (part) => (text += part) });
  return text.replace(/\s+/g, ' ').trim();
}

/** How many elements deep a document is nested. */
export function depthOf(document: Document): number {
  let [depth, deepest] = [0, 0];
  walk(document, {
    text: ignore,
    enter: () => (deepest = Math.max(deepest, ++depth)) > 0,
    leave: () => depth--,
  });
  return deepest;
}

/** What is told of the nodes below another, in the document's order. */
export interface Visitor {
  readonly text: (text: string) => void;
  /** Returns whether to go below the element; `leave` is told of it only then. */
  readonly enter?: (element: Element) => boolean;
  readonly leave?: (element: Element) => void;
}

/** Walks through the nodes below one. Keeps its own stack: a page may be nested deeper than functions can. */
export function walk(root: Document | Element, { text, enter = always, leave }: Visitor): void {
  const waiting: (AnyNode | Left)[] = root.children.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node instanceof Left) leave?.(node.element);
    else if (isText(node)) text(node.data);
    else if (isCDATA(node)) waiting.push(...node.children.toReversed());
    else if (isTag(node) && enter(node)) {
      waiting.push(new Left(node));
      for (let at = node.children.length - 1; at >= 0; at--) waiting.push(node.children[at] as AnyNode);
    }
  }
}

/** Marks on the stack where an element ends. */
class Left {
  readonly element: Element;

  constructor(element: Element) {
    this.element = element;
  }
}

function ignore(): void {}

function always(): boolean {
  return true;
}

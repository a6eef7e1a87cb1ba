import { selectAll, selectOne } from 'css-select';
import {
  type AnyNode,
  type Document,
  DomHandler,
  type DomHandlerOptions,
  type Element,
  isCDATA,
  isTag,
  isText,
} from 'domhandler';
import { Parser, type ParserOptions } from 'htmlparser2';
import { onOneLine, type TextTree, type Visitor } from '../../page/page-tree.js';

export type { Document, Element };

/**
 * Parses a page, however broken it is, up to where it is nested too deep. Elements know where they start and end in the
 * source.
 */
export function parseHtml(html: string): Document {
  return parsed(html, { withStartIndices: true, withEndIndices: true });
}

/**
 * Parses XML, however broken it is, up to where it is nested too deep: elements without an end are closed, unknown
 * prefixes and entities stay.
 */
export function parseXml(xml: string): Document {
  return parsed(xml, { xmlMode: true });
}

function parsed(text: string, options: DomHandlerOptions & ParserOptions): Document {
  const handler = new LimitedHandler(undefined, options);
  new Parser(handler, options).end(text);
  if (handler.isCutOff) cutOff.add(handler.root);
  return handler.root;
}

/** How many elements deep a tree is at most, as in browsers: selectors take depth times length in time. */
const DEEPEST = 500;
/** How many elements deep a source may be: so does the parser. */
const DEEPEST_SOURCE = 3000;

/** Builds a tree. Elements that are nested too deep become siblings, and a source that is nested still deeper ends there. */
class LimitedHandler extends DomHandler {
  isCutOff = false;
  /** How many elements are open in the source. */
  #depth = 0;
  #parser: Parser | undefined;

  override onparserinit(parser: Parser): void {
    super.onparserinit(parser);
    this.#parser = parser;
  }

  override onopentag(name: string, attributes: { [name: string]: string }): void {
    if (this.#open >= DEEPEST) super.onclosetag();
    super.onopentag(name, attributes);
    if (++this.#depth <= DEEPEST_SOURCE) return;
    this.isCutOff = true;
    this.#parser?.pause();
  }

  override onclosetag(): void {
    this.#depth--;
    if (this.#open > Math.min(this.#depth, DEEPEST - 1)) super.onclosetag();
  }

  /** How many elements are open in the tree; its root does not count. */
  get #open(): number {
    return this.tagStack.length - 1;
  }
}

const cutOff = new WeakSet<Document>();

/** Whether a document was read only up to where it is nested too deep. */
export function isCutOff(document: Document): boolean {
  return cutOff.has(document);
}

/** The elements inside a node that match a CSS selector, in document order. */
export function all(selector: string, root: Document | Element): Element[] {
  return selectAll<AnyNode, Element>(selector, root);
}

/** The first of them. */
export function first(selector: string, root: Document | Element): Element | undefined {
  return selectOne<AnyNode, Element>(selector, root) ?? undefined;
}

/** The elements whose names pass a test, in document order, but for those inside another of them. */
export function outermost(document: Document, name: RegExp): Element[] {
  const found: Element[] = [];
  const enter = (element: Element): boolean => {
    if (!name.test(element.name)) return true;
    found.push(element);
    return false;
  };
  walk(document, { text: () => {}, enter, leave: () => {} });
  return found;
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

/** The child elements with these names, in the order of the names. */
export function childrenOf(element: Element, ...names: readonly string[]): Element[] {
  return names.flatMap((name) =>
    element.children.filter((child): child is Element => isTag(child) && child.name === name),
  );
}

/** The text of the first child element with one of these names that has a text. */
export function textOfChild(element: Element, ...names: readonly string[]): string | undefined {
  return childrenOf(element, ...names)
    .map(textOf)
    .find(Boolean);
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
export function walk(root: Document | Element, { text, enter, leave }: Visitor<Element>): void {
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

/**
 * A page as the rules of this room see it. The browser implements it over the DOM, the command line over the tree of an
 * HTML parser, so that both read a page by the same rules.
 *
 * @typeParam E an element of that tree
 */
export interface PageTree<E> {
  /** The elements of the page that match a CSS selector, in document order. */
  readonly all: (selector: string) => E[];
  /** An attribute as it is written; undefined where the element does not have it. */
  readonly attribute: (element: E, name: string) => string | undefined;
  /** The text inside an element, on one line, without white space around it. */
  readonly text: (element: E) => string;
}

/** A text on one line, without white space around it. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What the elements that match a CSS selector link to, state or hold, the first of these; each on one line. */
export function contents<E>(tree: PageTree<E>, selector: string): string[] {
  return tree
    .all(selector)
    .map((element) =>
      onOneLine(tree.attribute(element, 'href') ?? tree.attribute(element, 'content') ?? tree.text(element)),
    );
}

/** A page whose text can be read piece by piece. */
export interface TextTree<E> extends PageTree<E> {
  /** The `<body>`, or the root of a page without one. */
  readonly body: E;
  /** The elements inside another that match a CSS selector, in document order. */
  readonly inside: (root: E, selector: string) => E[];
  /** An element's name in lower case. */
  readonly name: (element: E) => string;
  /** Visits everything inside an element in document order, however deep the page is nested. */
  readonly walk: (root: E, visitor: Visitor<E>) => void;
}

/** Learns what is inside an element. */
export interface Visitor<E> {
  /** Receives the content of a text node. */
  readonly text: (text: string) => void;
  /** Returns whether to visit what is inside this element. */
  readonly enter: (element: E) => boolean;
  /** Follows each `enter` that returned true, even if the walk ends early. */
  readonly leave: (element: E) => void;
}

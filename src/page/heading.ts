import { isApart, isPermalink } from './apart.js';
import { onOneLine, type TextTree } from './page-tree.js';

/** The text of a heading without the sign that links to it, and without characters at its ends that show nothing. */
export function headingText<E>(tree: TextTree<E>, heading: E): string {
  let text = '';
  tree.walk(heading, {
    text: (part) => (text += part),
    enter: (element) => !isApart(tree, element) && !isPermalink(tree, element),
    leave: () => {},
  });
  return withoutSigns(onOneLine(text));
}

/** A text without the invisible characters and the icons of private fonts at its ends. */
export function withoutSigns(text: string): string {
  return text.replace(/^[\s\p{Cf}\p{Co}]+|[\s\p{Cf}\p{Co}]+$/gu, '');
}

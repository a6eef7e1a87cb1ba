import type { TextTree } from './page-tree.js';

/** Whether an element is never part of an article. */
export function isApart<E>(tree: TextTree<E>, element: E): boolean {
  return (
    APART.has(tree.name(element)) ||
    tree.attribute(element, 'hidden') !== undefined ||
    tree.attribute(element, 'aria-hidden') === 'true' ||
    APART_ROLES.test(tree.attribute(element, 'role') ?? '') ||
    APART_NAMES.test(idAndClass(tree, element))
  );
}

/** Whether an element is a link to a place on the same page that shows a sign alone: `¶`, `#`, an icon, nothing. */
export function isPermalink<E>(tree: TextTree<E>, element: E): boolean {
  return (
    tree.name(element) === 'a' &&
    (tree.attribute(element, 'href') ?? '').includes('#') &&
    !/[\p{L}\p{N}]/u.test(tree.text(element))
  );
}

/** The id and the classes of an element, with spaces around them. */
export function idAndClass<E>(tree: TextTree<E>, element: E): string {
  return ` ${tree.attribute(element, 'id') ?? ''} ${tree.attribute(element, 'class') ?? ''} `;
}

const APART = new Set(
  (
    'title nav aside footer label button select textarea script style noscript template iframe svg math object ' +
    'related-articles'
  ).split(' '),
);
const APART_ROLES = /^(?:navigation|complementary|contentinfo|search|form)$/;
/** Ids and classes of discussions, which may be longer than the article, and of what only screen readers get. */
const APART_NAMES =
  / (?:comments|comment-list|disqus_thread|sr-only|visually-?hidden|screen-reader-text|related-articles-skip) /;

import { isModifiedClick } from './events.js';

/** The pointer's place when it was pressed: a click elsewhere ends a selection. Engines differ in what they select. */
let start: MouseEvent | undefined;

/** Notes that the pointer is pressed inside a block. */
export function beginClick(event: MouseEvent): void {
  start = event;
}

/**
 * Completes a click inside a block. One on the text of a card becomes one on its link, unless it ends a selection. One
 * on a link is done once more on a link outside the shadow tree: libraries that swap pages look for links with
 * `event.target.closest('a')`, and see none inside.
 */
export function completeClick(host: Element, event: MouseEvent): void {
  if (event.defaultPrevented) return;
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link) {
    const card = (event.target as Element).closest('[part~=card]');
    const own = card?.querySelector('[part=read-more],[part=title-link]');
    const { x, y } = start ?? event;
    start = undefined;
    if (Math.hypot(event.x - x, event.y - y) < SELECTED_PX)
      own?.dispatchEvent(new MouseEvent('click', event));
  } else if (!isModifiedClick(event)) {
    event.preventDefault();
    event.stopPropagation();
    const outside = link.cloneNode() as HTMLAnchorElement;
    outside.slot = 'link';
    host.append(outside);
    (globalThis as Page).htmx?.process?.(outside);
    outside.click();
    outside.remove();
  }
}

/** How far the pointer moves at least to select something, in CSS pixels. */
const SELECTED_PX = 4;

/** htmx follows no links but those that it has been shown. */
type Page = typeof globalThis & { readonly htmx?: { readonly process?: (element: Element) => void } };

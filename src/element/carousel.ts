import { carouselStyles } from './styles/carousel.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(carouselStyles);

/** What tells of each carousel at which end it is, by its second button. */
const updates = new WeakMap<Element, () => void>();

/**
 * Shows the buttons of a carousel and lets them move it by what is in view; tells at which end it is, also where that
 * was done before. Fingers and keys need nothing: the list is a scroll container of the browser's own.
 *
 * @param root where the carousel is, if it is there already
 */
export function runCarousel(root: ParentNode): void {
  const list = root.querySelector<HTMLElement>('nav.carousel > ul');
  const [previous, next] = root.querySelectorAll('button');
  if (!list || !previous || !next) return;
  if (!updates.has(next)) start(list, previous, next);
  updates.get(next)?.();
}

function start(list: HTMLElement, previous: HTMLElement, next: HTMLElement): void {
  const update = (): void => {
    // What is scrolled counts below zero where the text runs from right to left, and in fractions of a pixel.
    const [at, room] = [Math.abs(list.scrollLeft), list.scrollWidth - list.clientWidth];
    previous.parentElement?.classList.toggle('idle', room < 2);
    previous.setAttribute('aria-disabled', String(at < 2));
    next.setAttribute('aria-disabled', String(at > room - 2));
  };
  updates.set(next, update);
  const move = (steps: 1 | -1): void => {
    const forward = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
    list.scrollBy({ left: steps * forward * list.clientWidth * SHARE_IN_VIEW });
  };
  const { adoptedStyleSheets: sheets } = list.getRootNode() as ShadowRoot;
  if (!sheets.includes(sheet)) sheets.push(sheet);
  // Firefox would stop at the list itself, beside its links.
  list.tabIndex = -1;
  previous.addEventListener('click', () => move(-1));
  next.addEventListener('click', () => move(1));
  list.addEventListener('scroll', update, { passive: true });
  new ResizeObserver(update).observe(list);
}

/** Leaves a card that was cut in view, for readers to keep their place. */
const SHARE_IN_VIEW = 0.85;

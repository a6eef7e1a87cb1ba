import { carouselStyles } from './carousel-styles.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(carouselStyles);

/**
 * Shows a carousel's buttons and lets them move it by what is in view, and tells at which end it is. Fingers and keys need nothing:
 * the list is a scroll container of the browser's own.
 *
 * @returns what to call when the cards have changed
 */
export function carousel(list: HTMLElement, previous: HTMLElement, next: HTMLElement): () => void {
  const update = (): void => {
    // What is scrolled counts below zero where the text runs from right to left, and in fractions of a pixel.
    const [at, room] = [Math.abs(list.scrollLeft), list.scrollWidth - list.clientWidth];
    previous.parentElement?.classList.toggle('idle', room < 2);
    previous.setAttribute('aria-disabled', String(at < 2));
    next.setAttribute('aria-disabled', String(at > room - 2));
  };
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
  return update;
}

/** Leaves a card that was cut in view, for readers to keep their place. */
const SHARE_IN_VIEW = 0.85;

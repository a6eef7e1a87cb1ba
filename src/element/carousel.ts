import { carouselStyles } from './styles/carousel.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(carouselStyles);

/** For each carousel, by its second button, what shows at which end it is. */
const updates = new WeakMap<Element, () => void>();

/**
 * Shows the buttons of a carousel and lets each move it by what is in view. Called again, it only updates which end the
 * carousel is at. Touch and keys need no script: the list is a scroll container.
 *
 * @param root the tree that holds the carousel, if there is one yet
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
    // `scrollLeft` is negative where the text runs from right to left, and may be a fraction of a pixel.
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
  // Firefox would put the list itself into the tab order, beside its links.
  list.tabIndex = -1;
  previous.addEventListener('click', () => move(-1));
  next.addEventListener('click', () => move(1));
  list.addEventListener('scroll', update, { passive: true });
  new ResizeObserver(update).observe(list);
}

/** The share of the view that a step moves: a card that was cut stays in view, so that readers keep their place. */
const SHARE_IN_VIEW = 0.85;

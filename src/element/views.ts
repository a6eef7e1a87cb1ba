import { thisPage } from '../page/dom-tree.js';
import { RelatedArticlesViewEvent } from './events.js';
import type { RelatedArticles } from './related-articles.js';

/** A card of a block. */
interface Card {
  readonly block: RelatedArticles;
  /** Its place in the list, from 1. */
  readonly position: number;
}

/** The list of a block. */
interface List {
  /** Tells it from other lists, and from the same one on another page. */
  readonly key: string;
  readonly cards: readonly Element[];
  /** The positions of the cards that have been in view. */
  readonly viewed: Set<number>;
}

/** Tells when cards have been in view: dispatches `related-articles-view` for each card once. */
class Views {
  readonly #lists = new WeakMap<RelatedArticles, List>();
  readonly #cards = new WeakMap<Element, Card>();
  /** The cards that are in view and have not been for long, each with the timer that ends its wait. */
  readonly #inView = new Map<Element, ReturnType<typeof setTimeout> | undefined>();
  readonly #visibility = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio } of entries) {
        if (intersectionRatio >= SHARE_IN_VIEW) this.#wait(target);
        else this.#endWait(target);
      }
    },
    { threshold: SHARE_IN_VIEW },
  );
  /** A block renders its cards anew if `renderCard` comes later, for instance. */
  readonly #replacement = new MutationObserver((records) => {
    for (const { target } of records) {
      const { host } = target.getRootNode() as Partial<ShadowRoot>;
      if (host) this.observe(host as RelatedArticles);
    }
  });

  /** Observes the cards that a block shows, in place of those that it showed before. */
  observe(block: RelatedArticles): void {
    const { related, renderRoot } = block;
    const before = this.#lists.get(block);
    for (const card of before?.cards ?? []) this.#forget(card);
    const key = [location.pathname, location.search, ...related.map(({ article }) => article.url)].join(' ');
    const cards = [...renderRoot.querySelectorAll('[part~=list] > [part~=card]')];
    const viewed = before?.key === key ? before.viewed : new Set<number>();
    this.#lists.set(block, { key, cards, viewed });
    for (const [at, card] of cards.entries()) {
      if (viewed.has(at + 1)) continue;
      this.#cards.set(card, { block, position: at + 1 });
      this.#visibility.observe(card);
    }
    const list = cards[0]?.parentNode;
    if (list) this.#replacement.observe(list, { childList: true });
  }

  /** Lets all cards in view begin anew, since the page has come into view or gone out of it. */
  readonly restart = (): void => {
    for (const card of this.#inView.keys()) this.#wait(card);
  };

  #wait(card: Element): void {
    clearTimeout(this.#inView.get(card));
    const isShown = thisPage().visibilityState === 'visible';
    this.#inView.set(card, isShown ? setTimeout(() => this.#view(card), LONG_MS) : undefined);
  }

  #endWait(card: Element): void {
    clearTimeout(this.#inView.get(card));
    this.#inView.delete(card);
  }

  #forget(card: Element): void {
    this.#endWait(card);
    this.#visibility.unobserve(card);
  }

  #view(card: Element): void {
    const { block, position } = this.#cards.get(card)!;
    this.#forget(card);
    this.#lists.get(block)?.viewed.add(position);
    const related = block.related[position - 1];
    if (related) block.dispatchEvent(new RelatedArticlesViewEvent(related, position));
  }
}

/** The share of a card that counts as in view. */
const SHARE_IN_VIEW = 0.5;
/** How long a card is in view before it counts, in milliseconds. */
const LONG_MS = 1000;
/** Two copies of this script would count twice. */
const STARTED = Symbol.for('related-articles-views');

/** Begins to tell when cards of the page's blocks have been in view. A second call does nothing. */
export function startViews(): void {
  // Neither servers nor DOM libraries for unit tests lay anything out.
  if (typeof IntersectionObserver === 'undefined' || STARTED in globalThis) return;
  Object.defineProperty(globalThis, STARTED, { value: true });
  const views = new Views();
  const page = thisPage();
  page.addEventListener('visibilitychange', views.restart);
  page.addEventListener('related-articles-load', (event) => {
    const [block] = event.composedPath();
    if (isBlock(block)) views.observe(block);
  });
  for (const block of page.querySelectorAll('related-articles')) if (isBlock(block)) views.observe(block);
}

/** Whether something is a block that has been defined, under whatever name. */
function isBlock(target: EventTarget | undefined): target is RelatedArticles {
  return target instanceof Element && 'related' in target && 'renderRoot' in target;
}

import type { LitElement, ReactiveController } from 'lit';
import { thisPage } from '../../page/dom-tree.js';
import type { PageIdentity } from '../../page/page-address.js';
import { currentIdentity, currentPlace, headText, type Place } from '../place.js';

/** How long the head must have been left alone to count as written, in milliseconds. */
const QUIET_MS = 100;
/** How long to wait for the head of a new page at most. */
const PATIENCE_MS = 500;
/** For how long after a change of the address one late title tells of a new article; others count messages, say. */
const ARRIVAL_MS = 10_000;

type Host = LitElement & { readonly error: Error | undefined };

/**
 * Follows a single-page app from page to page. The Navigation API tells of new addresses, or popstate and hashchange
 * where a browser lacks it. Frameworks write which page it is into the head, often after they have changed the address:
 * so a visit begins at once, but it is settled only when the head has been written.
 */
export class NavigationController implements ReactiveController {
  /** Counts the visits: 0 for the page that was loaded. */
  visit = 0;
  /** Fulfilled when the head belongs to the page, as far as one can tell; undefined where it does from the start. */
  settled: Promise<void> | undefined;
  readonly #host: Host;
  readonly #lacksIndex: () => boolean;
  #listening: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Ends the wait for the head; undefined while nobody waits. */
  #settle: (() => void) | undefined;
  /** The page that is being visited. */
  #place: Place | undefined;
  /** What the head stated, and the page's title, when the addresses were last asked for. */
  #stated: string | undefined;
  #title = '';
  /** Until when a new title tells of a new article. */
  #titlesUntil = -Infinity;

  /** @param lacksIndex tells whether the block has looked for an index in vain, so that the head may name one yet */
  constructor(host: Host, lacksIndex: () => boolean) {
    this.#host = host;
    this.#lacksIndex = lacksIndex;
    host.addController(this);
  }

  /** The addresses by which the page is known. */
  identity(): PageIdentity {
    this.#stated = headText();
    this.#title = thisPage().title;
    return currentIdentity();
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const type of ['popstate', 'hashchange']) window.addEventListener(type, this.#look, { signal });
    // Where a browser lacks the API, an element of the page may have its name.
    const { navigation } = window as { navigation?: Partial<EventTarget> };
    navigation?.addEventListener?.('currententrychange', this.#look, { signal });
    window.addEventListener('pageshow', this.#comeBack, { signal });
    window.addEventListener('online', this.#tryAgain, { signal });
    const observer = new MutationObserver(this.#look);
    // A page may have no head.
    observer.observe(thisPage().head ?? document, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    });
    signal.addEventListener('abort', () => observer.disconnect());
    // An app may carry a block from page to page: it is disconnected on one and connected on the other.
    if (this.#place) this.#look();
    else this.#arrive(currentPlace());
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Begins a visit where the address is another page's, and reads the head when it has been written. */
  readonly #look = (): void => {
    const place = currentPlace();
    if (this.#arrive(place)) {
      if (!this.#settle) this.settled = new Promise((resolve) => (this.#settle = resolve));
      this.#begin();
    }
    if (this.#timer !== undefined && !this.#settle) return;
    const left = this.#settle ? place.arrival + PATIENCE_MS - performance.now() : QUIET_MS;
    this.#readIn(Math.min(QUIET_MS, left));
  };

  readonly #read = (): void => {
    this.#timer = undefined;
    const age = performance.now() - currentPlace().arrival;
    if (!this.#settle) {
      // What nobody has read yet can't be new, whatever a page's other scripts write into the head.
      const isRead = this.#stated !== undefined;
      if (isRead ? this.#isNew() : this.#lacksIndex()) {
        this.#titlesUntil = 0;
        this.#begin();
      }
    } else if (age >= PATIENCE_MS || this.#isNew()) {
      this.#settle();
      this.#settle = undefined;
    } else {
      this.#readIn(PATIENCE_MS - age);
    }
  };

  /** Whether the head tells of another page than when it was last read. */
  #isNew(): boolean {
    return (
      headText() !== this.#stated ||
      (thisPage().title !== this.#title && performance.now() < this.#titlesUntil)
    );
  }

  /** Tries again what the browser broke off when it put the page into the back/forward cache. */
  readonly #comeBack = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.#tryAgain();
  };

  /** Loads again what could not be had. */
  readonly #tryAgain = (): void => {
    if (this.#host.error) this.#begin();
  };

  #readIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#read, milliseconds);
  }

  /** Whether a place is on another page than the last, whatever the query in its address. */
  #arrive(place: Place): boolean {
    const last = this.#place;
    if (place !== last) this.#titlesUntil = place.arrival + ARRIVAL_MS;
    this.#place = place;
    return last?.path !== place.path;
  }

  #begin(): void {
    this.visit++;
    this.#host.requestUpdate();
  }
}

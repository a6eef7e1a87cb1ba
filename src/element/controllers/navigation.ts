import type { LitElement, ReactiveController } from 'lit';
import { pageUrls } from '../../page/page-address.js';
import { thisPage } from '../../page/dom-tree.js';
import { urlKey } from '../../shared/url.js';

/** How long the head must have been left alone to count as written, in milliseconds. */
const QUIET_MS = 100;
/** How long to wait for the head of a new page at most. */
const PATIENCE_MS = 500;
/** For how long a new title tells of a new article; later ones count messages, say. */
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
  /** The page that is being visited, and since when. */
  #key: string | undefined;
  #arrival = 0;
  /** The page's addresses and title when they were last asked for. */
  #urls: readonly string[] = [];
  #title = '';
  /** Addresses in the head that belong to the last page: while they stand there, they say nothing about this one. */
  #stale: readonly string[] = [];

  /** @param lacksIndex tells whether the block has looked for an index in vain, so that the head may name one yet */
  constructor(host: Host, lacksIndex: () => boolean) {
    this.#host = host;
    this.#lacksIndex = lacksIndex;
    host.addController(this);
  }

  /** The addresses by which the page is known, the most reliable first, without those that the last page left there. */
  addresses(): readonly string[] {
    this.#urls = pageUrls(thisPage());
    this.#title = thisPage().title;
    return this.#urls.filter((url) => url === location.href || !this.#stale.includes(url));
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
    if (this.#key === undefined) this.#arrive();
    else this.#look();
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Begins a visit where the address is another page's, and reads the head when it has been written. */
  readonly #look = (): void => {
    if (this.#key !== pageKey()) {
      this.#arrive();
      this.#stale = this.#urls;
      if (!this.#settle) this.settled = new Promise((resolve) => (this.#settle = resolve));
      this.#begin();
    }
    if (this.#timer !== undefined && !this.#settle) return;
    const left = this.#settle ? this.#arrival + PATIENCE_MS - performance.now() : QUIET_MS;
    this.#readIn(Math.min(QUIET_MS, left));
  };

  readonly #read = (): void => {
    this.#timer = undefined;
    const age = performance.now() - this.#arrival;
    if (!this.#settle) {
      // What nobody has read yet can't be new, whatever a page's other scripts write into the head.
      const isRead = this.#urls.length > 0;
      if (isRead ? this.#isNew(age) : this.#lacksIndex()) this.#begin();
    } else if (age >= PATIENCE_MS || this.#isNew(age)) {
      this.#settle();
      this.#settle = undefined;
    } else {
      this.#readIn(PATIENCE_MS - age);
    }
  };

  /** Whether the head tells of another page than when it was last read. */
  #isNew(age: number): boolean {
    return (
      head(pageUrls(thisPage())) !== head(this.#urls) ||
      (thisPage().title !== this.#title && age < ARRIVAL_MS)
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

  #arrive(): void {
    this.#key = pageKey();
    this.#arrival = performance.now();
  }

  #begin(): void {
    this.visit++;
    this.#host.requestUpdate();
  }
}

function pageKey(): string {
  return urlKey(location.href) ?? location.href;
}

/** The addresses of a page that its head tells: all but the last. */
function head(urls: readonly string[]): string {
  return urls.slice(0, -1).join(' ');
}

import type { LitElement, ReactiveController } from 'lit';

/** How far below the visible part of the page an element counts as near, in CSS pixels. */
const MARGIN_PX = 256;

/**
 * Calls back once, when an element comes near the visible part of the page.
 *
 * @returns a function that ends the wait
 */
export function whenNear(element: Element, callback: () => void): () => void {
  // DOM libraries for unit tests lay nothing out.
  if (typeof IntersectionObserver === 'undefined') {
    callback();
    return () => undefined;
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      callback();
    },
    { rootMargin: `${MARGIN_PX}px` },
  );
  observer.observe(element);
  return () => observer.disconnect();
}

/** Tells when a block may load: at once, or with `loading="lazy"` when a visitor comes near it or prints the page. */
export class VisibilityController implements ReactiveController {
  /** Whether the block may load. */
  isNear = false;
  readonly #host: LitElement & { readonly loading: string };
  #stopWaiting: (() => void) | undefined;

  constructor(host: LitElement & { readonly loading: string }) {
    this.#host = host;
    host.addController(this);
  }

  /** Lets the block load wherever it is. */
  endWait(): void {
    this.isNear = true;
    this.#stop();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
    addEventListener('beforeprint', this.#come);
  }

  hostUpdate(): void {
    if (this.#host.loading !== 'lazy') this.endWait();
    if (this.isNear) return;
    this.#stopWaiting ??= whenNear(this.#host, this.#come);
  }

  hostDisconnected(): void {
    this.#stop();
    removeEventListener('beforeprint', this.#come);
  }

  readonly #come = (): void => {
    this.endWait();
    this.#host.requestUpdate();
  };

  #stop(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
  }
}

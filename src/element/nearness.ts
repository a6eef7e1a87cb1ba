import type { LitElement, ReactiveController } from 'lit';

/** How far below the visible part of the page an element counts as near, in CSS pixels. */
const MARGIN_PX = 256;

/** Tells a block that loads lazily when a visitor comes near it; one that loads eagerly is near at once. */
export class Nearness implements ReactiveController {
  /** Whether the block has been near, once. */
  near = false;
  readonly #host: LitElement & { readonly loading: string };
  #observer: IntersectionObserver | undefined;

  constructor(host: LitElement & { readonly loading: string }) {
    this.#host = host;
    host.addController(this);
  }

  /** Ends the wait. */
  arrive(): void {
    this.near = true;
    this.hostDisconnected();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (this.#host.loading !== 'lazy') this.arrive();
    if (this.near || this.#observer) return;
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.arrive();
        this.#host.requestUpdate();
      },
      { rootMargin: `${MARGIN_PX}px` },
    );
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }
}

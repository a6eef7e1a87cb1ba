import type { LitElement, ReactiveController } from 'lit';

/** The blocks of the page that show articles, each with the name under which it does. */
const shown = new Map<LitElement, string>();

/**
 * Decides which blocks are landmarks. The landmarks of a page must differ in name (WAI-ARIA APG, "Landmark regions"),
 * so that of several blocks with one heading the first on the page that can be seen is the landmark.
 */
export class LandmarkController implements ReactiveController {
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * Claims a heading for the block, and tells whether the block is the first on the page with it.
   *
   * @param name the heading's text; undefined while the block shows no articles
   */
  claim(name: string | undefined): boolean {
    this.#note(name);
    const host = this.#host;
    return ![...shown].some(
      ([other, itsName]) =>
        itsName === name &&
        other.compareDocumentPosition(host) & Node.DOCUMENT_POSITION_FOLLOWING &&
        other.getClientRects().length > 0,
    );
  }

  /** A block that has moved within the page may have become the first, or no longer be. */
  hostConnected(): void {
    this.#updateOthers();
  }

  hostDisconnected(): void {
    // A move disconnects and connects at once.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#note(undefined);
    });
  }

  /** Updates the other blocks where a name comes or goes. */
  #note(name: string | undefined): void {
    if (shown.get(this.#host) === name) return;
    if (name === undefined) shown.delete(this.#host);
    else shown.set(this.#host, name);
    this.#updateOthers();
  }

  #updateOthers(): void {
    for (const other of shown.keys()) if (other !== this.#host) other.requestUpdate();
  }
}

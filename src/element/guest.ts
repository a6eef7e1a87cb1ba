import { LitElement } from 'lit';
import { thisPage } from '../page/unshadowed.js';
import { Served } from './served.js';

const UNRENDERABLE =
  'could not be rendered, so its own content stays; a page with Trusted Types must allow the policy "related-articles"';

/** An element in other people's pages: what goes wrong in it leaves their content standing, and throws nothing. */
export abstract class Guest extends LitElement {
  /** What stands where there is nothing else to show; `hide` for nothing. */
  abstract fallback: string;

  /** What a server has rendered. */
  protected readonly served = new Served();
  /** Why nothing can be rendered on this page. */
  protected failure: Error | undefined;

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return this.served.rootBeside(this) ?? super.createRenderRoot();
  }

  override connectedCallback(): void {
    try {
      super.connectedCallback();
    } catch (cause) {
      this.#fail(cause);
    }
  }

  /** Where the page allows no rendering, by Trusted Types, say, the author's content stands. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (cause) {
      this.#fail(cause);
    }
  }

  /** Leaves the author's content alone in the block, without any parser. */
  #fail(cause: unknown): void {
    this.failure = new Error(UNRENDERABLE, { cause });
    try {
      const slot = thisPage().createElement('slot');
      slot.hidden = this.fallback === 'hide';
      this.renderRoot.replaceChildren(slot);
      this.standAside(this.failure);
    } catch {
      // A page that lets nothing be told either.
    }
  }

  /** Ends what is under way, and tells of it. */
  protected abstract standAside(failure: Error): void;
}

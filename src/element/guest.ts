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

  /** Where the page allows no rendering, by Trusted Types, say, the author's content stands, without any parser. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (cause) {
      const slot = thisPage().createElement('slot');
      slot.hidden = this.fallback === 'hide';
      this.renderRoot.replaceChildren(slot);
      this.failure = new Error(UNRENDERABLE, { cause });
      this.standAside(this.failure);
    }
  }

  /** Ends what is under way, and tells of it. */
  protected abstract standAside(failure: Error): void;
}

import { adoptStyles, type LitElement } from 'lit';
import { thisPage } from '../page/dom-tree.js';
import { isServer } from './is-server.js';

/** What a server has rendered into a block. It stays until the block has rendered cards of its own beside it, hidden. */
export class ServerRendered {
  #nodes: readonly ChildNode[] = [];
  #ownRoot: HTMLElement | undefined;

  /** Whether it still stands. */
  get stands(): boolean {
    return this.#nodes.length > 0;
  }

  /** The hidden element into which the block renders beside it; undefined where no server has rendered anything. */
  createRootBeside(block: LitElement): HTMLElement | undefined {
    const { shadowRoot } = block;
    if (!shadowRoot || isServer) return undefined;
    this.#nodes = [...shadowRoot.childNodes];
    this.#ownRoot = thisPage().createElement('div');
    this.#ownRoot.hidden = true;
    shadowRoot.append(this.#ownRoot);
    adoptStyles(shadowRoot, (block.constructor as typeof LitElement).elementStyles);
    return this.#ownRoot;
  }

  /** Replaces it by what the block has rendered. */
  replace(): void {
    for (const node of this.#nodes) node.remove();
    this.#nodes = [];
    if (this.#ownRoot) this.#ownRoot.hidden = false;
  }
}

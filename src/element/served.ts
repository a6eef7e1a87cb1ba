import { adoptStyles, isServer, type LitElement } from 'lit';
import { thisPage } from '../page/unshadowed.js';

/** What a server has rendered into a block: it stands until the block has cards of its own, made out of sight. */
export class Served {
  #nodes: readonly ChildNode[] = [];
  #own: HTMLElement | undefined;

  /** Whether it is there still. */
  get stands(): boolean {
    return this.#nodes.length > 0;
  }

  /** Where a block may render beside it, hidden; undefined where no server has rendered anything. */
  rootBeside(block: LitElement): HTMLElement | undefined {
    const { shadowRoot: root } = block;
    if (!root || isServer) return undefined;
    this.#nodes = [...root.childNodes];
    this.#own = thisPage().createElement('div');
    this.#own.hidden = true;
    root.append(this.#own);
    adoptStyles(root, (block.constructor as typeof LitElement).elementStyles);
    return this.#own;
  }

  /** Makes room for what the block has rendered. */
  giveWay(): void {
    for (const node of this.#nodes) node.remove();
    this.#nodes = [];
    if (this.#own) this.#own.hidden = false;
  }
}

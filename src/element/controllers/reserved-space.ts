import type { LitElement, ReactiveController } from 'lit';
import { thisPage } from '../../page/dom-tree.js';

/** What a visitor does before a page may move without surprise. */
const VISITOR_EVENTS = ['pointerup', 'keydown'] as const;

/** How long a block below the window waits for its articles before it shows a skeleton, in milliseconds. */
const PATIENCE_MS = 150;

/**
 * Calls back once, when an element may change its height without a visitor seeing anything move: it is outside the
 * window, or the visitor did something.
 *
 * @returns a function that ends the wait
 */
export function whenUnseen(element: Element, callback: () => void): () => void {
  const stop = (): void => {
    observer.disconnect();
    for (const type of VISITOR_EVENTS) removeEventListener(type, end);
  };
  const end = (): void => {
    stop();
    callback();
  };
  const observer = new IntersectionObserver((entries) => {
    const isBelow = element.getBoundingClientRect().top >= innerHeight;
    // Above the window the page would move where the browser anchors no scrolling.
    const mayChange = isBelow || !element.isConnected || CSS.supports('overflow-anchor', 'auto');
    if (mayChange && !entries.at(-1)?.isIntersecting) end();
  });
  observer.observe(element);
  for (const type of VISITOR_EVENTS) addEventListener(type, end);
  return stop;
}

/**
 * Where the next thing to see begins behind an element, and behind each element around it. A tree walker follows the tree
 * itself, where members of a form may be its fields.
 */
function topsBehind(element: Element): number[] {
  const walker = thisPage().createTreeWalker(element.getRootNode(), NodeFilter.SHOW_ELEMENT);
  const tops: number[] = [];
  let around: Node | null = element;
  while (around) {
    walker.currentNode = around;
    for (let next = walker.nextSibling(); next; next = walker.nextSibling()) {
      const { top, width, height } = Element.prototype.getBoundingClientRect.call(next);
      if (width === 0 && height === 0) continue;
      tops.push(top);
      break;
    }
    walker.currentNode = around;
    around = walker.parentNode();
  }
  return tops;
}

/**
 * Decides when a skeleton holds the block's place, and keeps the skeleton's height where the block that replaces it is
 * lower. It gives the height back where no visitor sees anything move: what lies below the window at once, the rest
 * when the block has left the window or the visitor does something.
 */
export class ReservedSpaceController implements ReactiveController {
  readonly #host: LitElement;
  #height = 0;
  #mayShowSkeleton: boolean | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopWaiting: (() => void) | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether the block is kept higher than what it shows. */
  get isHeld(): boolean {
    return this.#stopWaiting !== undefined;
  }

  /**
   * Whether a skeleton is to hold the block's place: at once where a visitor may see the page move. Below the window
   * nobody sees it, and most answers come before a skeleton would be of use: there, the first call starts a timer that
   * updates the block.
   */
  needsSkeleton(): boolean {
    if (this.#mayShowSkeleton === undefined) {
      this.#mayShowSkeleton = this.#host.getBoundingClientRect().top < innerHeight;
      if (!this.#mayShowSkeleton) this.#timer = setTimeout(this.#showSkeleton, PATIENCE_MS);
    }
    return this.#mayShowSkeleton;
  }

  readonly #showSkeleton = (): void => {
    this.#mayShowSkeleton = true;
    this.#host.requestUpdate();
  };

  hostUpdate(): void {
    this.#height = this.#find('.skeleton')?.offsetHeight ?? 0;
  }

  hostUpdated(): void {
    const stage = this.#find('.stage');
    if (this.#find('nav')) clearTimeout(this.#timer);
    if (!stage || !this.#height || this.#find('.skeleton') || this.#height <= stage.offsetHeight) return;
    this.#hold(stage);
  }

  hostDisconnected(): void {
    this.#giveBack();
  }

  #hold(stage: HTMLElement): void {
    const free = String(topsBehind(this.#host));
    stage.style.minHeight = `${this.#height}px`;
    // Nothing on the page moves if the block takes less space.
    if (String(topsBehind(this.#host)) === free) {
      this.#giveBack();
      return;
    }
    const { top, bottom } = stage.getBoundingClientRect();
    const visible = Math.max(0, Math.ceil(innerHeight - top));
    if (bottom > innerHeight) stage.style.minHeight = `${visible}px`;
    if (visible === 0 || stage.offsetHeight > visible) this.#giveBack();
    else {
      this.#stopWaiting ??= whenUnseen(stage, () => {
        this.#giveBack();
        this.#host.requestUpdate();
      });
    }
  }

  #giveBack(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
    this.#find('.stage')?.style.removeProperty('min-height');
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot?.querySelector(selector);
  }
}

import type { LitElement, ReactiveController } from 'lit';

/** A visitor's own doing, other than scrolling, after which nobody wonders that the page moves. */
const DEEDS = ['pointerup', 'keydown'] as const;

/** How long a block outside the window waits for its answer before it holds its place, in milliseconds. */
const PATIENCE_MS = 150;

/**
 * Keeps the height that a skeleton held where the block that takes its place is lower, and gives it back where no
 * visitor sees anything move: at once what lies outside the window, the rest once the block has left the window or
 * the visitor does something.
 */
export class HeldHeight implements ReactiveController {
  readonly #host: LitElement;
  #height = 0;
  #observer: IntersectionObserver | undefined;
  #isDue: boolean | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether the block is higher than what it shows. */
  get isHeld(): boolean {
    return this.#observer !== undefined;
  }

  /**
   * Whether the place is to be held: at once where a visitor may see what moves, which below the window none does, and
   * most answers come before blank cards would be of any use there.
   */
  get isDue(): boolean {
    if (this.#isDue === undefined) {
      this.#isDue = this.#host.getBoundingClientRect().top < innerHeight;
      if (!this.#isDue) this.#timer = setTimeout(this.#hold, PATIENCE_MS);
    }
    return this.#isDue;
  }

  readonly #hold = (): void => {
    this.#isDue = true;
    this.#host.requestUpdate();
  };

  hostUpdate(): void {
    this.#height = this.#find('.skeleton')?.offsetHeight ?? 0;
  }

  hostUpdated(): void {
    const stage = this.#find('.stage');
    if (this.#find('nav')) clearTimeout(this.#timer);
    if (!stage || !this.#height || this.#find('.skeleton') || this.#height <= stage.offsetHeight) return;
    stage.style.minHeight = `${this.#height}px`;
    this.#observer = new IntersectionObserver(
      () => this.#giveBackUnseen(stage) && this.#host.requestUpdate(),
    );
    this.#observer.observe(stage);
    for (const deed of DEEDS) addEventListener(deed, this.#onDeed);
    this.#giveBackUnseen(stage);
  }

  hostDisconnected(): void {
    this.#giveBack();
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot?.querySelector(selector);
  }

  /** Gives back what no visitor sees; all of it where this returns true. */
  #giveBackUnseen(stage: HTMLElement): boolean {
    const { top, bottom } = stage.getBoundingClientRect();
    const seen = Math.max(0, Math.ceil(innerHeight - top));
    if (bottom > innerHeight) stage.style.minHeight = `${seen}px`;
    // What is above the window stays until then where the browser would not keep the rest of the page in its place.
    const isAbove = bottom <= 0 && CSS.supports('overflow-anchor', 'auto');
    const isUnseen = isAbove || seen === 0 || stage.offsetHeight > seen;
    if (isUnseen) this.#giveBack();
    return isUnseen;
  }

  #giveBack(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    for (const deed of DEEDS) removeEventListener(deed, this.#onDeed);
    this.#find('.stage')?.style.removeProperty('min-height');
  }

  readonly #onDeed = (): void => {
    this.#giveBack();
    this.#host.requestUpdate();
  };
}

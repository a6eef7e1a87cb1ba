import type { LitElement, ReactiveController } from 'lit';
import type { RelatedArticle } from '../../article.js';

/** What the controller reads of a block. */
interface Block extends LitElement {
  readonly limit: number;
  readonly noDedupe: boolean;
}

/** What a block shows. */
interface Shown {
  /** Its heading's text; empty while it shows no articles. */
  readonly heading: string;
  /** The URLs of its articles, with blanks between them. */
  readonly urls: string;
}

const NOTHING: Shown = { heading: '', urls: '' };

/** The blocks of the page. */
const blocks = new Map<Block, Shown>();

/**
 * Keeps a block from repeating what another one says that stands before it on the page: its heading as the name of a
 * landmark, and its articles. Landmarks must differ in name (WAI-ARIA APG, "Landmark regions"). Blocks that a style hides do
 * not count.
 */
export class OtherBlocksController implements ReactiveController {
  readonly #host: Block;

  constructor(host: Block) {
    this.#host = host;
    host.addController(this);
  }

  /** A block that has moved within the page may have become the first, or no longer be. */
  hostConnected(): void {
    blocks.set(this.#host, blocks.get(this.#host) ?? NOTHING);
    this.#updateOthers();
  }

  hostDisconnected(): void {
    // A move disconnects and connects at once.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      blocks.delete(this.#host);
      this.#updateOthers();
    });
  }

  /**
   * Tells whether the block is to be a landmark: the first on the page with its heading.
   *
   * @param heading the heading's text; empty while the block shows no articles
   */
  isLandmark(heading: string): boolean {
    this.#note({ heading });
    return !this.#before.some((other) => blocks.get(other)!.heading === heading);
  }

  /** How many articles the blocks before this one may show. */
  get taken(): number {
    return this.#distinct.reduce((sum, { limit }) => sum + (limit > 0 ? limit : 0), 0);
  }

  /**
   * The articles that the block is to show: those that no block before it shows.
   *
   * @param limit how many at most
   */
  choose(related: readonly RelatedArticle[], limit: number): readonly RelatedArticle[] {
    const taken = this.#distinct.flatMap((other) => blocks.get(other)!.urls.split(' '));
    const left = related.filter(({ article }) => !taken.includes(article.url)).slice(0, limit);
    this.#note({ urls: left.map(({ article }) => article.url).join(' ') });
    return left;
  }

  /** The blocks before this one whose articles it must not show. */
  get #distinct(): Block[] {
    return this.#host.noDedupe ? [] : this.#before.filter(({ noDedupe }) => !noDedupe);
  }

  get #before(): Block[] {
    return [...blocks.keys()].filter(
      (other) =>
        other.compareDocumentPosition(this.#host) & Node.DOCUMENT_POSITION_FOLLOWING &&
        other.getClientRects().length > 0,
    );
  }

  /** Notes what the block shows. The other blocks choose anew if that has changed. */
  #note(news: Partial<Shown>): void {
    const known = blocks.get(this.#host);
    const shown = { ...NOTHING, ...known, ...news };
    if (!known || (known.heading === shown.heading && known.urls === shown.urls)) return;
    blocks.set(this.#host, shown);
    this.#updateOthers();
  }

  #updateOthers(): void {
    for (const other of blocks.keys()) if (other !== this.#host) other.requestUpdate();
  }
}

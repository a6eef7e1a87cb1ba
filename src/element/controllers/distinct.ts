import type { LitElement, ReactiveController } from 'lit';
import type { RelatedArticle } from '../../article.js';

/** What a block tells of itself. */
interface Block extends LitElement {
  readonly limit: number;
  readonly noDedupe: boolean;
}

/** The blocks of the page, each with the URLs of the articles that it shows. */
const shown = new Map<Block, string>();

/**
 * Keeps a block from showing an article that another one shows which stands before it on the page. Blocks that a style
 * hides do not count.
 */
export class DistinctController implements ReactiveController {
  readonly #host: Block;

  constructor(host: Block) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#note('');
  }

  hostDisconnected(): void {
    // A move disconnects and connects at once.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#note('');
      shown.delete(this.#host);
    });
  }

  /** How many articles the blocks before this one may show. */
  get taken(): number {
    return this.#before.reduce((sum, { limit }) => sum + (limit > 0 ? limit : 0), 0);
  }

  /**
   * The articles to show: those that no block before this one shows.
   *
   * @param limit how many at most
   */
  choose(related: readonly RelatedArticle[], limit: number): readonly RelatedArticle[] {
    const taken = this.#before
      .map((block) => shown.get(block))
      .join(' ')
      .split(' ');
    const left = related.filter(({ article }) => !taken.includes(article.url)).slice(0, limit);
    this.#note(left.map(({ article }) => article.url).join(' '));
    return left;
  }

  get #before(): Block[] {
    const host = this.#host;
    if (host.noDedupe) return [];
    return [...shown.keys()].filter(
      (other) =>
        !other.noDedupe &&
        other.compareDocumentPosition(host) & Node.DOCUMENT_POSITION_FOLLOWING &&
        other.getClientRects().length > 0,
    );
  }

  /** Notes what the block shows. The others choose anew if that has changed. */
  #note(urls: string): void {
    if (shown.get(this.#host) === urls) return;
    shown.set(this.#host, urls);
    for (const other of shown.keys()) if (other !== this.#host) other.requestUpdate();
  }
}

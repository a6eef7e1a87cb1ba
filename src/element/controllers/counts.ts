import type { LitElement } from 'lit';
import type { RelatedArticle } from '../../article.js';
import type { Discussions } from '../../discussion/providers.js';
import type { DiscussionCounts } from '../discussion-counts.js';

type Host = LitElement & { readonly discussions: Discussions; readonly noDiscussion: boolean };

/** Shows the counts of discussions that come after the cards. Their script is loaded where an author asks for them. */
export class CountsController {
  readonly #host: Host;
  readonly #warn: (message: string, cause?: unknown) => undefined;
  #counts: DiscussionCounts | undefined;

  /** @param warn tells the author what is wrong */
  constructor(host: Host, warn: (message: string, cause?: unknown) => undefined) {
    this.#host = host;
    this.#warn = warn;
  }

  /** The articles, each with the count that has come for it. */
  withCounts(related: readonly RelatedArticle[]): readonly RelatedArticle[] {
    return (this.#host.discussions && this.#counts?.withCounts(related)) || related;
  }

  /** Whether counts of these articles may still come, so that space is reserved for them. */
  areAwaited(related: readonly RelatedArticle[]): boolean {
    return Boolean(this.#host.discussions) && (this.#counts?.areAwaited(related) ?? true);
  }

  /** Asks for the counts of articles once a visitor comes near the block. */
  async ask(related: readonly RelatedArticle[]): Promise<void> {
    const { discussions, noDiscussion } = this.#host;
    if (!discussions || noDiscussion || related.length === 0) return;
    const script = await import('../discussion-counts.js').catch((error: unknown) =>
      this.#warn('could not load its script for discussions; copy all of its scripts to your site', error),
    );
    this.#counts ??= script && new script.DiscussionCounts(this.#host, this.#warn);
    await this.#counts?.ask(related, discussions);
  }

  /** Forgets the counts that came before, so that they are asked for again. */
  forget(): void {
    this.#counts?.forget();
  }
}

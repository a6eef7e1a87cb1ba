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
  /** Whether the script can't be loaded. */
  #isMissing = false;

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
    return Boolean(this.#host.discussions) && (this.#counts?.areAwaited(related) ?? !this.#isMissing);
  }

  /** Asks for the counts of articles once a visitor comes near the block. Never rejects. */
  async ask(related: readonly RelatedArticle[]): Promise<void> {
    const { discussions, noDiscussion } = this.#host;
    if (!discussions || noDiscussion || related.length === 0 || this.#isMissing) return;
    try {
      this.#counts ??= await this.#load();
      await this.#counts?.ask(related, discussions);
    } catch (error) {
      this.#warn(String(error), error);
    }
  }

  async #load(): Promise<DiscussionCounts | undefined> {
    try {
      const { DiscussionCounts } = await import('../discussion-counts.js');
      return new DiscussionCounts(this.#host, this.#warn);
    } catch (error) {
      this.#isMissing = true;
      this.#warn('could not load its script for discussions; copy all of its scripts to your site', error);
      this.#host.requestUpdate();
      return undefined;
    }
  }

  /** Forgets the counts that came before, so that they are asked for again. */
  forget(): void {
    this.#counts?.forget();
  }
}

import type { RelatedArticle } from '../article.js';
import { Appearance } from './appearance.js';
import type { LiveCounts } from './live-counts.js';

/** Numbers of posts that come after the cards; what asks for them is loaded where the author names a source of them. */
export abstract class LiveDiscussions extends Appearance {
  #counts: LiveCounts | undefined;

  /** The articles with the numbers that have come. */
  protected counted(related: readonly RelatedArticle[]): readonly RelatedArticle[] {
    return (this.discussions && this.#counts?.counted(related)) || related;
  }

  protected override awaitsCounts(related: readonly RelatedArticle[]): boolean {
    return super.awaitsCounts(related) && (this.#counts?.awaits(related) ?? true);
  }

  /** Sees to it that numbers come for the articles on show. */
  protected async count(related: readonly RelatedArticle[]): Promise<void> {
    if (!this.discussions || this.noDiscussion || !related[0]) return;
    const piece = await this.loaded(import('./live-counts.js'), 'script for discussions');
    this.#counts ??= piece && new piece.LiveCounts(this, this.warn.bind(this));
    await this.#counts?.update(related, this.discussions);
  }

  /** Lets the numbers that came before no longer hold. */
  protected forgetCounts(): void {
    this.#counts?.forget();
  }
}

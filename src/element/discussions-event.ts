import type { RelatedArticle } from '../article.js';

/** The browser's own class of events, also on pages whose framework gives its name to another, as MooTools does. */
const BrowserEvent = Object.getPrototypeOf(CustomEvent) as typeof Event;

/** The counts of discussions that the block's author asks for live are shown, or could not be had. */
export class RelatedArticlesDiscussionsEvent extends BrowserEvent {
  static readonly type = 'related-articles-discussions';
  /** What is shown, best first, each article with what is known of its discussion. */
  readonly related: readonly RelatedArticle[];
  /** Why counts are missing, where that is a failure. */
  readonly error: Error | undefined;

  constructor(related: readonly RelatedArticle[], error?: Error) {
    super(RelatedArticlesDiscussionsEvent.type, { bubbles: true, composed: true });
    this.related = related;
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'related-articles-discussions': RelatedArticlesDiscussionsEvent;
  }
}

import type { Article, RelatedArticle } from '../article.js';

/** The block has been rendered from an index; `related` is empty where nothing in it is related. */
export class RelatedArticlesLoadEvent extends Event {
  static readonly type = 'related-articles-load';
  /** What is shown, best first. */
  readonly related: readonly RelatedArticle[];

  constructor(related: readonly RelatedArticle[]) {
    super(RelatedArticlesLoadEvent.type, { bubbles: true, composed: true });
    this.related = related;
  }
}

/** The index could not be used; the author's own content stays. */
export class RelatedArticlesErrorEvent extends Event {
  static readonly type = 'related-articles-error';
  /** An `IndexError` with its `code` and `url`, or another error. */
  readonly error: Error;

  constructor(error: Error) {
    super(RelatedArticlesErrorEvent.type, { bubbles: true, composed: true });
    this.error = error;
  }
}

/** A visitor activates a card's link. The event is cancelable: then the browser does not follow the link. */
export class RelatedArticlesSelectEvent extends Event {
  static readonly type = 'related-articles-select';
  /** The article to which the link leads. */
  readonly article: Article;
  /** The article with its score and reasons. */
  readonly related: RelatedArticle;
  /** The card's place, from 1. */
  readonly position: number;
  /** The click on the link. */
  readonly originalEvent: MouseEvent;

  constructor(related: RelatedArticle, position: number, originalEvent: MouseEvent) {
    super(RelatedArticlesSelectEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.article = related.article;
    this.related = related;
    this.position = position;
    this.originalEvent = originalEvent;
  }
}

/** The counts that `discussions` asks for are shown, or could not be had. */
export class RelatedArticlesDiscussionsEvent extends Event {
  static readonly type = 'related-articles-discussions';
  /** What is shown, best first, each article with what is known of its discussion. */
  readonly related: readonly RelatedArticle[];
  /** Why counts are missing; undefined where none is missing because of a failure. */
  readonly error: Error | undefined;

  constructor(related: readonly RelatedArticle[], error?: Error) {
    super(RelatedArticlesDiscussionsEvent.type, { bubbles: true, composed: true });
    this.related = related;
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'related-articles-load': RelatedArticlesLoadEvent;
    'related-articles-error': RelatedArticlesErrorEvent;
    'related-articles-select': RelatedArticlesSelectEvent;
    'related-articles-discussions': RelatedArticlesDiscussionsEvent;
  }
}

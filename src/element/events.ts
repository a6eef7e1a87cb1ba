import type { Article, RelatedArticle } from '../article.js';

/** The browser's own class of events, also on pages whose framework gives its name to another, as MooTools does. */
const BrowserEvent = Object.getPrototypeOf(CustomEvent) as typeof Event;

/** The block has been rendered from an index; `related` is empty where nothing in it is related. */
export class RelatedArticlesLoadEvent extends BrowserEvent {
  static readonly type = 'related-articles-load';
  readonly related: readonly RelatedArticle[];

  constructor(related: readonly RelatedArticle[]) {
    super(RelatedArticlesLoadEvent.type, { bubbles: true, composed: true });
    this.related = related;
  }
}

/** The index could not be used; the author's content stands. */
export class RelatedArticlesErrorEvent extends BrowserEvent {
  static readonly type = 'related-articles-error';
  /** An `IndexError` with its `code` and `url`, or what else went wrong. */
  readonly error: Error;

  constructor(error: Error) {
    super(RelatedArticlesErrorEvent.type, { bubbles: true, composed: true });
    this.error = error;
  }
}

/** A visitor activates a card's link. Cancelable: then the browser does not follow the link. */
export class RelatedArticlesSelectEvent extends BrowserEvent {
  static readonly type = 'related-articles-select';
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

declare global {
  interface HTMLElementEventMap {
    'related-articles-load': RelatedArticlesLoadEvent;
    'related-articles-error': RelatedArticlesErrorEvent;
    'related-articles-select': RelatedArticlesSelectEvent;
  }
}

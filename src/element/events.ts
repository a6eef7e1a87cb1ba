import type { Article, RelatedArticle } from '../article.js';
import type { LoadError } from '../reader/index-error.js';

/** The block has been rendered from an index; `related` is empty where nothing in it is related. */
export class RelatedArticlesLoadEvent extends Event {
  /** What is shown, best first. */
  readonly related: readonly RelatedArticle[];

  constructor(related: readonly RelatedArticle[]) {
    super('related-articles-load', { bubbles: true, composed: true });
    this.related = related;
  }
}

/** The index could not be used; the author's own content stays. */
export class RelatedArticlesErrorEvent extends Event {
  /** An `IndexError` with its `code` and `url`, or another error, which has neither. */
  readonly error: LoadError;

  constructor(error: Error) {
    super('related-articles-error', { bubbles: true, composed: true });
    this.error = error;
  }
}

/**
 * A visitor activates a card's link. The event can be canceled, and the browser does not follow the link then; but not
 * that of a modified click.
 */
export class RelatedArticlesSelectEvent extends Event {
  /** The article to which the link leads. */
  readonly article: Article;
  /** The article with its score and reasons. */
  readonly related: RelatedArticle;
  /** The card's place, from 1. */
  readonly position: number;
  /** The click on the link. */
  readonly originalEvent: MouseEvent;
  /** Whether a key is held, which asks the browser for a new tab, a window or a download: leave the click to it. */
  readonly isModified: boolean;

  constructor(related: RelatedArticle, position: number, originalEvent: MouseEvent) {
    const isModified = isModifiedClick(originalEvent);
    super('related-articles-select', { bubbles: true, composed: true, cancelable: !isModified });
    this.article = related.article;
    this.related = related;
    this.position = position;
    this.originalEvent = originalEvent;
    this.isModified = isModified;
  }
}

/** Whether a click asks the browser for something else than to follow the link in place. */
export function isModifiedClick({ altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return altKey || ctrlKey || metaKey || shiftKey;
}

/** The counts that `discussions` asks for are shown, or could not be had. */
export class RelatedArticlesDiscussionsEvent extends Event {
  /** What is shown, best first, each article with what is known of its discussion. */
  readonly related: readonly RelatedArticle[];
  /** Why counts are missing; undefined where none is missing because of a failure. */
  readonly error: Error | undefined;

  constructor(related: readonly RelatedArticle[], error?: Error) {
    super('related-articles-discussions', { bubbles: true, composed: true });
    this.related = related;
    this.error = error;
  }
}

/**
 * A card has been in view: half of it or more, for a second, while the page itself was in view. Each card of a list is
 * told once. It needs the script `related-articles-views.js`, or the module `related-articles/views`.
 */
export class RelatedArticlesViewEvent extends Event {
  /** The article that the card shows. */
  readonly article: Article;
  /** The article with its score and reasons. */
  readonly related: RelatedArticle;
  /** The card's place, from 1. */
  readonly position: number;

  constructor(related: RelatedArticle, position: number) {
    super('related-articles-view', { bubbles: true, composed: true });
    this.article = related.article;
    this.related = related;
    this.position = position;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'related-articles-load': RelatedArticlesLoadEvent;
    'related-articles-error': RelatedArticlesErrorEvent;
    'related-articles-select': RelatedArticlesSelectEvent;
    'related-articles-discussions': RelatedArticlesDiscussionsEvent;
    'related-articles-view': RelatedArticlesViewEvent;
  }
}

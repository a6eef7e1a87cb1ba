/** The element's class and what belongs to it, without registering it. */

export {
  RelatedArticlesErrorEvent,
  RelatedArticlesLoadEvent,
  RelatedArticlesSelectEvent,
} from './element/events.js';
export { RelatedArticles } from './element/related-articles.js';
export type { GivenStrings, Strings } from './element/strings.js';
export { IndexError, type IndexErrorCode } from './reader/index-error.js';

/** The element's class and what belongs to it, without registering it. */

export {
  type RelatedArticlesDiscussionsEvent,
  RelatedArticlesErrorEvent,
  RelatedArticlesLoadEvent,
  RelatedArticlesSelectEvent,
  type RelatedArticlesViewEvent,
} from './element/events.js';
export { RelatedArticles } from './element/related-articles.js';
export type { CardRenderer } from './element/templates/card.js';
export type { Layout } from './element/templates/list.js';
export { loadStrings } from './element/languages.js';
export type { GivenStrings, Strings } from './element/strings.js';
export type { Teaser } from './element/teaser.js';
export type { Counts, CountsProvider } from './discussion/counter.js';
export type { Discussions } from './discussion/providers.js';
export type { DiscussionSettings } from './discussion/settings.js';
export { type IndexError, type IndexErrorCode, isIndexError, type LoadError } from './reader/index-error.js';

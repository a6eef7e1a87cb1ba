/** The tag in the JSX of Preact. */
import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { RelatedArticles } from '../dist/element.js';
import type {
  RelatedArticlesAttributes,
  RelatedArticlesListeners,
  RelatedArticlesProperties,
  RelatedArticlesTag,
} from './element.js';

type Props = RelatedArticlesAttributes &
  RelatedArticlesProperties &
  RelatedArticlesListeners &
  HTMLAttributes<RelatedArticles> &
  ClassAttributes<RelatedArticles>;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends RelatedArticlesTag<Props> {}
  }
}

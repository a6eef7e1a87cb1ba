/** The tag in the JSX of React 19. */
import type { ClassAttributes, HTMLAttributes } from 'react';
import type { RelatedArticles } from '../dist/element.js';
import type {
  RelatedArticlesAttributes,
  RelatedArticlesCssProperties,
  RelatedArticlesListeners,
  RelatedArticlesProperties,
  RelatedArticlesTag,
} from './element.js';

type Props = RelatedArticlesAttributes &
  RelatedArticlesProperties &
  RelatedArticlesListeners &
  HTMLAttributes<RelatedArticles> &
  ClassAttributes<RelatedArticles>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends RelatedArticlesTag<Props> {}
  }
  interface CSSProperties extends RelatedArticlesCssProperties {}
}

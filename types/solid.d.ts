/** The tag in the JSX of Solid. */
import type { JSX } from 'solid-js';
import type { RelatedArticles } from '../dist/element.js';
import type {
  RelatedArticlesAttributes,
  RelatedArticlesColonListeners,
  RelatedArticlesProperties,
  RelatedArticlesTag,
} from './element.js';

type Explicit<Prefix extends string, Values> = {
  [Name in keyof Values & string as `${Prefix}:${Name}`]?: Values[Name];
};
type Props = RelatedArticlesAttributes &
  RelatedArticlesProperties &
  Explicit<'attr', RelatedArticlesAttributes> &
  Explicit<'prop', RelatedArticlesProperties> &
  RelatedArticlesColonListeners &
  JSX.HTMLAttributes<RelatedArticles>;

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends RelatedArticlesTag<Props> {}
  }
}

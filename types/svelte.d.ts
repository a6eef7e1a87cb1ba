/** The tag in the templates of Svelte. */
import type { HTMLAttributes } from 'svelte/elements';
import type { RelatedArticles } from '../dist/element.js';
import type {
  RelatedArticlesAttributes,
  RelatedArticlesListeners,
  RelatedArticlesColonListeners,
  RelatedArticlesProperties,
  RelatedArticlesTag,
} from './element.js';

type Props = RelatedArticlesAttributes &
  RelatedArticlesProperties &
  RelatedArticlesListeners &
  RelatedArticlesColonListeners &
  HTMLAttributes<RelatedArticles>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends RelatedArticlesTag<Props> {}
}

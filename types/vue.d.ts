/** The tag in the templates of Vue 3. */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { RelatedArticles } from '../dist/element.js';
import type {
  RelatedArticlesCamelListeners,
  RelatedArticlesProperties,
  RelatedArticlesTag,
} from './element.js';

type Props = RelatedArticlesProperties & RelatedArticlesCamelListeners & HTMLAttributes & PublicProps;

declare module 'vue' {
  interface GlobalComponents extends RelatedArticlesTag<
    new () => RelatedArticles & { readonly $props: Props }
  > {}
}

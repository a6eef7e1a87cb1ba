import { RelatedArticles } from './element/related-articles.js';

RelatedArticles.define();

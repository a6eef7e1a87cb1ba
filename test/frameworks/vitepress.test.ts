import { testApp } from './app-suite.js';
import { articlesMarkdown, newsPath } from './articles.js';

await testApp({
  name: 'VitePress',
  folder: 'vitepress',
  articles: articlesMarkdown('news', (_post, next) =>
    next ? `next: { text: Next, link: ${newsPath(next)} }` : '',
  ),
  path: (post) => `${newsPath(post)}.html`,
  output: '.vitepress/dist',
  properties: 'always',
  isHydrated: true,
});

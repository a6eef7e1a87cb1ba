import { testApp } from './app-suite.js';
import { articlesHtml, newsFolder } from './articles.js';
import { guide } from './workshop.js';

await testApp({
  name: 'Swup',
  folder: 'swup',
  articles: articlesHtml(guide('frameworks/swup')),
  path: newsFolder,
  output: 'public',
  properties: 'never',
});

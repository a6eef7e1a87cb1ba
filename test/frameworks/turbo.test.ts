import { testApp } from './app-suite.js';
import { articlesHtml, newsFolder } from './articles.js';
import { guide } from './workshop.js';

await testApp({
  name: 'Turbo',
  folder: 'turbo',
  articles: articlesHtml(guide('frameworks/turbo')),
  path: newsFolder,
  output: 'public',
  properties: 'never',
});

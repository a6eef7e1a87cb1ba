import { testApp } from './app-suite.js';
import { articlesHtml, newsFolder } from './articles.js';
import { guide } from './workshop.js';

await testApp({
  name: 'htmx',
  folder: 'htmx',
  articles: articlesHtml(guide('frameworks/htmx')),
  path: newsFolder,
  output: 'public',
  properties: 'never',
});

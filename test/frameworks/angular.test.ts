import { testApp } from './app-suite.js';
import { articlesJson, newsPath } from './articles.js';

await testApp({
  name: 'Angular',
  folder: 'angular',
  articles: { 'public/articles.json': articlesJson(newsPath) },
  output: 'dist',
  fallback: 'index.html',
  properties: 'always',
});

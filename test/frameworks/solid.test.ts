import { testApp } from './app-suite.js';
import { articlesJson, newsPath } from './articles.js';

await testApp({
  name: 'Solid',
  folder: 'solid',
  articles: { 'public/articles.json': articlesJson(newsPath) },
  output: 'dist',
  fallback: 'index.html',
  properties: 'always',
});

import { testApp } from './app-suite.js';
import { articlesJson, newsFolder } from './articles.js';

await testApp({
  name: 'Astro',
  folder: 'astro',
  articles: { 'public/articles.json': articlesJson(newsFolder) },
  path: newsFolder,
  output: 'dist',
  properties: 'never',
});

import { testApp } from './app-suite.js';
import { articlesJson, newsPath } from './articles.js';

await testApp({
  name: 'Nuxt',
  folder: 'nuxt',
  articles: { 'public/articles.json': articlesJson(newsPath) },
  output: '.output/public',
  properties: 'always',
  isHydrated: true,
  development: 'npx nuxt dev --port $PORT',
});

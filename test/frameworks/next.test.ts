import { testApp } from './app-suite.js';
import { articlesJson, newsPath } from './articles.js';

await testApp({
  name: 'Next.js',
  folder: 'next',
  articles: { 'public/articles.json': articlesJson(newsPath) },
  server: 'npx next start',
  properties: 'always',
  isHydrated: true,
  development: 'npx next dev',
});

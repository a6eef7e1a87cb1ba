import { testApp } from './app-suite.js';
import { articlesJson, newsPath } from './articles.js';

await testApp({
  name: 'SvelteKit',
  folder: 'sveltekit',
  articles: { 'static/articles.json': articlesJson(newsPath) },
  output: 'build',
  properties: 'always',
  isHydrated: true,
  development: 'npx vite dev --port $PORT',
});

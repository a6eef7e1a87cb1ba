import { testApp } from './app-suite.js';
import { articlesMarkdown } from './articles.js';

await testApp({
  name: 'Docusaurus',
  folder: 'docusaurus',
  articles: articlesMarkdown('docs'),
  output: 'build',
  properties: 'always',
  isHydrated: true,
});

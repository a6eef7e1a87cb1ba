import { testApp } from './app-suite.js';
import { articlesMarkdown, newsFolder } from './articles.js';

await testApp({
  name: 'Material for MkDocs',
  folder: 'material-for-mkdocs',
  articles: articlesMarkdown('docs/news'),
  path: newsFolder,
  output: 'site',
  properties: 'never',
});

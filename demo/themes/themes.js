import blog from './blog.css?raw';
import magazine from './dark-magazine.css?raw';
import documentation from './documentation.css?raw';
import news from './news.css?raw';

/** The example themes: parts and custom properties alone, with the attributes that go with them. */
export const themes = [
  { name: 'news', title: 'News site', css: news, attributes: {} },
  { name: 'blog', title: 'Blog', css: blog, attributes: { layout: 'grid', 'no-read-more': '' } },
  { name: 'documentation', title: 'Documentation', css: documentation, attributes: { layout: 'compact' } },
  { name: 'dark-magazine', title: 'Dark magazine', css: magazine, attributes: { layout: 'carousel' } },
];

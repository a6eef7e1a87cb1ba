import city from '../images/stadt.svg?url';
import blog from './blog.css?raw';
import broadsheet from './broadsheet.css?raw';
import magazine from './dark-magazine.css?raw';
import documentation from './documentation.css?raw';
import news from './news.css?raw';
import broadcaster from './public-broadcaster.css?raw';
import weekly from './weekly.css?raw';

const kicker = { 'show-kicker': '' };
/** A picture for articles that have none. */
const cover = { 'default-image': city };
const titlesAlone = { 'no-excerpts': '', 'no-read-more': '' };

/** The example themes: parts and custom properties alone, with the attributes that go with them. */
export const themes = [
  { name: 'news', title: 'News site', css: news, attributes: { limit: '4' } },
  {
    name: 'broadsheet',
    title: 'Broadsheet',
    css: broadsheet,
    attributes: { layout: 'grid', ...kicker, 'no-images': '', 'no-read-more': '', 'date-style': 'medium' },
  },
  {
    name: 'public-broadcaster',
    title: 'Public broadcaster',
    css: broadcaster,
    attributes: {
      layout: 'grid',
      limit: '7',
      'mark-first': '',
      ...kicker,
      'no-dates': '',
      'read-more': 'More',
      ...cover,
    },
  },
  {
    name: 'weekly',
    title: 'Weekly',
    css: weekly,
    attributes: { layout: 'grid', limit: '8', ...kicker, ...titlesAlone, 'date-style': 'medium', ...cover },
  },
  { name: 'blog', title: 'Blog', css: blog, attributes: { layout: 'grid', 'no-read-more': '' } },
  { name: 'documentation', title: 'Documentation', css: documentation, attributes: { layout: 'compact' } },
  { name: 'dark-magazine', title: 'Dark magazine', css: magazine, attributes: { layout: 'carousel' } },
];

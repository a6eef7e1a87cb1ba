// An app whose page a server renders with React, and which the browser hydrates: the block is the package's component.
import { createElement as h, StrictMode } from 'react';
import { RelatedArticles } from 'related-articles/react';

const articles = [
  { url: '/', title: 'A mast in the wood', text: 'Masts and woods.', tags: ['Masts'] },
  { url: '/mast', title: 'Another mast', text: 'Masts and hills.', tags: ['Masts'] },
];
const strings = { heading: 'Read on' };

export function Page({ events = {}, ...props }) {
  const own = h('a', { href: '/news' }, 'All news');
  return h(
    StrictMode,
    null,
    h(
      RelatedArticles,
      { id: 'block', headingLevel: 3, noDates: true, articles, strings, ...events, ...props },
      own,
    ),
  );
}

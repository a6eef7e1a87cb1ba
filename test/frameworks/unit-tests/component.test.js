import { render, waitFor } from '@testing-library/react';
import { createElement } from 'react';
import { RelatedArticles } from 'related-articles/react';

const articles = [
  { url: '/open-ran', title: 'Open RAN in the harbour' },
  { url: '/costs', title: 'What Open RAN costs' },
];

test('the React component shows what is related', async () => {
  const seen = [];
  const onLoad = ({ related }) => seen.push(...related);
  render(createElement(RelatedArticles, { article: '/open-ran', articles, onLoad }));
  await waitFor(() => expect(seen.length).toBe(1), { timeout: 30_000 });
  expect(seen[0].article.title).toBe('What Open RAN costs');
}, 60_000);

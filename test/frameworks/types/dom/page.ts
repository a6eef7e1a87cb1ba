import { isIndexError } from 'related-articles';

const block = document.querySelector('related-articles');
if (block) {
  block.articles = [{ url: '/open-ran', title: 'Open RAN in the harbour' }];
  block.addEventListener('related-articles-error', ({ error }) => {
    if (isIndexError(error)) console.info(error.code, error.url);
  });
}

if (block) {
  block.addEventListener('related-articles-select', (event) => event.related.score.toFixed(event.position));
  // @ts-expect-error a title is missing
  block.articles = [{ url: '/open-ran' }];
  // @ts-expect-error no layout
  block.layout = 'circle';
  // @ts-expect-error read-only
  block.error = undefined;
  // @ts-expect-error no member of this event
  block.addEventListener('related-articles-load', (event) => event.position);
}

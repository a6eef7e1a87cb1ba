import { expect, waitUntil } from '@open-wc/testing';
import { RelatedArticles } from '../../src/index.js';
import { article, block, feed, serve, settled, titles } from './support.js';

let count = 0;

/** An element that a page has before its script defines it, with these attributes. */
function early(attributes: Record<string, string>): { element: RelatedArticles; define: () => void } {
  const name = `late-articles-${count++}`;
  const element = document.createElement(name) as RelatedArticles;
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  document.body.append(element);
  return { element, define: () => RelatedArticles.define(name) };
}

const shows = (element: RelatedArticles, ...expected: string[]): Promise<void> =>
  waitUntil(() => String(titles(element)) === String(expected), `shows ${expected.join()}`);

describe('an element that is defined late', () => {
  it('keeps attributes and defaults whose properties the page has touched before', async () => {
    serve({ '/touched.json': feed(article('a'), article('b')) });
    const { element, define } = early({ src: '/touched.json', article: 'now', layout: 'compact' });
    Object.assign(element, { src: element.src, layout: element.layout, limit: element.limit });
    define();
    await shows(element, 'Title of a', 'Title of b');
    expect([element.src, element.layout, element.limit]).to.deep.equal(['/touched.json', 'compact', 6]);
  });

  it('takes the properties that the page has set before', async () => {
    const { element, define } = early({ article: 'now', limit: '1' });
    element.limit = 2;
    element.articles = ['now', 'a', 'b', 'c'].map((id) => article(id));
    define();
    await shows(element, 'Title of a', 'Title of b');
  });
});

describe('an element in a DOM library for unit tests', () => {
  it('shows its cards without what browsers alone have', async () => {
    const internals = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'attachInternals')!;
    delete (HTMLElement.prototype as Partial<HTMLElement>).attachInternals;
    try {
      const element = block({ article: 'now' });
      element.articles = [article('now'), article('a')];
      expect(titles(await settled(element))).to.deep.equal(['Title of a']);
    } finally {
      Object.defineProperty(HTMLElement.prototype, 'attachInternals', internals);
    }
  });
});

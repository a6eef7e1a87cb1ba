import { expect } from '@open-wc/testing';
import type { Article, RelatedArticle, RelatedArticles } from '../../src/index.js';
import { article, block, part, parts, settled, titles } from './support.js';

/** Articles as a page gives them to the property `related`. */
function given(...articles: readonly Article[]): RelatedArticle[] {
  return articles.map((each) => ({ article: each, score: 1, reasons: { tags: [], terms: [] } }));
}

/** A block on the page that shows these articles. */
async function blockWith(...articles: readonly Article[]): Promise<RelatedArticles> {
  const element = block({});
  element.related = given(...articles);
  return settled(element);
}

/** Clicks on a link, and gives the ids of the articles that the block's events name. */
function click(element: RelatedArticles, link: Element | null): string[] {
  const ids: string[] = [];
  element.addEventListener('related-articles-select', (event) => {
    ids.push(event.article.id);
    event.preventDefault();
  });
  // Without the event the link would lead away from the tests.
  document.addEventListener('click', (event) => event.preventDefault(), { once: true });
  link?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
  return ids;
}

describe('the property related', () => {
  it('shows its articles in their order, without an index', async () => {
    const element = await blockWith(article('b'), article('a'));
    expect(titles(element)).to.deep.equal(['Title of b', 'Title of a']);
    expect(element.related.map(({ article: { id } }) => id)).to.deep.equal(['b', 'a']);
  });

  it('leaves out articles that have expired or lie in the future', async () => {
    const element = await blockWith(
      article('a', { date: '9999-12-31' }),
      article('b', { expires: '2001-01-01' }),
      article('c'),
    );
    expect(titles(element)).to.deep.equal(['Title of c']);
  });

  it('shows an article without its date if the date can’t be read', async () => {
    const element = await blockWith(article('a', { date: 'yesterday' }));
    expect(titles(element)).to.deep.equal(['Title of a']);
    expect(parts(element, 'date')).to.deep.equal([]);
  });

  for (const url of [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    'https://user:pw@site.example/a',
  ]) {
    it(`leaves out an article with the URL ${url.trim()}`, async () => {
      const element = await blockWith(article('a', { url }), article('b'));
      expect(titles(element)).to.deep.equal(['Title of b']);
      expect(element.related).to.have.lengthOf(1);
    });
  }

  it('resolves a relative URL, and the card’s link dispatches an event', async () => {
    const element = await blockWith(article('a', { url: '/news/../a?b=c d' }));
    const link = part(element, 'read-more');
    expect(link.getAttribute('href')).to.equal(`${location.origin}/a?b=c%20d`);
    expect(click(element, link)).to.deep.equal(['a']);
  });

  it('resolves a relative URL, and a link of renderCard dispatches an event', async () => {
    const element = block({});
    element.related = given(article('a', { url: '/a' }));
    element.renderCard = (_, { url, title }) =>
      Object.assign(document.createElement('a'), { href: url, textContent: title });
    await settled(element);
    expect(click(element, part(element, 'card').querySelector('a'))).to.deep.equal(['a']);
  });

  it('shows the number of posts without a link if the URL of the discussion is a script', async () => {
    const element = await blockWith(article('a', { discussion: { count: 2, url: 'javascript:alert(1)' } }));
    expect(part(element, 'discussion').localName).to.equal('span');
    expect(part(element, 'discussion').textContent).to.equal('2 comments');
    expect(element.renderRoot.querySelectorAll('[href^="javascript:"]')).to.have.lengthOf(0);
  });

  it('shows no picture if its URL is a script', async () => {
    const element = await blockWith(article('a', { image: 'javascript:alert(1)' }));
    expect(parts(element, 'image')).to.deep.equal([]);
  });
});

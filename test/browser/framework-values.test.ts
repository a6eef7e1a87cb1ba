import { expect } from '@open-wc/testing';
import type { RelatedArticles } from '../../src/index.js';
import { article, block, blockOf, part, parts, settled, titles } from './support.js';

const others = ['a', 'b'].map((id) => article(id, { date: '2026-11-17' }));

/** A block on the page whose properties have these values, whatever their types. */
function blockWith(values: Record<string, unknown>): Promise<RelatedArticles> {
  const articles = [article('now'), ...others];
  return settled(Object.assign(block({ article: 'now' }), { articles, ...values }));
}

describe('a value as frameworks set it', () => {
  it('counts as a number if it is a text in a property', async () => {
    const element = await blockWith({ limit: '1', headingLevel: '4' });
    expect(titles(element)).to.deep.equal(['Title of a']);
    expect(part(element, 'heading').localName).to.equal('h4');
  });

  for (const nothing of [undefined, null, '']) {
    it(`counts as left out if it is ${JSON.stringify(nothing)} in place of a number`, async () => {
      const element = await blockWith({ limit: nothing, minScore: nothing });
      expect(titles(element)).to.deep.equal(['Title of a', 'Title of b']);
    });
  }

  it('leaves a switch off if its attribute says "false"', async () => {
    const element = await blockOf(others, { 'no-dates': 'false', 'show-tags': 'true' });
    expect([parts(element, 'date').length, parts(element, 'tags').length]).to.deep.equal([2, 2]);
  });

  it('may be a list of articles that have a title and an address only', async () => {
    const element = block({ article: '/now' });
    element.articles = [
      { url: '/now', title: 'Masts in the wood' },
      { url: '/a', title: 'More masts' },
    ];
    expect(titles(await settled(element))).to.deep.equal(['More masts']);
  });
});

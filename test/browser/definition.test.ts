import { expect } from '@open-wc/testing';
import { RelatedArticles } from '../../src/index.js';

describe('registration', () => {
  it('makes the tag a related-articles block', () => {
    expect(document.createElement('related-articles')).to.be.instanceOf(RelatedArticles);
  });

  it('does nothing the second time', () => {
    RelatedArticles.define();
    expect(customElements.get('related-articles')).to.equal(RelatedArticles);
  });

  it('takes another tag name beside the usual one', () => {
    RelatedArticles.define('more-articles');
    expect(document.createElement('more-articles')).to.be.instanceOf(RelatedArticles);
  });
});

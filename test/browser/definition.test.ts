import { expect } from '@open-wc/testing';
import { RelatedArticles } from '../../src/index.js';

describe('the script', () => {
  it('registers <related-articles>', () => {
    expect(document.createElement('related-articles')).to.be.instanceOf(RelatedArticles);
  });
});

describe('define', () => {
  it('does nothing if the tag name is registered already', () => {
    RelatedArticles.define();
    expect(customElements.get('related-articles')).to.equal(RelatedArticles);
  });

  it('registers another tag name beside the default one', () => {
    RelatedArticles.define('more-articles');
    expect(document.createElement('more-articles')).to.be.instanceOf(RelatedArticles);
  });
});

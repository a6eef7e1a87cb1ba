import { expect } from '@open-wc/testing';
import type { RelatedArticles } from '../../src/index.js';
import { article, block, blockOf, parts, serve, waitUntil, warnings } from './support.js';

/** Whether a block is a landmark: it shows cards, and its `<nav>` keeps its role. */
function isLandmark(element: RelatedArticles): boolean {
  return parts(element, 'base').some((nav) => nav.getAttribute('role') !== 'none');
}

/** An element of the author's that replaces a block's heading. */
function ownHeading(text: string): HTMLElement {
  return Object.assign(document.createElement('h2'), { slot: 'heading', textContent: text });
}

describe('of two blocks with the same heading', () => {
  /** Two blocks whose headings say the same. The first is a landmark. */
  async function twoBlocks(): Promise<[first: RelatedArticles, second: RelatedArticles]> {
    const [first, second] = [await blockOf([article('a')]), await blockOf([article('b')])];
    expect([first, second].map(isLandmark)).to.deep.equal([true, false]);
    return [first, second];
  }

  it('the first on the page is the landmark, even if it comes later', async () => {
    const second = await blockOf([article('b')]);
    expect(isLandmark(second)).to.equal(true);
    const first = block({ article: 'now' });
    first.articles = [article('now'), article('a')];
    second.before(first);
    await waitUntil(() => isLandmark(first) && !isLandmark(second));
  });

  it('the second becomes the landmark when the first is removed', async () => {
    const [first, second] = await twoBlocks();
    first.remove();
    await waitUntil(() => isLandmark(second));
  });

  it('the second becomes the landmark when nothing is related for the first', async () => {
    const [first, second] = await twoBlocks();
    first.articles = [article('now')];
    await waitUntil(() => isLandmark(second));
    expect(parts(first, 'base')).to.deep.equal([]);
  });

  it('the second becomes the landmark when the index of the first can’t be loaded', async () => {
    const [first, second] = await twoBlocks();
    serve({ '/missing-landmark.json': 404 });
    first.articles = undefined;
    first.src = '/missing-landmark.json';
    await waitUntil(() => isLandmark(second));
    expect(first.error).to.be.instanceOf(Error);
    expect(warnings()).to.have.lengthOf(1);
  });

  it('the second becomes the landmark when the first can’t be rendered', async () => {
    const [first, second] = await twoBlocks();
    first.renderCard = () => Symbol('no text');
    await waitUntil(() => isLandmark(second));
    expect(warnings()).to.have.lengthOf(1);
  });

  it('the second is the landmark if the first is hidden by a style', async () => {
    const first = await blockOf([article('a')]);
    first.style.display = 'none';
    expect(isLandmark(await blockOf([article('b')]))).to.equal(true);
  });

  it('the one that comes first after a move is the landmark', async () => {
    const [first, second] = await twoBlocks();
    second.after(first);
    await waitUntil(() => isLandmark(second) && !isLandmark(first));
  });

  it('the second is a landmark from the start if the first shows nothing', async () => {
    await blockOf([]);
    expect(isLandmark(await blockOf([article('b')]))).to.equal(true);
  });
});

describe('the heading of a block', () => {
  it('counts as the same if an attribute gives the default text', async () => {
    const first = await blockOf([article('a')], { lang: 'en' });
    const second = await blockOf([article('b')], { lang: 'en', heading: ' You might also like ' });
    const third = await blockOf([article('c')], { lang: 'en', heading: 'More' });
    expect([first, second, third].map(isLandmark)).to.deep.equal([true, false, true]);
  });

  it('counts by the text of an element with slot="heading"', async () => {
    const first = await blockOf([article('a')], { lang: 'en' });
    const second = await blockOf([article('b')], { lang: 'en' }, ownHeading('You might also like'));
    const third = await blockOf([article('c')], { lang: 'en' }, ownHeading('More'));
    const fourth = await blockOf([article('d')], { lang: 'en', heading: 'More' });
    expect([first, second, third, fourth].map(isLandmark)).to.deep.equal([true, false, true, false]);
  });
});

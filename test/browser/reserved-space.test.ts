import { aTimeout, expect } from '@open-wc/testing';
import type { Article, RelatedArticles } from '../../src/index.js';
import { article, block, nextFrame, part, parts, settled, waitUntil } from './support.js';

const LAYOUTS = ['list', 'grid', 'compact', 'carousel'];

/** A page of a block that waits for its index, with a paragraph below it. */
function page(
  attributes: Record<string, string>,
  ...content: string[]
): { element: RelatedArticles; below: HTMLElement } {
  const element = block({ article: 'now', lang: 'en', src: '/never.json', ...attributes }, ...content);
  window.fetch = () => new Promise(() => undefined);
  const below = Object.assign(document.createElement('p'), { textContent: 'Below' });
  document.body.append(element, below);
  return { element, below };
}

const top = (element: Element): number => Math.round(element.getBoundingClientRect().top);

/** Gives a waiting block its articles, and waits until it shows them. */
async function giveArticles(element: RelatedArticles, others: readonly Article[]): Promise<void> {
  const done = new Promise((resolve) =>
    element.addEventListener('related-articles-load', resolve, { once: true }),
  );
  element.articles = [article('now'), ...others];
  await done;
  await nextFrame();
}

/** Notes the listeners for `pointerup` and `keydown` that are added to the window and removed from it from now on. */
function watchListeners(): { types: () => string[]; stopWatching: () => void } {
  const [add, remove] = [window.addEventListener.bind(window), window.removeEventListener.bind(window)];
  const added: { type: string; listener: unknown }[] = [];
  window.addEventListener = (...given: Parameters<typeof add>) => {
    const [type, listener] = given;
    if (['pointerup', 'keydown'].includes(type)) added.push({ type, listener });
    add(...given);
  };
  window.removeEventListener = (...given: Parameters<typeof remove>) => {
    const at = added.findIndex(({ type, listener }) => type === given[0] && listener === given[1]);
    if (at >= 0) added.splice(at, 1);
    remove(...given);
  };
  return {
    types: () => added.map(({ type }) => type),
    stopWatching: () => {
      for (const name of ['addEventListener', 'removeEventListener']) Reflect.deleteProperty(window, name);
    },
  };
}

const others = Array.from({ length: 2 }, (_, at) =>
  article(`a${at}`, { excerpt: 'A teaser. ', date: '2026-11-17' }),
);

describe('the reserved space', () => {
  for (const layout of LAYOUTS) {
    it(`is as high as the cards, so that nothing below moves: ${layout}`, async () => {
      const { element, below } = page({ layout, limit: '2', 'no-images': '' });
      await element.updateComplete;
      const before = top(below);
      expect(before).to.be.above(80);
      expect(before).to.be.below(innerHeight);
      await giveArticles(element, others);
      expect(parts(element, 'title')).to.have.lengthOf(2);
      expect(top(below)).to.equal(before);
    });

    it(`is given back when the visitor does something: ${layout}`, async () => {
      const { element, below } = page({ layout, limit: '2', 'no-images': '' });
      await element.updateComplete;
      const before = top(below);
      await giveArticles(element, []);
      expect(top(below)).to.equal(before);
      dispatchEvent(new PointerEvent('pointerup'));
      await element.updateComplete;
      expect(element.getBoundingClientRect().height).to.equal(0);
      expect(getComputedStyle(element).display).to.equal('none');
    });

    it(`is given back at once if nothing on the page moves: ${layout}`, async () => {
      const { element, below } = page({ layout, limit: '2', 'no-images': '' });
      below.remove();
      await element.updateComplete;
      expect(element.getBoundingClientRect().height).to.be.above(80);
      await giveArticles(element, []);
      expect(element.getBoundingClientRect().height).to.equal(0);
    });

    it(`is given back at once if it is below the window: ${layout}`, async () => {
      const above = document.createElement('div');
      above.style.blockSize = `${innerHeight + 50}px`;
      document.body.append(above);
      const { element } = page({ layout });
      await waitUntil(() => element.getBoundingClientRect().height > 100);
      await giveArticles(element, []);
      expect(element.getBoundingClientRect().height).to.equal(0);
    });
  }

  it('has no skeleton below the window if the articles come soon', async () => {
    const above = document.createElement('div');
    above.style.blockSize = `${innerHeight}px`;
    document.body.append(above);
    const { element } = page({ limit: '2' });
    const skeletons: unknown[] = [];
    const observer = new MutationObserver(() => skeletons.push(...parts(element, 'skeleton')));
    observer.observe(element.renderRoot, { childList: true, subtree: true });
    await giveArticles(element, others);
    await aTimeout(200);
    observer.disconnect();
    expect(parts(element, 'title')).to.have.lengthOf(2);
    expect(skeletons).to.deep.equal([]);
  });

  it('is given back when the visitor has scrolled past it', async () => {
    const { element, below } = page({ limit: '1', 'no-images': '' });
    below.style.blockSize = '3000px';
    await element.updateComplete;
    await giveArticles(element, []);
    expect(element.getBoundingClientRect().height).to.be.above(50);
    scrollTo(0, 1500);
    const { top: before } = below.getBoundingClientRect();
    await waitUntil(
      () => element.getBoundingClientRect().height === 0 || !CSS.supports('overflow-anchor', 'auto'),
    );
    await aTimeout(50);
    expect(Math.abs(below.getBoundingClientRect().top - before)).to.be.below(2);
    scrollTo(0, 0);
  });

  it('ends at the lower edge of the window if nothing is related', async () => {
    const { element } = page({ limit: '40' });
    await element.updateComplete;
    expect(element.getBoundingClientRect().bottom).to.be.above(innerHeight);
    await giveArticles(element, []);
    expect(element.getBoundingClientRect().bottom).to.be.at.most(innerHeight + 1);
  });

  it('grows with the limit, and is hidden from assistive technology', async () => {
    const { element } = page({ limit: '3' });
    await element.updateComplete;
    const three = element.getBoundingClientRect().height;
    element.limit = 6;
    await element.updateComplete;
    expect(element.getBoundingClientRect().height).to.be.above(three * 1.7);
    expect(part(element, 'skeleton').getAttribute('aria-hidden')).to.equal('true');
  });

  it('shows the author’s content in place of the skeleton’s bars', async () => {
    const { element } = page({ limit: '2' }, 'All news');
    await element.updateComplete;
    expect(getComputedStyle(part(element, 'skeleton')).visibility).to.equal('hidden');
    expect(element.getBoundingClientRect().height).to.be.above(100);
  });

  it('is empty without an index', async () => {
    const element = block({ article: 'now' });
    document.body.append(element);
    await element.updateComplete;
    expect(element.getBoundingClientRect().height).to.equal(0);
    element.articles = [article('now')];
    await settled(element);
  });

  it('is there for a block with loading="lazy" too', async () => {
    const { element } = page({ loading: 'lazy', limit: '3' });
    await element.updateComplete;
    expect(element.getBoundingClientRect().height).to.be.above(100);
  });

  it('has no text and no landmark', async () => {
    const { element } = page({ limit: '2' });
    await element.updateComplete;
    expect(part(element, 'skeleton').textContent?.trim()).to.equal('');
    expect(parts(element, 'base')).to.deep.equal([]);
  });

  for (const [what, giveBack] of [
    ['the visitor presses a key', () => dispatchEvent(new KeyboardEvent('keydown'))],
    ['the visitor clicks', () => dispatchEvent(new PointerEvent('pointerup'))],
    ['the block is removed', (element: RelatedArticles) => element.remove()],
  ] as const) {
    it(`leaves no listener on the window when it is given back because ${what}`, async () => {
      const listeners = watchListeners();
      try {
        const { element } = page({ limit: '2' });
        await element.updateComplete;
        await giveArticles(element, []);
        expect(new Set(listeners.types())).to.deep.equal(new Set(['pointerup', 'keydown']));
        giveBack(element);
        await element.updateComplete;
        expect(listeners.types()).to.deep.equal([]);
      } finally {
        listeners.stopWatching();
      }
    });
  }
});

import { aTimeout, expect, nextFrame, waitUntil } from '@open-wc/testing';
import type { Article, RelatedArticles } from '../../src/index.js';
import { article, block, part, parts, settled } from './support.js';

const LAYOUTS = ['list', 'grid', 'compact', 'carousel'];

/** A page of a block with something below it, in a window of this height; all widths are the window's. */
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

/** Gives a waiting block its articles. */
async function arrive(element: RelatedArticles, others: readonly Article[]): Promise<void> {
  const done = new Promise((resolve) =>
    element.addEventListener('related-articles-load', resolve, { once: true }),
  );
  element.articles = [article('now'), ...others];
  await done;
  await nextFrame();
}

const others = Array.from({ length: 2 }, (_, at) =>
  article(`a${at}`, { excerpt: 'A teaser. ', date: '2026-11-17' }),
);

describe('the place of the cards', () => {
  for (const layout of LAYOUTS) {
    it(`is held from the first, and what is below it stays while a visitor sees it: ${layout}`, async () => {
      const { element, below } = page({ layout, limit: '2', 'no-images': '' });
      await element.updateComplete;
      const before = top(below);
      expect(before).to.be.above(80);
      expect(before).to.be.below(innerHeight);
      await arrive(element, others);
      expect(parts(element, 'title')).to.have.lengthOf(2);
      expect(top(below)).to.equal(before);
    });

    it(`is given back once the visitor does something: ${layout}`, async () => {
      const { element, below } = page({ layout, limit: '2', 'no-images': '' });
      await element.updateComplete;
      const before = top(below);
      await arrive(element, []);
      expect(top(below)).to.equal(before);
      dispatchEvent(new PointerEvent('pointerup'));
      await element.updateComplete;
      expect(element.getBoundingClientRect().height).to.equal(0);
      expect(getComputedStyle(element).display).to.equal('none');
    });

    it(`is given back at once where no visitor sees it: ${layout}`, async () => {
      const above = document.createElement('div');
      above.style.blockSize = `${innerHeight + 50}px`;
      document.body.append(above);
      const { element } = page({ layout });
      await waitUntil(() => element.getBoundingClientRect().height > 100);
      await arrive(element, []);
      expect(element.getBoundingClientRect().height).to.equal(0);
    });
  }

  it('is not held below the window where the answer comes soon', async () => {
    const above = document.createElement('div');
    above.style.blockSize = `${innerHeight}px`;
    document.body.append(above);
    const { element } = page({ limit: '2' });
    const seen: unknown[] = [];
    const observer = new MutationObserver(() => seen.push(...parts(element, 'skeleton')));
    observer.observe(element.renderRoot, { childList: true, subtree: true });
    await arrive(element, others);
    await aTimeout(200);
    observer.disconnect();
    expect(parts(element, 'title')).to.have.lengthOf(2);
    expect(seen).to.deep.equal([]);
  });

  it('is given back once the visitor has scrolled past', async () => {
    const { element, below } = page({ limit: '1', 'no-images': '' });
    below.style.blockSize = '3000px';
    await element.updateComplete;
    await arrive(element, []);
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

  it('is no higher than the window where nothing came', async () => {
    const { element } = page({ limit: '40' });
    await element.updateComplete;
    expect(element.getBoundingClientRect().bottom).to.be.above(innerHeight);
    await arrive(element, []);
    expect(element.getBoundingClientRect().bottom).to.be.at.most(innerHeight + 1);
  });

  it('is as high as the cards that are expected', async () => {
    const { element } = page({ limit: '3' });
    await element.updateComplete;
    const three = element.getBoundingClientRect().height;
    element.limit = 6;
    await element.updateComplete;
    expect(element.getBoundingClientRect().height).to.be.above(three * 1.7);
    expect(part(element, 'skeleton').getAttribute('aria-hidden')).to.equal('true');
  });

  it('shows the author’s content meanwhile, no bars', async () => {
    const { element } = page({ limit: '2' }, 'All news');
    await element.updateComplete;
    expect(getComputedStyle(part(element, 'skeleton')).visibility).to.equal('hidden');
    expect(element.getBoundingClientRect().height).to.be.above(100);
  });

  it('is not held without an index', async () => {
    const element = block({ article: 'now' });
    document.body.append(element);
    await element.updateComplete;
    expect(element.getBoundingClientRect().height).to.equal(0);
    element.articles = [article('now')];
    await settled(element);
  });

  it('is held for a block that waits for the visitor', async () => {
    const { element } = page({ loading: 'lazy', limit: '3' });
    await element.updateComplete;
    expect(element.getBoundingClientRect().height).to.be.above(100);
  });

  it('says nothing to anybody', async () => {
    const { element } = page({ limit: '2' });
    await element.updateComplete;
    expect(part(element, 'skeleton').textContent?.trim()).to.equal('');
    expect(parts(element, 'base')).to.deep.equal([]);
  });
});

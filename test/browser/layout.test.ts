import { aTimeout, expect, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { RelatedArticles } from '../../src/index.js';
import { article, blockOf, part, parts, warnings } from './support.js';

const image = new URL('/demo/images/mast.svg', location.href).href;

/** Articles with everything that a card shows. */
function many(count: number): ReturnType<typeof article>[] {
  return Array.from({ length: count }, (_, at) =>
    article(`a${at}`, { excerpt: 'A teaser of a few words. '.repeat(6), date: '2026-11-17', image }),
  );
}

/** Puts a block into a frame of this width. */
async function inFrame(
  width: string,
  attributes: Record<string, string>,
  count = 6,
): Promise<RelatedArticles> {
  const frame = document.createElement('div');
  frame.style.width = width;
  document.body.append(frame);
  const element = await blockOf(many(count), { limit: String(count), ...attributes });
  frame.append(element);
  await nextFrame();
  return element;
}

const tops = (element: RelatedArticles, name: string): number[] =>
  parts(element, name).map((piece) => Math.round(piece.getBoundingClientRect().top));

/** How many cards stand beside each other in the first row. */
const columns = (element: RelatedArticles): number =>
  tops(element, 'card').filter((top, _, [first]) => top === first).length;

describe('the layout', () => {
  it('is a list unless the author says otherwise', async () => {
    const element = await inFrame('700px', {});
    expect(columns(element)).to.equal(1);
    expect(part(element, 'base').classList.contains('list')).to.equal(true);
  });

  it('is a list for a name that is none, and says so once', async () => {
    const element = await inFrame('700px', { layout: 'nonsense' });
    expect(columns(element)).to.equal(1);
    expect(warnings()).to.deep.equal([
      'related-articles: layout="nonsense" is none of list, grid, compact, carousel; list is used',
    ]);
  });

  it('is quietly a list for a blank name', async () => {
    expect(columns(await inFrame('700px', { layout: ' ' }))).to.equal(1);
  });

  it('changes with its attribute', async () => {
    const element = await inFrame('700px', {});
    element.layout = 'grid';
    await element.updateComplete;
    expect(columns(element)).to.equal(2);
  });

  it('goes by the width of the block, not of the window', async () => {
    const isBeside = (element: RelatedArticles): boolean =>
      part(element, 'image').getBoundingClientRect().left >
      part(element, 'title').getBoundingClientRect().right - 1;
    expect(isBeside(await inFrame('700px', {}))).to.equal(true);
    document.body.replaceChildren();
    expect(isBeside(await inFrame('300px', {}))).to.equal(false);
  });

  for (const layout of ['list', 'grid', 'compact', 'carousel']) {
    it(`has no more links than cards, and no tab stop besides its buttons: ${layout}`, async () => {
      const element = await inFrame('700px', { layout });
      const stops = element.renderRoot.querySelectorAll('a[href], button, [tabindex]:not([tabindex="-1"])');
      expect(stops).to.have.lengthOf(layout === 'carousel' ? 8 : 6);
    });

    for (const dir of ['ltr', 'rtl']) {
      it(`stays in its box at 320 px: ${layout} ${dir}`, async () => {
        const frame = document.createElement('div');
        frame.style.width = '320px';
        frame.style.overflow = 'auto';
        frame.dir = dir;
        document.body.append(frame);
        const element = await blockOf(many(3), { layout });
        frame.append(element);
        await nextFrame();
        expect(frame.scrollWidth).to.be.at.most(320);
      });
    }
  }
});

describe('the grid', () => {
  it('has as many columns as there is room for', async () => {
    expect(columns(await inFrame('320px', { layout: 'grid' }))).to.equal(1);
    document.body.replaceChildren();
    expect(columns(await inFrame('900px', { layout: 'grid' }))).to.equal(3);
  });

  it('has columns as wide as the site wants', async () => {
    const element = await inFrame('900px', { layout: 'grid' });
    element.style.setProperty('--related-articles-column', '400px');
    await nextFrame();
    expect(columns(element)).to.equal(2);
  });

  it('aligns titles and links of a row, whatever their lengths', async () => {
    const others = many(3).map((one, at) => ({
      ...one,
      title: 'Long title '.repeat(at * 5 + 1),
      excerpt: 'Word. '.repeat(at * 9 + 1),
    }));
    const frame = document.createElement('div');
    frame.style.width = '900px';
    document.body.append(frame);
    const element = await blockOf(others, { layout: 'grid' });
    frame.append(element);
    await nextFrame();
    for (const name of ['title', 'date', 'excerpt', 'read-more']) {
      expect(new Set(tops(element, name)).size, name).to.equal(1);
    }
  });

  it('begins a card without a picture at the top, among others that have one', async () => {
    const [first, ...others] = many(3);
    const frame = document.createElement('div');
    frame.style.width = '900px';
    document.body.append(frame);
    const element = await blockOf([{ ...first, image: undefined } as never, ...others], { layout: 'grid' });
    frame.append(element);
    await nextFrame();
    const plain = parts(element, 'card').find((card) => !card.querySelector('img'));
    const heights = parts(element, 'card').map((card) => card.getBoundingClientRect().top);
    const title = plain?.querySelector('[part="title"]')?.getBoundingClientRect().top ?? 0;
    expect(title - (heights[0] ?? 0)).to.be.below(30);
  });
});

describe('the compact layout', () => {
  it('has titles with dates alone, the titles being links', async () => {
    const element = await inFrame('700px', { layout: 'compact' });
    expect(parts(element, 'title-link')).to.have.lengthOf(6);
    expect(parts(element, 'date')).to.have.lengthOf(6);
    for (const name of ['excerpt', 'image', 'read-more'])
      expect(parts(element, name), name).to.deep.equal([]);
  });
});

describe('the carousel', () => {
  async function carousel(width: string, dir = 'ltr', count = 6): Promise<RelatedArticles> {
    document.documentElement.dir = dir;
    const element = await inFrame(width, { layout: 'carousel', lang: 'en' }, count);
    part(element, 'list').style.scrollBehavior = 'auto';
    await waitUntil(() => part(element, 'next').hasAttribute('aria-disabled'), 'the buttons do nothing');
    return element;
  }
  afterEach(() => document.documentElement.removeAttribute('dir'));

  const isOff = (element: RelatedArticles, name: string): boolean =>
    part(element, name).getAttribute('aria-disabled') === 'true';

  it('has its cards in one row, and none in the way of the page', async () => {
    const element = await carousel('600px');
    expect(columns(element)).to.equal(6);
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
  });

  for (const dir of ['ltr', 'rtl']) {
    it(`is moved by its buttons, and tells at which end it is: ${dir}`, async () => {
      const element = await carousel('600px', dir);
      const list = part(element, 'list');
      expect([isOff(element, 'previous'), isOff(element, 'next')]).to.deep.equal([true, false]);
      part(element, 'next').click();
      await waitUntil(() => !isOff(element, 'previous'));
      expect(Math.abs(list.scrollLeft)).to.be.above(200);
      list.scrollLeft = dir === 'rtl' ? -9999 : 9999;
      await waitUntil(() => isOff(element, 'next'));
      part(element, 'previous').click();
      await waitUntil(() => !isOff(element, 'next'));
    });
  }

  it('names its buttons', async () => {
    const element = await carousel('600px');
    expect(part(element, 'previous').getAttribute('aria-label')).to.equal('Previous articles');
    expect(part(element, 'next').getAttribute('aria-label')).to.equal('Next articles');
  });

  it('shows its buttons once they move it', async () => {
    const element = await carousel('600px');
    expect(getComputedStyle(part(element, 'next')).visibility).to.equal('visible');
  });

  it('hides its buttons where all cards are in view', async () => {
    const element = await carousel('900px', 'ltr', 2);
    await waitUntil(() => getComputedStyle(part(element, 'controls')).visibility === 'hidden');
  });

  it('is passed through by a key press per button and link', async function () {
    // The driver of WebKitGTK presses no keys.
    if (!/Firefox|Chrome/.test(navigator.userAgent)) return this.skip();
    const element = await carousel('600px');
    const reached: (string | null | undefined)[] = [];
    for (let presses = 0; presses < 4; presses++) {
      await sendKeys({ press: 'Tab' });
      reached.push(element.renderRoot.querySelector(':focus')?.getAttribute('part'));
    }
    expect(reached).to.deep.equal(['previous', 'next', 'read-more', 'read-more']);
    return undefined;
  });

  it('brings a card into view whose link is reached by the keyboard', async () => {
    const element = await carousel('600px');
    const last = parts(element, 'read-more').at(-1);
    last?.focus();
    await aTimeout(50);
    const { right } = last?.getBoundingClientRect() ?? { right: 0 };
    expect(right).to.be.at.most(part(element, 'list').getBoundingClientRect().right + 1);
  });

  it('does not move by itself', async () => {
    const element = await carousel('600px');
    await aTimeout(300);
    expect(part(element, 'list').scrollLeft).to.equal(0);
  });
});

describe('right to left', () => {
  it('mirrors the list', async () => {
    const frame = document.createElement('div');
    frame.dir = 'rtl';
    frame.style.width = '700px';
    document.body.append(frame);
    const element = await blockOf([article('a', { image, excerpt: 'Short.' })]);
    frame.append(element);
    await nextFrame();
    expect(part(element, 'image').getBoundingClientRect().right).to.be.below(
      part(element, 'title').getBoundingClientRect().left,
    );
  });

  it('lets every title and excerpt run its own way', async () => {
    const element = await blockOf([article('a', { excerpt: 'Short.' })]);
    expect([part(element, 'title').dir, part(element, 'excerpt').dir]).to.deep.equal(['auto', 'auto']);
  });
});

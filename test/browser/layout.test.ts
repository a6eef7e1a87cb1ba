import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { RelatedArticles } from '../../src/index.js';
import { article, blockOf, nextFrame, part, parts, waitUntil, warnings } from './support.js';

const image = new URL('/demo/images/mast.svg', location.href).href;

/** Articles with everything that a card shows. */
function many(count: number): ReturnType<typeof article>[] {
  return Array.from({ length: count }, (_, at) =>
    article(`a${at}`, { excerpt: 'A teaser of a few words. '.repeat(6), date: '2026-11-17', image }),
  );
}

/** A block in a box of this width. */
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
  parts(element, name).map((each) => Math.round(each.getBoundingClientRect().top));

/** The number of cards in the first row. */
const columns = (element: RelatedArticles): number =>
  tops(element, 'card').filter((top, _, [first]) => top === first).length;

describe('the layout', () => {
  it('is a list by default', async () => {
    const element = await inFrame('700px', {});
    expect(columns(element)).to.equal(1);
    expect(part(element, 'base').classList.contains('list')).to.equal(true);
  });

  it('is a list, and the block warns once, if the name is unknown', async () => {
    const element = await inFrame('700px', { layout: 'nonsense' });
    expect(columns(element)).to.equal(1);
    expect(warnings()).to.deep.equal([
      'related-articles: layout="nonsense" is none of list, grid, compact, carousel; list is used',
    ]);
  });

  it('is a list without a warning if the name is blank', async () => {
    expect(columns(await inFrame('700px', { layout: ' ' }))).to.equal(1);
  });

  it('changes with its attribute', async () => {
    const element = await inFrame('700px', {});
    element.layout = 'grid';
    await element.updateComplete;
    expect(columns(element)).to.equal(2);
  });

  it('depends on the width of the block, not of the window', async () => {
    const isBeside = (element: RelatedArticles): boolean =>
      part(element, 'image').getBoundingClientRect().left >
      part(element, 'title').getBoundingClientRect().right - 1;
    expect(isBeside(await inFrame('700px', {}))).to.equal(true);
    document.body.replaceChildren();
    expect(isBeside(await inFrame('300px', {}))).to.equal(false);
  });

  for (const layout of ['list', 'grid', 'compact', 'carousel']) {
    it(`has one link per card, and no other tab stop than its buttons: ${layout}`, async () => {
      const element = await inFrame('700px', { layout });
      const stops = element.renderRoot.querySelectorAll('a[href], button, [tabindex]:not([tabindex="-1"])');
      expect(stops).to.have.lengthOf(layout === 'carousel' ? 8 : 6);
    });

    for (const dir of ['ltr', 'rtl']) {
      it(`fits into a box of 320 px: ${layout} ${dir}`, async () => {
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
  it('has as many columns as fit', async () => {
    expect(columns(await inFrame('320px', { layout: 'grid' }))).to.equal(1);
    document.body.replaceChildren();
    expect(columns(await inFrame('900px', { layout: 'grid' }))).to.equal(3);
  });

  it('has columns as wide as --related-articles-column says', async () => {
    const element = await inFrame('900px', { layout: 'grid' });
    element.style.setProperty('--related-articles-column', '400px');
    await nextFrame();
    expect(columns(element)).to.equal(2);
  });

  it('aligns titles, dates, excerpts and links in a row, whatever their lengths', async () => {
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

  it('begins a card without a picture at the top of the row', async () => {
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

describe('a card without a picture beside others', () => {
  for (const layout of ['grid', 'carousel']) {
    it(`has a title as large as theirs, and its link stands in line with theirs: ${layout}`, async () => {
      const [first, ...others] = many(3);
      const frame = document.createElement('div');
      frame.style.width = '900px';
      document.body.append(frame);
      const element = await blockOf([{ ...first, image: undefined } as never, ...others], { layout });
      frame.append(element);
      await nextFrame();
      const sizes = parts(element, 'title').map((title) => getComputedStyle(title).fontSize);
      expect(new Set(sizes).size).to.equal(1);
      expect(new Set(tops(element, 'read-more')).size).to.equal(1);
      const edges = parts(element, 'read-more').map((link, at) =>
        Math.round(
          link.getBoundingClientRect().left -
            (parts(element, 'title')[at]?.getBoundingClientRect().left ?? 0),
        ),
      );
      expect(edges).to.deep.equal([0, 0, 0]);
    });
  }

  it('has the picture that the author gives for such articles', async () => {
    const [first, second] = many(2);
    const element = await blockOf([{ ...first, image: undefined } as never, second as never], {
      layout: 'grid',
      'default-image': '/demo/images/stadt.svg',
    });
    const pictures = parts(element, 'image').map((picture) => (picture as HTMLImageElement).src);
    expect(new Set(pictures)).to.deep.equal(new Set([image, `${location.origin}/demo/images/stadt.svg`]));
  });

  it('has no picture if what the author gives is no web address', async () => {
    const element = await blockOf([article('a')], { 'default-image': 'javascript:alert(1)' });
    expect(parts(element, 'image')).to.deep.equal([]);
  });
});

describe('a designer, without a script,', () => {
  const sheets: HTMLStyleElement[] = [];
  const style = (css: string): void => {
    const sheet = Object.assign(document.createElement('style'), { textContent: css });
    document.head.append(sheet);
    sheets.push(sheet);
  };
  afterEach(() => {
    for (const sheet of sheets.splice(0)) sheet.remove();
  });

  for (const layout of ['list', 'grid', 'compact', 'carousel']) {
    it(`pads the texts of a card: ${layout}`, async () => {
      style('related-articles::part(text) { padding: 20px 30px; }');
      const element = await inFrame('900px', { layout, lang: 'en' });
      const text = part(element, 'text').getBoundingClientRect();
      const title = part(element, 'title').getBoundingClientRect();
      const below = Math.max(
        ...Array.from(
          part(element, 'text').querySelectorAll('[part]'),
          (each) => each.getBoundingClientRect().bottom,
        ),
      );
      expect(title.top - text.top).to.be.within(19, 24);
      expect(title.left - text.left).to.equal(30);
      expect(text.bottom - below).to.be.at.least(14);
    });
  }

  it('styles the first card with mark-first', async () => {
    style('related-articles::part(card first) { grid-column: span 2; }');
    const element = await inFrame('900px', { layout: 'grid', 'mark-first': '' }, 4);
    const widths = parts(element, 'card').map((card) => Math.round(card.getBoundingClientRect().width));
    expect(widths[0]).to.equal(2 * (widths[1] ?? 0) + 24);
    expect(new Set(widths.slice(1)).size).to.equal(1);
  });

  it('sets the space above the block, of which it brings some itself', async () => {
    const above = Object.assign(document.createElement('div'), { textContent: 'An article' });
    document.body.append(above);
    const element = await blockOf(many(1));
    const space = (): number => element.getBoundingClientRect().top - above.getBoundingClientRect().bottom;
    expect(space()).to.equal(40);
    style('related-articles { margin-top: 5px; }');
    expect(space()).to.equal(5);
  });

  it('sets how many lines an excerpt has, which ends with a whole word and dots', async () => {
    style(
      'related-articles { --related-articles-excerpt-lines: 2; } related-articles::part(excerpt) { line-height: 20px; }',
    );
    const element = await inFrame('400px', { 'no-images': '' });
    const excerpt = part(element, 'excerpt');
    expect(excerpt.getBoundingClientRect().height).to.equal(40);
    expect(getComputedStyle(excerpt).webkitLineClamp).to.equal('none');
    // Where the dots stand is seen in the pictures: engines give different values for their place.
    expect(getComputedStyle(excerpt, '::after').content).to.equal('"…"');
  });

  it('has no dots where an excerpt has no limit', async () => {
    style('related-articles { --related-articles-excerpt-lines: none; }');
    const element = await inFrame('400px', { 'no-images': '' });
    const excerpt = part(element, 'excerpt');
    const dots = getComputedStyle(excerpt, '::after');
    expect(excerpt.scrollHeight).to.equal(excerpt.clientHeight);
    expect([dots.left, dots.marginLeft]).to.deep.equal(['32px', '0px']);
  });
});

describe('the compact layout', () => {
  it('shows titles and dates only, and the titles are links', async () => {
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
    await waitUntil(() => part(element, 'next').hasAttribute('aria-disabled'), 'the buttons work');
    return element;
  }
  afterEach(() => document.documentElement.removeAttribute('dir'));

  const isDisabled = (element: RelatedArticles, name: string): boolean =>
    part(element, name).getAttribute('aria-disabled') === 'true';

  it('has its cards in one row, and does not widen the page', async () => {
    const element = await carousel('600px');
    expect(columns(element)).to.equal(6);
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
  });

  for (const dir of ['ltr', 'rtl']) {
    it(`is moved by its buttons, of which one is disabled at each end: ${dir}`, async () => {
      const element = await carousel('600px', dir);
      const list = part(element, 'list');
      expect([isDisabled(element, 'previous'), isDisabled(element, 'next')]).to.deep.equal([true, false]);
      part(element, 'next').click();
      await waitUntil(() => !isDisabled(element, 'previous'));
      expect(Math.abs(list.scrollLeft)).to.be.above(200);
      list.scrollLeft = dir === 'rtl' ? -9999 : 9999;
      await waitUntil(() => isDisabled(element, 'next'));
      part(element, 'previous').click();
      await waitUntil(() => !isDisabled(element, 'next'));
    });
  }

  it('has buttons with accessible names', async () => {
    const element = await carousel('600px');
    expect(part(element, 'previous').getAttribute('aria-label')).to.equal('Previous articles');
    expect(part(element, 'next').getAttribute('aria-label')).to.equal('Next articles');
  });

  it('shows its buttons once they can move it', async () => {
    const element = await carousel('600px');
    expect(getComputedStyle(part(element, 'next')).visibility).to.equal('visible');
  });

  it('hides its buttons if all cards are in view', async () => {
    const element = await carousel('900px', 'ltr', 2);
    await waitUntil(() => getComputedStyle(part(element, 'controls')).visibility === 'hidden');
  });

  it('takes one press of the Tab key per button and link', async function () {
    // The driver of WebKitGTK can't press keys.
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

  it('scrolls to a card whose link gets the focus', async () => {
    const element = await carousel('600px');
    const last = parts(element, 'read-more').at(-1);
    last?.focus();
    await waitUntil(
      () => last!.getBoundingClientRect().right <= part(element, 'list').getBoundingClientRect().right + 1,
      'the link is in sight',
    );
  });

  it('does not move by itself', async () => {
    const element = await carousel('600px');
    await aTimeout(300);
    expect(part(element, 'list').scrollLeft).to.equal(0);
  });
});

describe('the text direction', () => {
  it('mirrors the list on a page that runs from right to left', async () => {
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

  it('of each title and excerpt depends on its own text', async () => {
    const element = await blockOf([article('a', { excerpt: 'Short.' })]);
    expect([part(element, 'title').dir, part(element, 'excerpt').dir]).to.deep.equal(['auto', 'auto']);
  });
});

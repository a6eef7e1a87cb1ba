import { expect } from '@open-wc/testing';
import type { RelatedArticles } from '../../src/index.js';
import {
  article,
  block,
  blockOf,
  feed,
  nextFrame,
  part,
  parts,
  serve,
  settled,
  titles,
  waitUntil,
} from './support.js';

const LAYOUTS = ['list', 'grid', 'compact', 'carousel'];

/** Articles with everything that a card shows. */
function many(count: number): ReturnType<typeof article>[] {
  const image = new URL('/demo/images/mast.svg', location.href).href;
  return Array.from({ length: count }, (_, at) =>
    article(`a${at}`, { excerpt: 'A teaser of a few words. '.repeat(6), date: '2026-11-17', image }),
  );
}

/** Moves a block into a box as narrow as a phone. Content that is wider makes the box scroll. */
async function narrow(element: RelatedArticles): Promise<HTMLElement> {
  const box = document.createElement('div');
  box.style.cssText = 'width: 320px; overflow: auto';
  document.body.append(box);
  box.append(element);
  await nextFrame();
  return box;
}

/** Expects that every part of a card is inside the card, and the block inside its box. */
function expectInside(element: RelatedArticles, box: HTMLElement): void {
  expect(box.scrollWidth).to.be.at.most(320);
  for (const card of parts(element, 'card')) {
    const { left, right } = card.getBoundingClientRect();
    for (const each of card.querySelectorAll('[part]')) {
      if (each.getClientRects().length === 0) continue;
      const bounds = each.getBoundingClientRect();
      expect(bounds.left, each.getAttribute('part') ?? '').to.be.at.least(left - 1);
      expect(bounds.right, each.getAttribute('part') ?? '').to.be.at.most(right + 1);
    }
  }
}

describe('a block with extreme content', () => {
  const zalgo = 'Z̸̢͚̦̫̗̓̾̐a̷̗̍͗l̶̠̀g̴̪̉o̶͖͑ '.repeat(20);
  const others = [
    article('long', { title: 'x'.repeat(500), excerpt: 'y'.repeat(1000), author: 'z'.repeat(200) }),
    article('zalgo', { title: zalgo, excerpt: zalgo }),
    article('bidi', { title: '\u202eevil\u2066 \u202d', excerpt: '\u202eevil' }),
    article('emoji', { title: '👩‍👩‍👧‍👦'.repeat(60) }),
    article('bc', { title: 'Year 0', date: '0000-01-01' }),
    article('early', { title: 'Year 999', date: '0999-12-31' }),
    article('last', { title: 'Last year', date: '2025-12-31' }),
    article('many', {
      title: 'Tags',
      tags: ['Open RAN', ...Array.from({ length: 40 }, (_, at) => `tag-${at}-${'z'.repeat(60)}`)],
    }),
  ];
  const everything = { 'show-tags': '', 'show-reasons': '', 'show-author': '' };

  for (const layout of LAYOUTS) {
    it(`stays readable and inside its box: ${layout}`, async () => {
      // Neighbours are not ranked, so that all of them are shown.
      serve({
        [`/${layout}.json`]: {
          ...feed(...others),
          _related_articles: { related_to: 'https://site.example/now' },
        },
      });
      const src = `/${layout}.json`;
      const element = await settled(block({ src, layout, limit: '20', lang: 'xx', ...everything }));
      const box = await narrow(element);
      expect(titles(element)).to.have.lengthOf(others.length);
      expect(parts(element, 'date').map(({ textContent }) => textContent?.trim())).to.include(
        'December 31, 2025',
      );
      expectInside(element, box);
      // A right-to-left override in one title changes neither the next title nor the link.
      const link = parts(element, 'card')[2]?.querySelector('a');
      expect(link && getComputedStyle(link).direction).to.equal('ltr');
    });

    it(`shows two hundred cards: ${layout}`, async () => {
      expect(parts(await blockOf(many(200), { layout, limit: '200' }), 'card')).to.have.lengthOf(200);
    });

    it(`shows one card: ${layout}`, async () => {
      expect(parts(await blockOf(many(1), { layout }), 'card')).to.have.lengthOf(1);
    });
  }

  for (const layout of ['list', 'grid', 'carousel']) {
    it(`shows small and large pictures at one size, and hides a missing one: ${layout}`, async () => {
      const pictures = ['/test/browser/one-pixel.svg', '/demo/images/block.png', '/no-such.png'];
      const element = await blockOf(
        pictures.map((path, at) => article(`a${at}`, { image: location.origin + path })),
        { layout },
      );
      const box = await narrow(element);
      const images = element.renderRoot.querySelectorAll('img');
      for (const image of images) image.loading = 'eager';
      await waitUntil(() => [...images].every(({ complete }) => complete));
      await waitUntil(() => element.renderRoot.querySelectorAll('.plain').length === 1);
      const shown = [...images].filter((image) => getComputedStyle(image).visibility === 'visible');
      expect(shown).to.have.lengthOf(2);
      for (const image of shown) {
        const { width, height } = image.getBoundingClientRect();
        expect(width).to.be.above(100);
        expect(width / height).to.be.closeTo(16 / 9, 0.05);
      }
      expectInside(element, box);
    });
  }
});

describe('hostile style sheets', () => {
  for (const [name, css] of [
    ['everything unset', '* { all: unset !important; }'],
    [
      'huge lines',
      '* { line-height: 5 !important; text-indent: -99em; white-space: nowrap; text-align: center; }',
    ],
    ['red and hidden links', 'a { color: red !important; display: none !important; }'],
    ['hidden lists', 'ul, li, nav, h2, h3, slot { display: none !important; }'],
    [
      'a display for hidden elements',
      '[hidden] { display: block !important; } :not([hidden]) > * > nav { visibility: hidden; }',
    ],
  ] as const) {
    for (const layout of LAYOUTS) {
      it(`leave the block readable: ${name}, ${layout}`, async () => {
        const sheet = Object.assign(document.createElement('style'), { textContent: css });
        document.head.append(sheet);
        try {
          const element = block({ article: 'now', lang: 'en', layout }, 'All news');
          element.articles = [article('now'), ...many(2)];
          await settled(element);
          const required = layout === 'compact' ? ['title', 'title-link'] : ['title', 'read-more', 'excerpt'];
          for (const each of required.map((one) => part(element, one))) {
            const { width, height, left, right } = each.getBoundingClientRect();
            expect(width).to.be.above(30);
            expect(height).to.be.within(12, 130);
            expect(left).to.be.at.least(0);
            expect(right).to.be.at.most(innerWidth);
            expect(getComputedStyle(each).visibility).to.equal('visible');
            expect(getComputedStyle(each).color).not.to.equal('rgb(255, 0, 0)');
          }
          const [first, second] = parts(element, 'card').map((card) => card.getBoundingClientRect());
          if (!first || !second) throw new Error('no cards');
          expect(second.top >= first.bottom - 1 || second.left >= first.right - 1).to.equal(true);
          const slot = element.renderRoot.querySelector<HTMLElement>('slot:not([name])');
          expect(slot && getComputedStyle(slot).display).to.equal('none');
          expect(part(element, 'base').getBoundingClientRect().right).to.be.at.most(innerWidth);
          element.hidden = true;
          expect(getComputedStyle(element).display).to.equal('none');
        } finally {
          sheet.remove();
        }
      });
    }
  }
});

import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { article, block, blockOf, feed, serve, settled, warningCount, warnings } from './support.js';

/** An element with this content. */
function element(name: string, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

const others = [article('a')];

describe('the author of a block is told once', () => {
  for (const [wrong, meant] of [
    ['layuot', 'layout'],
    ['heding', 'heading'],
    ['headingg', 'heading'],
    ['no-date', 'no-dates'],
    ['noimages', 'no-images'],
    ['show_tags', 'show-tags'],
  ] as const) {
    it(`about the attribute ${wrong}`, async () => {
      const shown = await blockOf(others, { [wrong]: '' });
      await waitUntil(() => warningCount() > 0);
      shown.limit = 3;
      await aTimeout(100);
      expect(warnings()).to.deep.equal([
        `related-articles: has no attribute "${wrong}"; is "${meant}" meant?`,
      ]);
    });
  }

  it('about a misspelt src, and not that there is none', async () => {
    document.body.append(block({ scr: '/feed.json' }));
    await waitUntil(() => warningCount() > 0, 'no warning', { timeout: 5000 });
    expect(warnings()).to.deep.equal(['related-articles: has no attribute "scr"; is "src" meant?']);
  });

  for (const swallowed of [
    element('section', element('h2', 'Comments')),
    element('form'),
    element('div', element('footer', 'Imprint')),
  ]) {
    it(`about the rest of the page inside it: a <${swallowed.localName}> with ${swallowed.childElementCount} elements`, async () => {
      await blockOf(others, {}, swallowed);
      await waitUntil(() => warningCount() > 0);
      const [line, ...more] = warnings();
      expect(line).to.match(/^related-articles: hides the <\w+> inside it while .*closing tag missing\?/);
      expect(more).to.deep.equal([]);
    });
  }

  it('about an index without articles', async () => {
    serve({ '/no-articles.json': [] });
    await settled(block({ src: '/no-articles.json' }, 'All news'));
    expect(warnings()).to.deep.equal(['related-articles: /no-articles.json holds no articles']);
  });

  it('about a feed that is no JSON, and how it becomes an index', async () => {
    serve({ '/feed.xml': '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>' });
    await settled(block({ src: '/feed.xml' }, 'All news'));
    const [line, ...more] = warnings();
    expect(line).to.match(
      /feed\.xml holds an RSS or Atom feed, .*"npx related-articles build \S+feed\.xml --out /,
    );
    expect(more).to.deep.equal([]);
  });
});

describe('the author of a block is told nothing', () => {
  it('about attributes of frameworks, and content that stands in for cards', async () => {
    const list = element('ul', element('li', element('a', 'All news')));
    const heading = Object.assign(element('h2', 'More'), { slot: 'heading' });
    await blockOf(
      others,
      {
        'data-x': '',
        'v-cloak': '',
        'x-data': '',
        _ngcontent: '',
        lang: 'en',
        title: 'More',
        role: 'region',
      },
      heading,
      element('p', 'Read on:'),
      list,
    );
    await aTimeout(200);
    expect(warnings()).to.deep.equal([]);
  });

  it('about an empty list that a script sets, or neighbours of an article that has none', async () => {
    await blockOf([]);
    const empty = block({ article: 'now' });
    empty.articles = [];
    await settled(empty);
    serve({
      '/lonely.json': { ...feed(), items: [], _related_articles: { related_to: 'https://site.example/now' } },
    });
    await settled(block({ src: '/lonely.json', exclude: 'x' }));
    expect(warnings()).to.deep.equal([]);
  });
});

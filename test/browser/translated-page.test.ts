import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { RelatedArticles } from '../../src/index.js';
import { article, block, part, settled, titles } from './support.js';

const root = document.documentElement;
const { lang } = root;
const start = location.href;

afterEach(() => {
  root.lang = lang;
  root.className = '';
  document.querySelector('main')?.remove();
  history.replaceState(null, '', start);
});

/** A block on a German page that the index does not have yet; all in the index is German. */
async function germanBlock(): Promise<RelatedArticles> {
  const main = document.createElement('main');
  main.append(Object.assign(document.createElement('h1'), { textContent: 'Open RAN im Hafen' }));
  document.body.append(main);
  const element = block({});
  element.articles = ['a', 'b'].map((id) => article(id, { title: `Open RAN ${id}`, language: 'de' }));
  return settled(element);
}

describe('a page that the browser translates', () => {
  for (const [how, translate] of [
    ['as Chromium marks it', () => (root.className = 'translated-ltr')],
    ['without a mark', () => undefined],
    ['with the former language in its tag', () => (root.lang = 'en-x-mtfrom-de')],
  ] as const) {
    it(`keeps its articles, ${how}`, async () => {
      root.lang = 'de';
      const element = await germanBlock();
      const before = titles(element);
      expect(before).to.have.lengthOf(2);
      root.lang = 'en';
      translate();
      await waitUntil(() => part(element, 'heading').textContent === 'You might also like');
      await aTimeout(50);
      expect(titles(element)).to.deep.equal(before);
    });
  }

  it('keeps its articles for a block that comes later', async () => {
    root.lang = 'de';
    (await germanBlock()).remove();
    root.lang = 'en';
    root.className = 'translated-ltr';
    expect(titles(await germanBlock())).to.have.lengthOf(2);
  });

  it('shows articles by the language before the translation even if the script came after it', async () => {
    root.lang = 'en-x-mtfrom-de';
    expect(titles(await germanBlock())).to.have.lengthOf(2);
  });

  it('shows articles of the next page’s language when an app goes to another page', async () => {
    root.lang = 'de';
    const element = await germanBlock();
    root.lang = 'en';
    history.pushState(null, '', '/en/page');
    document.title = 'Another page';
    await waitUntil(() => titles(element).length === 0);
  });
});

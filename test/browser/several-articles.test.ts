import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { RelatedArticles } from '../../src/index.js';
import { article, block, settled, titles } from './support.js';

const start = location.href;
afterEach(() => history.replaceState(null, '', start));

const at = (id: string): string => new URL(`/news/${id}/`, location.href).href;
const all = ['mast', 'mast2', 'fibre', 'fibre2'].map((id) =>
  article(id, { url: at(id), title: `All about ${id}`, tags: [id.replace('2', '')], text: `${id} ${id}` }),
);

function shown(id: string, ...content: Node[]): HTMLElement {
  const made = document.createElement('article');
  made.append(Object.assign(document.createElement('h1'), { textContent: `All about ${id}` }), ...content);
  return made;
}

function newBlock(): RelatedArticles {
  const element = block({});
  element.articles = all;
  return element;
}

const shows = (element: RelatedArticles, ...expected: string[]): Promise<void> =>
  waitUntil(() => String(titles(element)) === String(expected), `shows ${expected.join()}`, {
    timeout: 4000,
  });

describe('a page that appends article after article', () => {
  for (const [where, append] of [
    ['after', (made: HTMLElement, element: RelatedArticles) => document.body.append(made, element)],
    [
      'inside',
      (made: HTMLElement, element: RelatedArticles) => {
        made.append(element);
        document.body.append(made);
      },
    ],
  ] as const) {
    it(`shows what is related to each, if the blocks stand ${where} the articles`, async () => {
      history.replaceState(null, '', '/news/mast/');
      const [first, second] = [newBlock(), newBlock()];
      append(shown('mast'), first);
      await shows(first, 'All about mast2');
      append(shown('fibre'), second);
      await shows(second, 'All about fibre2');
      history.replaceState(null, '', '/news/fibre/');
      document.title = 'All about fibre';
      await aTimeout(700);
      expect([first, second].map(titles)).to.deep.equal([['All about mast2'], ['All about fibre2']]);
    });
  }

  it('reads an article that is not in the index, and takes its own link for its address', async () => {
    history.replaceState(null, '', '/news/mast/');
    const link = Object.assign(document.createElement('a'), {
      href: at('fibre2'),
      rel: 'bookmark',
      textContent: 'Link',
    });
    const [first, second] = [newBlock(), newBlock()];
    const other = shown('nothing', link);
    document.body.append(shown('mast'), first, other, second);
    await shows(second, 'All about fibre');
    await shows(first, 'All about mast2');
  });
});

describe('a page with one article', () => {
  it('is that article for blocks among comments and teasers that are articles too', async () => {
    history.replaceState(null, '', '/news/mast/');
    const comment = document.createElement('article');
    comment.append('All about fibre');
    const [first, second] = [newBlock(), newBlock()];
    document.body.append(shown('mast'), first, comment, second);
    await Promise.all([shows(first, 'All about mast2'), shows(second, 'All about mast2')]);
  });

  it('never shows its own translations', async () => {
    history.replaceState(null, '', '/news/mast/');
    const links = ['de', 'fr'].map((hreflang) =>
      Object.assign(document.createElement('link'), {
        rel: 'alternate',
        hreflang,
        href: `/${hreflang}/mast/`,
      }),
    );
    document.head.append(...links);
    const element = block({ 'any-language': '' });
    const translation = article('translation', {
      url: new URL('/de/mast/', location.href).href,
      tags: ['mast'],
    });
    element.articles = [...all, { ...translation, language: 'de' }];
    expect(titles(await settled(element))).to.deep.equal(['All about mast2']);
    for (const link of links) link.remove();
  });
});

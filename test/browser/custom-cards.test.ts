import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { RelatedArticle, RelatedArticlesSelectEvent } from '../../src/index.js';
import { article, block, blockOf, nextFrame, part, settled, titles, warnings } from './support.js';

const image = new URL('/demo/images/mast.svg', location.href).href;

/** Makes a template for cards from its markup. */
function template(markup: string): HTMLTemplateElement {
  // oxlint-disable-next-line no-restricted-properties -- The markup is the test's own.
  const parsed = new DOMParser().parseFromString(`<template slot="card">${markup}</template>`, 'text/html');
  const made = parsed.querySelector('template');
  if (!made) throw new Error('no template');
  return document.adoptNode(made);
}

describe('renderCard', () => {
  it('may return a Lit template', async () => {
    const element = block({ article: 'now' });
    element.articles = [article('now'), article('a', { date: '2026-11-17' })];
    element.renderCard = ({ article: { url } }, { title, date }) =>
      html`<a part="title" href=${url}>${title}, ${date}</a>`;
    await settled(element);
    expect(titles(element)).to.deep.equal(['Title of a, November 17, 2026']);
  });

  it('may return a DOM node', async () => {
    const element = block({ article: 'now' });
    element.articles = [article('now'), article('a')];
    element.renderCard = (_, { title }) => Object.assign(document.createElement('b'), { textContent: title });
    await settled(element);
    expect(part(element, 'card').querySelector('b')?.textContent).to.equal('Title of a');
  });

  it('may return a text, in which markup is shown as text', async () => {
    const element = block({ article: 'now' });
    element.articles = [article('now'), article('a', { title: 'A &lt;img src=x&gt;' })];
    element.renderCard = (_, { title }) => title;
    await settled(element);
    expect(part(element, 'card').textContent?.trim()).to.equal('A <img src=x>');
    expect(element.renderRoot.querySelector('img')).to.equal(null);
  });

  it('leaves the usual card if it returns undefined or throws', async () => {
    const element = block({ article: 'now' });
    element.articles = [article('now'), article('a'), article('b')];
    element.renderCard = (_, { position }) => {
      if (position === 1) return undefined;
      throw new Error('not today');
    };
    await settled(element);
    expect(titles(element)).to.have.members(['Title of a', 'Title of b']);
    expect(warnings()).to.deep.equal(['related-articles: Error: not today']);
  });

  it('may return links to the article, which dispatch an event when they are clicked', async () => {
    const element = block({ article: 'now' });
    element.articles = [article('now'), article('a')];
    element.renderCard = ({ article: { url } }, { title }) =>
      html`<a href=${url}><i>${title}</i></a
        ><a href="#x">x</a>`;
    await settled(element);
    const selected: string[] = [];
    element.addEventListener('related-articles-select', (event: RelatedArticlesSelectEvent) => {
      selected.push(event.article.id);
      event.preventDefault();
    });
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    part(element, 'card').querySelector('i')?.dispatchEvent(click);
    part(element, 'card').querySelector<HTMLElement>('[href="#x"]')?.click();
    expect(selected).to.deep.equal(['a']);
    expect(click.defaultPrevented).to.equal(true);
  });
});

describe('a card from a template', () => {
  const full = {
    excerpt: 'Short.',
    date: '2026-11-17',
    image,
    tags: ['Open RAN', 'ENISA'],
    discussion: { count: 3, url: 'https://site.example/a#talk' },
  };

  it('shows each field in the element that names it', async () => {
    const element = await blockOf(
      [article('a', full)],
      { lang: 'en' },
      template(`<img data-field="image"><h3><a part="title" data-field="url title"></a></h3>
        <time data-field="date"></time><p data-field="excerpt"></p><ul data-field="tags"></ul>
        <a data-field="discussion-url"><span data-field="discussion"></span></a><em data-field="read-more"></em>`),
    );
    const card = part(element, 'card');
    const find = (selector: string): Element | null => card.querySelector(selector);
    expect(titles(element)).to.deep.equal(['Title of a']);
    expect(find('h3 a')).to.have.property('href').that.equals('https://site.example/a');
    expect(find('img')).to.have.property('src').that.equals(image);
    expect(find('img')).to.have.property('alt').that.equals('');
    expect(find('time')).to.have.property('dateTime').that.equals('2026-11-17');
    expect(find('time')?.textContent).to.equal('November 17, 2026');
    expect(find('p')?.textContent).to.equal('Short.');
    expect([...card.querySelectorAll('li')].map(({ textContent }) => textContent)).to.deep.equal([
      'Open RAN',
      'ENISA',
    ]);
    expect(find('a:has(span)')).to.have.property('href').that.equals('https://site.example/a#talk');
    expect(find('span')?.textContent).to.equal('3 comments');
    expect(find('em')?.textContent).to.equal('Read article');
  });

  it('offers the browser a picture in several sizes', async () => {
    const images = [480, 960].map((width) => ({ url: `${location.origin}/${width}.png`, width }));
    const element = await blockOf([article('a', { images })], {}, template('<img data-field="image">'));
    expect(element.renderRoot.querySelector('img')).to.include({
      loading: 'lazy',
      referrerPolicy: 'strict-origin-when-cross-origin',
    });
    const picture = part(element, 'card').querySelector('img');
    expect(picture?.srcset).to.equal(`${location.origin}/480.png 480w, ${location.origin}/960.png 960w`);
    expect(picture?.sizes).to.equal('(min-width: 40em) 20em, 100vw');
  });

  it('leaves out the elements for what an article does not have', async () => {
    const element = await blockOf(
      [article('a')],
      {},
      template(
        '<b data-field="title"></b><p data-field="excerpt">-</p><img data-field="image"><time data-field="date"></time>',
      ),
    );
    expect(
      [...part(element, 'card').querySelectorAll('[data-field]')].map(({ localName }) => localName),
    ).to.deep.equal(['b']);
  });

  it('shows markup as text', async () => {
    const title = '&lt;img src=x onerror=alert(1)&gt;"&gt;&lt;script&gt;alert(2)&lt;/script&gt;';
    const element = await blockOf([article('a', { title })], {}, template('<b data-field="title"></b>'));
    expect(part(element, 'card').querySelector('b')?.textContent).to.equal(
      '<img src=x onerror=alert(1)>"><script>alert(2)</script>',
    );
    expect(part(element, 'card').querySelectorAll('img, script')).to.have.lengthOf(0);
  });

  for (const [name, markup, message] of [
    ['a script', '<script data-field="title"></script>', 'data-field="title" has no place in <script>'],
    ['a style sheet', '<style data-field="title"></style>', 'data-field="title" has no place in <style>'],
    ['a URL in a frame', '<iframe data-field="url"></iframe>', 'data-field="url" has no place in <iframe>'],
    ['a picture in a link', '<a data-field="image"></a>', 'data-field="image" has no place in <a>'],
    ['an unknown field', '<b data-field="titel"></b>', 'data-field="titel" is none of title, url, excerpt'],
  ] as const) {
    it(`is replaced by the usual card, with one warning, if the template has ${name}`, async () => {
      const element = await blockOf([article('a', full), article('b', full)], {}, template(markup));
      expect(titles(element)).to.have.members(['Title of a', 'Title of b']);
      const [line = '', ...more] = warnings();
      expect(line).to.contain(message);
      expect(more).to.deep.equal([]);
    });
  }

  it('keeps its nodes while its content stays the same', async () => {
    const element = await blockOf([article('a')], {}, template('<a data-field="url title"></a>'));
    const link = part(element, 'card').querySelector('a');
    link?.focus();
    element.heading = 'More';
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).to.equal(link);
    element.lang = 'de';
    await nextFrame();
    expect(titles(element)).to.deep.equal([]);
    expect(part(element, 'card').querySelectorAll('a')).to.have.lengthOf(1);
  });

  it('dispatches an event when its link is clicked', async () => {
    const element = await blockOf([article('a')], {}, template('<a data-field="url title"></a>'));
    let selected = '';
    element.addEventListener('related-articles-select', (event) => {
      selected = event.article.id;
      event.preventDefault();
    });
    part(element, 'card').querySelector('a')?.click();
    expect(selected).to.equal('a');
  });

  it('has the lang of its article if that is not the page’s language', async () => {
    const element = await blockOf(
      [article('a', { language: 'fr' })],
      { lang: 'en', 'any-language': '' },
      template('<a data-field="url title"></a>'),
    );
    expect(part(element, 'card').querySelector('a')?.lang).to.equal('fr');
  });

  for (const [what, markup, areShown] of [
    ['does not read', '<b part="title" data-field="title"></b>', false],
    ['reads', '<b part="title" data-field="title"></b><i data-field="reasons"></i>', true],
  ] as const) {
    it(`${what} an article’s reasons if the template ${areShown ? 'shows them' : 'does not show them'}`, async () => {
      let reads = 0;
      const related: RelatedArticle = {
        article: article('a'),
        score: 1,
        get reasons() {
          reads++;
          return { tags: ['Open RAN'], terms: [] };
        },
      };
      const element = block({}, template(markup));
      element.related = [related];
      await settled(element);
      expect(titles(element)).to.deep.equal(['Title of a']);
      expect(reads > 0).to.equal(areShown);
    });
  }
});

import { expect, nextFrame } from '@open-wc/testing';
import { html } from 'lit';
import type { Article, RelatedArticlesSelectEvent } from '../../src/index.js';
import {
  article,
  block,
  blockOf,
  part,
  parts,
  settled,
  showsOwnContent,
  titles,
  warnings,
} from './support.js';

const image = new URL('/demo/images/mast.svg', location.href).href;

/** Makes a template for cards from a text of the test's own. */
function template(markup: string): HTMLTemplateElement {
  // oxlint-disable-next-line no-restricted-properties -- The text is the test's, as markup is the author's.
  const parsed = new DOMParser().parseFromString(`<template slot="card">${markup}</template>`, 'text/html');
  const made = parsed.querySelector('template');
  if (!made) throw new Error('no template');
  return document.adoptNode(made);
}

describe('the optional pieces', () => {
  const full = article('a', { tags: ['Open RAN', 'ENISA'], text: 'word '.repeat(700), excerpt: 'Short.' });

  it('are not shown unless asked for', async () => {
    const element = await blockOf([full]);
    for (const name of ['tags', 'tag', 'reasons', 'reading-time', 'author']) {
      expect(parts(element, name), name).to.deep.equal([]);
    }
  });

  it('are an article’s tags, at most five', async () => {
    const element = await blockOf([article('a', { tags: ['Open RAN', 'b', 'c', 'd', 'e', 'f'] })], {
      'show-tags': '',
    });
    expect(parts(element, 'tag').map(({ textContent }) => textContent)).to.deep.equal([
      'Open RAN',
      'b',
      'c',
      'd',
      'e',
    ]);
  });

  it('are what an article has in common with the current one', async () => {
    const element = block({ article: 'now', lang: 'de', 'show-reasons': '' });
    const tags = ['Open RAN', 'ENISA'];
    element.articles = [article('now', { title: 'Eins', tags }), article('a', { title: 'Zwei', tags })];
    await settled(element);
    expect(part(element, 'reasons').textContent).to.match(/^Gemeinsam: Open RAN(?:,| und) ENISA$/);
  });

  it('are how long it takes to read', async () => {
    const element = await blockOf([full], { 'show-reading-time': '' });
    expect(part(element, 'reading-time').textContent).to.equal('3 min read');
  });

  it('say nothing of a reading time that nobody can know', async () => {
    const element = await blockOf([article('a')], { 'show-reading-time': '' });
    expect(parts(element, 'reading-time')).to.deep.equal([]);
  });

  it('hold markup and odd patterns as text', async () => {
    const tags = ['&lt;b>$&', '$1'];
    const element = block({ article: 'now', 'show-reasons': '', 'show-tags': '' });
    element.articles = [article('now', { title: 'Eins', tags }), article('a', { title: 'Zwei', tags })];
    await settled(element);
    expect(part(element, 'reasons').textContent).to.equal('In common: <b>$&, $1');
    expect(element.renderRoot.querySelector('b')).to.equal(null);
  });
});

describe('the fallback', () => {
  const unrelated = (id: string, more: Partial<Article>): Article =>
    article(id, { title: `Elsewhere ${id}`, tags: [], ...more });
  const others = [
    unrelated('old', { date: '2020-01-01' }),
    unrelated('new', { date: '2025-01-01' }),
    unrelated('future', { date: '2999-01-01' }),
    unrelated('undated', {}),
    unrelated('foreign', { date: '2025-06-01', language: 'de' }),
  ];

  it('is the author’s content', async () => {
    expect(showsOwnContent(await blockOf(others, {}, 'All news'))).to.equal(true);
    expect(showsOwnContent(await blockOf(others, { fallback: 'nonsense' }, 'All news'))).to.equal(true);
  });

  it('is the newest articles, those of the page’s language first, with recent', async () => {
    const element = await blockOf(others, { fallback: 'recent', lang: 'en' }, 'All news');
    expect(titles(element)).to.deep.equal(
      ['new', 'old', 'undated', 'foreign'].map((id) => `Elsewhere ${id}`),
    );
    expect(element.related.map(({ score }) => score)).to.deep.equal([0, 0, 0, 0]);
  });

  it('does not fill up what is related', async () => {
    const element = await blockOf([article('a'), ...others], { fallback: 'recent' });
    expect(titles(element)).to.deep.equal(['Title of a']);
  });

  it('is the author’s content where there is nothing recent either', async () => {
    expect(showsOwnContent(await blockOf([], { fallback: 'recent' }, 'All news'))).to.equal(true);
  });

  it('is nothing at all with hide', async () => {
    const element = await blockOf(others, { fallback: 'hide' }, 'All news');
    element.style.cssText = 'margin: 50px; padding: 50px; border: 5px solid';
    dispatchEvent(new KeyboardEvent('keydown'));
    await element.updateComplete;
    expect(getComputedStyle(element).display).to.equal('none');
    expect(element.getBoundingClientRect().height).to.equal(0);
  });
});

describe('a card of the developer’s', () => {
  it('is a Lit template', async () => {
    const element = block({ article: 'now' });
    element.articles = [article('now'), article('a', { date: '2026-11-17' })];
    element.renderCard = ({ article: { url } }, { title, date }) =>
      html`<a part="title" href=${url}>${title}, ${date}</a>`;
    await settled(element);
    expect(titles(element)).to.deep.equal(['Title of a, November 17, 2026']);
  });

  it('is a DOM node', async () => {
    const element = block({ article: 'now' });
    element.articles = [article('now'), article('a')];
    element.renderCard = (_, { title }) => Object.assign(document.createElement('b'), { textContent: title });
    await settled(element);
    expect(part(element, 'card').querySelector('b')?.textContent).to.equal('Title of a');
  });

  it('shows markup in a text as text', async () => {
    const element = block({ article: 'now' });
    element.articles = [article('now'), article('a', { title: 'A &lt;img src=x&gt;' })];
    element.renderCard = (_, { title }) => title;
    await settled(element);
    expect(part(element, 'card').textContent?.trim()).to.equal('A <img src=x>');
    expect(element.renderRoot.querySelector('img')).to.equal(null);
  });

  it('gives way to the usual card where it is undefined or fails', async () => {
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

  it('tells the page which card a visitor chose', async () => {
    const element = block({ article: 'now' });
    element.articles = [article('now'), article('a')];
    element.renderCard = ({ article: { url } }, { title }) =>
      html`<a href=${url}><i>${title}</i></a
        ><a href="#x">x</a>`;
    await settled(element);
    const chosen: string[] = [];
    element.addEventListener('related-articles-select', (event: RelatedArticlesSelectEvent) => {
      chosen.push(event.article.id);
      event.preventDefault();
    });
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    part(element, 'card').querySelector('i')?.dispatchEvent(click);
    part(element, 'card').querySelector<HTMLElement>('[href="#x"]')?.click();
    expect(chosen).to.deep.equal(['a']);
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

  it('shows each field where the template wants it', async () => {
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

  it('offers the browser the sizes of a picture', async () => {
    const images = [480, 960].map((width) => ({ url: `${location.origin}/${width}.png`, width }));
    const element = await blockOf([article('a', { images })], {}, template('<img data-field="image">'));
    expect(element.renderRoot.querySelector('img')).to.include({
      loading: 'lazy',
      referrerPolicy: 'strict-origin-when-cross-origin',
    });
    const picture = part(element, 'card').querySelector('img');
    expect(picture?.srcset).to.equal(`${location.origin}/480.png 480w, ${location.origin}/960.png 960w`);
    expect(picture?.sizes).to.equal('auto, 100vw');
  });

  it('leaves out what an article does not have', async () => {
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
    [
      'an address in a frame',
      '<iframe data-field="url"></iframe>',
      'data-field="url" has no place in <iframe>',
    ],
    ['a picture in a link', '<a data-field="image"></a>', 'data-field="image" has no place in <a>'],
    ['an unknown field', '<b data-field="titel"></b>', 'data-field="titel" is none of title, url, excerpt'],
  ] as const) {
    it(`is the usual card, with one line in the console, for ${name}`, async () => {
      const element = await blockOf([article('a', full), article('b', full)], {}, template(markup));
      expect(titles(element)).to.have.members(['Title of a', 'Title of b']);
      const [line = '', ...more] = warnings();
      expect(line).to.contain(message);
      expect(more).to.deep.equal([]);
    });
  }

  it('keeps its nodes while it says the same', async () => {
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

  it('tells the page which card a visitor chose', async () => {
    const element = await blockOf([article('a')], {}, template('<a data-field="url title"></a>'));
    let chosen = '';
    element.addEventListener('related-articles-select', (event) => {
      chosen = event.article.id;
      event.preventDefault();
    });
    part(element, 'card').querySelector('a')?.click();
    expect(chosen).to.equal('a');
  });

  it('is of another language where its article is', async () => {
    const element = await blockOf(
      [article('a', { language: 'fr' })],
      { lang: 'en', 'any-language': '' },
      template('<a data-field="url title"></a>'),
    );
    expect(part(element, 'card').querySelector('a')?.lang).to.equal('fr');
  });
});

import { expect } from '@open-wc/testing';
import {
  article,
  block,
  blockOf,
  feed,
  part,
  parts,
  serve,
  settled,
  showsOwnContent,
  titles,
  warnings,
} from './support.js';

describe('the block', () => {
  it('shows the related articles of its index in place of the author’s content', async () => {
    serve({ '/feed.json': feed(article('a'), article('b')) });
    const element = await settled(block({ src: '/feed.json', article: 'now' }, 'All news'));
    expect(titles(element)).to.have.members(['Title of a', 'Title of b']);
    expect(showsOwnContent(element)).to.equal(false);
  });

  it('shows the author’s content and nothing else if nothing is related', async () => {
    const element = await blockOf([article('a', { tags: [], title: 'Elsewhere' })], {}, 'All news');
    expect(showsOwnContent(element)).to.equal(true);
    expect(element.matches(':state(empty)')).to.equal(true);
  });

  it('shows the author’s content if the index holds the current article only', async () => {
    expect(showsOwnContent(await blockOf([], {}, 'All news'))).to.equal(true);
  });

  it('shows a file of neighbours in the order of the file', async () => {
    const ranked = {
      ...feed(article('b', { tags: [] }), article('a', { tags: [] })),
      _related_articles: { version: 1, related_to: 'https://site.example/now' },
    };
    serve({ '/now.json': ranked });
    const element = await settled(block({ src: '/now.json' }));
    expect(titles(element)).to.deep.equal(['Title of b', 'Title of a']);
  });

  it('shows the articles of two indexes if src names two, even if the first is a file of neighbours', async () => {
    serve({
      '/two/now.json': {
        ...feed(article('a')),
        _related_articles: { version: 1, related_to: 'https://site.example/now' },
      },
      '/two/more.json': feed(article('b')),
    });
    const element = await settled(block({ src: '/two/{id}.json /two/more.json', article: 'now' }));
    expect(titles(element)).to.have.members(['Title of a', 'Title of b']);
  });

  it('shows six cards, or as many as the attribute limit says', async () => {
    const others = Array.from({ length: 9 }, (_, at) => article(`a${at}`));
    expect(titles(await blockOf(others))).to.have.lengthOf(6);
    expect(titles(await blockOf(others, { limit: '8' }))).to.have.lengthOf(8);
  });

  it('takes a limit that a framework sets as a text', async () => {
    const articles = Array.from({ length: 9 }, (_, at) => article(at === 0 ? 'now' : `a${at}`));
    const element = block({ article: 'now' });
    Object.assign(element, { articles, limit: '7' });
    expect(titles(await settled(element))).to.have.lengthOf(7);
  });

  it('shows six cards and warns once if the limit is not a number', async () => {
    const others = Array.from({ length: 9 }, (_, at) => article(`a${at}`));
    expect(titles(await blockOf(others, { limit: 'abc' }))).to.have.lengthOf(6);
    expect(warnings()).to.deep.equal(['related-articles: limit="abc" is out of range; 6 is used']);
  });

  it('ranks again when the author names another article', async () => {
    const element = await blockOf([
      article('a', { title: 'Masts', tags: ['Masts'] }),
      article('b', { title: 'Tall masts', tags: ['Masts'] }),
    ]);
    expect(titles(element)).to.deep.equal([]);
    element.article = 'a';
    await settled(element);
    expect(titles(element)).to.deep.equal(['Tall masts']);
  });

  it('dispatches an event with the articles that it shows', async () => {
    const element = block({ article: 'now' });
    element.articles = [article('now'), article('a')];
    let announced: readonly string[] = [];
    element.addEventListener('related-articles-load', (event) => {
      announced = event.related.map(({ article: { id } }) => id);
    });
    await settled(element);
    expect(announced).to.deep.equal(['a']);
    expect(element.related.map(({ article: { id } }) => id)).to.deep.equal(['a']);
    expect(element.error).to.equal(undefined);
  });
});

describe('the current article', () => {
  it('is not shown under another URL of its page', async () => {
    const copies = ['https://site.example/now/', 'http://www.site.example/now.html'].map((url, at) =>
      article(`copy${at}`, { url }),
    );
    const element = await blockOf([...copies, article('a')]);
    expect(titles(element)).to.deep.equal(['Title of a']);
  });

  it('is not shown on a copy of the site whose URLs are not in the index', async () => {
    const heading = Object.assign(document.createElement('h1'), { textContent: 'Title of now' });
    document.body.append(heading);
    const element = block({});
    element.articles = [article('now'), article('a')];
    await settled(element);
    expect(titles(element)).to.deep.equal(['Title of a']);
  });
});

describe('a block in an element that shrinks to fit its content', () => {
  for (const css of [
    'display: flex',
    'display: inline-block',
    'float: left',
    'position: absolute',
    'display: table-cell',
  ]) {
    it(`keeps its width: ${css}`, async () => {
      const frame = document.createElement('div');
      frame.style.cssText = css;
      document.body.append(frame);
      const element = block({ article: 'now' });
      element.articles = [article('now'), article('a')];
      const done = new Promise((resolve) => element.addEventListener('related-articles-load', resolve));
      frame.append(element);
      await done;
      expect(element.getBoundingClientRect().width).to.be.above(250);
      expect(document.documentElement.scrollWidth).to.be.at.most(window.innerWidth);
    });
  }
});

describe('the heading', () => {
  it('is in the language of the nearest lang attribute', async () => {
    expect(part(await blockOf([article('a')], { lang: 'de-AT' }), 'heading').textContent).to.equal(
      'Das könnte Sie auch interessieren',
    );
  });

  it('is English if the block has no texts in the page’s language', async () => {
    expect(part(await blockOf([article('a')], { lang: 'xx' }), 'heading').textContent).to.equal(
      'You might also like',
    );
  });

  it('is marked as English, like all texts of the block, on a page in a language without texts', async () => {
    const element = await blockOf([article('a', { date: '2026-11-17', discussion: { count: 0 } })], {
      lang: 'el',
    });
    expect(part(element, 'base').lang).to.equal('en');
    expect(part(element, 'date').textContent).to.equal('November 17, 2026');
    expect(part(element, 'discussion').textContent).to.equal('0 comments');
    expect(part(element, 'title').closest('[lang]')?.getAttribute('lang')).to.equal('el');
  });

  it('has its default text and level if the attributes are blank', async () => {
    const element = await blockOf([article('a')], { heading: ' ', 'heading-level': '', 'read-more': ' ' });
    expect(part(element, 'heading').localName).to.equal('h2');
    expect(part(element, 'heading').textContent).to.equal('You might also like');
    expect(part(element, 'read-more').textContent?.trim()).to.equal('Read article');
  });

  it('is the text of the attribute heading', async () => {
    const element = await blockOf([article('a')], { heading: 'Weiterlesen' });
    expect(part(element, 'heading').textContent).to.equal('Weiterlesen');
  });

  it('is replaced by the author’s element with slot="heading"', async () => {
    const own = Object.assign(document.createElement('h3'), { slot: 'heading', textContent: 'Mehr' });
    const element = await blockOf([article('a')], {}, own);
    const slot = element.renderRoot.querySelector<HTMLSlotElement>('slot[name="heading"]');
    expect(slot?.assignedElements()).to.deep.equal([own]);
  });

  it('is of level 2, and the titles are of level 3', async () => {
    const element = await blockOf([article('a')]);
    expect([part(element, 'heading').localName, part(element, 'title').localName]).to.deep.equal([
      'h2',
      'h3',
    ]);
  });

  for (const [level, expected] of [
    ['1', 'h1 h2'],
    ['5', 'h5 h6'],
    ['6', 'h6 h6'],
    ['0', 'p p'],
  ] as const) {
    it(`and the titles are ${expected.replace(' ', ' and ')} with heading-level="${level}"`, async () => {
      const element = await blockOf([article('a')], { 'heading-level': level });
      expect(`${part(element, 'heading').localName} ${part(element, 'title').localName}`).to.equal(expected);
    });
  }

  it('is of level 2, and the block warns, if the level is out of range', async () => {
    const element = await blockOf([article('a')], { 'heading-level': '9' });
    expect(part(element, 'heading').localName).to.equal('h2');
    expect(warnings()).to.deep.equal(['related-articles: heading-level="9" is out of range; 2 is used']);
  });

  it('names the landmark', async () => {
    const element = await blockOf([article('a')]);
    const label = part(element, 'base').getAttribute('aria-labelledby') ?? '';
    expect(element.shadowRoot?.getElementById(label)?.textContent?.trim()).to.equal('You might also like');
    expect(parts(element, 'base')).to.have.lengthOf(1);
  });
});

import { expect } from '@open-wc/testing';
import { currentArticle, currentEntries, currentPage, entriesNamed } from '../../src/page/current-article.js';
import { domTextTree } from '../../src/page/dom-tree.js';
import { mainText as readMainText } from '../../src/page/main-text.js';
import { locationUrl } from '../../src/page/page-address.js';
import { ARTICLE_PAGES } from '../support/article-pages.js';
import { article } from './support.js';

type Child = Node | string;

/** The text that is read of a page. */
function mainText(shown: Document): string {
  return readMainText(domTextTree(shown)).text;
}

/** Where elements are made that no script wakes. */
const drawer = document.implementation.createHTMLDocument();

/** A page of its own, at no address. */
function page(...body: Child[]): Document {
  const made = document.implementation.createHTMLDocument('Mast fällt um | Funkfeld');
  made.documentElement.lang = 'de';
  made.body.append(...body);
  return made;
}

function make(tag: string, attributes: Record<string, string> = {}, ...children: Child[]): HTMLElement {
  const element = drawer.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const canonical = (href: string): HTMLElement => make('link', { rel: 'canonical', href });
const meta = (property: string, content: string): HTMLElement => make('meta', { property, content });
const jsonLd = (data: unknown): HTMLElement =>
  make('script', { type: 'application/ld+json' }, typeof data === 'string' ? data : JSON.stringify(data));

const [a, b] = [article('a', { text: 'About a.' }), article('b', { text: 'About b.' })];

describe('The current article', () => {
  it('is the entry of the canonical link', () => {
    const made = page();
    made.head.append(canonical('http://www.site.example/a/?utm_source=mail'));
    expect(currentArticle(currentPage(made), [a, b])).to.equal(a);
  });

  it('is the entry that og:url names where the canonical link is in no index', () => {
    const made = page();
    made.head.append(canonical('https://site.example/'), meta('og:url', 'https://site.example/b'));
    expect(currentArticle(currentPage(made), [a, b])).to.equal(b);
  });

  it('is the entry that JSON-LD names, also in a graph beside broken scripts', () => {
    const made = page();
    const data = {
      '@graph': [{ '@type': 'WebSite' }, { '@type': ['NewsArticle'], mainEntityOfPage: { '@id': b.url } }],
    };
    made.head.append(jsonLd('{broken'), jsonLd(data));
    expect(currentArticle(currentPage(made), [a, b])).to.equal(b);
  });

  for (const [how, data] of [
    ['its address', { '@type': 'Article', url: b.url, mainEntityOfPage: 'https://site.example/none' }],
    ['its page', { '@type': 'Article', mainEntityOfPage: b.url }],
    [
      'an article in a list',
      [
        { '@type': 'WebPage', url: a.url },
        { '@type': 'Article', url: b.url },
      ],
    ],
  ] as const) {
    it(`is the entry that JSON-LD names by ${how}`, () => {
      const made = page();
      made.head.append(jsonLd(data));
      expect(currentArticle(currentPage(made), [a, b])).to.equal(b);
    });
  }

  it('is not what the page gave to all objects', () => {
    const made = page();
    made.head.append(jsonLd({ '@type': 'Article', headline: 'Mast' }));
    // oxlint-disable-next-line no-extend-native -- What is tested is that it changes nothing.
    Object.defineProperty(Object.prototype, 'url', { value: b.url, configurable: true, writable: true });
    try {
      expect(currentArticle(currentPage(made), [a, b]).title).to.equal('Mast');
    } finally {
      delete (Object.prototype as { url?: string }).url;
    }
  });

  it('is the entry of a canonical link that has other relations too', () => {
    const made = page();
    made.head.append(make('link', { rel: 'canonical nofollow', href: b.url }));
    expect(currentArticle(currentPage(made), [a, b])).to.equal(b);
  });

  it('is the entry of the page’s address where nothing else tells it', () => {
    const here = article('here', { url: location.href, text: 'Here.' });
    expect(currentArticle(currentPage(document), [a, here])).to.equal(here);
  });

  it('is what the author names, by id or by address, before all else', () => {
    const made = page();
    made.head.append(canonical(a.url));
    expect(currentArticle(currentPage(made), [a, b], 'b')).to.equal(b);
    expect(currentArticle(currentPage(made), [a, b], b.url)).to.equal(b);
  });

  it('is the entry of the very address before one that is merely alike', () => {
    const [first, second] = ['1', '2'].map((ref) =>
      article(ref, { url: `https://site.example/r?ref=${ref}`, text: ref }),
    );
    const made = page();
    made.head.append(canonical('https://site.example/r?ref=1'));
    expect(currentArticle(currentPage(made), [first!, second!])).to.equal(first);
  });

  describe('at an address with parameters that the index does not know', () => {
    const before = location.href;
    const at = (path: string): string => new URL(path, location.href).href;
    afterEach(() => history.replaceState(null, '', before));

    it('is the entry without them', () => {
      const entry = article('here', { url: at('/news/here/'), text: 'Here.' });
      history.replaceState(null, '', '/news/here?tab=comments&x=1');
      expect(currentArticle(currentPage(document), [a, entry])).to.equal(entry);
    });

    it('is the entry with the one that names articles', () => {
      const [one, two] = ['1', '2'].map((id) => article(id, { url: at(`/article?id=${id}`), text: id }));
      history.replaceState(null, '', '/article?print=1&id=2');
      expect(currentArticle(currentPage(document), [one!, two!])).to.equal(two);
    });

    it('is in no index that has several entries at its path', () => {
      const both = ['/news/here', '/news/here.html'].map((path) => article(path, { url: at(path) }));
      history.replaceState(null, '', '/news/here/?tab=comments');
      const found = currentArticle(currentPage(document), both).id;
      expect(found).to.equal(location.href);
    });
  });

  it('is known by the base of a frame that has no address of its own', () => {
    const shown = new Proxy(page(), {
      get: (target, name) =>
        ({ location: { href: 'about:srcdoc' }, baseURI: a.url })[String(name)] ?? Reflect.get(target, name),
    });
    expect(locationUrl(shown)).to.equal(a.url);
    const blob = 'blob:https://site.example/1';
    expect(locationUrl(new Proxy(page(), { get: () => blob }))).to.equal(undefined);
  });

  it('is in no index that has two addresses like its own', () => {
    const both = [
      article('1', { url: 'https://site.example/r.html' }),
      article('2', { url: 'https://site.example/r.php' }),
    ];
    const made = page();
    made.head.append(canonical('https://site.example/r'));
    expect(currentArticle(currentPage(made), both).id).to.equal('https://site.example/r');
  });

  it('is the page itself where the canonical link is another site’s, or the site’s root, and in no index', () => {
    for (const careless of ['https://other.example/a', new URL('/', location.href).href]) {
      const link = canonical(careless);
      document.head.append(link);
      const found = currentArticle(currentPage(document), []).url;
      const known = currentArticle(currentPage(document), [article('x', { url: careless, text: 'x' })]).id;
      link.remove();
      expect(found).to.equal(location.href);
      expect(known).to.equal('x');
    }
  });

  it('has its title from its own heading, not from the site’s', () => {
    const made = page(
      make('header', {}, make('h1', {}, 'Funkfeld')),
      make('article', {}, make('h1', {}, 'Open RAN')),
    );
    expect(currentArticle(currentPage(made), []).title).to.equal('Open RAN');
  });

  it('keeps the dashes of its title when it loses the site’s name', () => {
    const made = page();
    made.title = '5G - Was es kostet - Funkfeld';
    expect(currentArticle(currentPage(made), []).title).to.equal('5G - Was es kostet');
  });

  it('has the heading of its text where the page has no article', () => {
    const text = 'A paragraph that is long enough to be told from a menu. '.repeat(3);
    const made = page(
      make('div', {}, make('h1', {}, 'Funkfeld')),
      make('div', {}, make('h1', {}, 'Open RAN'), make('p', {}, text), make('p', {}, text)),
    );
    expect(currentArticle(currentPage(made), []).title).to.equal('Open RAN');
  });

  it('has the heading of its main part before the site’s', () => {
    const made = page(
      make('header', {}, make('h1', {}, 'Funkfeld')),
      make('main', {}, make('h1', {}, 'Open RAN')),
    );
    expect(currentArticle(currentPage(made), []).title).to.equal('Open RAN');
  });

  it('keeps all of its title except the site’s name where that is known', () => {
    const made = page();
    made.title = 'Mast - fällt um | Funkfeld';
    made.head.append(meta('og:site_name', 'Funkfeld'));
    expect(currentArticle(currentPage(made), []).title).to.equal('Mast - fällt um');
  });

  for (const [title, site, expected] of [
    ['Mast fällt um - Funkfeld', 'Funkfeld', 'Mast fällt um'],
    ['Funkfeld: Mast fällt um', 'Funkfeld', 'Mast fällt um'],
    ['Wie entsteht ein Funkfeld', 'Funkfeld', 'Wie entsteht ein Funkfeld'],
    ['Mast - fällt um', 'Funkfeld', 'Mast - fällt um'],
    ['Funkfeld', 'Funkfeld', 'Funkfeld'],
  ] as const) {
    it(`is called “${expected}” by the title “${title}” of a site called ${site}`, () => {
      const made = page();
      made.head.append(meta('og:title', title), meta('og:site_name', site));
      expect(currentArticle(currentPage(made), []).title).to.equal(expected);
    });
  }

  it('has the first date that can be read, with a colon in its offset', () => {
    const made = page();
    made.head.append(
      jsonLd({ '@type': 'NewsArticle', datePublished: 'Tue Jan 28 15:28:56 CET 2020' }),
      meta('og:article:published_time', '2020-01-28T15:28:56+0100'),
    );
    expect(currentArticle(currentPage(made), []).date).to.equal('2020-01-28T15:28:56+01:00');
  });

  it('has the date of its data before that of its head', () => {
    const made = page();
    made.head.append(
      jsonLd({ '@type': 'NewsArticle', datePublished: '2020-01-28' }),
      meta('article:published_time', '2021-01-28'),
    );
    expect(currentArticle(currentPage(made), []).date).to.equal('2020-01-28');
  });

  it('has the date that stands in its text where the head has none', () => {
    const made = page(make('main', {}, make('time', { datetime: ' 2020-01-28 ' }, 'Dienstag')));
    expect(currentArticle(currentPage(made), []).date).to.equal('2020-01-28');
  });

  it('speaks the language of its data where page and head name none', () => {
    const made = page();
    made.documentElement.lang = '';
    made.head.append(jsonLd({ '@type': 'NewsArticle', inLanguage: 'de' }));
    expect(currentArticle(currentPage(made), []).language).to.equal('de');
  });

  it('speaks the language of og:locale where the page names none', () => {
    const made = page();
    made.documentElement.lang = '';
    made.head.append(meta('og:locale', 'de_AT'));
    expect(currentArticle(currentPage(made), []).language).to.equal('de-AT');
  });

  it('has the page’s text where its entry has none', () => {
    const made = page(make('main', {}, make('p', {}, 'All of it.')));
    made.head.append(canonical(a.url));
    expect(currentArticle(currentPage(made), [{ ...a, text: '' }])).to.deep.equal({
      ...a,
      text: 'All of it.',
    });
  });

  it('does not take the page’s text for another page’s article', () => {
    const made = page(make('main', {}, 'This page.'));
    const entry = article('a');
    expect(currentArticle(currentPage(made), [entry], 'a')).to.equal(entry);
  });

  it('is told by the page alone where it is in no index', () => {
    const made = page(
      make('article', {}, make('h1', {}, 'Mast fällt um'), make('p', {}, 'Nachts im Sturm.')),
    );
    made.head.append(
      canonical('https://site.example/new'),
      meta('article:tag', 'Masten'),
      meta('article:tag', 'Sturm'),
      meta('article:published_time', '2026-11-17'),
    );
    expect(currentArticle(currentPage(made), [a, b])).to.deep.equal({
      id: 'https://site.example/new',
      url: 'https://site.example/new',
      title: 'Mast fällt um',
      text: 'Mast fällt um\nNachts im Sturm.',
      tags: ['Masten', 'Sturm'],
      date: '2026-11-17',
      language: 'de',
    });
  });

  for (const [name, extra, title] of [
    [
      'og:title before the headline of its data',
      [jsonLd({ '@type': 'BlogPosting', headline: 'From the data' }), meta('og:title', 'From the graph')],
      'From the graph',
    ],
    [
      'the headline of its data',
      [jsonLd({ '@type': 'BlogPosting', headline: 'From the data' })],
      'From the data',
    ],
    ['the first og:title that says something', [meta('og:title', ''), meta('og:title', 'Title')], 'Title'],
    [
      'no headline of nothing but space',
      [jsonLd({ '@type': 'BlogPosting', headline: ' ' })],
      'Mast fällt um',
    ],
    ['the page’s title without the site’s name', [], 'Mast fällt um'],
  ] as const) {
    it(`takes its title from ${name}`, () => {
      const made = page();
      made.head.append(...extra);
      expect(currentArticle(currentPage(made), []).title).to.equal(title);
    });
  }

  for (const [name, extra] of [
    ['keywords of its data', jsonLd({ '@type': 'Article', keywords: 'Masten, Sturm' })],
    ['a list of keywords', jsonLd({ '@type': 'Article', keywords: ['Masten', 'Sturm', 3] })],
    ['tags that are given twice', jsonLd({ '@type': 'Article', keywords: 'Masten, Sturm, Masten' })],
    ['the news keywords of its head', make('meta', { name: 'news_keywords', content: 'Masten, Sturm' })],
    ['the keywords of its head', make('meta', { name: 'keywords', content: 'Masten, Sturm' })],
  ] as const) {
    it(`takes its tags from ${name}`, () => {
      const made = page();
      made.head.append(extra);
      expect(currentArticle(currentPage(made), []).tags).to.deep.equal(['Masten', 'Sturm']);
    });
  }

  it('takes its tags from links to them where the head has none', () => {
    const made = page(make('a', { rel: 'tag nofollow', href: '/t/masten' }, ' Masten '));
    expect(currentArticle(currentPage(made), []).tags).to.deep.equal(['Masten']);
  });
});

describe('The entries of the current article', () => {
  const ids = (found: readonly { id: string }[]): string[] => found.map(({ id }) => id);
  const other = article('other', { url: 'http://www.site.example/a.html', title: 'Another' });

  it('are those at any of its addresses', () => {
    expect(ids(currentEntries([a, b, other], a, []))).to.deep.equal(['a', 'other']);
    expect(ids(currentEntries([a, b], { ...other, id: 'a' }, [b.url]))).to.deep.equal(['a', 'b']);
  });

  it('are those of its title where it is in no index, and only there', () => {
    const copy = article('copy', { url: 'https://test.example/a', title: a.title });
    expect(ids(currentEntries([a, b], copy, []))).to.deep.equal(['a']);
    expect(ids(currentEntries([a, b, copy], copy, []))).to.deep.equal(['copy']);
  });

  it('are named by id or by a relative address', () => {
    expect(ids(entriesNamed([a, { ...b, id: '2' }], '2', a.url))).to.deep.equal(['2']);
    expect(ids(entriesNamed([{ ...a, id: '1' }, b], '/a/', b.url))).to.deep.equal(['1']);
  });
});

describe('The browser', () => {
  for (const { name, html, ...expected } of ARTICLE_PAGES) {
    it(`reads ${name} as the command line does`, () => {
      // oxlint-disable-next-line no-restricted-properties -- The page itself is HTML.
      const shown = new DOMParser().parseFromString(html, 'text/html');
      const url = 'https://site.example/a';
      const { links, ...read } = currentPage(shown, { addresses: [url], isHeadStale: false }).article();
      expect(links ?? []).to.satisfy((all: string[]) =>
        all.every((link) => link.startsWith(location.origin)),
      );
      expect(read).to.deep.equal({ id: url, url, tags: [], ...expected });
    });
  }
});

describe('The text of a page', () => {
  it('is that of its article, a line per block', () => {
    const body = make(
      'article',
      {},
      make('p', {}, 'One ', make('b', {}, 'two'), '.'),
      make('p', {}, 'Three.'),
    );
    expect(mainText(page(make('p', {}, 'Menu'), body))).to.equal('One two.\nThree.');
  });

  it('keeps words of neighbouring blocks apart', () => {
    const list = make('ul', {}, make('li', {}, 'a'), make('li', {}, 'b'));
    const body = make(
      'main',
      {},
      'Eins',
      make('p', {}, 'Zwei'),
      'drei',
      list,
      make('span', {}, 'vier'),
      make('br'),
      'fünf',
    );
    expect(mainText(page(body))).to.equal('Eins\nZwei\ndrei\na\nb\nvier\nfünf');
  });

  it('is that of the longest article where there are several', () => {
    const teaser = make('article', {}, 'Short.');
    expect(mainText(page(teaser, make('article', {}, 'A good deal longer.')))).to.equal(
      'A good deal longer.',
    );
  });

  it('leaves out what is not the article', () => {
    const others = ['nav', 'aside', 'footer', 'form', 'script', 'style', 'related-articles'].map((tag) =>
      make(tag, {}, 'No.'),
    );
    const hidden = [make('p', { hidden: '' }, 'No.'), make('div', { id: 'comments' }, 'No.')];
    expect(mainText(page(make('main', {}, ...others, ...hidden, make('p', {}, 'Yes.'))))).to.equal('Yes.');
  });

  it('is that of the main part where only teasers are articles', () => {
    const text = make(
      'div',
      {},
      make('p', {}, 'The text itself, which is a good deal longer than any teaser.'),
    );
    const teaser = make('article', {}, 'A teaser of something else.');
    expect(mainText(page(make('main', {}, text, teaser)))).to.contain('The text itself');
  });

  it('is where nearly all the prose is on a page without marks', () => {
    const prose = 'A sentence that is long enough to be told from the items of a menu. '.repeat(4).trim();
    const menu = make('div', {}, ...['News', 'Sport', 'Weather'].map((item) => make('div', {}, item)));
    const text = make('div', {}, make('h2', {}, 'Heading'), make('p', {}, prose), make('div', {}, prose));
    expect(mainText(page(menu, make('div', {}, text)))).to.equal(`Heading\n${prose}\n${prose}`);
  });

  it('does not take a long discussion for the article', () => {
    const talk = make('div', { class: 'comments' }, make('article', {}, 'A long comment. '.repeat(50)));
    expect(mainText(page(make('main', {}, make('article', {}, 'The text.'), talk)))).to.equal('The text.');
  });

  it('leaves out lists of links, but no list of sentences with links in it', () => {
    const link = (text: string): HTMLElement => make('a', { href: '/x' }, text);
    const links = make('ul', {}, make('li', {}, link('Another story')), make('li', {}, link('And one more')));
    const list = make('ul', {}, make('li', {}, 'A point with a ', link('link'), ' and more to say.'));
    expect(mainText(page(make('article', {}, make('p', {}, 'The text of it all.'), links, list)))).to.equal(
      'The text of it all.\nA point with a link and more to say.',
    );
  });

  it('leaves out what is named after something else, unless it holds the text', () => {
    const text = 'The text of it all, which is longer than what stands beside it.';
    const beside = ['share-bar', 'ce_relatedArticles', 'newsletter', 'breadcrumb'].map((name) =>
      make('div', { class: name }, 'No.'),
    );
    const body = make('div', { class: 'social' }, text);
    const commentary = make('div', { class: 'commentary' }, 'Yes.');
    expect(mainText(page(make('article', {}, ...beside, body, commentary)))).to.equal(`${text}\nYes.`);
  });

  it('is read however deep it is nested', () => {
    const outermost = make('div');
    let innermost = outermost;
    // From the inside out, Firefox takes seconds.
    for (let depth = 0; depth < 20_000; depth++) {
      const inner = make('div');
      innermost.append(inner);
      innermost = inner;
    }
    innermost.append(make('p', {}, 'Deep.'));
    const now = performance.now.bind(performance);
    performance.now = () => 0;
    const text = mainText(page(outermost));
    performance.now = now;
    expect(text).to.equal('Deep.');
  });

  it('is only what can be read in a moment', () => {
    const now = performance.now.bind(performance);
    let at = 0;
    // Each look at the clock takes a millisecond.
    performance.now = () => at++;
    const lines = Array.from({ length: 500 }, (_, line) => make('p', {}, `Line ${line}.`));
    const text = mainText(page(make('article', {}, ...lines)));
    performance.now = now;
    expect(text.split('\n').length).to.be.within(10, 60);
    expect(at).to.be.within(20, 55);
  });

  const prose = 'A sentence that is long enough to be told from the items of a menu. '.repeat(4).trim();
  const fields = (...names: string[]): HTMLElement[] => names.map((name) => make('input', { name }));
  const search = (): HTMLElement[] => [
    make('nav', {}, make('a', { href: '/' }, 'Home')),
    make('label', {}, 'What are you looking for in all the pages of this site, whenever they were written?'),
    ...fields(
      'q',
      'children',
      'parentElement',
      'closest',
      'querySelector',
      'querySelectorAll',
      'textContent',
    ),
    make('button', {}, 'Search'),
  ];
  const footer = (): HTMLElement => make('footer', {}, prose);
  const WRAPPED: readonly [name: string, ...content: Child[]][] = [
    ['an article', make('article', {}, make('h1', {}, 'Heading'), make('p', {}, prose))],
    ['a main part', make('div', {}, make('main', {}, make('h1', {}, 'Heading'), make('p', {}, prose)))],
    ['a heading', make('div', {}, make('h1', {}, 'Heading'), make('p', {}, prose))],
    ['text alone', make('table', {}, make('tr', {}, make('td', {}, 'Heading', make('br'), prose)))],
    ['text of its own', 'Heading', make('br'), prose],
  ];
  for (const [name, ...content] of WRAPPED) {
    it(`is complete where one form is wrapped around the whole page, with ${name} in it`, () => {
      const wrapped = page(make('form', { method: 'post' }, ...search(), ...content, footer()));
      expect(mainText(wrapped)).to.equal(`Heading\n${prose}`);
      expect(currentPage(wrapped).article().text).to.equal(`Heading\n${prose}`);
    });
  }

  const FORMS: readonly [name: string, form: () => HTMLElement][] = [
    ['a newsletter', () => make('form', {}, make('h2', {}, 'Our newsletter'), make('p', {}, prose))],
    [
      'comments',
      () => make('form', { id: 'commentform' }, make('p', {}, prose), make('textarea', {}, prose)),
    ],
    ['a search', () => make('form', { role: 'search' }, make('div', {}, prose))],
  ];
  for (const [name, form] of FORMS) {
    it(`leaves out a form for ${name}, even if it is longer than the article`, () => {
      const heading = (): HTMLElement => make('h1', {}, 'Heading');
      expect(mainText(page(make('article', {}, heading(), 'Short.', form())))).to.equal('Heading\nShort.');
      expect(mainText(page(make('main', {}, heading(), 'Short.'), form()))).to.equal('Heading\nShort.');
      expect(mainText(page(make('div', {}, heading(), 'Short.'), form()))).to.equal('Heading\nShort.');
      const text = prose.slice(0, prose.length / 2);
      expect(mainText(page(make('div', {}, text), form()))).to.equal(text);
    });
  }
});

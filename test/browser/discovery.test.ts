import { expect } from '@open-wc/testing';
import { discoveredIndex } from '../../src/element/discovered-index.js';
import { article, block, feed, requested, serve, settled, titles } from './support.js';

function link(rel: string, href: string, type = ''): HTMLLinkElement {
  return Object.assign(document.createElement('link'), { rel, href, type });
}

/** Another document, whose head holds these links. */
function page(...links: HTMLLinkElement[]): Document {
  const made = document.implementation.createHTMLDocument();
  made.head.append(...links);
  return made;
}

const jsonFeed = (href: string): HTMLLinkElement => link('alternate', href, 'application/feed+json');

describe('the JSON Feed in the page’s head', () => {
  let links: HTMLLinkElement[] = [];
  afterEach(() => {
    for (const each of links) each.remove();
  });

  it('is shown by a block without src', async () => {
    links = [link('alternate', '/rss.xml', 'application/rss+xml'), jsonFeed('/head.json')];
    document.head.append(...links);
    serve({ '/head.json': feed(article('a')) });
    expect(titles(await settled(block({ article: 'now' })))).to.deep.equal(['Title of a']);
  });

  it('is not requested if the author names an index or gives the articles', async () => {
    links = [jsonFeed('/head-2.json')];
    document.head.append(...links);
    serve({ '/own.json': feed(article('b')) });
    expect(titles(await settled(block({ article: 'now', src: '/own.json' })))).to.deep.equal(['Title of b']);
    const given = block({ article: 'now' });
    given.articles = [article('now'), article('c')];
    expect(titles(await settled(given))).to.deep.equal(['Title of c']);
    expect(requested()).to.deep.equal(['/own.json']);
  });
});

describe('the index that a page’s head names', () => {
  const api = 'https://api.w.org/';

  it('is a JSON Feed rather than a WordPress API', () => {
    const made = page(link(api, 'https://site.example/wp-json/'), jsonFeed('https://site.example/feed.json'));
    expect(discoveredIndex(made)).to.equal('https://site.example/feed.json');
  });

  for (const [home, expected] of [
    ['https://site.example/blog/wp-json/', 'https://site.example/blog/wp-json/wp/v2/posts'],
    ['https://site.example/wp-json', 'https://site.example/wp-json/wp/v2/posts'],
    ['https://site.example/index.php?rest_route=/', 'https://site.example/index.php'],
  ] as const) {
    it(`is the list of posts of the WordPress API at ${home}`, () => {
      const { origin, pathname, searchParams: query } = new URL(discoveredIndex(page(link(api, home))) ?? '');
      expect(origin + pathname).to.equal(expected);
      expect(query.get('rest_route')).to.equal(home.includes('?') ? '/wp/v2/posts' : null);
      expect(query.get('per_page')).to.equal('100');
      expect(query.get('_embed')).to.equal('wp:term,wp:featuredmedia');
      expect(query.get('_fields')).to.contain('title').and.contain('_links,_embedded');
    });
  }

  it('may be in a link that has other relations too', () => {
    const href = 'https://site.example/feed.json';
    expect(discoveredIndex(page(link('home alternate', href, 'application/feed+json')))).to.equal(href);
    const posts = discoveredIndex(page(link(`index ${api}`, 'https://site.example/wp-json/')));
    expect(posts).to.match(/^https:\/\/site\.example\/wp-json\/wp\/v2\/posts\?/);
  });

  it('is the first one whose link has an href', () => {
    const href = 'https://site.example/feed.json';
    const empty = jsonFeed(href);
    empty.removeAttribute('href');
    expect(discoveredIndex(page(empty, jsonFeed(href)))).to.equal(href);
  });

  it('is undefined if the head names neither', () => {
    for (const other of [
      link('alternate', '/a.json', 'application/json'),
      link('preload', '/a.json', 'application/feed+json'),
    ])
      expect(discoveredIndex(page(other))).to.equal(undefined);
  });
});

describe('a src with placeholders', () => {
  it('is filled with the page’s canonical URL', async () => {
    const canonical = link('canonical', '/news/mast.html');
    document.head.append(canonical);
    serve({ '/related/news/mast.json': feed(article('a')) });
    await settled(block({ src: '/related/{path}.json' }));
    canonical.remove();
    expect(requested()).to.deep.equal(['/related/news/mast.json']);
  });

  it('is filled with the article that the author names', async () => {
    serve({ '/related/now.json': feed(article('a')), '/related/b/c.json': feed(article('b')) });
    await settled(block({ src: '/related/{id}.json', article: 'now' }));
    await settled(block({ src: '/related/{path}.json', article: '/b/c.html' }));
    expect(requested()).to.deep.equal(['/related/now.json', '/related/b/c.json']);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Article } from '../../src/article.js';
import { type ArticleIndex, type Fields, readIndex, readIndexInSlices } from '../../src/reader/read-index.js';

const SITE = 'https://site.example';

function read(json: unknown, path = '/index.json', fields?: Fields): ArticleIndex {
  return readIndex(json, SITE + path, { fields });
}

/** The only article of a document. */
function only(json: unknown, path?: string): Article {
  const { articles, skipped } = read(json, path);
  const [article] = articles;
  assert.ok(article && articles.length === 1, JSON.stringify({ articles, skipped }));
  return article;
}

const urls = ({ articles }: ArticleIndex): string[] => articles.map(({ url }) => url.replace(SITE, ''));

const post = {
  id: 7,
  date: '2026-11-17T09:00:00',
  date_gmt: '2026-11-17T08:00:00',
  status: 'publish',
  link: `${SITE}/mast/`,
  title: { rendered: 'Mast &#8211; <em>neu</em>' },
  content: { rendered: '<p>Der Mast steht.</p>', protected: false },
  excerpt: { rendered: '<p>Kurz gesagt [&hellip;]</p>\n', protected: false },
  tags: [3, 4],
  yoast_meta: { title: 'x' },
  _embedded: {
    author: [{ id: 1, name: 'Anna Muster' }],
    'wp:featuredmedia': [
      {
        source_url: `${SITE}/gross.jpg`,
        media_details: { sizes: { medium_large: { source_url: `${SITE}/mittel.jpg` } } },
      },
    ],
    'wp:term': [[{ id: 1, name: 'Netze' }], [{ id: 3, name: 'Open RAN' }]],
  },
};
const plain = { ...post, _embedded: undefined, class_list: ['post-7', 'category-netze', 'tag-open-ran'] };

describe('WordPress posts', () => {
  it('give all that an article has', () => {
    assert.deepEqual(only([post]), {
      id: '7',
      url: `${SITE}/mast/`,
      title: 'Mast – neu',
      excerpt: 'Kurz gesagt…',
      text: 'Der Mast steht.',
      date: '2026-11-17T08:00:00Z',
      tags: ['Netze', 'Open RAN'],
      author: 'Anna Muster',
      image: `${SITE}/mittel.jpg`,
    });
  });

  it('have the tags of their class names if they were asked for without _embed', () => {
    assert.deepEqual(only([plain]).tags, ['netze', 'open ran']);
  });

  it('stand in their first category, and have their own type', () => {
    const terms = [[{ name: 'Open RAN', taxonomy: 'post_tag' }], [{ name: 'Netze', taxonomy: 'category' }]];
    const embedded = { ...post, type: 'post', _embedded: { 'wp:term': terms } };
    const { section, type, tags } = only([embedded]);
    assert.deepEqual([section, type, tags], ['Netze', 'post', ['Open RAN', 'Netze']]);
    assert.equal(only([plain]).section, 'netze');
  });

  it('have tags if PHP has numbered their class names', () => {
    assert.deepEqual(only([{ ...plain, class_list: { 0: 'post', 8: 'tag-mast' } }]).tags, ['mast']);
  });

  it('are an index if one is asked for alone', () => {
    assert.equal(only(post).id, '7');
  });

  it('may come in an envelope, which tells the number of pages', () => {
    const envelope = { status: 200, headers: { 'X-WP-TotalPages': 3 }, body: [post] };
    const { articles, next } = read(envelope, '/?rest_route=/wp/v2/posts&_envelope');
    assert.deepEqual(
      [articles.length, next],
      [1, `${SITE}/?rest_route=%2Fwp%2Fv2%2Fposts&_envelope=&page=2`],
    );
  });

  it('are read without those that are drafts', () => {
    const { articles, skipped } = read([
      { ...post, status: 'draft' },
      { ...post, link: '/b', id: 8 },
    ]);
    assert.equal(articles.length, 1);
    assert.deepEqual(skipped, [{ position: 0, reason: `is not public: ${SITE}/mast/` }]);
  });

  it('have the site’s local date if they have no other', () => {
    assert.equal(only([{ ...post, date_gmt: '0000-00-00T00:00:00' }]).date, '2026-11-17T09:00:00');
  });

  it('are read if their authors and media are hidden', () => {
    const error = { code: 'rest_forbidden', message: 'Nein', data: { status: 401 } };
    const article = only([{ ...post, _embedded: { author: [error], 'wp:featuredmedia': [error] } }]);
    assert.deepEqual([article.author, article.image, article.tags], [undefined, undefined, []]);
  });

  it('have the picture that Jetpack names', () => {
    const article = only([{ ...plain, jetpack_featured_media_url: '/jetpack.jpg' }]);
    assert.equal(article.image, `${SITE}/jetpack.jpg`);
  });

  it('are a plain list if they were found by a search', () => {
    const found = { id: 7, title: 'Mast', url: `${SITE}/mast/`, type: 'post', subtype: 'post' };
    assert.equal(only([found]).title, 'Mast');
  });
});

const ghostPost = {
  id: '64a',
  uuid: 'x',
  title: 'Masts and forests',
  slug: 'masts',
  html: '<p>Trees stand in the way.</p>',
  feature_image: `${SITE}/tree.jpg`,
  visibility: 'public',
  published_at: '2026-11-17T09:00:00.000+01:00',
  custom_excerpt: null,
  excerpt: 'Trees stand',
  url: `${SITE}/masts/`,
  tags: [
    { name: 'Forests', visibility: 'public' },
    { name: 'hash-letter', visibility: 'internal' },
    { name: '#newsletter' },
  ],
  authors: [{ name: 'Ann' }, { name: 'Bob' }],
};

describe('Ghost’s posts', () => {
  const listing = { posts: [ghostPost], meta: { pagination: { page: 1, pages: 2, next: 2 } } };

  it('give all that an article has, without the editors’ own tags', () => {
    assert.deepEqual(only(listing), {
      id: '64a',
      url: `${SITE}/masts/`,
      title: 'Masts and forests',
      excerpt: 'Trees stand',
      text: 'Trees stand in the way.',
      date: '2026-11-17T09:00:00+01:00',
      tags: ['Forests'],
      author: 'Ann, Bob',
      image: `${SITE}/tree.jpg`,
    });
  });

  it('tell the next page', () => {
    assert.equal(read(listing, '/posts/?key=1').next, `${SITE}/posts/?key=1&page=2`);
    assert.equal(read(listing, '/posts/?key=1&page=2').next, undefined);
  });

  it('give no text of a post for members, only its teaser', () => {
    for (const visibility of ['members', 'paid', 'tiers']) {
      const { title, excerpt, text } = only({ ...listing, posts: [{ ...ghostPost, visibility }] });
      assert.deepEqual([title, excerpt, text], ['Masts and forests', 'Trees stand', undefined]);
    }
  });

  it('are left out if they were sent by e-mail alone', () => {
    const { articles, skipped } = read({ ...listing, posts: [{ ...ghostPost, status: 'sent' }] });
    assert.deepEqual([articles.length, skipped[0]?.reason], [0, `is not public ("status"): ${SITE}/masts/`]);
  });

  it('are read from the search index too', () => {
    const { format, articles } = read({
      posts: [{ id: '1', slug: 'a', title: 'A', url: '/a/', visibility: 'public' }],
    });
    assert.deepEqual([format, articles.length], ['Ghost', 1]);
  });
});

describe('the indexes of themes', () => {
  const shapes: [theme: string, json: unknown, url: string, more?: Partial<Article>][] = [
    [
      'Hugo PaperMod',
      [{ title: 'Mast', content: 'Text', permalink: `${SITE}/de/mast/`, summary: 'Kurz' }],
      '/de/mast/',
      { excerpt: 'Kurz', text: 'Text' },
    ],
    [
      'Hugo Blowfish',
      [{ date: '8. Dezember 2022', title: 'Mast', section: 'posts', permalink: '/mast/', externalUrl: null }],
      '/mast/',
      { date: '2022-12-08' },
    ],
    [
      'Hugo bookworm',
      [
        {
          categories: ['Netz'],
          contents: 'Text',
          date: '12',
          image: '',
          permalink: '/mast/',
          tags: null,
          title: 'M',
        },
      ],
      '/mast/',
      { date: undefined, tags: ['Netz'] },
    ],
    [
      'Jekyll’s Simple Search',
      [
        {
          title: 'A &amp; B',
          category: '',
          tags: 'netz, mast',
          url: '/mast.html',
          date: '2015-07-18 00:00:00 +0200',
        },
      ],
      '/mast.html',
      { title: 'A & B', tags: ['netz', 'mast'], date: '2015-07-18T00:00:00+02:00' },
    ],
    [
      'a German Jekyll template',
      [
        {
          title: 'Mast',
          tags: [],
          url: '/mast',
          date: '17.11.2026',
          authors: 'Anna und Bernd',
          content: 'Text',
        },
      ],
      '/mast',
      { date: '2026-11-17', author: 'Anna und Bernd' },
    ],
    [
      'Zola’s list',
      [{ url: `${SITE}/mast/`, title: 'Mast', description: null, body: 'Text', path: '/mast/' }],
      '/mast/',
      { text: 'Text' },
    ],
    ['an Eleventy site’s own', { posts: [{ name: 'Mast', link: '/mast/', draft: false }] }, '/mast/'],
  ];
  for (const [theme, json, url, more = {}] of shapes) {
    it(`are read: ${theme}`, () => {
      const article = only(json);
      assert.equal(article.url, SITE + url);
      for (const [member, value] of Object.entries(more)) {
        assert.deepEqual(article[member as keyof Article], value, member);
      }
    });
  }

  it('give one article if there is a record for every section', () => {
    const page = { uri: '/de/mast/', title: 'Mast', date: '2022-12-08', tags: ['Netz'] };
    const article = only([
      { ...page, objectID: '/de/mast/:1:0', content: 'Erstens.' },
      { ...page, objectID: '/de/mast/:1:1', content: 'Zweitens.' },
    ]);
    assert.deepEqual([article.id, article.text], ['/de/mast/:1:0', 'Erstens.\nZweitens.']);
  });

  it('are read without entries that are marked as drafts', () => {
    assert.equal(
      read([{ title: 'A', url: '/a', draft: true }]).skipped[0]?.reason,
      `is not public ("draft"): ${SITE}/a`,
    );
  });

  it('are found below a name that the site has chosen', () => {
    assert.deepEqual(urls(read({ response: { docs: [{ title: 'A', url: '/a' }] } })), ['/a']);
  });
});

describe('a search index of sections', () => {
  it('gives pages below the site’s root if MkDocs wrote it', () => {
    const docs = [
      { location: '', title: 'Start', text: '' },
      { location: '#why', title: 'Why', text: '<p>Because &amp; so</p>' },
      { location: 'guide/', title: 'Guide', text: '', tags: ['Help'] },
      { location: 'guide/#one', title: 'One', text: 'First' },
    ];
    const index = read({ config: { lang: ['en'] }, docs }, '/docs/search/search_index.json');
    assert.deepEqual(urls(index), ['/docs/', '/docs/guide/']);
    assert.deepEqual(index.skipped, []);
    assert.deepEqual(index.articles[0], {
      id: `${SITE}/docs/`,
      url: `${SITE}/docs/`,
      title: 'Start',
      excerpt: 'Because & so',
      text: 'Why\nBecause & so',
      tags: [],
      language: 'en',
    });
    assert.equal(index.articles[1]?.text, 'One\nFirst');
  });

  it('keeps headings in the text and out of the tags if Quarto wrote it', () => {
    const article = only([
      { objectID: 'a.html', href: 'a.html', title: 'Masten', section: '', text: 'Anfang' },
      { objectID: 'a.html#kosten', href: 'a.html#kosten', title: 'Masten', section: 'Kosten', text: 'Viel' },
    ]);
    assert.deepEqual([article.url, article.tags], [`${SITE}/a.html`, []]);
    assert.equal(article.text, 'Anfang\nKosten\nViel');
  });

  it('joins its lists by page if Docusaurus wrote it', () => {
    const lists = [
      [{ i: 1, t: 'Masts', u: '/docs/masts', b: ['Docs', 'Network'] }],
      [{ i: 2, t: 'Costs', u: '/docs/masts', h: '#costs', p: 1 }],
      [{ i: 3, t: 'About masts', s: 'Masts', u: '/docs/masts', p: 1 }],
      [],
      [{ i: 4, t: 'They cost much.', s: 'Costs', u: '/docs/masts', h: '#costs', p: 1 }],
    ].map((documents) => ({ documents, index: {} }));
    const article = only(lists);
    assert.deepEqual([article.url, article.tags], [`${SITE}/docs/masts`, ['Docs', 'Network']]);
    assert.equal(article.excerpt, 'About masts');
    assert.equal(article.text, 'Costs\nAbout masts\nThey cost much.');
  });

  it('makes the teaser from the text if an older Docusaurus wrote it, without descriptions', () => {
    const lists = [
      [{ i: 1, t: 'Masts', u: '/docs/masts', b: [] }],
      [{ i: 2, t: 'Costs', u: '/docs/masts', h: '#costs', p: 1 }],
      [{ i: 3, t: 'They cost much.', s: 'Costs', u: '/docs/masts', h: '#costs', p: 1 }],
    ].map((documents) => ({ documents, index: {} }));
    assert.equal(only(lists).excerpt, 'Costs They cost much.');
  });

  it('has the page’s title if Just the Docs wrote it', () => {
    const article = only({
      0: { doc: 'Guide', title: 'Guide', content: 'Hello', url: '/guide/', relUrl: '/guide/' },
      1: { doc: 'Guide', title: 'First step', content: 'Go', url: '/guide/#first', relUrl: '/guide/#first' },
    });
    assert.deepEqual([article.title, article.url], ['Guide', `${SITE}/guide/`]);
    assert.equal(article.text, 'Guide\nHello\nFirst step\nGo');
  });

  it('has the title of each record if an older Just the Docs wrote it', () => {
    assert.deepEqual(urls(read({ 0: { title: 'Guide', content: 'Hello', url: '/guide/' } })), ['/guide/']);
  });

  it('gives its pages if Zola wrote it for elasticlunr', () => {
    const page = { id: `${SITE}/a/`, title: 'A', description: 'Short', body: 'Text' };
    const docs = { [`${SITE}/a/`]: page };
    const { text, excerpt } = only({ fields: ['title'], documentStore: { docs, length: 1 } });
    assert.deepEqual([text, excerpt], ['Text', 'Short']);
  });

  it('gives 55 articles if its 483 records are sections of 55 articles', () => {
    const records = Array.from({ length: 483 }, (_, at) => ({
      uri: `/seite-${at % 55}/${at < 55 ? '' : `#abschnitt-${at}`}`,
      title: at < 55 ? `Seite ${at}` : `Abschnitt ${at}`,
      content: `Text ${at}`,
    }));
    const { articles, skipped } = read(records);
    assert.deepEqual([articles.length, skipped], [55, []]);
    assert.ok(
      articles.every(({ title }) => title.startsWith('Seite')),
      'a section’s title',
    );
  });

  it('gives the title and address of the page itself if a section comes first', () => {
    const article = only([
      { url: '/a#kosten', title: 'Kosten', content: 'Viel' },
      { url: '/a', title: 'Masten', content: 'Anfang' },
    ]);
    assert.deepEqual([article.title, article.url], ['Masten', `${SITE}/a`]);
  });

  it('keeps the routes of a single-page app apart', () => {
    assert.equal(
      read([
        { url: '/#/a', title: 'A' },
        { url: '/#/b', title: 'B' },
      ]).articles.length,
      2,
    );
  });
});

describe('Discourse’s topics', () => {
  const topic = {
    id: 12,
    title: 'Masten im Wald',
    fancy_title: 'Masten im Wald',
    slug: 'masten-im-wald',
    posts_count: 4,
    image_url: null,
    created_at: '2026-11-17T08:00:00.000Z',
    excerpt: 'Wer hat&hellip;',
    tags: [{ id: 1, name: 'Wald' }, 'Netz'],
    visible: true,
  };

  it('tell the number of their answers', () => {
    assert.deepEqual(only({ users: [], topic_list: { topics: [topic] } }), {
      id: `${SITE}/t/masten-im-wald/12`,
      url: `${SITE}/t/masten-im-wald/12`,
      title: 'Masten im Wald',
      excerpt: 'Wer hat…',
      date: '2026-11-17T08:00:00Z',
      tags: ['Wald', 'Netz'],
      discussion: { count: 3 },
    });
  });

  it('are told apart by their titles if they share an address', () => {
    const topics = [topic, { ...topic, title: 'Masten im Park' }, topic];
    const { articles, skipped } = read({ topic_list: { topics } });
    assert.deepEqual(
      articles.map(({ title }) => title),
      ['Masten im Wald', 'Masten im Park'],
    );
    assert.equal(new Set(articles.map(({ id }) => id)).size, 2);
    assert.match(skipped[0]?.reason ?? '', /^repeats the URL /);
  });

  it('have no number of posts if they name none, and are reported if they have no id', () => {
    const topics = [{ ...topic, posts_count: null }, { title: 'B' }, { ...topic, id: 13, visible: false }];
    const { articles, skipped } = read({ topic_list: { topics } });
    assert.deepEqual([articles.length, articles[0]?.discussion], [1, undefined]);
    assert.deepEqual(
      skipped.map(({ reason }) => reason),
      ['has no URL: B', `is not public ("visible"): ${SITE}/t/masten-im-wald/13`],
    );
  });
});

describe('Drupal’s JSON:API', () => {
  const node = {
    type: 'node--article',
    id: 'uuid-1',
    attributes: {
      drupal_internal__nid: 5,
      status: true,
      title: 'Masten',
      created: '2026-11-17T09:00:00+01:00',
      langcode: 'de',
      path: { alias: '/masten', langcode: 'de' },
      body: { value: '<p>Roh</p>', processed: '<p>Fertig</p>', summary: 'Kurz' },
      comment: { comment_count: 2 },
    },
    relationships: {
      field_tags: { data: [{ type: 'taxonomy_term--tags', id: 't1' }] },
      field_image: { data: { type: 'media--image', id: 'm1' } },
      uid: { data: null },
    },
  };
  const included = [
    { type: 'taxonomy_term--tags', id: 't1', attributes: { name: 'Open RAN' } },
    {
      type: 'media--image',
      id: 'm1',
      relationships: { field_media_image: { data: { type: 'file--file', id: 'f1' } } },
    },
    { type: 'file--file', id: 'f1', attributes: { uri: { url: '/sites/default/files/mast.jpg' } } },
  ];
  const links = { next: { href: `${SITE}/de/jsonapi/node/article?page%5Boffset%5D=50` } };

  it('gives all that an article has, also from the entities that it includes', () => {
    const index = read(
      { jsonapi: { version: '1.0' }, data: [node], included, links },
      '/de/jsonapi/node/article',
    );
    assert.equal(index.next, links.next.href);
    assert.deepEqual(index.articles, [
      {
        id: 'uuid-1',
        url: `${SITE}/de/masten`,
        title: 'Masten',
        excerpt: 'Kurz',
        text: 'Fertig',
        date: '2026-11-17T09:00:00+01:00',
        tags: ['Open RAN'],
        language: 'de',
        image: `${SITE}/sites/default/files/mast.jpg`,
        discussion: { count: 2 },
        type: 'node--article',
      },
    ]);
  });

  it('gives the page’s number if the page has no alias', () => {
    const attributes = { ...node.attributes, path: { alias: null } };
    assert.equal(only({ data: [{ ...node, attributes }] }, '/jsonapi/node/article').url, `${SITE}/node/5`);
  });

  it('reads members that a site has added by the usual names', () => {
    const attributes = { title: 'A', path: { alias: '/a' }, field_teaser: 'Kurz', field_tags: 'x, y' };
    const article = only({ data: [{ id: '1', attributes }] });
    assert.deepEqual([article.excerpt, article.tags], ['Kurz', ['x', 'y']]);
  });

  it('reports entries that have no page or are not published', () => {
    const data = [
      { id: '1', attributes: { title: 'A' } },
      { id: '2', attributes: { ...node.attributes, status: false } },
    ];
    assert.deepEqual(
      read({ data }).skipped.map(({ reason }) => reason),
      ['has no URL: A', `is not public ("status"): ${SITE}/masten`],
    );
  });
});

describe('TYPO3’s news', () => {
  it('give all that an article has', () => {
    const news = {
      uid: 9,
      title: 'Masten',
      teaser: 'Kurz',
      datetime: 'Jan 05 2024',
      author: { author: 'Anna Muster', authorEmail: '' },
      media: [{ publicUrl: '/fileadmin/mast.jpg' }],
      categories: [{ title: 'Netze' }],
      tags: [{ title: 'Open RAN' }],
      metaData: { keywords: 'Mast, Wald' },
      slug: '/news/masten',
      pathSegment: 'masten',
    };
    assert.deepEqual(only({ list: [news], settings: {} }), {
      id: '9',
      url: `${SITE}/news/masten`,
      title: 'Masten',
      excerpt: 'Kurz',
      date: '2024-01-05',
      tags: ['Open RAN', 'Netze', 'Mast', 'Wald'],
      author: 'Anna Muster',
      image: `${SITE}/fileadmin/mast.jpg`,
    });
  });
});

describe('schema.org’s articles', () => {
  const article = {
    '@type': ['NewsArticle', 'Article'],
    '@id': `${SITE}/masts#article`,
    headline: 'Masts',
    description: 'Short',
    mainEntityOfPage: { '@type': 'WebPage', '@id': `${SITE}/masts` },
    datePublished: '2026-11-17T08:00:00Z',
    keywords: 'Masts, Forests',
    articleSection: ['Network'],
    author: { '@type': 'Person', name: 'Ann' },
    image: [{ '@type': 'ImageObject', url: '/mast.jpg' }],
    inLanguage: 'en',
    commentCount: 4,
    discussionUrl: '/masts#talk',
  };
  const read1: Article = {
    id: `${SITE}/masts#article`,
    url: `${SITE}/masts`,
    title: 'Masts',
    excerpt: 'Short',
    date: '2026-11-17T08:00:00Z',
    tags: ['Masts', 'Forests', 'Network'],
    language: 'en',
    author: 'Ann',
    image: `${SITE}/mast.jpg`,
    discussion: { count: 4, url: `${SITE}/masts#talk` },
    section: 'Network',
    type: 'NewsArticle',
  };
  const holders: [name: string, json: unknown][] = [
    ['alone', { '@context': 'https://schema.org', ...article }],
    ['in a list', [{ '@context': 'https://schema.org', ...article }]],
    ['in a graph', { '@graph': [{ '@type': 'WebSite', name: 'Site', url: '/' }, article] }],
    ['in a blog', { '@context': 'https://schema.org', '@type': 'Blog', blogPost: [article] }],
    [
      'in an ItemList',
      { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', position: 1, item: article }] },
    ],
    [
      'in the list of a collection’s page',
      { '@type': 'CollectionPage', mainEntity: { '@type': 'ItemList', itemListElement: [article] } },
    ],
  ];
  for (const [name, json] of holders) {
    it(`are read ${name}`, () => {
      assert.deepEqual(only(json), read1);
    });
  }

  it('are reported if a list tells only their addresses', () => {
    const itemListElement = [{ '@type': 'ListItem', position: 1, url: '/a' }];
    assert.deepEqual(read({ '@type': 'ItemList', itemListElement }).skipped, [
      { position: 0, reason: `has no title: ${SITE}/a` },
    ]);
  });

  it('do not include breadcrumbs', () => {
    const crumb = { '@type': 'ListItem', position: 1, name: 'Home', url: '/' };
    const json = { '@graph': [{ '@type': 'BreadcrumbList', itemListElement: [crumb] }, article] };
    assert.deepEqual(urls(read(json)), ['/masts']);
  });
});

describe('RSS in JSON', () => {
  it('gives all that an article has', () => {
    const item = {
      title: 'Masten',
      link: `${SITE}/masten`,
      description: '<p>Kurz</p>',
      'content:encoded': '<p>Lang</p>',
      pubDate: 'Tue, 17 Nov 2026 08:00:00 GMT',
      guid: { '#value': '17', isPermaLink: 'false' },
      category: ['Netz', { '#value': 'Wald', domain: 'x' }],
      'dc:creator': 'Anna Muster',
      'slash:comments': '3',
      comments: `${SITE}/masten#talk`,
      enclosure: { url: '/mast.jpg', type: 'image/jpeg' },
    };
    assert.deepEqual(only({ rss: { version: '2.0', channel: { language: 'de', item } } }), {
      id: '17',
      url: `${SITE}/masten`,
      title: 'Masten',
      excerpt: 'Kurz',
      text: 'Lang',
      date: '2026-11-17T08:00:00Z',
      tags: ['Netz', 'Wald'],
      language: 'de',
      author: 'Anna Muster',
      image: `${SITE}/mast.jpg`,
      discussion: { count: 3, url: `${SITE}/masten#talk` },
    });
  });

  it('keeps posts apart that share one page a day', () => {
    const item = ['a', 'b'].map((id) => ({ title: id, link: `/2026/11/17#${id}` }));
    assert.equal(read({ rss: { channel: { item } } }).articles.length, 2);
  });

  it('may have no items', () => {
    assert.deepEqual(read({ rss: { channel: {} } }), { format: 'RSS-in-JSON', articles: [], skipped: [] });
  });

  it('does not take a recording for a picture', () => {
    const enclosure = { url: '/talk.mp3', type: 'audio/mpeg', length: 1 };
    const item = { title: 'A', link: '/a', enclosure };
    assert.equal(only({ rss: { channel: { item } } }).image, undefined);
  });
});

describe('a JSON Feed', () => {
  it('tells its next page', () => {
    const feed = { version: 'https://jsonfeed.org/version/1.1', items: [], next_url: '/feed?page=2' };
    assert.equal(read(feed).next, `${SITE}/feed?page=2`);
  });

  it('gives its authors to items that name none', () => {
    const items = [
      { id: '1', url: '/1', title: 'A' },
      { id: '2', url: '/2', title: 'B', author: { name: 'Bob' } },
      { id: '3', url: '/3', title: 'C', authors: [{ name: 'Cid' }, { url: '/cid' }] },
    ];
    const feed = { version: 'https://jsonfeed.org/version/1', author: { name: 'Ann' }, items };
    assert.deepEqual(
      read(feed).articles.map(({ author }) => author),
      ['Ann', 'Bob', 'Cid'],
    );
  });

  it('tells key terms and the date of expiry in its extension', () => {
    const extension = { terms: ['open ran', 'mast'], expires: '2027-01-01' };
    const items = [{ id: '1', url: '/1', title: 'A', _related_articles: extension }];
    const [article] = read({ version: 'https://jsonfeed.org/version/1.1', items }).articles;
    assert.deepEqual([article?.terms, article?.expires], [extension.terms, extension.expires]);
  });
});

describe('texts in a wrong encoding', () => {
  it('are reported with their entries', () => {
    const { articles, skipped } = read([
      { url: '/a', title: 'M\uFFFDsten' },
      { url: '/b', title: 'Masten' },
    ]);
    assert.equal(articles.length, 1);
    assert.match(skipped[0]?.reason ?? '', /^has a title with broken characters, not UTF-8: M/);
  });
});

describe('the option fields', () => {
  const entry = { headline_txt: 'Masten', 'teaser.text': 'Kurz', meta: { web: { path: '/masten' } }, t: 'x' };

  it('takes names, names with dots, paths of names, and functions', () => {
    const fields: Fields = {
      title: 'headline_txt',
      excerpt: 'teaser.text',
      url: 'meta.web.path',
      date: () => '2026-11-17',
    };
    const { articles } = read({ items: [entry] }, '/index.json', fields);
    assert.deepEqual(
      articles.map(({ title, excerpt, url, date }) => [title, excerpt, url, date]),
      [['Masten', 'Kurz', `${SITE}/masten`, '2026-11-17']],
    );
  });

  it('reads Contentful’s entries', () => {
    const item = {
      sys: { id: 'c1', type: 'Entry', createdAt: '2026-11-17T08:00:00.000Z' },
      fields: { title: 'Masts', seite: '/masts' },
    };
    const [article] = read({ sys: { type: 'Array' }, items: [item] }, '/x', { url: 'fields.seite' }).articles;
    assert.deepEqual(article, {
      id: 'c1',
      url: `${SITE}/masts`,
      title: 'Masts',
      date: '2026-11-17T08:00:00Z',
      tags: [],
      type: 'Entry',
    });
  });

  it('leaves to the format what it does not find', () => {
    assert.equal(read([{ url: '/a', title: 'A' }], '/x', { title: 'nope' }).articles[0]?.title, 'A');
  });

  it('skips an entry if a function throws', () => {
    const title = ({ names }: { readonly names?: unknown }): unknown => (names as string[])[0];
    const { articles, skipped } = read([{ url: '/a' }, { url: '/b', names: ['B'] }], '/x', { title });
    assert.deepEqual([articles.length, skipped[0]?.position], [1, 0]);
    assert.match(skipped[0]?.reason ?? '', /^can't be read by "fields": TypeError/);
  });

  it('finds nothing that entries inherit', () => {
    const { skipped } = read([{ url: '/a' }], '/x', { title: 'constructor.name' });
    assert.equal(skipped[0]?.reason, `has no title: ${SITE}/a`);
  });

  for (const fields of [{ titel: 'x' }, { title: 5 }, { title: null }]) {
    it(`is refused if it is not valid: ${JSON.stringify(fields)}`, () => {
      assert.throws(() => read([], '/x', fields as Fields), {
        name: 'TypeError',
        message: /^related-articles: "fields" takes names or functions for id, url, .*; got tit(?:el|le): /,
      });
    });
  }
});

const KEYS = (
  'version items posts data docs list rss channel item topic_list topics attributes sys fields @type @graph jsonapi ' +
  'itemListElement documentStore documents config meta pagination pages title rendered url link href location p t u i ' +
  'path alias relationships included type id __proto__ constructor toString valueOf posts_count enclosure body headers next_url class_list _embedded wp:term'
).split(' ');
const { document: anyDocument } = fc.letrec((tie) => ({
  document: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom('a', '/a', 'https://jsonfeed.org/version/1', 'Article', 'taxonomy_term', null, 5, true),
    fc.array(tie('document'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('document'), { maxKeys: 6 }),
  ),
}));

describe('a document of any format and content', () => {
  const settings = { seed: 17, numRuns: 1000 };

  it('is read without an error, and alike in one go and in slices', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (json) => {
        assert.deepEqual(await readIndexInSlices(json, `${SITE}/feed.json`), read(json, '/feed.json'));
      }),
      settings,
    );
  });

  it('is given a format or reported', () => {
    fc.assert(
      fc.property(anyDocument, (json) => {
        const { format, skipped } = read(json);
        assert.ok(format !== undefined || skipped.length === 1, JSON.stringify(json));
      }),
      settings,
    );
  });
});

describe('a list that comes in several pages', () => {
  for (const more of [
    { next: '/a.json?page=2' },
    { next_url: '/a.json?page=2' },
    { links: { next: '/a.json?page=2' } },
  ]) {
    it(`names the next one by ${JSON.stringify(more)}, whatever names its entries have`, () => {
      for (const entry of [
        { url: '/a', title: 'A' },
        { url: '/a', title: 'A', post_date: '2026-11-17' },
      ]) {
        const { next } = readIndex({ data: [entry], ...more }, 'https://site.example/a.json');
        assert.equal(next, 'https://site.example/a.json?page=2');
      }
    });
  }
});

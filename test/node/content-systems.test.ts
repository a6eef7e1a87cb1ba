import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Article } from '../../src/article.js';
import { type ArticleIndex, readIndex } from '../../src/reader/read-index.js';
import { root } from './imports.js';

const SITE = 'https://site.example';

function read(json: unknown, path = '/index.json'): ArticleIndex {
  return readIndex(json, SITE + path);
}

const TIME = '2026-03-04T05:06:07Z';

/** Documents as systems give them, each with one entry to show, and what is read of it. */
const systems: readonly [name: string, json: unknown, article: Partial<Article>][] = [
  [
    'Astro',
    [
      {
        id: 'tides.md',
        slug: 'tides',
        body: 'Water rises.',
        collection: 'blog',
        data: { title: 'Tides', description: 'How water rises', pubDate: TIME, heroImage: '/tides.jpg' },
      },
      { id: 'later.md', slug: 'later', collection: 'blog', data: { title: 'Later', draft: true } },
    ],
    { url: '/blog/tides', title: 'Tides', excerpt: 'How water rises', date: TIME, image: '/tides.jpg' },
  ],
  [
    'Beautiful Jekyll',
    [
      { title: 'Tides', desc: 'How water rises', category: 'Sea', url: '/tides/', date: 'March 4, 2026' },
      { title: 'Archive', category: 'page', url: '/archive/', date: 'January 1, 1970' },
      { title: 'Start', category: 'page', url: '/', date: 'January 1, 1970' },
    ],
    { url: '/tides/', excerpt: 'How water rises', date: '2026-03-04', tags: ['Sea'] },
  ],
  [
    'Contentful',
    {
      sys: { type: 'Array' },
      items: [
        {
          sys: { id: 'c1', type: 'Entry', createdAt: '2026-03-04T05:06:07.000Z', locale: 'en-US' },
          fields: { title: 'Tides', slug: 'tides', summary: 'How water rises' },
        },
      ],
      includes: { Entry: [{ sys: { id: 'p1' }, fields: { name: 'Ann', slug: 'ann' } }] },
    },
    { id: 'c1', url: '/tides', title: 'Tides', excerpt: 'How water rises', date: TIME, language: 'en-US' },
  ],
  [
    'DEV',
    [
      {
        type_of: 'article',
        id: 9,
        title: 'Tides',
        description: 'How water rises',
        slug: 'tides-1a2b',
        path: '/ann/tides-1a2b',
        url: 'https://site.example/ann/tides-1a2b',
        canonical_url: 'https://elsewhere.example/tides',
        comments_count: 2,
        published_at: TIME,
        tag_list: ['sea'],
        user: { name: 'Ann' },
      },
    ],
    { id: '9', url: '/ann/tides-1a2b', date: TIME, tags: ['sea'], author: 'Ann', discussion: { count: 2 } },
  ],
  [
    'Directus',
    {
      data: [
        {
          id: 5,
          status: 'published',
          user_created: '8cbb43fe-4cdf-4991-8352-c461779cec02',
          date_created: TIME,
          date_updated: '2026-03-09T05:06:07Z',
          title: 'Tides',
          slug: 'tides',
          image: '0a0b43fe-4cdf-4991-8352-c461779cec02',
          content: '<p>Water rises.</p>',
        },
        { id: 6, status: 'archived', title: 'Ebb', slug: 'ebb' },
      ],
    },
    { id: '5', url: '/tides', date: TIME, text: 'Water rises.', image: undefined },
  ],
  [
    'Docsy',
    [
      {
        body: 'Water rises.',
        categories: '',
        excerpt: 'How water rises',
        ref: '/docs/tides/',
        tags: '',
        title: 'Tides',
      },
    ],
    { url: '/docs/tides/', excerpt: 'How water rises', text: 'Water rises.', tags: [] },
  ],
  [
    'Gatsby',
    {
      componentChunkName: 'component---src-pages-index-js',
      path: '/',
      result: {
        data: {
          site: { siteMetadata: { title: 'Sea', menu: [{ name: 'About', link: '/about/' }] } },
          allMarkdownRemark: {
            edges: [
              {
                node: {
                  excerpt: 'How water rises…',
                  fields: { slug: '/tides/' },
                  frontmatter: { title: 'Tides', date: 'March 04, 2026', tags: ['Sea'] },
                },
              },
              { node: { fields: { slug: '/later/' }, frontmatter: { title: 'Later', draft: true } } },
            ],
          },
        },
      },
    },
    { url: '/tides/', title: 'Tides', excerpt: 'How water rises…', date: '2026-03-04', tags: ['Sea'] },
  ],
  [
    'Hashnode',
    {
      data: {
        publication: {
          posts: {
            edges: [
              {
                node: {
                  id: 'h1',
                  title: 'Tides',
                  slug: 'tides',
                  url: 'https://site.example/tides',
                  brief: 'How water rises',
                  publishedAt: TIME,
                  coverImage: { url: '/tides.jpg' },
                  tags: [{ name: 'Sea', slug: 'sea' }],
                  author: { name: 'Ann' },
                },
              },
            ],
          },
        },
      },
    },
    { id: 'h1', url: '/tides', excerpt: 'How water rises', date: TIME, tags: ['Sea'], author: 'Ann' },
  ],
  [
    'Hexo',
    {
      meta: { title: 'Sea' },
      pages: [{ title: 'About', date: TIME, path: 'about/index.html', text: 'We' }],
      posts: [
        {
          title: 'Tides',
          slug: 'tides',
          date: '2026-03-04T05:06:07.000Z',
          comments: true,
          path: '2026/03/04/tides/',
          link: '',
          permalink: 'https://site.example/2026/03/04/tides/',
          text: 'Water rises.',
          tags: [{ name: 'Sea', slug: 'sea' }],
        },
      ],
    },
    { url: '/2026/03/04/tides/', date: TIME, text: 'Water rises.', tags: ['Sea'] },
  ],
  [
    'Hugo Book',
    [{ id: 0, href: '/docs/tides/', title: 'Tides', section: 'Sea', content: 'Water rises.' }],
    { url: '/docs/tides/', text: 'Water rises.', excerpt: 'Water rises.' },
  ],
  [
    'Hugo Wowchemy',
    [
      {
        title: 'Tides',
        date: 1772600767,
        kind: 'page',
        lang: 'en',
        permalink: '/tides/',
        relpermalink: '/tides/',
      },
      { title: 'Tags', date: 1772600767, kind: 'taxonomy', permalink: '/topics/' },
      { title: 'Sea', date: -62135596800, expirydate: -62135596800, kind: 'home', permalink: '/start/' },
    ],
    { url: '/tides/', date: TIME, language: 'en' },
  ],
  [
    'Next.js',
    { pageProps: { posts: [{ id: '1', title: 'Tides', slug: 'tides', date: '2026-03-04' }] }, __N_SSG: true },
    { url: '/tides', date: '2026-03-04' },
  ],
  [
    'Nuxt Content',
    [
      {
        _path: '/blog/tides',
        _draft: false,
        title: 'Tides',
        date: '2026-03-04',
        body: { type: 'root', children: [{ tag: 'p', children: [{ type: 'text', value: 'Water rises.' }] }] },
      },
      { id: 'content/blog/ebb.md', path: '/blog/ebb', title: 'Ebb', meta: { draft: true } },
    ],
    { url: '/blog/tides', date: '2026-03-04', text: 'Water rises.' },
  ],
  [
    'Payload',
    {
      docs: [
        {
          id: 'p1',
          title: 'Tides',
          slug: 'tides',
          publishedAt: '2026-03-04T05:06:07.000Z',
          _status: 'published',
        },
        { id: 'p2', title: 'Ebb', slug: 'ebb', _status: 'draft' },
      ],
      totalDocs: 2,
      totalPages: 1,
      page: 1,
    },
    { id: 'p1', url: '/tides', date: TIME },
  ],
  [
    'Prismic',
    {
      results: [
        {
          id: 'X1',
          uid: 'tides',
          url: '/blog/tides',
          type: 'post',
          first_publication_date: '2026-03-04T05:06:07+0000',
          last_publication_date: '2026-03-09T05:06:07+0000',
          tags: ['Sea'],
          lang: 'en-us',
          data: {
            title: [{ type: 'heading1', text: 'Tides', spans: [] }],
            body: [{ type: 'paragraph', text: 'Water rises.', spans: [] }],
          },
        },
      ],
    },
    { id: 'X1', url: '/blog/tides', title: 'Tides', text: 'Water rises.', date: '2026-03-04T05:06:07+00:00' },
  ],
  [
    'Sanity',
    {
      ms: 3,
      query: '*[_type == "post"]',
      result: [
        {
          _id: 's1',
          _createdAt: '2026-03-01T05:06:07Z',
          _updatedAt: '2026-03-09T05:06:07Z',
          title: 'Tides',
          slug: { _type: 'slug', current: 'tides' },
          publishedAt: TIME,
          mainImage: { asset: { url: '/tides.jpg' } },
          categories: [{ title: 'Sea' }],
          body: [{ _type: 'block', children: [{ text: 'Water ' }, { text: 'rises.' }] }],
        },
      ],
    },
    { id: 's1', url: '/tides', date: TIME, text: 'Water rises.', tags: ['Sea'], image: '/tides.jpg' },
  ],
  [
    'Shopify',
    {
      data: {
        articles: {
          nodes: [
            {
              title: 'Tides',
              handle: 'tides',
              onlineStoreUrl: 'https://site.example/blogs/news/tides',
              publishedAt: TIME,
              excerpt: 'How water rises',
              image: { url: '/tides.jpg' },
              authorV2: { name: 'Ann' },
              tags: ['Sea'],
            },
          ],
        },
      },
    },
    { url: '/blogs/news/tides', date: TIME, author: 'Ann', image: '/tides.jpg' },
  ],
  [
    'Squarespace',
    {
      website: { id: 'w' },
      collection: { id: 'c', title: 'News', fullUrl: '/news' },
      items: [
        {
          id: 'q1',
          recordType: 1,
          addedOn: 1772600000000,
          publishOn: 1772600767000,
          urlId: 'tides',
          title: 'Tides &amp; ebb',
          body: '<p>Water rises.</p>',
          excerpt: '<p>How water rises</p>',
          tags: ['Sea'],
          fullUrl: '/news/tides',
          assetUrl: '/tides.jpg',
          author: { displayName: 'Ann' },
          commentCount: 0,
        },
      ],
    },
    {
      url: '/news/tides',
      title: 'Tides & ebb',
      excerpt: 'How water rises',
      date: TIME,
      author: 'Ann',
      image: '/tides.jpg',
    },
  ],
  [
    'Storyblok',
    {
      stories: [
        {
          name: 'tides',
          id: 7,
          slug: 'tides',
          full_slug: 'blog/tides',
          created_at: '2026-03-01T05:06:07Z',
          published_at: '2026-03-09T05:06:07Z',
          first_published_at: TIME,
          tag_list: ['Sea'],
          lang: 'default',
          content: {
            component: 'article',
            title: 'Tides',
            image: { filename: '/tides.jpg' },
            body: { type: 'doc', content: [{ content: [{ type: 'text', text: 'Water rises.' }] }] },
          },
        },
      ],
    },
    {
      url: '/blog/tides',
      title: 'Tides',
      date: TIME,
      text: 'Water rises.',
      tags: ['Sea'],
      language: undefined,
    },
  ],
  [
    'Strapi 4',
    {
      data: [
        {
          id: 1,
          attributes: {
            title: 'Tides',
            slug: 'tides',
            description: 'How water rises',
            publishedAt: '2026-03-04T05:06:07.000Z',
            locale: 'en',
            cover: { data: { id: 3, attributes: { url: '/uploads/tides.jpg' } } },
            tags: { data: [{ id: 1, attributes: { name: 'Sea' } }] },
            author: { data: { id: 1, attributes: { name: 'Ann' } } },
          },
        },
        { id: 2, attributes: { title: 'Ebb', slug: 'ebb', publishedAt: null } },
      ],
      meta: { pagination: { page: 1, pageCount: 1 } },
    },
    { url: '/tides', date: TIME, tags: ['Sea'], author: 'Ann', image: '/uploads/tides.jpg', language: 'en' },
  ],
  [
    'Strapi 5',
    {
      data: [
        {
          id: 1,
          documentId: 'd1',
          title: 'Tides',
          slug: 'tides',
          content: [{ type: 'paragraph', children: [{ type: 'text', text: 'Water rises.' }] }],
          publishedAt: '2026-03-04T05:06:07.000Z',
          cover: { url: '/uploads/tides.jpg' },
          tags: [{ name: 'Sea' }],
        },
      ],
      meta: { pagination: { page: 1, pageCount: 1 } },
    },
    { url: '/tides', date: TIME, text: 'Water rises.', tags: ['Sea'], image: '/uploads/tides.jpg' },
  ],
  [
    'Substack',
    [
      {
        id: 3,
        title: 'Tides',
        subtitle: 'How water rises',
        slug: 'tides',
        post_date: TIME,
        audience: 'everyone',
        type: 'newsletter',
        canonical_url: 'https://site.example/p/tides',
        cover_image: '/tides.jpg',
        publishedBylines: [{ name: 'Ann' }],
        postTags: [{ name: 'Sea' }],
        comment_count: 4,
      },
    ],
    {
      url: '/p/tides',
      excerpt: 'How water rises',
      date: TIME,
      author: 'Ann',
      tags: ['Sea'],
      discussion: { count: 4 },
    },
  ],
  [
    'Tumblr',
    {
      meta: { status: 200, msg: 'OK' },
      response: {
        blog: { name: 'sea', title: 'Sea', url: 'https://site.example/' },
        posts: [
          {
            type: 'text',
            id: 2,
            post_url: 'https://site.example/post/2/tides',
            slug: 'tides',
            date: '2026-03-04 05:06:07 GMT',
            timestamp: 1772600767,
            state: 'published',
            title: 'Tides',
            body: '<p>Water rises.</p>',
            tags: ['Sea'],
          },
        ],
      },
    },
    { id: '2', url: '/post/2/tides', date: TIME, text: 'Water rises.', tags: ['Sea'] },
  ],
  [
    'VitePress',
    [
      {
        url: '/tides.html',
        frontmatter: { title: 'Tides', date: '2026-03-04' },
        excerpt: '<p>How water rises</p>',
      },
      { url: '/ebb.html', frontmatter: { title: 'Ebb', published: false } },
    ],
    { url: '/tides.html', title: 'Tides', excerpt: 'How water rises', date: '2026-03-04' },
  ],
  [
    'Wagtail',
    {
      meta: { total_count: 1 },
      items: [
        {
          id: 3,
          meta: {
            type: 'blog.BlogPage',
            detail_url: 'https://site.example/api/v2/pages/3/',
            html_url: 'https://site.example/blog/tides/',
            slug: 'tides',
            first_published_at: TIME,
          },
          title: 'Tides',
          intro: 'How water rises',
        },
      ],
    },
    { id: '3', url: '/blog/tides/', excerpt: 'How water rises', date: TIME },
  ],
  [
    'Zola',
    {
      fields: ['title', 'body'],
      documentStore: {
        docs: {
          'https://site.example/tides/': {
            id: 'https://site.example/tides/',
            title: 'Tides',
            body: 'Water rises.',
          },
        },
        length: 1,
      },
    },
    { url: '/tides/', text: 'Water rises.' },
  ],
];

describe('a list of a content system', () => {
  for (const [name, json, expected] of systems) {
    it(`is read: ${name}`, () => {
      const { articles, skipped } = read(json);
      assert.equal(articles.length, 1, JSON.stringify({ articles, skipped }));
      const article: Partial<Article> = articles[0] ?? {};
      for (const [member, value] of Object.entries(expected)) {
        const absolute = typeof value === 'string' && value.startsWith('/') ? SITE + value : value;
        assert.deepEqual(article[member as keyof Article], absolute, member);
      }
    });
  }
});

const dated = (slug: string): object => ({ title: slug, url: `/${slug}`, date: '2026-03-04' });
const paths = (json: unknown): string[] =>
  read(json)
    .articles.map(({ url }) => url.replace(SITE, ''))
    .sort();

describe('a list that does not lie on top', () => {
  it('is found in groups by year', () => {
    assert.deepEqual(paths({ 2026: [dated('a')], 2025: [dated('b'), dated('c')] }), ['/a', '/b', '/c']);
  });

  it('is found in a list of groups', () => {
    const groups = [
      { year: 2026, posts: [dated('a')] },
      { year: 2025, posts: [dated('b')] },
    ];
    assert.deepEqual(paths(groups), ['/a', '/b']);
    assert.deepEqual(paths({ groups }), ['/a', '/b']);
  });

  it('is found if entries are kept by their address', () => {
    const pages = { '/a/': { title: 'A', date: '2026-03-04' }, '/b/': { title: 'B' } };
    assert.deepEqual(paths(pages), ['/a/', '/b/']);
    assert.deepEqual(paths({ posts: pages }), ['/a/', '/b/']);
  });

  it('is found if entries are kept by their id', () => {
    assert.deepEqual(paths({ x1: dated('a'), x2: dated('b') }), ['/a', '/b']);
  });

  it('is preferred to a menu', () => {
    const menu = [
      { name: 'News', url: '/news' },
      { name: 'About', url: '/about' },
    ];
    assert.deepEqual(paths({ site: { menu }, content: { stories: [dated('a')] } }), ['/a']);
  });

  it('is not looked for inside entries', () => {
    const entry = { title: 'A', url: '/a', tags: [{ name: 'Sea', url: '/tags/sea', date: '2026-03-04' }] };
    assert.deepEqual(paths({ articles: [entry] }), ['/a']);
  });
});

describe('an address in an entry', () => {
  for (const [name, address] of [
    ['canonical_url', `${SITE}/p/a`],
    ['post_url', `${SITE}/post/1/a`],
    ['full_slug', 'blog/a'],
    ['fullUrl', '/blog/a'],
    ['path', '/blog/a'],
    ['html_url', `${SITE}/blog/a`],
  ] as const) {
    it(`goes before a bare slug: ${name}`, () => {
      const { articles } = read([{ title: 'A', slug: 'a', [name]: address }]);
      assert.equal(articles[0]?.url, new URL(address, SITE).href);
    });
  }
});

describe('a date of an entry', () => {
  const names =
    'publishedAt publishDate publishedDate published_date pubDatetime post_date date_created createdAt dateCreated ' +
    'first_published_at publishOn timestamp updated updatedAt date_modified lastmod modified_at';
  for (const name of names.split(' ')) {
    it(`is read as "${name}"`, () => {
      assert.equal(read([{ title: 'A', url: '/a', [name]: TIME }]).articles[0]?.date, TIME);
    });
  }

  it('is that of the publication before that of the last change', () => {
    const entry = {
      title: 'A',
      url: '/a',
      updatedAt: '2026-03-09',
      createdAt: '2026-03-02',
      publishedAt: '2026-03-04',
    };
    assert.equal(read([entry]).articles[0]?.date, '2026-03-04');
  });

  it('is no other number', () => {
    assert.equal(
      read([{ title: 'A', url: '/a', createdBy: 12, publicationYear: 2026 }]).articles[0]?.date,
      undefined,
    );
  });
});

describe('a number where a text stands', () => {
  it('is a title', () => {
    assert.equal(read([{ title: 1984, url: '/a' }]).articles[0]?.title, '1984');
  });

  it('is a tag if it is a year', () => {
    assert.deepEqual(read([{ title: 'A', url: '/a', tags: [2019, 'Sea', 7] }]).articles[0]?.tags, [
      '2019',
      'Sea',
    ]);
  });

  it('never loses the other entries', () => {
    const entries = [
      { title: 'A', url: 5, excerpt: 6, content: 7, image: 8, author: 9, date: 1 },
      dated('b'),
    ];
    assert.deepEqual(paths(entries), ['/b']);
  });
});

describe('a page that is no article', () => {
  for (const url of [
    '/',
    '/index.html',
    '/tags/',
    '/tags/sea/',
    '/en/categories/',
    '/archive.html',
    '/search/',
    '/404.html',
  ]) {
    it(`is left out of a list: ${url}`, () => {
      const { articles, skipped } = read([{ title: 'Page', url }, dated('a')]);
      assert.equal(articles.length, 1);
      assert.match(skipped[0]?.reason ?? '', /^is a home page or a list: /);
    });
  }

  for (const url of [
    '/?p=7',
    '/#/a',
    '/searching/',
    '/tag-team/',
    '/archives/17',
    '/ai/',
    '/categories/sea/why',
  ]) {
    it(`has another address: ${url}`, () => {
      assert.equal(read([{ title: 'Article', url }]).articles.length, 1);
    });
  }
});

describe('Blogger’s posts', () => {
  const entry = {
    id: { $t: 'tag:blogger.com,1999:blog-1.post-2' },
    published: { $t: '2026-03-04T05:06:07.000+01:00' },
    updated: { $t: '2026-03-09T05:06:07.000+01:00' },
    category: [{ scheme: 'http://www.blogger.com/atom/ns#', term: 'Sea' }],
    title: { type: 'text', $t: 'Tides' },
    content: { type: 'html', $t: '<p>Water rises.</p>' },
    link: [
      { rel: 'replies', type: 'text/html', href: `${SITE}/tides.html#comment-form` },
      { rel: 'alternate', type: 'text/html', href: `${SITE}/tides.html` },
    ],
    author: [{ name: { $t: 'Ann' } }],
    media$thumbnail: { url: `${SITE}/tides.jpg` },
    thr$total: { $t: '3' },
  };
  const feed = {
    title: { $t: 'Sea' },
    link: [{ rel: 'next', href: `${SITE}/feed?start=26` }],
    entry: [entry],
  };

  it('give all that an article has, and the next page', () => {
    const { articles, format, next } = read({ version: '1.0', feed });
    assert.deepEqual([format, next], ['Blogger', `${SITE}/feed?start=26`]);
    assert.deepEqual(articles, [
      {
        id: 'tag:blogger.com,1999:blog-1.post-2',
        url: `${SITE}/tides.html`,
        title: 'Tides',
        excerpt: 'Water rises.',
        text: 'Water rises.',
        date: '2026-03-04T05:06:07+01:00',
        tags: ['Sea'],
        author: 'Ann',
        image: `${SITE}/tides.jpg`,
        discussion: { count: 3 },
      },
    ]);
  });

  it('are read without drafts, and may be none', () => {
    const draft = { ...entry, app$control: { app$draft: { $t: 'yes' } } };
    assert.equal(read({ feed: { ...feed, entry: [draft] } }).articles.length, 0);
    assert.deepEqual(read({ feed: { title: { $t: 'Sea' } } }).skipped, []);
  });
});

describe('search data by address', () => {
  it('gives a page with the texts of its headings if Hextra or Nextra wrote it', () => {
    const { articles, format } = read({
      '/tides/': { title: 'Tides', data: { '': 'Water.', 'why#Why': 'Moon.' } },
    });
    assert.equal(format, 'Hextra');
    assert.deepEqual(
      articles.map(({ url, title, text }) => [url, title, text]),
      [[`${SITE}/tides/`, 'Tides', 'Water.\nMoon.']],
    );
  });

  it('gives a page for the headings of one chapter if mdBook wrote it', () => {
    const docs = {
      0: { id: '0', title: 'Tides', body: 'Water.', breadcrumbs: 'Tides' },
      1: { id: '1', title: 'Why', body: 'Moon.', breadcrumbs: 'Tides » Why' },
    };
    const { articles, format } = read(
      { doc_urls: ['tides.html#tides', 'tides.html#why'], index: { documentStore: { docs } } },
      '/book/searchindex.json',
    );
    assert.equal(format, 'mdBook');
    assert.deepEqual(
      articles.map(({ url, title, text }) => [url, title, text]),
      [[`${SITE}/book/tides.html#tides`, 'Tides', 'Water.\nWhy\nMoon.']],
    );
  });
});

describe('a document is not taken for another format', () => {
  it('if a list of another system is named "docs"', () => {
    assert.equal(read({ docs: [dated('a')] }).format, 'plain list');
  });

  it('if entries have "href" and "section" without the texts of Quarto', () => {
    assert.equal(read([{ href: '/a', title: 'A', section: 'Sea', content: 'Water.' }]).format, 'plain list');
  });
});

describe('the table of formats', () => {
  const tables = readFileSync(join(root, 'docs/formats.md'), 'utf8').split(/^## /m);
  const rows = (table = ''): string[][] =>
    [...table.matchAll(/^\| (.*) \|$/gm)]
      .map(([, row = '']) => row.split(' | ').map((cell) => cell.trim()))
      .filter(([name = '']) => !/^(?:-+|format|system)$/.test(name));

  it('names each format of the code that browsers read, and no other', () => {
    const folder = join(root, 'src/reader/formats');
    const names = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/format: '(.*)'/g)].map(([, name = '']) => name),
    );
    const told = rows(tables[0]).filter(([, where = '']) => where.includes('browser'));
    assert.deepEqual(new Set(told.map(([name]) => name)), new Set(names));
  });

  it('names each content system that the tests hold, and no other', () => {
    assert.deepEqual(
      rows(tables[1]).map(([name]) => name),
      systems.map(([name]) => name),
    );
  });
});

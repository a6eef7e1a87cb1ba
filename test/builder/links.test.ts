import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { build, indexFeed } from '../../src/builder.js';
import { readSources } from '../../src/builder/sources/read-sources.js';
import { readIndex } from '../../src/reader/read-index.js';
import { own } from '../../src/shared/json.js';
import { folder } from './support.js';

const SITE = 'https://site.example/';

/** A folder with these files. */
function site(test: TestContext, files: Readonly<Record<string, string>>): string {
  const path = folder(test);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), content);
  }
  return path;
}

/** The slugs of the posts that each post links to, by its slug, as the index of a built site has them. */
async function linksOf(
  test: TestContext,
  files: Readonly<Record<string, string>>,
): Promise<Record<string, string[]>> {
  const path = site(test, files);
  const out = join(path, 'articles.json');
  await build([path], { out, base: SITE });
  const { articles } = readIndex(JSON.parse(readFileSync(out, 'utf8')), `${SITE}articles.json`);
  const slugOf = (url: string): string => /([\w-]+)(?:\/|\.html)?$/.exec(url)?.[1] ?? '';
  const slugs = new Map(articles.map(({ id, url }) => [id, slugOf(url)]));
  return Object.fromEntries(
    articles.map(({ id, links = [] }) => [slugs.get(id), links.map((link) => slugs.get(link))]),
  );
}

/** A post of the sample sites. */
interface Post {
  readonly slug: string;
  readonly title: string;
  /** The slugs of the posts that its text links to. */
  readonly links: readonly string[];
}

const POSTS: readonly Post[] = [
  { slug: 'rye', title: 'Bread from rye', links: ['starter', 'oven'] },
  { slug: 'wheat', title: 'Bread from wheat', links: [] },
  { slug: 'starter', title: 'A starter of your own', links: ['rye'] },
  { slug: 'oven', title: 'Building an oven', links: ['wheat'] },
];
const LINKS = Object.fromEntries(POSTS.map(({ slug, links }) => [slug, [...links]]));

/** A post's text, with a link in a sentence for each of its links. */
function text({ title, links }: Post, hrefOf: (slug: string) => string): string {
  const filler = `<p>${`The ${title} takes time, and whoever waits long enough is paid back in crust and crumb. `.repeat(4)}</p>`;
  const sentences = links.map(
    (slug) =>
      `<p>There is more to say about this, and <a href="${hrefOf(slug)}">we said it before</a> at some length.</p>`,
  );
  return filler + sentences.join('') + filler;
}

/** What stands around a post: all other posts, in menus, lists and boxes. */
function others(slug: string, hrefOf: (slug: string) => string, wrap: (link: string) => string): string {
  return POSTS.filter((post) => post.slug !== slug)
    .map((post) => wrap(`<a href="${hrefOf(post.slug)}">${post.title}</a>`))
    .join('');
}

/** The pages of each generator, as it writes them with a common theme. */
const GENERATORS: Readonly<Record<string, (post: Post) => [file: string, html: string]>> = {
  'Hugo with a theme of cards': (post) => {
    const href = (slug: string): string => `${SITE}posts/${slug}/`;
    return [
      `posts/${post.slug}/index.html`,
      `<html lang="en"><head><title>${post.title} | Crumbs</title><link rel="canonical" href="${href(post.slug)}"></head>
<body><header class="header"><nav class="nav"><ul id="menu"><li><a href="/">Home</a></li>${others(post.slug, href, (a) => `<li>${a}</li>`)}</ul></nav></header>
<main class="main"><article class="post-single"><header class="post-header"><h1 class="post-title">${post.title}</h1><div class="post-meta"><span>January 1, 2024</span> · <a href="/authors/ann/">Ann</a></div></header>
<div class="post-content">${text(post, href)}</div>
<footer class="post-footer"><ul class="post-tags"><li><a href="/tags/bread/">bread</a></li></ul><nav class="paginav">${others(post.slug, href, (a) => a)}</nav></footer></article></main>
<footer class="footer">${others(post.slug, href, (a) => `<span>${a}</span>`)}</footer></body></html>`,
    ];
  },
  'Jekyll with its own theme': (post) => {
    const href = (slug: string): string => `/2024/01/01/${slug}.html`;
    return [
      `2024/01/01/${post.slug}.html`,
      `<html lang="en"><head><title>${post.title} | Crumbs</title></head><body><header class="site-header"><nav class="site-nav"><div class="trigger">${others(post.slug, href, (a) => a)}</div></nav></header>
<main class="page-content"><div class="wrapper"><article class="post h-entry" itemscope itemtype="http://schema.org/BlogPosting"><header class="post-header"><h1 class="post-title p-name" itemprop="name headline">${post.title}</h1><p class="post-meta"><time class="dt-published" datetime="2024-01-01T00:00:00+00:00">Jan 1, 2024</time> • <a class="p-author" rel="author" href="${href('wheat')}">Ann</a></p></header>
<div class="post-content e-content" itemprop="articleBody">${text(post, href)}</div><a class="u-url" href="${href(post.slug)}" hidden></a></article>
<div class="related"><h2>Related Posts</h2><ul class="related-posts">${others(post.slug, href, (a) => `<li><h3>${a}</h3></li>`)}</ul></div></div></main></body></html>`,
    ];
  },
  'Eleventy with its starter': (post) => {
    const href = (slug: string): string => `/blog/${slug}/`;
    return [
      `blog/${post.slug}/index.html`,
      `<html lang="en"><head><title>${post.title}</title></head><body><header><a href="/" class="home-link">Crumbs</a><nav><ul class="nav">${others(post.slug, href, (a) => `<li class="nav-item">${a}</li>`)}</ul></nav></header>
<main id="skip"><heading-anchors><h1 id="t">${post.title}</h1><ul class="post-metadata"><li><time datetime="2024-01-01">01 January 2024</time></li><li><a href="/tags/bread/" class="post-tag">bread</a></li></ul>
${text(post, (slug) => `../${slug}/`)}
<ul class="links-nextprev"><li class="links-nextprev-prev">← Previous<br> <a href="${href('wheat')}">Bread from wheat</a></li><li>Next →<br><a href="${href('oven')}">Building an oven</a></li></ul></heading-anchors></main></body></html>`,
    ];
  },
  'Astro with its blog': (post) => {
    const href = (slug: string): string => `/blog/${slug}/`;
    return [
      `blog/${post.slug}/index.html`,
      `<html lang="en"><head><title>${post.title}</title><link rel="canonical" href="${SITE}blog/${post.slug}/"></head><body><header><nav><h2><a href="/">Crumbs</a></h2><div class="internal-links">${others(post.slug, href, (a) => a)}</div></nav></header>
<main><article><div class="hero-image"></div><div class="prose"><div class="title"><div class="date"><time datetime="2024-01-01T00:00:00.000Z">Jan 1, 2024</time></div><h1>${post.title}</h1><hr></div>${text(post, href)}</div></article></main>
<aside>${others(post.slug, href, (a) => `<p>${a}</p>`)}</aside><footer>© 2024 ${others(post.slug, href, (a) => a)}</footer></body></html>`,
    ];
  },
  'Hexo with its default theme': (post) => {
    const href = (slug: string): string => `/2024/01/01/${slug}/`;
    return [
      `2024/01/01/${post.slug}/index.html`,
      `<html lang="en"><head><title>${post.title} | Crumbs</title><meta property="og:type" content="article"></head><body><div id="container"><header id="header"><nav id="main-nav">${others(post.slug, href, (a) => a)}</nav></header>
<section id="main"><article id="post-${post.slug}" class="h-entry article article-type-post" itemprop="blogPost" itemscope itemtype="https://schema.org/BlogPosting"><div class="article-meta"><a href="${href(post.slug)}" class="article-date"><time class="dt-published" datetime="2024-01-01T00:00:00.000Z" itemprop="datePublished">2024-01-01</time></a></div>
<div class="article-inner"><header class="article-header"><h1 class="p-name article-title" itemprop="headline name">${post.title}</h1></header><div class="e-content article-entry" itemprop="articleBody">${text(post, href)}</div><footer class="article-footer"><a data-url="${SITE}" class="article-share-link">Share</a></footer></div>
<nav id="article-nav"><a href="${href('wheat')}" id="article-nav-older" class="article-nav-link-wrap"><strong class="article-nav-caption">Older</strong><div class="article-nav-title">Bread from wheat</div></a></nav></article></section>
<aside id="sidebar"><div class="widget-wrap"><h3 class="widget-title">Recent Posts</h3><div class="widget"><ul>${others(post.slug, href, (a) => `<li>${a}</li>`)}</ul></div></div></aside></div></body></html>`,
    ];
  },
};

describe('the links between the posts of a built site', () => {
  for (const [name, page] of Object.entries(GENERATORS)) {
    it(`are those of the texts, and none of menus, bylines and boxes: ${name}`, async (test) => {
      assert.deepEqual(await linksOf(test, Object.fromEntries(POSTS.map(page))), LINKS);
    });
  }

  it('are found under each address that a page is known by', async (test) => {
    const pages = POSTS.map((post): [string, string] => [
      `${post.slug}.html`,
      `<html lang="en"><title>${post.title}</title><link rel="canonical" href="${SITE}${post.slug}"><main><h1>${post.title}</h1>${text(post, (slug) => `http://www.site.example/${slug}.html?utm_source=x#more`)}</main>`,
    ]);
    assert.deepEqual(await linksOf(test, Object.fromEntries(pages)), LINKS);
  });
});

describe('the links between Markdown files', () => {
  /** Files with front matter, and the file names that each is found to link to. */
  async function found(
    test: TestContext,
    files: Readonly<Record<string, string>>,
  ): Promise<Record<string, string[]>> {
    const path = site(
      test,
      Object.fromEntries(
        Object.entries(files).map(([file, body]) => [
          file,
          body.startsWith('---') ? body : `---\ntitle: ${file.replace(/\W+/g, ' ')}\n---\n${body}`,
        ]),
      ),
    );
    const { articles } = await readSources([path], { base: SITE });
    return Object.fromEntries(
      articles
        .filter(({ links }) => links)
        .map(({ url, links = [] }) => [url.slice(SITE.length), links.map((link) => link.slice(SITE.length))]),
    );
  }

  it('are found by the path of a file, whatever address that gives itself', async (test) => {
    const files = {
      'posts/a.md': 'See [b](b.md), [c](../notes/c.mdx#part), [d](./d/index.md?x) and [again](b.md).',
      'posts/b.md': '---\ntitle: B\nslug: bee\n---\nSee [a][1].\n\n[1]: ./a.md "A"',
      'notes/c.mdx': '---\ntitle: C\npermalink: /see/\n---\nText.',
      'posts/d/index.md':
        'See `[a](../a.md)`, [nothing](nothing.md), [a page](/posts/a/) and <a href="../b.md">B</a>.',
    };
    assert.deepEqual(await found(test, files), {
      'posts/a/': ['posts/bee/', 'see/', 'posts/d/'],
      'posts/bee/': ['posts/a/'],
      'posts/d/': ['posts/a/', 'posts/bee/'],
    });
  });

  for (const [name, links, target = 'b'] of [
    ['Hugo’s ref and relref', '[b]({{< ref "b.md" >}}) and [b]({{% relref "/posts/b#part" %}})'],
    ['Zola’s paths from the root', '[b](@/posts/b.md)'],
    ['Docusaurus’ paths from the root', '[b](@site/posts/b.md)'],
    ['wiki links', '[[b]], [[posts/b#Part|another name]] and ![[b]]'],
    ['wiki links by title', '[[The other one]]'],
    ['Jekyll’s filters', '[b]({{ "/posts/b/" | relative_url }})'],
    ['Eleventy’s filters', '[b]({{ "/posts/b/" | url }})'],
  ]) {
    it(`are found as generators write them: ${name}`, async (test) => {
      const files = { 'posts/a.md': `See ${links}.`, 'posts/b.md': '---\ntitle: The other one\n---\nText.' };
      assert.deepEqual(await found(test, files), { 'posts/a/': [`posts/${target}/`] });
    });
  }

  it('are found as generators write them: Jekyll’s and Hexo’s tags for posts', async (test) => {
    const files = {
      '_posts/2026-01-01-a.md': 'See [b]({{ site.baseurl }}{% post_url 2026-01-02-b %}).',
      '_posts/2026-01-02-b.md': 'See [c]({% link _posts/2026-01-03-c.md %}).',
      '_posts/2026-01-03-c.md': 'See {% post_link a A title of its own %}.',
    };
    assert.deepEqual(await found(test, files), {
      '2026/01/01/a.html': ['2026/01/02/b.html'],
      '2026/01/02/b.html': ['2026/01/03/c.html'],
      '2026/01/03/c.html': ['2026/01/01/a.html'],
    });
  });

  it('lead nowhere if two files have the name, unless the path tells', async (test) => {
    const files = { 'x/b.md': 'Text.', 'y/b.md': 'Text.', 'a.md': '[[b]] [[y/b]]', 'x/c.md': '[[b]]' };
    assert.deepEqual(await found(test, files), { 'a/': ['y/b/'], 'x/c/': ['x/b/'] });
  });
});

describe('the links of an article', () => {
  it('come from the HTML of a full-text feed', async (test) => {
    const entry = (post: Post): string =>
      `<item><title>${post.title}</title><link>${SITE}${post.slug}</link><content:encoded><![CDATA[${text(post, (slug) => `/${slug}`)}]]></content:encoded></item>`;
    const path = site(test, {
      'feed.xml': `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Crumbs</title><link>${SITE}</link>${POSTS.map(entry).join('')}</channel></rss>`,
    });
    const { articles } = await readSources([join(path, 'feed.xml')]);
    assert.deepEqual(
      articles.map(({ url, links = [] }) => [url, links]),
      POSTS.map(({ slug, links }) => [SITE + slug, links.map((link) => SITE + link)]),
    );
  });

  it('come from the posts of a WordPress site', () => {
    const posts = POSTS.map((post, at) => ({
      id: at,
      link: `${SITE}${post.slug}/`,
      title: { rendered: post.title },
      excerpt: { rendered: '' },
      content: { rendered: text(post, (slug) => `${SITE}${slug}/`) },
      date: '2024-01-01T00:00:00',
    }));
    const { articles } = readIndex(posts, `${SITE}wp-json/wp/v2/posts`);
    assert.deepEqual(
      articles.map(({ links = [] }) => links),
      POSTS.map(({ links }) => links.map((link) => `${SITE}${link}/`)),
    );
  });

  it('stand in the index as positions, at most ten, and nowhere else', () => {
    const articles = Array.from({ length: 30 }, (_, at) => ({
      id: `${SITE}${at}`,
      url: `${SITE}${at}`,
      title: `Title ${at}`,
      tags: [],
      ...(at === 0 && { links: Array.from({ length: 29 }, (__, to) => `${SITE}${to}`) }),
    }));
    const feed = JSON.parse(indexFeed(articles)) as { items: { id: string }[] };
    const links = own(feed, '_related_articles.links') as number[][];
    assert.deepEqual(
      links.map((each) => each.map((at) => feed.items[at]?.id)).filter((each) => each.length > 0),
      [articles.slice(1, 11).map(({ id }) => id)],
    );
    assert.equal(JSON.stringify(feed.items).includes('links'), false);
    assert.equal(indexFeed(articles.map(({ links: _links, ...rest }) => rest)).includes('links'), false);
  });
});

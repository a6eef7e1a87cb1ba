import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readSources } from '../../src/builder/sources/read-sources.js';
import { serve } from '../support/site-server.js';
import { articlePage, folder, serveFiles } from './support.js';

const RSS = '<rss><channel><item><title>A</title><link>/a</link></item></channel></rss>';

/** What reading an address fails with. */
async function failure(address: string, timeout = 10_000): Promise<string> {
  const error: unknown = await readSources([address], { timeout }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof Error, 'nothing failed');
  assert.equal(error.name, 'BuildError', String(error.stack));
  return error.message;
}

async function failureOf(test: TestContext, listener: RequestListener, timeout?: number): Promise<string> {
  const site = await serve(test, listener);
  return (await failure(`${site}feed.xml`, timeout)).replaceAll(site, 'SITE/');
}

describe('a source on the web', () => {
  it('may be a feed', async (test) => {
    const site = await serveFiles(test, { '/feed.xml': RSS });
    const { articles } = await readSources([`${site}feed.xml`]);
    assert.deepEqual(
      articles.map(({ url }) => url),
      [`${site}a`],
    );
  });

  it('may be a page that names its feed', async (test) => {
    const link = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">';
    const site = await serveFiles(test, { '/': articlePage('Home', { head: link }), '/feed.xml': RSS });
    const { articles } = await readSources([site]);
    assert.deepEqual(
      articles.map(({ title }) => title),
      ['A'],
    );
  });

  it('may be an index in JSON', async (test) => {
    const site = await serveFiles(test, { '/index.json': '[{"title":"A","url":"/a"}]' });
    const { articles } = await readSources([`${site}index.json`]);
    assert.deepEqual(
      articles.map(({ url }) => url),
      [`${site}a`],
    );
  });

  it('has its comments counted by their feeds, if those are not cut off', async (test) => {
    const items = (count: number): string => `<rss><channel>${'<item/>'.repeat(count)}</channel></rss>`;
    const item = (name: string): string =>
      `<item><title>${name}</title><link>/${name}</link><wfw:commentRss>SITE/${name}.xml</wfw:commentRss></item>`;
    const site = await serveFiles(test, {
      '/feed.xml': `<rss><channel>${['a', 'b', 'c', 'gone'].map(item).join('')}</channel></rss>`,
      '/a.xml': items(3),
      '/b.xml': items(10),
      '/c.xml': items(0),
    });
    const { articles } = await readSources([`${site}feed.xml`]);
    assert.deepEqual(
      articles.map(({ discussion }) => discussion?.count),
      [3, undefined, 0, undefined],
    );
  });

  it('may be a page that names only a feed, which has its newest articles', async (test) => {
    const head = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">';
    const site = await serveFiles(test, { '/': articlePage('Home', { head }), '/feed.xml': RSS });
    const { articles, warnings } = await readSources([site]);
    assert.equal(articles.length, 1);
    assert.deepEqual(warnings, [
      `${site} names only a feed, of its newest articles (1); for all, name the site's sitemap`,
    ]);
  });

  it('gives an error if it is a page without a feed', async (test) => {
    const site = await serveFiles(test, { '/': articlePage('Home') });
    assert.match(await failure(site), /is a web page that names no feed; name the site's feed or sitemap$/);
  });
});

describe('a source of several pages', () => {
  const feed = (names: readonly string[], next?: string): string =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Site',
      ...(next && { next_url: next }),
      items: names.map((name) => ({ id: name, url: `/${name}`, title: name })),
    });

  it('is read to its last page', async (test) => {
    const site = await serveFiles(test, {
      '/feed.json': feed(['a', 'b'], '/2.json'),
      '/2.json': feed(['b', 'c'], '/3.json'),
      '/3.json': feed(['d'], '/feed.json'),
    });
    const { articles, leftOut } = await readSources([`${site}feed.json`]);
    assert.deepEqual(
      articles.map(({ title }) => title),
      ['a', 'b', 'c', 'd'],
    );
    assert.deepEqual(
      leftOut.map(({ reason }) => reason),
      ['repeats the address of another article'],
    );
  });

  it('may be a feed of Atom', async (test) => {
    const atom = (name: string, next = ''): string =>
      `<feed xmlns="http://www.w3.org/2005/Atom">${next}<entry><title>${name}</title><link href="/${name}"/></entry></feed>`;
    const site = await serveFiles(test, {
      '/1.xml': atom('a', '<link rel="next" href="2.xml"/>'),
      '/2.xml': atom('b'),
    });
    const { articles } = await readSources([`${site}1.xml`]);
    assert.deepEqual(
      articles.map(({ title }) => title),
      ['a', 'b'],
    );
  });

  it('may be posts of WordPress, whose header counts the pages', async (test) => {
    const site = await serve(test, ({ url = '' }, response) => {
      const page = new URL(url, 'http://site.example').searchParams.get('page') ?? '1';
      response.setHeader('x-wp-totalpages', '2');
      response.end(
        JSON.stringify([{ id: Number(page), link: `/${page}`, title: { rendered: `Post ${page}` } }]),
      );
    });
    const { articles } = await readSources([`${site}wp-json/wp/v2/posts?per_page=1`]);
    assert.deepEqual(
      articles.map(({ title }) => title),
      ['Post 1', 'Post 2'],
    );
  });

  /** A server that gives five entries, two at a time, as `answer` has them. */
  async function titlesOf(
    test: TestContext,
    start: string,
    answer: (entries: readonly object[], query: URLSearchParams) => object,
    base?: string,
  ): Promise<string[]> {
    const entries = [1, 2, 3, 4, 5].map((id) => ({
      id,
      title: `Post ${id}`,
      slug: `post-${id}`,
      url: `/${id}/`,
    }));
    const site = await serve(test, ({ url = '' }, response) => {
      response.end(JSON.stringify(answer(entries, new URL(url, 'http://site.example').searchParams)));
    });
    const { articles } = await readSources([`${site}${start}`], base === undefined ? {} : { base });
    return articles.map(({ title }) => title);
  }
  const FIVE = [1, 2, 3, 4, 5].map((id) => `Post ${id}`);
  const part = (entries: readonly object[], page: number): readonly object[] =>
    entries.slice(page * 2 - 2, page * 2);

  it('may be posts of Ghost, also with the address of another site as the base', async (test) => {
    const ghost = (entries: readonly object[], query: URLSearchParams): object => ({
      posts: part(entries, Number(query.get('page') ?? 1)),
      meta: { pagination: { page: Number(query.get('page') ?? 1), pages: 3, total: 5 } },
    });
    assert.deepEqual(await titlesOf(test, 'ghost/api/content/posts/?key=1', ghost), FIVE);
    assert.deepEqual(await titlesOf(test, 'posts/?key=1', ghost, 'https://site.example/'), FIVE);
  });

  it('may be entries of Strapi', async (test) => {
    const strapi = (entries: readonly object[], query: URLSearchParams): object => {
      const page = Number(query.get('pagination[page]') ?? 1);
      return {
        data: part(entries, page),
        meta: { pagination: { page, pageSize: 2, pageCount: 3, total: 5 } },
      };
    };
    assert.deepEqual(await titlesOf(test, 'api/posts', strapi), FIVE);
    const strapi4 = (entries: readonly object[], query: URLSearchParams): object => ({
      ...strapi(
        entries.map((attributes, id) => ({ id, attributes })),
        query,
      ),
    });
    assert.deepEqual(await titlesOf(test, 'api/posts', strapi4), FIVE);
  });

  it('may be pages of Wagtail', async (test) => {
    const wagtail = (entries: readonly object[], query: URLSearchParams): object => {
      const offset = Number(query.get('offset') ?? 0);
      const items = entries
        .slice(offset, offset + 2)
        .map((entry) => ({ ...entry, meta: { type: 'blog.Post' } }));
      return { meta: { total_count: 5 }, items };
    };
    assert.deepEqual(await titlesOf(test, 'api/v2/pages/?limit=2', wagtail), FIVE);
  });

  it('may be items of Directus that the address counts', async (test) => {
    const directus = (entries: readonly object[], query: URLSearchParams): object => {
      const page = Number(query.get('page') ?? 0);
      const offset = page ? page * 2 - 2 : Number(query.get('offset') ?? 0);
      return { meta: { filter_count: 5 }, data: entries.slice(offset, offset + 2) };
    };
    assert.deepEqual(await titlesOf(test, 'items/posts?limit=2&meta=filter_count', directus), FIVE);
    assert.deepEqual(await titlesOf(test, 'items/posts?limit=2&page=1&meta=filter_count', directus), FIVE);
  });

  it('keeps the pages before one that can’t be read, and says which one that is', async (test) => {
    const site = await serveFiles(test, { '/feed.json': feed(['a'], '/2.json') });
    const { articles, leftOut } = await readSources([`${site}feed.json`]);
    assert.deepEqual(
      [articles.length, leftOut],
      [
        1,
        [
          {
            where: `${site}2.json`,
            reason: 'is a further page that could not be read',
            detail: 'answered 404; check the address',
          },
        ],
      ],
    );
  });

  it('has a warning if it is a file, whose further pages are on the web', async (test) => {
    const path = folder(test, { 'feed.json': feed(['a'], 'https://site.example/2.json') });
    const { warnings } = await readSources([`${path}/feed.json`]);
    assert.match(
      warnings?.join() ?? '',
      /feed\.json goes on at https:\/\/site\.example\/2\.json, which is not read/,
    );
  });

  it('has a warning too if it is a file of numbered pages', async (test) => {
    const posts = [{ id: 1, title: 'Post 1', slug: 'post-1', url: '/1/' }];
    const text = JSON.stringify({ posts, meta: { pagination: { page: 1, pages: 3 } } });
    const { warnings } = await readSources([`${folder(test, { 'posts.json': text })}/posts.json`]);
    assert.match(
      warnings?.join() ?? '',
      /posts\.json has further pages, which are not read: name the address/,
    );
  });
});

describe('a request', () => {
  it('ends with an error if the server hangs', async (test) => {
    assert.match(
      await failureOf(test, () => {}, 100),
      /^related-articles: SITE\/feed\.xml did not answer in time/,
    );
  });

  it('ends with an error if the server sends a byte now and then', async (test) => {
    const drip: RequestListener = (_, response) => {
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    };
    assert.match(await failureOf(test, drip, 200), /did not answer in time/);
  });

  for (const [status, advice] of [
    [404, 'check the address'],
    [403, 'it must be public'],
    [500, 'the server has an error; try again later'],
  ] as const) {
    it(`says what to do if the server answers ${status}`, async (test) => {
      const message = await failureOf(test, (_, response) => response.writeHead(status).end());
      assert.ok(message.startsWith(`related-articles: SITE/feed.xml answered ${status}; ${advice}`), message);
    });
  }

  it('ends with an error if the server redirects in a circle', async (test) => {
    const message = await failureOf(test, ({ url }, response) =>
      response.writeHead(302, { location: url }).end(),
    );
    assert.match(message, /SITE\/feed\.xml redirects in a circle/);
  });

  it('refuses a redirect to a file', async (test) => {
    const message = await failureOf(test, (_, response) =>
      response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    );
    assert.match(message, /SITE\/feed\.xml redirects to an address that is not http\(s\); check the address/);
  });

  it('ends with an error if the answer breaks off', async (test) => {
    const message = await failureOf(test, (_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('<rss>', () => response.destroy());
    });
    assert.match(message, /SITE\/feed\.xml gave no answer/);
  });

  it('stops after 50 MB', async (test) => {
    const flood: RequestListener = (_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(1_000_000, ' ')));
      };
      response.on('drain', more);
      more();
    };
    assert.match(await failureOf(test, flood), /SITE\/feed\.xml is larger than 50 MB/);
  });

  it('ends with an error if the server sends a page in place of JSON', async (test) => {
    const message = await failureOf(test, (_, response) => response.end('{"items": ['));
    assert.match(message, /SITE\/feed\.xml is broken JSON/);
  });

  it('ends with an error if the server refuses the connection', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    assert.match(
      await failure(`http://127.0.0.1:${port}/`),
      /refuses the connection; check that the server runs$/,
    );
  });
});

describe('an address', () => {
  it('must be http or https', async () => {
    assert.match(await failure('ftp://site.example/feed.xml'), /is not an http\(s\) address/);
    assert.match(await failure('file:///etc/passwd'), /is not an http\(s\) address/);
  });

  it('must not have a user name', async () => {
    const message = await failure('https://me:secret@site.example/');
    assert.match(message, /the address of site\.example has a user name or password; remove it/);
    assert.doesNotMatch(message, /secret/);
  });
});

describe('a sitemap', () => {
  const urls = (...paths: string[]): string =>
    `<urlset>${paths.map((path) => `<url><loc>${path}</loc></url>`).join('')}</urlset>`;

  it('gives the articles among its pages', async (test) => {
    const site = await serveFiles(test, {
      '/sitemap.xml': urls('SITE/a/', 'SITE/b/', 'SITE/gone/', 'SITE/impressum/'),
      '/a/': articlePage('A'),
      '/b/': articlePage('B'),
      '/impressum/': articlePage('Impressum'),
    });
    const { articles, leftOut } = await readSources([`${site}sitemap.xml`]);
    assert.deepEqual(
      articles.map(({ title }) => title),
      ['A', 'B'],
    );
    assert.deepEqual(leftOut.map(({ where }) => where).sort(), [`${site}gone/`, `${site}impressum/`]);
    assert.match(leftOut.map(({ detail }) => detail).join(), /answered 404; check/);
  });

  it('gives the pages of the others if some of its sitemaps can’t be read', async (test) => {
    const site = await serveFiles(test, {
      '/sitemap.xml':
        '<sitemapindex>' +
        ['gone.xml', 'page.xml', 'posts.xml']
          .map((name) => `<sitemap><loc>SITE/${name}</loc></sitemap>`)
          .join('') +
        '<sitemap><loc>no address</loc></sitemap></sitemapindex>',
      '/page.xml': articlePage('No sitemap'),
      '/posts.xml': urls('SITE/a/'),
      '/a/': articlePage('A'),
    });
    const { articles, leftOut } = await readSources([`${site}sitemap.xml`]);
    assert.deepEqual(
      articles.map(({ title }) => title),
      ['A'],
    );
    assert.deepEqual(
      leftOut.map(({ where, reason, detail }) => [where.replace(site, ''), reason, detail]),
      [
        ['sitemap.xml', 'names something that is no address', 'no address'],
        ['gone.xml', 'could not be read', 'answered 404; check the address'],
        ['page.xml', 'is no sitemap', undefined],
      ],
    );
  });

  it('says why its only sitemap can’t be read', async (test) => {
    const index = '<sitemapindex><sitemap><loc>SITE/gone.xml</loc></sitemap></sitemapindex>';
    const site = await serveFiles(test, { '/sitemap.xml': index });
    assert.match(
      await failure(`${site}sitemap.xml`),
      /gone\.xml could not be read: answered 404; check the address$/,
    );
  });

  it('may have prefixes, and an address with a percent sign that encodes nothing', async (test) => {
    const entry = (path: string): string => `<s:url><s:loc>SITE/${path}</s:loc></s:url>`;
    const site = await serveFiles(test, {
      '/sitemap.xml': `<s:urlset>${entry('a%')}${entry('b/')}</s:urlset>`,
      '/a%': articlePage('A'),
      '/b/': articlePage('B'),
    });
    const { articles } = await readSources([`${site}sitemap.xml`]);
    assert.deepEqual(
      articles.map(({ title }) => title),
      ['A', 'B'],
    );
  });

  it('may name other sitemaps, compressed ones and itself', async (test) => {
    const site: string = await serve(test, ({ url = '' }, response) => {
      const index = ['sitemap.xml', 'posts.xml.gz'].map(
        (name) => `<sitemap><loc>${site}${name}</loc></sitemap>`,
      );
      if (url === '/sitemap.xml') response.end(`<sitemapindex>${index.join('')}</sitemapindex>`);
      else if (url === '/posts.xml.gz') response.end(gzipSync(urls(`${site}a/`)));
      else response.setHeader('content-type', 'text/html').end(articlePage('A'));
    });
    const { articles } = await readSources([`${site}sitemap.xml`]);
    assert.deepEqual(
      articles.map(({ url }) => url),
      [`${site}a/`],
    );
  });

  it('may be a file', async (test) => {
    const site = await serveFiles(test, { '/a/': articlePage('A') });
    const path = folder(test, { 'sitemap.xml': urls(`${site}a/`) });
    const { articles } = await readSources([`${path}/sitemap.xml`]);
    assert.equal(articles.length, 1);
  });

  it('may name paths', async (test) => {
    const site = await serveFiles(test, {
      '/sitemap.xml': '<sitemapindex><sitemap><loc>/posts.xml</loc></sitemap></sitemapindex>',
      '/posts.xml': urls('/a/'),
      '/a/': articlePage('A'),
    });
    const { articles } = await readSources([`${site}sitemap.xml`]);
    assert.equal(articles[0]?.url, `${site}a/`);
  });

  it('may be a list of addresses', async (test) => {
    const site = await serveFiles(test, { '/a/': articlePage('A'), '/b/': articlePage('B') });
    const path = folder(test, { 'urls.txt': `\uFEFF${site}a/\r\n\r\n${site}b/\r\n` });
    const { articles } = await readSources([`${path}/urls.txt`]);
    assert.deepEqual(
      articles.map(({ url }) => url),
      [`${site}a/`, `${site}b/`],
    );
  });

  it('may be named by a robots.txt', async (test) => {
    const site: string = await serve(test, ({ url = '' }, response) => {
      if (url === '/robots.txt')
        response.end(`User-agent: *\nDisallow: /x\n\nSitemap: ${site}map.xml\nsitemap: ${site}urls.txt`);
      else if (url === '/map.xml') response.end(urls(`${site}a/`));
      else if (url === '/urls.txt') response.end(`${site}b/\n`);
      else response.setHeader('content-type', 'text/html').end(articlePage(url));
    });
    const { articles } = await readSources([`${site}robots.txt`]);
    assert.deepEqual(
      articles.map(({ url }) => url),
      [`${site}a/`, `${site}b/`],
    );
  });

  it('gives an error that names the sitemap if none can be read', async (test) => {
    const site = await serveFiles(test, { '/robots.txt': 'Sitemap: SITE/gone.xml' });
    assert.match(
      await failure(`${site}robots.txt`),
      /robots\.txt names no page: http\S*gone\.xml could not be read: answered 404; check the address$/,
    );
  });

  it('speaks for its own host alone', async (test) => {
    const other = await serveFiles(test, { '/b/': articlePage('B') });
    const site = await serveFiles(test, {
      '/sitemap.xml': urls('SITE/a/', `${other}b/`),
      '/a/': articlePage('A'),
    });
    const { articles, leftOut } = await readSources([`${site}sitemap.xml`]);
    assert.deepEqual(
      [articles.length, leftOut[0]?.reason],
      [1, 'is on another host than the sitemap’s other pages'],
    );
  });

  it('may name pages whose addresses are not percent-encoded UTF-8', async (test) => {
    const site = await serveFiles(test, {
      '/sitemap.xml': urls('SITE/k%F6ln/', 'SITE/b/'),
      '/k%F6ln/': articlePage('A'),
      '/b/': articlePage('B'),
    });
    const { articles } = await readSources([`${site}sitemap.xml`], { exclude: ['b/**'] });
    assert.deepEqual(
      articles.map(({ title }) => title),
      ['A'],
    );
  });

  it('says why a page can’t be requested', async (test) => {
    const site = await serveFiles(test, { '/b/': articlePage('B') });
    const addresses = [`${site.replace('://', '://me:secret@')}a/`, `${site}b/`];
    const path = folder(test, { 'sitemap.xml': urls(...addresses) });
    const { leftOut } = await readSources([`${path}/sitemap.xml`]);
    assert.deepEqual(
      leftOut.map(({ reason, detail }) => [reason, detail]),
      [['could not be read', 'has a user name or password; remove it']],
    );
  });

  it('is read by the paths that are included', async (test) => {
    const site = await serveFiles(test, {
      '/sitemap.xml': urls('SITE/blog/a/', 'SITE/b/'),
      '/blog/a/': articlePage('A'),
    });
    const { articles, leftOut } = await readSources([`${site}sitemap.xml`], { include: ['blog/**'] });
    assert.deepEqual([articles.length, leftOut], [1, []]);
  });

  it('gives an error if none of its pages can be read', async (test) => {
    const site = await serveFiles(test, { '/sitemap.xml': urls('SITE/a/') });
    assert.match(
      await failure(`${site}sitemap.xml`),
      /^related-articles: no page of .*sitemap\.xml can be used: http\S* could not be read: answered 404; check/,
    );
  });
});

describe('several sources', () => {
  it('are merged: the first one counts most, the others fill in what it lacks', async (test) => {
    const path = folder(test, {
      'site/a/index.html': articlePage('Masts', {
        head: '<link rel="canonical" href="https://site.example/a/">',
      }),
      'feed.xml': `<rss xmlns:slash="s"><channel><item><title>Masts in the feed</title><link>https://www.site.example/a?utm_source=x</link>
        <category>5G</category><slash:comments>3</slash:comments></item></channel></rss>`,
    });
    const { articles } = await readSources([`${path}/site`, `${path}/feed.xml`]);
    const [{ title, url, tags, discussion } = {}] = articles;
    assert.deepEqual([articles.length, title, url, tags], [1, 'Masts', 'https://site.example/a/', ['5G']]);
    assert.deepEqual(discussion, { count: 3 });
  });
});

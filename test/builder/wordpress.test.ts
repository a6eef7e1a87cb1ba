import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { readSources } from '../../src/builder/sources/read-sources.js';
import { readIndex } from '../../src/reader/read-index.js';
import { serve } from '../support/site-server.js';
import { articlePage, folder, prose } from './support.js';

interface Site {
  readonly address: string;
  /** The paths and queries that were asked for. */
  readonly asked: string[];
}

interface Options {
  readonly posts?: number;
  /** How many comments each post has, by its id. */
  readonly comments?: Readonly<Record<number, number>>;
  /** Whether addresses carry their route in the query. */
  readonly isPlain?: boolean;
  readonly hasComments?: boolean;
  /** The number of a page of posts that the server can't give. */
  readonly broken?: number;
}

/** A post as the REST API gives it. */
function post(id: number): object {
  return {
    id,
    link: `https://site.example/${id}/`,
    title: { rendered: `Post &#8220;${id}&#8221;` },
    excerpt: { rendered: `<p>Short ${id}.</p>` },
    content: { rendered: `<p>Long ${id}.</p>`, protected: false },
    date_gmt: '2026-11-17T08:00:00',
    status: 'publish',
    _embedded: { 'wp:term': [[{ id: 1, name: 'Masts', taxonomy: 'post_tag' }]] },
  };
}

/** A server that answers as WordPress does: pages of a list, and their number in a header. */
async function wordPress(test: TestContext, options: Options = {}): Promise<Site> {
  const { posts = 3, comments = {}, isPlain = false, hasComments = true, broken } = options;
  const ids = Array.from({ length: posts }, (_, at) => posts - at);
  const said = Object.entries(comments).flatMap(([id, count]) => Array<number>(count).fill(Number(id)));
  const asked: string[] = [];
  const address = await serve(test, ({ url = '' }, response) => {
    const { pathname, searchParams: query } = new URL(url, 'http://site.example');
    const route = (isPlain ? query.get('rest_route') : pathname.replace(/^\/wp-json/, '')) ?? pathname;
    if (route !== '/') asked.push(`${route}?page=${query.get('page')}`);
    const list = (entries: readonly object[]): void => {
      const [page, size] = [Number(query.get('page')), Number(query.get('per_page'))];
      response.setHeader('x-wp-totalpages', Math.max(1, Math.ceil(entries.length / size)));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(entries.slice((page - 1) * size, page * size)));
    };
    if (route === '/wp/v2/posts' && Number(query.get('page')) === broken)
      return response.writeHead(500).end();
    if (route === '/wp/v2/posts') return list(ids.map(post));
    if (route === '/wp/v2/comments' && hasComments) {
      const wanted = new Set(query.get('post')?.split(',').map(Number));
      return list(said.filter((id) => wanted.has(id)).map((id, at) => ({ id: at, post: id })));
    }
    if (route !== '/' && url !== '/') return response.writeHead(401).end();
    const api = isPlain ? '/index.php?rest_route=/' : '/wp-json/';
    return response
      .setHeader('content-type', 'text/html')
      .end(`<!doctype html><link rel="https://api.w.org/" href="${api}"><title>Site</title>`);
  });
  return { address, asked };
}

// The API's lists are read by the reader, as in the browser.
const { articles: known } = readIndex([post(1)], 'https://site.example/');
const skip = known.length > 0 ? false : 'the reader knows no WordPress';

describe('a WordPress site', { skip }, () => {
  it('gives the posts of the other pages if one can’t be read', async (test) => {
    const { address } = await wordPress(test, { posts: 250, broken: 2 });
    const { articles, leftOut } = await readSources([address]);
    assert.equal(articles.length, 150);
    assert.equal(leftOut.length, 1);
    assert.match(leftOut[0]?.where ?? '', /\/wp\/v2\/posts\?.*, page 2$/);
    assert.equal(leftOut[0]?.detail, 'answered 500; the server has an error; try again later');
  });

  it('gives its posts, read as the block reads them', async (test) => {
    const { address } = await wordPress(test, { posts: 1 });
    const { articles } = await readSources([address]);
    assert.deepEqual(articles, [
      {
        id: '1',
        url: 'https://site.example/1/',
        title: 'Post “1”',
        excerpt: 'Short 1.',
        text: 'Long 1.',
        date: '2026-11-17T08:00:00Z',
        tags: ['Masts'],
        discussion: { count: 0, url: 'https://site.example/1/#comments' },
      },
    ]);
  });

  it('gives all pages of its posts, in order', async (test) => {
    const { address, asked } = await wordPress(test, { posts: 250, hasComments: false });
    const { articles } = await readSources([address]);
    assert.deepEqual([articles.length, articles[0]?.id, articles[249]?.id], [250, '250', '1']);
    assert.deepEqual(asked.filter((path) => path.includes('posts')).sort(), [
      '/wp/v2/posts?page=1',
      '/wp/v2/posts?page=2',
      '/wp/v2/posts?page=3',
    ]);
  });

  it('gives the number of comments of each post, asked for a hundred posts at a time', async (test) => {
    const { address, asked } = await wordPress(test, { posts: 150, comments: { 1: 2, 150: 130 } });
    const { articles } = await readSources([address]);
    const counts = new Map(articles.map(({ id, discussion }) => [id, discussion?.count]));
    assert.deepEqual(
      ['1', '2', '150'].map((id) => counts.get(id)),
      [2, 0, 130],
    );
    assert.equal(asked.filter((path) => path.includes('comments')).length, 3);
  });

  it('gives no numbers of comments if it does not tell them', async (test) => {
    const { address } = await wordPress(test, { hasComments: false });
    const { articles } = await readSources([address]);
    assert.deepEqual(
      articles.map(({ discussion }) => discussion),
      [undefined, undefined, undefined],
    );
  });

  it('says that numbers of comments are missing, and why', async (test) => {
    const { address } = await wordPress(test, { hasComments: false });
    const { warnings = [] } = await readSources([address]);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? '', /^numbers of comments are missing: .*\/wp\/v2\/comments.* answered 401$/);
  });

  it('is found if its addresses have their route in the query', async (test) => {
    const { address } = await wordPress(test, { isPlain: true, comments: { 2: 1 } });
    const { articles } = await readSources([address]);
    assert.deepEqual(
      articles.map(({ discussion }) => discussion?.count),
      [0, 1, 0],
    );
  });
});

describe('a WordPress site whose API is closed', () => {
  it('is read by the feed that its pages name, and says so', async (test) => {
    const address = await serve(test, ({ url }, response) => {
      if (url?.startsWith('/wp-json/')) return response.writeHead(401).end();
      return response.end(
        url === '/'
          ? '<!doctype html><link rel="https://api.w.org/" href="/wp-json/"><link rel="alternate" type="application/rss+xml" href="/feed/">'
          : '<rss><channel><item><title>Masts</title><link>/masts/</link></item></channel></rss>',
      );
    });
    const { articles, warnings = [] } = await readSources([address]);
    assert.deepEqual(
      articles.map(({ url }) => url),
      [`${address}masts/`],
    );
    assert.match(
      warnings[0] ?? '',
      /wp-json\/ answered 401; it must be public: .*; the site's feed was read instead$/,
    );
    assert.match(warnings[1] ?? '', /names only a feed, of its newest articles \(1\)/);
  });
});

describe('a feed of WordPress', () => {
  it('is left without posts that a password protects', async (test) => {
    const item = (name: string, content: string): string =>
      `<item><title>${name}</title><link>/${name}/</link><description>Text</description>
       <content:encoded><![CDATA[${content}]]></content:encoded></item>`;
    const form = '<form action="https://site.example/wp-login.php?action=postpass" method="post"></form>';
    const address = await serve(test, (_, response) =>
      response.end(`<rss><channel>${item('masts', 'Masts.')}${item('Protected', form)}</channel></rss>`),
    );
    const { articles, leftOut } = await readSources([`${address}feed/`]);
    assert.deepEqual(
      articles.map(({ title }) => title),
      ['masts'],
    );
    assert.deepEqual(
      leftOut.map(({ reason }) => reason),
      ['is protected by a password'],
    );
  });
});

describe('a page of WordPress', () => {
  it('is left out if a password protects its post', async (test) => {
    const form = '<form action="/wp-login.php?action=postpass"><input type="password"></form>';
    const path = folder(test, {
      'masts/index.html': articlePage('Masts'),
      'protected/index.html': articlePage('Protected', { body: form + prose('Comments') }),
    });
    const { articles, leftOut } = await readSources([path]);
    assert.deepEqual(
      [articles.length, leftOut.map(({ reason }) => reason)],
      [1, ['is protected by a password']],
    );
  });
});

describe('a site that claims to be WordPress', () => {
  it('gives an error if it has no posts', async (test) => {
    const address = await serve(test, ({ url }, response) => {
      if (url === '/')
        response.setHeader('link', '</wp-json/>; rel="https://api.w.org/"').end('<!doctype html>');
      else response.end('{"code":"rest_disabled"}');
    });
    await assert.rejects(readSources([address]), {
      message:
        /^related-articles: .*\/wp\/v2\/posts.* is not a list of WordPress posts; check that the site's REST API is public$/,
    });
  });
});

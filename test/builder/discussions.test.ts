import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { startCommentSystems } from '../support/comment-systems.js';
import { serve } from '../support/site-server.js';
import { folder, type Run, run, serveFiles } from './support.js';

const OWN = '_related_articles';

/** An index of articles, as a JSON Feed. */
function feedOf(
  articles: readonly { readonly id: string; readonly url: string; readonly discussion?: string }[],
): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Site',
    items: articles.map(({ id, url, discussion }) => ({
      id,
      url,
      title: `Title of ${url}`,
      content_text: 'Open RAN in the harbour.',
      ...(discussion !== undefined && { [OWN]: { discussion: { url: discussion } } }),
    })),
  });
}

/** An article of the site, with the id that its content system gives it. */
function post(name: string, id: string): { id: string; url: string } {
  return { id, url: `https://site.example/news/${name}/` };
}

/** Three articles: one has 3 posts in each comment system, one has 1, and one has none. */
const threeArticles = feedOf(
  ['a', 'b', 'c'].map((name, at) => ({
    id: `10${at + 1}`,
    url: `https://site.example/news/${name}/`,
    discussion: `https://site.example/news/${name}/#talk`,
  })),
);

interface Item {
  readonly id: string;
  readonly url: string;
  readonly [OWN]?: { readonly discussion?: { readonly count?: number; readonly url?: string } };
}

let origin = '';
let stop: () => void;
before(async () => {
  ({ origin, stop } = await startCommentSystems());
});
after(() => stop());

const at = (system: string, mode = 'ok', room = 'build'): string => `${origin}/${room}/${mode}/${system}`;

async function build(
  test: TestContext,
  discussions: string,
  env: Record<string, string> = {},
  feed = threeArticles,
): Promise<Run & { path: string }> {
  const path = folder(test, { 'feed.json': feed });
  const args = ['build', join(path, 'feed.json'), '--out', join(path, 'out/articles.json')];
  return { ...(await run([...args, '--discussions', discussions], { env })), path };
}

/** The counts in the index that was built, by the article's name. */
function counts(path: string): Record<string, number | undefined> {
  return Object.fromEntries(
    items(path).map(({ url, [OWN]: own }) => [url.slice(-2, -1), own?.discussion?.count]),
  );
}

function items(path: string): readonly Item[] {
  return (JSON.parse(readFileSync(join(path, 'out/articles.json'), 'utf8')) as { items: Item[] }).items;
}

const GITHUB = (api: string): string => `github:site/comments api=${api}`;
const TOKEN = { GITHUB_TOKEN: 'secret-token' };

describe('the command line with --discussions', () => {
  const cases: [name: string, setting: () => string, env?: Record<string, string>][] = [
    ['Disqus by URL', () => `disqus:${at('disqus')}`],
    ['Disqus by identifier', () => `disqus:${at('disqus')} key=id`],
    ['Discourse, in its language’s words', () => `discourse:${at('discourse')}`],
    [
      'Discourse by URLs without a slash',
      () => `discourse:${at('discourse')} key=https://site.example/{path}`,
    ],
    ['GitHub', () => GITHUB(at('github')), TOKEN],
    ['a comment system that a browser could ask too', () => `isso ${at('isso')}`],
    ['a comment system after a colon', () => `waline:${at('waline')}`],
    ['a counts file', () => at('file/counts.json')],
  ];
  for (const [name, setting, env] of cases) {
    it(`writes the counts of ${name}`, async (test) => {
      const { code, out, err, path } = await build(test, setting(), env);
      assert.deepEqual([code, err], [0, '']);
      assert.deepEqual(counts(path), { a: 3, b: 1, c: 0 });
      assert.match(out, /^3 discussion counts$/m);
    });
  }

  it('keeps the discussion’s address where the system gives no other', async (test) => {
    const { path } = await build(test, `isso ${at('isso')}`);
    assert.equal(items(path)[0]?.[OWN]?.discussion?.url, 'https://site.example/news/a/#talk');
  });

  it('links to GitHub’s discussions, over several pages of them', async (test) => {
    const { path } = await build(test, GITHUB(at('github')), TOKEN);
    assert.deepEqual(
      items(path).map(({ [OWN]: own }) => own?.discussion?.url),
      [
        'https://github.com/site/comments/discussions/1',
        'https://github.com/site/comments/discussions/3',
        'https://site.example/news/c/#talk',
      ],
    );
  });

  it('writes the token nowhere', async (test) => {
    const { out, err, path } = await build(test, GITHUB(at('github')), TOKEN);
    const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    const texts = files.map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
    assert.ok(![out, err, ...texts].join('').includes('secret-token'), 'the token was written');
    const failed = await build(test, GITHUB(at('github', '500')), TOKEN);
    assert.ok(!failed.err.includes('secret-token'), failed.err);
  });

  const failures: [what: string, setting: () => string, line: RegExp, env?: Record<string, string>][] = [
    [
      'there is no such system',
      () => 'facebook:site',
      /--discussions facebook is neither a comment system \(wordpress, .*disqus, discourse, github\) nor an address$/m,
    ],
    ['there is no token', () => GITHUB(at('github')), /needs a token in the environment, as GITHUB_TOKEN/],
    ['the repository has no owner', () => 'github:comments', /needs OWNER\/REPOSITORY, got comments/, TOKEN],
    ['the short name is missing', () => 'disqus', /needs url, as in --discussions disqus:SHORTNAME/],
  ];
  for (const [what, setting, line, env] of failures) {
    it(`ends with one line and writes nothing where ${what}`, async (test) => {
      const { code, err, path } = await build(test, setting(), env);
      assert.equal(code, 1);
      assert.match(err, /^related-articles: [^\n]+\n$/);
      assert.match(err, line);
      assert.equal(existsSync(join(path, 'out')), false);
    });
  }

  const refusals: [what: string, setting: () => string, line: RegExp, env?: Record<string, string>][] = [
    [
      'GitHub knows no such token',
      () => GITHUB(at('github')),
      /github\/graphql answered 401/,
      { GITHUB_TOKEN: 'old' },
    ],
    [
      'GitHub knows no such repository',
      () => `github:site/other api=${at('github')}`,
      /GitHub says: .*Could not resolve/,
      TOKEN,
    ],
    [
      'Disqus knows no such short name',
      () => `disqus:${at('disqus', 'html')}`,
      /did not answer with counts; check the short name/,
    ],
    ['the forum answers with HTML', () => `discourse:${at('discourse', 'html')}`, /did not answer with JSON/],
    [
      'the forum answers without counts',
      () => `discourse:${at('discourse', 'empty')}`,
      /did not answer with counts/,
    ],
    ['the system limits requests', () => `disqus:${at('disqus', '429')}`, /answered 429/],
  ];
  for (const [what, setting, line, env] of refusals) {
    it(`writes the index without counts, and says why, where ${what}`, async (test) => {
      const { code, out, err, path } = await build(test, setting(), env);
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, /^warning  all discussion counts are missing: .+$/m);
      assert.match(out, line);
      assert.deepEqual(counts(path), { a: undefined, b: undefined, c: undefined });
    });
  }

  it('writes the index where the system never answers', async (test) => {
    const path = folder(test, { 'feed.json': threeArticles });
    const args = ['build', join(path, 'feed.json'), '--out', join(path, 'out.json'), '--timeout', '1'];
    const { code, out } = await run([...args, '--discussions', `isso ${at('isso', 'hang')}`]);
    assert.equal(code, 0);
    assert.match(out, /all discussion counts are missing: no answer within 1 s/);
    assert.ok(existsSync(join(path, 'out.json')));
  });

  it('asks in batches', async (test) => {
    const many = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Site',
      items: Array.from({ length: 45 }, (_, n) => ({
        id: `n${n}`,
        url: `https://site.example/n${n}/`,
        title: `Title ${n}`,
      })),
    };
    const path = folder(test, { 'feed.json': JSON.stringify(many) });
    const args = ['build', join(path, 'feed.json'), '--out', join(path, 'out.json')];
    await run([...args, '--discussions', `disqus:${at('disqus', 'ok', 'batches')}`]);
    const log = (await (await fetch(`${origin}/batches/log`)).json()) as { url: string }[];
    assert.deepEqual(
      log.map(({ url }) => new URL(url, origin).searchParams.getAll('2').length).sort((a, b) => b - a),
      [10, 10, 10, 10, 5],
    );
  });
});

/** The requests that a comment system got in one of its rooms. */
async function requestsIn(room: string): Promise<{ readonly url: string; readonly body: string }[]> {
  return (await (await fetch(`${origin}/${room}/log`)).json()) as { url: string; body: string }[];
}

/** The counts in the index that was built, by the article's address without its origin. */
function countsByAddress(path: string): Record<string, number | undefined> {
  return Object.fromEntries(
    items(path).map(({ url, [OWN]: own }) => [url.replace(/^.*example/, ''), own?.discussion?.count]),
  );
}

describe('the key that a comment system is asked for', () => {
  const keys: [form: string, url: string, key: string][] = [
    ['/{path}/', 'https://site.example/', '/'],
    ['https://site.example/{path}/', 'https://site.example/', 'https://site.example/'],
    ['/{slug}/', 'https://site.example/index.html', '/'],
    ['/{path}/', 'https://site.example/news/mast.html', '/news/mast/'],
    ['/{path}/', 'https://site.example/news/index.php', '/news/'],
    ['/{path}', 'https://site.example/news/page.aspx', '/news/page'],
    ['/{path}/', 'https://site.example/schlüssel/', '/schl%C3%BCssel/'],
    ['/{path}/', 'https://site.example/100%25/a%2Fb%3Fc', '/100%25/a%2Fb%3Fc/'],
    ['/{path}/', 'https://site.example/app#/news/mast', '/news/mast/'],
    ['{url}', 'https://site.example/news/mast.html?page=2#top', 'https://site.example/news/mast.html?page=2'],
    ['{slug}-{id}', 'https://site.example/news/mast.html', 'mast-101'],
    ['{id}/{other}', 'https://site.example/news/mast.html', '101/{other}'],
    ['path', 'https://site.example/news/mast.html', '/news/mast.html'],
    ['path-without-slash', 'https://site.example/news/', '/news'],
    ['path-without-slash', 'https://site.example/', '/'],
    ['url', 'https://site.example/news/#top', 'https://site.example/news/'],
    ['id', 'https://site.example/news/', '101'],
  ];
  for (const [place, [form, url, key]] of keys.entries()) {
    it(`is ${key} for ${url} with key=${form}`, async (test) => {
      const room = `key-${place}`;
      await build(test, `isso ${at('isso', 'ok', room)} key=${form}`, {}, feedOf([{ id: '101', url }]));
      assert.deepEqual(JSON.parse((await requestsIn(room))[0]?.body ?? ''), [key]);
    });
  }

  it('cannot be a template without the name of a place, such as /{pfad}/', async (test) => {
    const { code, err } = await build(test, `isso ${at('isso')} key=/{pfad}/`);
    assert.equal(code, 1);
    assert.match(
      err,
      /key="\/\{pfad\}\/" is neither one of url, path, .* nor a template like \/\{path\}\/$/m,
    );
  });
});

describe('a counts file', () => {
  it('is requested with the slash at the end of its address', async (test) => {
    const { path, err } = await build(test, at('file/counts/'));
    assert.equal(err, '');
    assert.deepEqual(counts(path), { a: 3, b: 1, c: 0 });
  });

  it('is read by the key that the author names', async (test) => {
    const { path, out } = await build(test, `${at('file/counts.json')} key=id`);
    assert.match(out, /^1 discussion counts?$/m);
    assert.deepEqual(counts(path), { a: undefined, b: undefined, c: 0 });
  });

  it('knows articles apart that differ in the query of their addresses only', async (test) => {
    const feed = feedOf([
      { id: 'one', url: 'https://site.example/?p=101' },
      { id: 'two', url: 'https://site.example/?p=102' },
      { id: 'three', url: 'https://site.example/news/a.html?utm_source=feed' },
    ]);
    const { path } = await build(test, at('file/queries.json'), {}, feed);
    assert.deepEqual(countsByAddress(path), {
      '/?p=101': undefined,
      '/?p=102': 1,
      '/news/a.html?utm_source=feed': 3,
    });
  });
});

describe('a provider', () => {
  it('asks Waline for paths without percent-encoding, whatever the key', async (test) => {
    const feed = feedOf([{ id: '101', url: 'https://site.example/schlüssel/' }]);
    for (const [room, key] of [
      ['waline-default', ''],
      ['waline-key', ' key=/{path}/'],
    ] as const) {
      await build(test, `waline ${at('waline', 'ok', room)}${key}`, {}, feed);
      const [request] = await requestsIn(room);
      assert.equal(new URL(request?.url ?? '', origin).searchParams.get('url'), '/schlüssel/');
    }
  });

  for (const setting of ['waline SYSTEM', 'cusdis SYSTEM app=app-1', "artalk SYSTEM site='My site'"]) {
    const system = setting.split(' ')[0] ?? '';
    it(`does not ask ${system} for a path with a comma, which separates its keys`, async (test) => {
      const feed = feedOf([{ id: '101', url: 'https://site.example/masts,poles/' }]);
      const room = `comma-${system}`;
      const { code, err } = await build(test, setting.replace('SYSTEM', at(system, 'ok', room)), {}, feed);
      assert.deepEqual([code, err], [0, '']);
      assert.deepEqual(await requestsIn(room), []);
    });
  }

  it('skips an entry of a list whose key is not a text', async (test) => {
    const { path, err } = await build(test, `remark42 ${at('remark42-odd')} site=blog`);
    assert.equal(err, '');
    assert.deepEqual(counts(path), { a: 3, b: 1, c: 0 });
  });

  it('asks WordPress again for the other posts where one is private, protected or in the trash', async (test) => {
    const feed = feedOf(
      ['d', 'a', 'b', 'e', 'c'].map((name, place) => post(name, ['104', '101', '102', '105', '103'][place]!)),
    );
    const { path, err } = await build(test, `wordpress ${at('wordpress')}`, {}, feed);
    assert.equal(err, '');
    assert.deepEqual(counts(path), { a: 3, b: 1, c: 0, d: undefined, e: undefined });
  });

  it('asks WordPress once where it refuses to tell anything', async (test) => {
    const { path, out } = await build(test, `wordpress ${at('wordpress-closed', 'ok', 'closed')}`);
    assert.match(out, /all discussion counts are missing: .* answered 401$/m);
    assert.deepEqual(counts(path), { a: undefined, b: undefined, c: undefined });
    assert.equal((await requestsIn('closed')).length, 1);
  });

  it('asks WordPress where a page of the site says that its API is', async (test) => {
    const asked: string[] = [];
    const site = await serve(test, ({ url = '' }, response) => {
      asked.push(url);
      if (!url.includes('rest_route')) {
        return response.end('<!doctype html><link rel="https://api.w.org/" href="/blog/?rest_route=/">');
      }
      response.setHeader('x-wp-totalpages', 1);
      return response.end('[{ "id": 1, "post": 101 }]');
    });
    const feed = feedOf([{ id: '101', url: `${site}blog/?p=101` }]);
    const { path } = await build(test, 'wordpress', {}, feed);
    assert.equal(items(path)[0]?.[OWN]?.discussion?.count, 1);
    assert.equal(asked[0], '/blog/?p=101');
    assert.equal(new URL(asked[1] ?? '', site).searchParams.get('rest_route'), '/wp/v2/comments');
  });

  it('gives no count of WordPress’s comments where their total is unknown', async (test) => {
    const { path } = await build(test, `wordpress ${at('wordpress-bare')}`);
    assert.deepEqual(counts(path), { a: undefined, b: undefined, c: undefined });
  });

  it('gives no count where Discourse’s words hold several numbers', async (test) => {
    const { path } = await build(test, `discourse:${at('discourse-busy')}`);
    assert.deepEqual(counts(path), { a: undefined, b: undefined, c: undefined });
  });

  it('finds GitHub’s discussions by the titles that giscus gives them', async (test) => {
    const feed = feedOf([
      { id: '1', url: 'https://site.example/news/page.aspx' },
      { id: '2', url: 'https://site.example/news/index.html' },
      { id: '3', url: 'https://site.example/news/a/' },
      { id: '4', url: 'https://site.example/' },
    ]);
    const { path } = await build(test, GITHUB(at('github')), TOKEN, feed);
    assert.deepEqual(countsByAddress(path), {
      '/news/page.aspx': 2,
      '/news/index.html': 5,
      '/news/a/': 3,
      '/': 0,
    });
  });

  it('sends GitHub’s token to an http(s) address only', async (test) => {
    const { code, err } = await build(test, GITHUB('api.github.com:x'), TOKEN);
    assert.equal(code, 1);
    assert.match(
      err,
      /--discussions github needs an http\(s\) address without a password, got api\.github\.com:x/,
    );
  });

  it('says so where none of several Mastodon servers answers', async (test) => {
    const feed = feedOf(
      [1, 2].map((port) => ({
        id: `${port}`,
        url: `https://site.example/${port}`,
        discussion: `http://127.0.0.1:${port}/@site/1`,
      })),
    );
    const { out } = await build(test, 'mastodon http://127.0.0.1:1 http://127.0.0.1:2', {}, feed);
    assert.match(out, /counts are missing: no answer from http:\/\/127\.0\.0\.1:1\/api/);
  });

  it('asks no Mastodon server by http, or another than those that are named', async (test) => {
    const asked: string[] = [];
    const server = await serve(test, ({ url = '' }, response) => {
      asked.push(url);
      response.end('[]');
    });
    const feed = feedOf([{ id: 'a', url: 'https://site.example/a', discussion: `${server}@site/1` }]);
    for (const named of ['mastodon', 'mastodon https://one.example https://two.example']) {
      const { code, out } = await build(test, named, {}, feed);
      assert.equal(code, 0, out);
    }
    assert.deepEqual(asked, []);
  });

  it('reads an answer of 5 MB at most', async (test) => {
    const server = await serve(test, (_, response) => response.end(`{"/a": 1${' '.repeat(6_000_000)}}`));
    const { out } = await build(test, `${server}counts.json`);
    assert.match(out, /counts\.json answered with more than 5 MB; check the address$/m);
  });

  it('has no option key for Mastodon and Bluesky, which know posts by their addresses', async (test) => {
    for (const system of ['mastodon', 'bluesky']) {
      const { code, err } = await build(test, `${system} key=id`);
      assert.equal(code, 1);
      assert.match(err, /has no option key; it has url$/m);
    }
  });

  it('skips an address that is not the address of a post on Bluesky', async (test) => {
    const discussions = ['%zz/post/a', 'site.example%20x/post/a', 'did%3Aplc%3A1/post/a'];
    const feed = feedOf(
      discussions.map((rest, place) => ({
        id: `${place}`,
        url: `https://site.example/${place}`,
        discussion: `https://bsky.app/profile/${rest}`,
      })),
    );
    const { path, out } = await build(test, `bluesky ${at('bluesky')}`, {}, feed);
    assert.match(out, /^1 discussion count$/m);
    assert.deepEqual(countsByAddress(path), { '/0': undefined, '/1': undefined, '/2': 3 });
  });
});

describe('a counts file of ids and addresses', () => {
  const articles = feedOf([
    { id: '5', url: 'https://site.example/news/a/' },
    { id: 'x', url: 'https://site.example/5/' },
    { id: 'y', url: 'https://site.example/news/y/' },
  ]);

  for (const [name, content, expected] of [
    ['the path of another article', { '/5/': 3 }, { x: 3 }],
    ['an id that is a path elsewhere', { 5: 3 }, { 5: 3 }],
    [
      'addresses in other spellings',
      { '/5': 3, 'news/y': 1, 'http://site.example/news/a': 2 },
      { 5: 2, x: 3, y: 1 },
    ],
  ] as const) {
    it(`gives each count to its own article if it names ${name}`, async (test) => {
      const site = await serveFiles(test, { '/counts.json': JSON.stringify(content) });
      const { path, err } = await build(test, `${site}counts.json`, {}, articles);
      assert.equal(err, '');
      const found = items(path).flatMap(({ id, [OWN]: own }) => {
        const count = own?.discussion?.count;
        return count === undefined ? [] : [[id, count]];
      });
      assert.deepEqual(Object.fromEntries(found), expected);
    });
  }
});

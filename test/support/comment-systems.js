/**
 * A server that stands in for comment systems. It answers as their documentation and sources say, on its own origin.
 * Each system knows three articles: one with 3 posts, one with 1, and one without posts.
 *
 * A path is /ROOM/MODE/SYSTEM…. Each test has its own room; /ROOM/log gives the requests in it.
 */
import { createServer } from 'node:http';

/** Posts by the last part of an article's name: path, URL, id or number of a post. */
const POSTS = new Map([
  ['a', 3],
  ['b', 1],
  ['101', 3],
  ['102', 1],
  ['5a0000000000000000000101', 3],
  ['5a0000000000000000000102', 1],
  ['1010', 3],
  ['1020', 1],
]);
/** Articles whose discussion is empty. */
const EMPTY = new Set(['c', '103', '5a0000000000000000000103', '1030']);

/** The number of posts for a name such as `/news/a/` or `https://site.example/news/a.html`; undefined for an unknown name. */
function posts(name) {
  const last = /([^/]+?)(?:\.html)?\/?$/.exec(name)?.[1] ?? '';
  return POSTS.get(last) ?? (EMPTY.has(last) ? 0 : undefined);
}

const counts = (names) => Object.fromEntries(names.map((name) => [name, posts(name) ?? 0]));
const known = (names) => Object.fromEntries(Object.entries(counts(names)).filter(([, count]) => count > 0));
const list = (text) => (text ? text.split(',') : []);

/** The systems. Each answers a request `{ path, query, body, method }` with a status, JSON and headers. */
const SYSTEMS = {
  isso: ({ path, body, method }) =>
    path === '/count' && method === 'POST' ? { json: body.map((name) => posts(name) ?? 0) } : { status: 404 },

  remark42: ({ path, query, body, method }) => {
    if (path !== '/api/v1/counts' || method !== 'POST') return { status: 404 };
    if (query.get('site') !== 'blog') return { status: 400, json: { code: 4, details: 'site not found' } };
    return { json: body.filter((url) => posts(url)).map((url) => ({ url, count: posts(url) })) };
  },

  /** Remark42 with entries whose key is no text. */
  'remark42-odd': ({ body }) => ({
    json: [{ url: { toString: 1 }, count: 3 }, null, ...body.map((url) => ({ url, count: posts(url) ?? 0 }))],
  }),

  commento: ({ path, body, method }) => {
    if (path !== '/api/comment/count' || method !== 'POST') return { status: 404 };
    if (body.domain !== 'site.example') return { json: { success: false, message: 'No such domain.' } };
    return { json: { success: true, commentCounts: known(body.paths) } };
  },

  cusdis: ({ path, query }) =>
    path === '/api/open/project/app-1/comments/count'
      ? { json: { data: counts(list(query.get('pageIds'))) } }
      : { status: 404 },

  artalk: ({ path, query }) => {
    if (path !== '/api/v2/stats/page_comment') return { status: 404, json: { msg: 'Not Found' } };
    const isSite = query.get('site_name') === 'My site';
    const names = list(query.get('page_keys')).map((name) => name.trim());
    return { json: { data: isSite ? counts(names) : Object.fromEntries(names.map((name) => [name, 0])) } };
  },

  waline: ({ path, query }) =>
    path === '/api/comment' && query.get('type') === 'count'
      ? { json: { errno: 0, errmsg: '', data: list(query.get('url')).map((name) => posts(name) ?? 0) } }
      : { status: 404 },

  /** Waline 1: it gives the bare list, or a bare number for a single path. */
  'waline-1': ({ query }) => {
    const numbers = list(query.get('url')).map((name) => posts(name) ?? 0);
    return { json: numbers.length === 1 ? numbers[0] : numbers };
  },

  'waline-failing': () => ({ json: { errno: 1001, errmsg: 'storage is down' } }),

  twikoo: ({ body, method }) => {
    if (method !== 'POST') return { json: { code: 100, message: 'Twikoo 云函数运行正常' } };
    if (body.event !== 'GET_COMMENTS_COUNT') return { json: { code: 1000, message: '请更新 Twikoo 云函数' } };
    const replies = body.includeReply ? 2 : 0;
    return { json: { data: body.urls.map((url) => ({ url, count: (posts(url) ?? 0) + replies })) } };
  },

  'twikoo-failing': () => ({ json: { code: 1, message: 'database is down' } }),

  'webmention.io': ({ path, query }) => {
    const replies = posts(query.get('target') ?? '');
    if (path !== '/api/count.json') return { status: 404 };
    return { json: { count: (replies ?? 0) + 7, type: { like: 7, ...(replies && { reply: replies }) } } };
  },

  /** Webmention.io before it counted by type. */
  'webmention-old': ({ query }) => ({ json: { count: posts(query.get('target') ?? '') ?? 0 } }),

  ghost: ({ path, query, method }) => {
    if (path !== '/members/api/comments/counts/' || method !== 'GET') return { status: 404 };
    return { json: counts(list(query.get('ids'))) };
  },

  /** Ghost up to version 5. */
  'ghost-5': ({ method, body }) =>
    method === 'POST'
      ? { json: counts(body.ids) }
      : { status: 404, json: { errors: [{ type: 'NotFoundError' }] } },

  wordpress: (request) => wordPress(request, { 101: 3, 102: 1 }),
  /** WordPress that answers only those who are logged in. */
  'wordpress-closed': () => ({ status: 401, json: { code: 'rest_not_logged_in', data: { status: 401 } } }),
  /** WordPress with more comments than fit on a few pages. */
  'wordpress-busy': (request) => wordPress(request, { 101: 1234, 102: 1 }),
  /** WordPress behind a proxy that removes the headers with the totals. */
  'wordpress-bare': (request) => ({ json: wordPress(request, { 101: 130, 102: 1 }).json }),
  /** WordPress with two pages of comments. */
  'wordpress-pages': (request) => wordPress(request, { 101: 130, 102: 1 }),

  mastodon: ({ path, query }) =>
    path === '/api/v1/statuses'
      ? { json: query.getAll('id[]').filter(isStatus).map(status) }
      : { status: 404, json: { error: 'Record not found' } },

  /** Mastodon before version 4.3: it gives one status a request. */
  'mastodon-4.2': ({ path }) => {
    const id = /^\/api\/v1\/statuses\/(\d+)$/.exec(path)?.[1];
    return id && isStatus(id) ? { json: status(id) } : { status: 404, json: { error: 'Record not found' } };
  },

  bluesky: ({ path, query }) => {
    if (path === '/xrpc/com.atproto.identity.resolveHandle') {
      return query.get('handle') === 'site.example'
        ? { json: { did: 'did:plc:1' } }
        : { status: 400, json: { error: 'InvalidRequest', message: 'Unable to resolve handle' } };
    }
    if (path !== '/xrpc/app.bsky.feed.getPosts') return { status: 404 };
    const uris = query.getAll('uris').filter((uri) => uri.startsWith('at://did:plc:1/'));
    const found = uris.filter((uri) => posts(uri) !== undefined);
    return { json: { posts: found.map((uri) => ({ uri, replyCount: posts(uri), likeCount: 9 })) } };
  },

  file: ({ path }) => FILES[path] ?? { status: 404 },

  disqus: ({ path, query }) => {
    if (path !== '/count-data.js') return { status: 404 };
    const found = [...query]
      .map(([, id]) => ({ id, comments: posts(id) }))
      .filter(({ comments }) => comments);
    const text = {
      and: 'and',
      comments: { zero: '0 Comments', multiple: '{num} Comments', one: '1 Comment' },
    };
    return { text: `DISQUSWIDGETS.displayCount(${JSON.stringify({ text, counts: found })});` };
  },

  discourse: ({ path, query }) => {
    if (path !== '/embed/count') return { status: 404 };
    const asked = query.getAll('embed_url[]');
    const found = asked.map((url) => url.replace(/\/$/, '')).filter((url) => posts(url) !== undefined);
    const name = (url) => (asked.includes(url) ? url : `${url}#discourse-comments`);
    return { json: { counts: Object.fromEntries(found.map((url) => [name(url), replies(posts(url))])) } };
  },

  /** Discourse with a large number, which it writes with a separator. */
  'discourse-busy': ({ query }) => ({
    json: { counts: Object.fromEntries(query.getAll('embed_url[]').map((url) => [url, '1,234 replies'])) },
  }),

  github: ({ path, method, body, headers }) => {
    if (path !== '/graphql' || method !== 'POST') return { status: 404 };
    if (headers.authorization !== 'Bearer secret-token')
      return { status: 401, json: { message: 'Bad credentials' } };
    if (body.variables.owner !== 'site' || body.variables.name !== 'comments') {
      return {
        json: { data: { repository: null }, errors: [{ type: 'NOT_FOUND', message: 'Could not resolve' }] },
      };
    }
    const discussion = (title, totalCount, number) => ({
      title,
      url: `https://github.com/site/comments/discussions/${number}`,
      comments: { totalCount },
    });
    const pages = [
      [discussion('news/a/', 3, 1), discussion('Elsewhere', 8, 2)],
      [discussion('news/b', 1, 3), discussion('news/page', 2, 4), discussion('news/index', 5, 5)],
    ];
    const at = Number(body.variables.after ?? 0);
    const pageInfo = { hasNextPage: at === 0, endCursor: '1' };
    return { json: { data: { repository: { discussions: { pageInfo, nodes: pages[at] } } } } };
  },
};

/**
 * The headers that a page of another site may send to each system, as its answer to a preflight says. Systems that are
 * not named here answer none: a browser sends them plain GET requests only.
 */
const ALLOWED_HEADERS = {
  isso: 'Origin, Referer, Content-Type',
  remark42: 'Accept, Authorization, Content-Type, X-XSRF-Token, X-JWT',
  commento: 'X-Requested-With',
  twikoo: 'X-CSRF-Token, X-Requested-With, Accept, Content-Length, Content-Type, Date',
  'ghost-5': 'Content-Type',
  wordpress: 'Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type',
  mastodon: 'Content-Type',
};
/** Systems that a page of another site can't read. */
const WITHOUT_CORS = new Set(['disqus', 'discourse', 'github']);
/** Systems that read a body only where it is said to be JSON. */
const JSON_ALONE = new Set(['isso', 'twikoo', 'ghost-5']);

const replies = (count) => (count === 1 ? '1 Antwort' : `${count} Antworten`);
const isStatus = (id) => posts(id) !== undefined;
const status = (id) => ({ id, replies_count: posts(id), favourites_count: 9 });

function wordPress({ path, query }, numbers) {
  const route = query.get('rest_route') ?? path.replace('/wp-json', '');
  if (route !== '/wp/v2/comments') return { status: 404, json: { code: 'rest_no_route' } };
  const perPage = Number(query.get('per_page') ?? 10);
  const page = Number(query.get('page') ?? 1);
  if (list(query.get('post')).some((post) => PRIVATE.has(post))) {
    return { status: 401, json: { code: 'rest_cannot_read_post', data: { status: 401 } } };
  }
  const all = list(query.get('post')).flatMap((post) =>
    Array.from({ length: numbers[post] ?? 0 }, (_, at) => ({
      id: Number(post) * 10_000 + at,
      post: Number(post),
    })),
  );
  const headers = {
    'X-WP-Total': String(all.length),
    'X-WP-TotalPages': String(Math.ceil(all.length / perPage)),
    'Access-Control-Expose-Headers': 'X-WP-Total, X-WP-TotalPages, Link',
  };
  return { headers, json: all.slice((page - 1) * perPage, page * perPage) };
}

/** Posts of WordPress that are private, protected or in the trash. */
const PRIVATE = new Set(['104', '105']);

const FILES = {
  '/counts.json': { json: { '/news/a': 3, 'https://site.example/news/b/': 1, 103: 0, '/news/gone/': 9 } },
  '/list.json': {
    json: [
      { url: '/news/a/', count: 3 },
      { url: '/news/b/', count: '1' },
      { id: 103, count: 0 },
    ],
  },
  '/wild.json': {
    text:
      '{ "/news/a/": -1, "/news/b/": 1.5, "/news/c/": 1e99, "/news/d/": "many", "/news/e/": null, ' +
      '"/news/f/": [3], "/news/g/": {}, "/news/h/": 12345678, "/news/i/": "7", "__proto__": 5, "constructor": 6 }',
  },
  '/other.json': { json: 'counts' },
  '/counts/': { json: { '/news/a': 3, '/news/b': 1, '/news/c': 0 } },
  '/queries.json': { json: { three: null, '/': 9, '/?p=102': 1, '/news/a.html': 3 } },
};

/** What the server does with an answer in each mode. */
const MODES = {
  ok: (answer) => answer,
  429: () => ({ status: 429, json: { message: 'Too many requests' }, headers: { 'Retry-After': '30' } }),
  500: () => ({ status: 500, text: '<h1>Internal Server Error</h1>' }),
  html: () => ({ text: '<!doctype html><title>Login</title>' }),
  list: () => ({ json: [{ nothing: 'of use' }, null, 3] }),
  empty: () => ({ json: {} }),
  nocors: (answer) => ({
    ...answer,
    headers: { ...answer.headers, 'Access-Control-Allow-Origin': 'https://other.example' },
  }),
};

/**
 * Starts the server on a free port of this machine.
 *
 * @param {string} [system] the only system, at the server's root; without it, the server has rooms
 * @returns {Promise<{ origin: string, stop: () => void }>}
 */
export async function startCommentSystems(system = '') {
  const logs = new Map();
  const server = createServer(async (incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    const [room, mode, named, path] = system
      ? ['', 'ok', system, url.pathname]
      : (/^\/([^/]+)\/([^/]+)(?:\/([^/]+))?(\/.*)?$/.exec(url.pathname) ?? []).slice(1);
    const kind = named in ALLOWED_HEADERS ? named : named?.split('-')[0];
    const cors = WITHOUT_CORS.has(kind) ? {} : { 'Access-Control-Allow-Origin': '*' };
    if (incoming.method === 'OPTIONS') {
      const allowed = ALLOWED_HEADERS[kind];
      if (!allowed) return outgoing.writeHead(405).end();
      const preflight = {
        'Access-Control-Allow-Headers': allowed,
        'Access-Control-Allow-Methods': 'GET, POST',
      };
      return outgoing.writeHead(204, { ...cors, ...preflight }).end();
    }
    const log = logs.get(room) ?? [];
    logs.set(room, log);
    if (mode === 'log') return outgoing.writeHead(200, cors).end(JSON.stringify(log));
    const text = await textOf(incoming);
    const { method, headers } = incoming;
    log.push({ method, url: `${path ?? ''}${url.search}`, cookie: headers.cookie ?? null, body: text });
    if (mode === 'hang') return undefined;
    if (text && JSON_ALONE.has(kind) && headers['content-type'] !== 'application/json') {
      return outgoing.writeHead(415, cors).end();
    }
    const request = {
      method,
      headers,
      path,
      query: url.searchParams,
      body: text ? JSON.parse(text) : undefined,
    };
    const answer = MODES[mode]?.(SYSTEMS[named]?.(request) ?? { status: 404 }) ?? { status: 404 };
    outgoing.writeHead(answer.status ?? 200, { ...cors, ...answer.headers });
    return outgoing.end(answer.text ?? JSON.stringify(answer.json ?? null));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function textOf(incoming) {
  let text = '';
  for await (const chunk of incoming) text += chunk;
  return text;
}

/** A plugin that runs the servers during the browser tests. The tests get the origins from /comment-systems. */
export function commentSystems() {
  let servers = [];
  return {
    name: 'comment-systems',
    async serverStart() {
      servers = await Promise.all(['', 'mastodon', 'mastodon-4.2'].map(startCommentSystems));
    },
    serverStop() {
      for (const server of servers) server.stop();
    },
    serve: ({ path }) =>
      path === '/comment-systems' ? JSON.stringify(servers.map(({ origin }) => origin)) : undefined,
  };
}

// A site in memory: one article page for each way to show what is related, and what it loads.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { createRanker, extractKeyTerms } from '../../dist/core.js';
import { indexFeed, neighboursFeed } from '../../dist/builder.js';
import { articles } from './articles.js';

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const CARDS = 12;
const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml' };

/** The ways to show what is related. */
export const WAYS = [
  'floor',
  'parse',
  'naive',
  'teasers',
  'terms',
  'diverseTeasers',
  'diverseTerms',
  'least',
  'neighbours',
  'preloaded',
  'injected',
];

/**
 * Serves the site with this many articles.
 *
 * @param {Record<string, string | Buffer>} more further files by their path
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export async function serve(count, more = {}) {
  const all = articles(count);
  const [current] = all;
  const teasers = all.map((article) => ({ ...article, text: undefined }));
  const related = createRanker(teasers, { language: 'en' }).related(current, { limit: CARDS });
  const neighbours = neighboursFeed(
    current,
    related.map(({ article }) => article),
  );
  const files = new Map([
    ['/articles.json', indexFeed(teasers, { title: 'Site' })],
    ['/terms.json', indexFeed(extractKeyTerms(all, { language: 'en' }), { title: 'Site' })],
    ['/related/articles/0/neighbours.json', neighbours],
    ['/related/articles/0/preloaded.json', neighbours],
    ['/minisearch.js', readFileSync(path('node_modules/minisearch/dist/es/index.js'))],
    ['/bench/least.js', await least()],
    ['/bench/naive.js', readFileSync(fileURLToPath(new URL('naive.js', import.meta.url)))],
  ]);
  for (const way of ['none', ...WAYS])
    files.set(`/articles/0/${way}`, page(current, body(way, related, neighbours)));
  for (const [name, content] of Object.entries(more)) files.set(name, content);
  return listen(files);
}

/** The least element in one file, as small as a bundler makes it. */
async function least() {
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('least.js', import.meta.url)), formats: ['es'] },
      rolldownOptions: { output: { minify: true } },
    },
  });
  return output[0].code;
}

function body(way, related, neighbours) {
  const list = related.map(({ article }) => card(article)).join('');
  return {
    none: '',
    floor: `<ul>${list}</ul>`,
    parse: `<ul>${list}</ul><script type="module">JSON.parse(await (await fetch('/articles.json')).text())</script>`,
    naive: '<ul id="naive"></ul><script type="module" src="/bench/naive.js"></script>',
    teasers: element('/articles.json'),
    terms: element('/terms.json'),
    diverseTeasers: element('/articles.json', '', DIVERSE),
    diverseTerms: element('/terms.json', '', DIVERSE),
    least: `<script type="module" src="/bench/least.js"></script><related-articles src="/related/articles/0/neighbours.json"></related-articles>`,
    neighbours: element('/related/{path}.json'),
    preloaded: PRELOAD + element('/related/{path}.json', '', ' credentials="same-origin"'),
    injected: element('', inside(related, neighbours)),
  }[way];
}

/** Names the neighbours before the script does, as the README has it. */
const PRELOAD = '<link rel="preload" as="fetch" href="/related/articles/0/preloaded.json" crossorigin>';

/** What takes longest beside the ranking itself. */
const DIVERSE = ' diversity="0.5" show-reasons';

function element(src, content = '', attributes = '') {
  return `<script type="module" src="/cdn/related-articles.js"></script><related-articles src="${src}" limit="${CARDS}" max-bytes="50000000"${attributes}>${content}</related-articles>`;
}

/** What `related-articles inject` writes into a page. */
function inside(related, neighbours) {
  const links = related.map(({ article: { url, title } }) => `<li><a href="${url}">${title}</a></li>`);
  return `<ul>${links.join('')}</ul><script type="application/json">${neighbours.trim()}</script>`;
}

function card({ url, title, date, excerpt }) {
  return `<li><h3>${title}</h3><time datetime="${date}">${date}</time><p>${excerpt}</p><a href="${url}">Read article</a></li>`;
}

function page({ title, text, tags, url }, below) {
  const paragraphs = text.split('\n').map((line) => `<p>${line}</p>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width">
<link rel="canonical" href="${url}"><meta name="keywords" content="${tags}">
<main><article><h1>${title}</h1>${paragraphs.join('')}</article>${below}</main><footer>Footer</footer>`;
}

async function listen(files) {
  let bytes = 0;
  const packed = new Map();
  /** A file as it is sent, packed once, as servers keep what does not change: else the clock would count it each time. */
  const answerTo = (url) => {
    const content =
      files.get(url) ??
      (url.startsWith('/cdn/') ? readFileSync(path(url.slice(1).split('?')[0])) : undefined);
    if (!packed.has(url) && content !== undefined) packed.set(url, gzipSync(content, { level: 9 }));
    return packed.get(url);
  };
  const server = createServer(({ url }, response) => {
    const answer = answerTo(url);
    const type = TYPES[extname(url)] ?? 'text/html';
    response.writeHead(answer === undefined ? 404 : 200, {
      'content-type': `${type}; charset=utf-8`,
      ...(answer && { 'content-encoding': 'gzip' }),
      'cache-control': 'max-age=600',
    });
    bytes += answer?.length ?? 0;
    response.end(answer);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** How many bytes were sent so far. */
    sent: () => bytes,
    /** Bytes of the neighbours' file as it is sent. */
    neighbours: answerTo('/related/articles/0/neighbours.json').length,
    close: () => server.close(),
  };
}

import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Article } from '../article.js';
import { parseUrl } from '../shared/url.js';
import { BuildError } from './build-error.js';
import { escapeHtml } from './html/markup.js';
import { shownAddress } from './nowhere.js';
import { NEIGHBOURS } from './options.js';
import { inStableOrder } from './output/index-feed.js';
import { feedOfChosen } from './output/neighbours.js';
import { ownFile } from './own-file.js';
import { SiteRanker } from './site-ranker.js';

/** How a preview is shown. */
export interface PreviewOptions {
  /** The port on 127.0.0.1; 0 takes a free one. Default 4173. */
  readonly port?: number;
  /** How many neighbours an article has at most: a whole number above 0. Default 12. */
  readonly limit?: number;
  /** The language (BCP 47) of articles that name none, and of the block. */
  readonly language?: string;
}

/** A running preview. */
export interface Preview {
  /** The address of its first page. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a page for each article with its block, on 127.0.0.1 alone, so that one can click through the site before it is
 * published.
 *
 * @throws BuildError if the port is taken
 */
export async function preview(
  articles: readonly Article[],
  { port = 4173, limit = NEIGHBOURS, language }: PreviewOptions = {},
): Promise<Preview> {
  const ordered = inStableOrder(articles);
  const ranker = new SiteRanker(ordered, { language });
  const pages = new Map(ordered.map((article, at) => [article.url, `/articles/${at + 1}`]));
  const related = (article: Article, site: string): string => {
    const local = (known: Article): Article => ({
      ...known,
      url: new URL(pages.get(known.url) ?? '/', site).href,
    });
    const shown = ranker
      .related(article, limit)
      .map(({ article: found, reasons }) => ({ article: local(found), reasons }));
    return feedOfChosen(local(article), shown);
  };
  const answer = (path: string, site: string): readonly [type: string, body: string] | undefined => {
    if (path === '/') return ['text/html', listPage(ordered, language)];
    const [, piece] = /^\/(related-articles(?:-[a-z-]+)?\.js)$/.exec(path) ?? [];
    if (piece) return script(piece);
    if (path === '/preview.css') return ['text/css', STYLES];
    const [, kind, number] = /^\/(articles|related)\/(\d+)$/.exec(path) ?? [];
    const article = ordered[Number(number) - 1];
    if (!article) return undefined;
    return kind === 'related'
      ? ['application/json', related(article, site)]
      : ['text/html', articlePage(article, `/related/${number}`, { limit, language })];
  };
  return listen(port, answer);
}

async function listen(
  port: number,
  answer: (path: string, site: string) => readonly [type: string, body: string] | undefined,
): Promise<Preview> {
  const server = createServer((request, response) => {
    const site = parseUrl(`http://${request.headers.host ?? ''}/`);
    if (!site) return send(response, 400, ['text/plain', 'Bad Request']);
    // DNS rebinding: another site's host name may lead to this computer.
    if (!['127.0.0.1', 'localhost'].includes(site.hostname))
      return send(response, 403, ['text/plain', 'Forbidden']);
    const found = answer(pathOf(request), site.origin);
    return send(response, found ? 200 : 404, found ?? ['text/plain', 'Not found']);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      const message = `can't serve the preview at port ${port}: ${cause.message}; name another with --port`;
      reject(new BuildError(message, { cause }));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.replace(/[?#].*$/s, '');
}

function send(
  response: ServerResponse,
  status: number,
  [type, body]: readonly [type: string, body: string],
): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'self'; img-src *",
  });
  response.end(body);
}

/** The drop-in script or one that it loads; undefined if there is no script of this name. */
function script(name: string): readonly [type: string, body: string] | undefined {
  const file = ownFile(`cdn/${name}`);
  return existsSync(file) ? ['text/javascript', readFileSync(file, 'utf8')] : undefined;
}

function listPage(articles: readonly Article[], language: string | undefined): string {
  const items = articles.map(
    ({ title, url, date }, at) =>
      `<li><a href="/articles/${at + 1}">${escapeHtml(title)}</a>` +
      `<small>${escapeHtml([date?.slice(0, 10), shownAddress(url)].filter(Boolean).join(' · '))}</small></li>`,
  );
  return page('Preview', language, `<h1>${articles.length} articles</h1><ol>${items.join('')}</ol>`);
}

function articlePage(
  { title, url, text, excerpt, language, tags }: Article,
  source: string,
  options: { readonly limit: number; readonly language?: string | undefined },
): string {
  const paragraphs = (text ?? excerpt ?? '').split('\n').map((line) => `<p>${escapeHtml(line)}</p>`);
  return page(
    title,
    language ?? options.language,
    `<nav><a href="/">All articles</a></nav>
<article><h1>${escapeHtml(title)}</h1>
<p><small>${addressLink(url)} ${escapeHtml(tags.join(', '))}</small></p>
<details><summary>Text</summary>${paragraphs.join('')}</details></article>
<related-articles src="${source}" limit="${options.limit}"><p>Nothing is related.</p></related-articles>`,
  );
}

/** The address of an article; a link if its site is known. */
function addressLink(url: string): string {
  const shown = escapeHtml(shownAddress(url));
  return shown === escapeHtml(url) ? `<a href="${shown}">${shown}</a>` : shown;
}

function page(title: string, language: string | undefined, body: string): string {
  return `<!doctype html>
<html lang="${escapeHtml(language ?? 'en')}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/preview.css">
<script type="module" src="/related-articles.js"></script>
<body>${body}</body>
</html>
`;
}

const STYLES = `:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
li { margin: 0.5rem 0; }
small { display: block; opacity: 0.75; overflow-wrap: anywhere; }
related-articles { margin-top: 2rem; }
`;

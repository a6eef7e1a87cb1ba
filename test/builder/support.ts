import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { main } from '../../src/builder/command/main.js';
import { serve } from '../support/site-server.js';

/** A folder of files for one test, gone afterwards. */
export function folder(test: TestContext, files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'related-articles-'));
  test.after(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

/** What a run of the command line printed, and its exit code. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Shown as `<ESC>`. */
export const ESCAPE = '\u001B';

interface RunOptions {
  readonly isTTY?: boolean;
  readonly env?: Record<string, string>;
  readonly signal?: AbortSignal;
}

/** Runs the command line in this process. */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { isTTY = false, env = {}, signal = new AbortController().signal } = options;
  let [out, err] = ['', ''];
  const code = await main(args, {
    stdout: { isTTY, write: (text) => (out += text) },
    stderr: { isTTY, columns: 80, write: (text) => (err += text) },
    env,
    signal,
  });
  return { code, out: out.replaceAll(ESCAPE, '<ESC>'), err: err.replaceAll(ESCAPE, '<ESC>') };
}

/** A server that answers these paths, `/feed.xml`, with these texts, and 404 to all others. */
export async function serveFiles(
  test: TestContext,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  return serve(test, ({ url = '' }, response) => {
    const path = new URL(url, 'http://site.example').pathname;
    const type = path.endsWith('.json')
      ? 'application/json'
      : path.endsWith('.xml')
        ? 'text/xml'
        : 'text/html';
    response.writeHead(path in files ? 200 : 404, { 'content-type': `${type}; charset=utf-8` });
    response.end(files[path]?.replaceAll('SITE/', `http://${response.req.headers.host}/`));
  });
}

/** All files below a folder, by their paths in it, in order. */
export function filesIn(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(path, file)).isFile())
    .sort();
}

/** A file's JSON. */
export function json(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(...path), 'utf8'));
}

/** A file's JSON Feed. */
export function feedIn(...path: string[]): Feed {
  return json(...path) as Feed;
}

/** What the tests read of a JSON Feed. */
export interface Feed {
  readonly version: string;
  readonly title: string;
  readonly language?: string;
  readonly _related_articles: { readonly version: number; readonly related_to?: string };
  readonly items: readonly {
    readonly id: string;
    readonly url: string;
    readonly title: string;
    readonly summary?: string;
    readonly tags?: readonly string[];
    readonly language?: string;
    readonly date_published?: string;
    readonly _related_articles?: {
      readonly date?: string;
      readonly terms?: readonly string[];
      readonly discussion?: object;
    };
  }[];
}

/** Enough words for a page to pass as an article, about a subject. */
export function prose(subject: string): string {
  return `<p>${`What is said here of ${subject} is said at some length. `.repeat(8)}</p>`;
}

/** A built page of an article. */
export function articlePage(title: string, { head = '', body = prose(title) } = {}): string {
  return `<!doctype html><html lang="en"><head><title>${title} | Site</title>${head}</head>
    <body><nav><a href="/">Home</a></nav><main><article><h1>${title}</h1>${body}</article></main></body></html>`;
}

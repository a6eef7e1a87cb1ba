import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findChromium } from '../support/chromium.js';
import { commentSystems, installed } from './comment-servers.js';
import { until } from '../support/until.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const names = ['a', 'b', 'c'];
const OWN = '_related_articles';

/** A site of three articles and the drop-in scripts, whose page names a comment system. */
function site(): { server: Server; discussions: string } {
  const made = { server: createServer(), discussions: '' };
  made.server.on('request', ({ url = '' }, response) => {
    const script = readdirSync(join(root, 'cdn')).find((file) => url === `/${file}` && file.endsWith('.js'));
    const type = script ? 'text/javascript' : url.endsWith('.json') ? 'application/json' : 'text/html';
    response.setHeader('content-type', `${type}; charset=utf-8`);
    if (script) return response.end(readFileSync(join(root, 'cdn', script)));
    if (url !== '/feed.json') {
      return response.end(
        `<!doctype html><html lang="de"><title>Funkmasten</title><script type="module" src="/related-articles.js"></script>
        <related-articles src="/feed.json" discussions="${made.discussions}"></related-articles></html>`,
      );
    }
    const items = ['now', ...names].map((name) => ({
      id: name,
      url: `/news/${name}/`,
      title: `Funkmasten ${name}`,
      tags: ['Masten'],
    }));
    return response.end(
      JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Site', language: 'de', items }),
    );
  });
  return made;
}

describe('a real comment system', () => {
  let browser: Browser;
  const pages = site();
  let origin = '';
  before(async () => {
    if (!existsSync(join(root, 'cdn/related-articles.js')) || !existsSync(join(root, 'dist/builder.js'))) {
      execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'ignore' });
    }
    browser = await puppeteer.launch(await findChromium());
    await new Promise<void>((resolve) => pages.server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(pages.server.address() as AddressInfo).port}`;
  });
  after(async () => {
    await browser?.close();
    pages.server.closeAllConnections();
    pages.server.close();
  });

  /** The texts of the cards' discussions, by article, once live counts are there. */
  async function said(page: Page): Promise<Record<string, string>> {
    return page.evaluate(async () => {
      const block = document.querySelector('related-articles');
      await new Promise<void>((resolve) => {
        block?.addEventListener('related-articles-discussions', () => resolve(), { once: true });
        void block?.reload();
      });
      const cards = [...(block?.shadowRoot?.querySelectorAll('[part~="card"]') ?? [])];
      // No named function: the transpiler would call a helper in it that the page does not have.
      return Object.fromEntries(
        cards.map((card) =>
          ['title', 'discussion'].map((part, at) =>
            (card.querySelector(`[part="${part}"]`)?.textContent ?? '').trim().slice(at === 0 ? -1 : 0),
          ),
        ),
      ) as Record<string, string>;
    });
  }

  for (const system of commentSystems) {
    it(`gives its counts to a page and to the command line: ${system.name}`, async (test) => {
      let folder: string;
      try {
        folder = await installed(system);
      } catch (cause) {
        test.skip(`it can't be installed here: ${String(cause).trim().split('\n').at(-1)}`);
        return;
      }
      const server = await system.start(folder, origin);
      test.after(server.stop);
      for (const [path, count] of [
        ['/news/a/', 3],
        ['/news/b/', 1],
      ] as const) {
        for (let number = 1; number <= count; number++) await server.comment(path, `Kommentar ${number}`);
      }
      pages.discussions = server.discussions;

      const page = await browser.newPage();
      const lines: string[] = [];
      page.on('console', (line) => lines.push(line.text()));
      await page.goto(`${origin}/news/now/`);
      await until(page, () => (document.querySelector('related-articles')?.related ?? []).length === 3);
      const [one, more] = [' Diskussionsbeitrag', ' Diskussionsbeiträge'];
      assert.deepEqual(await said(page), { a: `3${more}`, b: `1${one}`, c: `0${more}` }, lines.join('\n'));

      await server.comment('/news/c/', 'Der erste');
      assert.equal((await said(page))['c'], `1${one}`);
      assert.deepEqual(
        lines.filter((line) => line.startsWith('related-articles:')),
        [],
      );
      await page.close();

      const output = mkdtempSync(join(tmpdir(), 'counts-'));
      test.after(() => rmSync(output, { recursive: true, force: true }));
      writeFileSync(join(output, 'feed.json'), await (await fetch(`${origin}/feed.json`)).text());
      const index = join(output, 'articles.json');
      const command = ['build', join(output, 'feed.json'), '--base', `${origin}/`, '--out', index];
      // Not synchronously: this process answers the requests that the system makes meanwhile.
      await promisify(execFile)(process.execPath, [
        join(root, 'dist/command.js'),
        ...command,
        '--discussions',
        server.discussions,
      ]);

      const { items } = JSON.parse(readFileSync(index, 'utf8')) as {
        items: { url: string; [OWN]?: { discussion?: { count?: number } } }[];
      };
      const counts = items.map(({ url, [OWN]: own }) => [url.slice(-2, -1), own?.discussion?.count]);
      assert.deepEqual(Object.fromEntries(counts), { a: 3, b: 1, c: 1, w: 0 });
    });
  }
});

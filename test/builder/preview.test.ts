import assert from 'node:assert/strict';
import { request } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { preview } from '../../src/builder/preview.js';
import type { Article } from '../../src/article.js';
import { type Feed, folder, run } from './support.js';

function articles(): Article[] {
  return ['Masts', 'Masts & <b>woods</b>', 'Masts in town'].map((title, at) => {
    const url = `https://site.example/${at}`;
    return { id: url, url, title, tags: ['Masts'], date: `2026-11-1${at}`, text: 'On masts.' };
  });
}

/** A preview for one test. */
async function served(test: TestContext): Promise<string> {
  const { url, close } = await preview(articles(), { port: 0, language: 'en' });
  test.after(close);
  return url;
}

async function text(url: string): Promise<string> {
  return (await fetch(url)).text();
}

describe('the preview', () => {
  it('lists all articles, and shows each with its block', async (test) => {
    const url = await served(test);
    const list = await text(url);
    assert.match(list, /<h1>3 articles<\/h1>/);
    assert.match(list, /<a href="\/articles\/1">Masts in town<\/a>/);
    assert.match(await text(`${url}articles/1`), /<related-articles src="\/related\/1" limit="12">/);
  });

  it('links its own pages, so that one can click through', async (test) => {
    const url = await served(test);
    const feed = JSON.parse(await text(`${url}related/1`)) as Feed;
    assert.deepEqual(feed.items.map((item) => item.url).sort(), [`${url}articles/2`, `${url}articles/3`]);
    const { _related_articles: extension } = feed;
    assert.equal(extension.related_to, `${url}articles/1`);
  });

  it('shows texts as text', async (test) => {
    const page = await text(`${await served(test)}articles/2`);
    assert.match(page, /Masts &#38; &#60;b&#62;woods/);
    assert.doesNotMatch(page, /<b>/);
  });

  it('answers 404 to what it does not have', async (test) => {
    const url = await served(test);
    for (const path of ['articles/4', 'articles/0', 'package.json', '..%2fpackage.json']) {
      assert.equal((await fetch(url + path)).status, 404, path);
    }
  });

  it('answers only requests to this computer', async (test) => {
    const url = new URL(await served(test));
    const status = await new Promise((resolve) => {
      request({ host: url.hostname, port: url.port, headers: { host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    assert.equal(status, 403);
  });

  it('answers 400 to a host that is none, and goes on', async (test) => {
    const url = new URL(await served(test));
    const statusOf = async (host: string): Promise<unknown> =>
      new Promise((resolve) => {
        request({ host: url.hostname, port: url.port, headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).end();
      });
    const statuses = await Promise.all(['localhost:99999', '[', 'LOCALHOST:4173'].map(statusOf));
    assert.deepEqual(statuses, [400, 400, 200]);
    assert.equal((await fetch(url)).status, 200);
  });

  it('names a port that is taken', async (test) => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    test.after(() => taken.close());
    const { port } = taken.address() as AddressInfo;
    await assert.rejects(preview(articles(), { port }), {
      message: /can't serve the preview at port \d+: .*; name another with --port$/,
    });
  });
});

describe('related-articles preview', () => {
  it('prints its address, and ends with Ctrl-C', async (test) => {
    const path = folder(test, { 'a.json': JSON.stringify(articles()) });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    const { code, out } = await run(['preview', `${path}/a.json`, '--port', '0'], {
      signal: controller.signal,
    });
    assert.equal(code, 0);
    assert.match(out, /^3 articles at http:\/\/127\.0\.0\.1:\d+\/ until Ctrl-C\n$/);
  });
});

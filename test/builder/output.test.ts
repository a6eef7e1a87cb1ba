import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Article } from '../../src/article.js';
import { indexFeed } from '../../src/builder/build.js';
import { fillSrc } from '../../src/element/load-related.js';
import { neighboursPath } from '../../src/builder/output/neighbours.js';
import { writeAtomically, writeIfChanged } from '../../src/builder/output/atomic-file.js';
import { writeNeighbours } from '../../src/builder/output/neighbours.js';
import { createRanker } from '../../src/ranking/create-ranker.js';
import { readIndex } from '../../src/reader/read-index.js';
import { type Feed, feedIn, filesIn, folder, json } from './support.js';

function article(path: string, more: Partial<Article> = {}): Article {
  const url = `https://site.example/${path}`;
  return { id: url, url, title: `On ${path}`, tags: [], ...more };
}

/** Articles about masts, so that all are neighbours. */
function masts(count: number): Article[] {
  return Array.from({ length: count }, (_, at) =>
    article(`masts-${at}/`, {
      tags: ['masts', at % 2 ? 'odd' : 'even'],
      date: `2026-11-${10 + at}`,
      text: `Masts. ${'x '.repeat(at)}`,
    }),
  );
}

function feed(articles: readonly Article[]): Feed {
  return JSON.parse(indexFeed(articles)) as Feed;
}

describe('the index', () => {
  it('is a JSON Feed that the reader reads back', () => {
    const original = article('a/', {
      excerpt: 'Short.',
      date: '2026-11-17T09:00:00+01:00',
      tags: ['5G'],
      language: 'de',
      author: 'Eva Ohm, Max Volt',
      expires: '2999-01-01T00:00:00Z',
      image: 'https://site.example/a.png',
      discussion: { count: 0, url: 'https://site.example/a/#talk' },
    });
    const { articles, skipped } = readIndex(
      JSON.parse(indexFeed([original, article('b/')])),
      'https://site.example/',
    );
    const { terms, ...read } = articles.find(({ url }) => url === original.url) as Article & {
      terms?: unknown;
    };
    assert.deepEqual([read, skipped], [original, []]);
    assert.ok(terms === undefined || Array.isArray(terms), String(terms));
  });

  it('has every member that JSON Feed 1.1 requires', () => {
    const { version, title, items } = feed([article('a/', { date: '2026-11-17' })]);
    assert.deepEqual([version, title], ['https://jsonfeed.org/version/1.1', 'site.example']);
    assert.deepEqual(items[0], {
      id: 'https://site.example/a/',
      url: 'https://site.example/a/',
      title: 'On a/',
      content_text: '',
      date_published: '2026-11-17T00:00:00Z',
      _related_articles: { date: '2026-11-17' },
    });
  });

  it('has a date without a zone in UTC for other readers, and as it is in its extension', () => {
    const { items } = feed([
      article('a/', { date: '2026-11-17T09:00:00' }),
      article('b/', { date: '2026-11-16' }),
      article('c/', { date: '2026-11-15T09:00:00+01:00' }),
    ]);
    assert.deepEqual(
      items.map(({ date_published: date, _related_articles: extension }) => [date, extension?.date]),
      [
        ['2026-11-17T09:00:00Z', '2026-11-17T09:00:00'],
        ['2026-11-16T00:00:00Z', '2026-11-16'],
        ['2026-11-15T09:00:00+01:00', undefined],
      ],
    );
  });

  it('gives its reader a day as a day and a local time as a local time', () => {
    const dates = ['2026-11-17T09:00:00', '2026-11-16', '2026-11-15T09:00:00+01:00'];
    const articles = dates.map((date, at) => article(`${at}/`, { date }));
    const read = readIndex(JSON.parse(indexFeed(articles)), 'https://site.example/');
    assert.deepEqual(
      read.articles.map(({ date }) => date),
      dates,
    );
  });

  it('is the same in every time zone', (test) => {
    const articles = [
      article('a/', { date: '2026-11-17T09:00:00' }),
      article('b/', { date: '2026-11-17T10:00:00+01:00' }),
      article('c/', { date: '2026-11-17' }),
      article('d/', { date: '2026-11-16T22:30:00-01:00' }),
    ];
    const { TZ } = process.env;
    test.after(() => {
      if (TZ === undefined) delete process.env['TZ'];
      else process.env['TZ'] = TZ;
    });
    const zones = ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Pacific/Auckland'];
    const feeds = zones.map((zone) => {
      process.env['TZ'] = zone;
      return indexFeed(articles);
    });
    assert.equal(new Set(feeds).size, 1);
  });

  it('carries teasers of at most 200 characters, cut at a word, and no full text', () => {
    const text = 'Masts and forests '.repeat(100).trim();
    const { summary = '' } = feed([article('a/', { text })]).items[0] ?? {};
    assert.ok(summary.length > 150 && summary.length <= 200, String(summary.length));
    assert.match(summary, /(?:Masts|and|forests)…$/);
  });

  it('carries the strongest key terms, the strongest first', () => {
    const items = feed([
      article('a/', { text: 'lattice lattice lattice. mast. tower', language: 'en' }),
      article('b/', { text: 'lattice. mast', language: 'en' }),
      article('c/', { text: 'mast tower', language: 'en' }),
    ]).items;
    const { _related_articles: extension } = items.find(({ url }) => url.endsWith('/a/')) ?? {};
    const terms = extension?.terms ?? [];
    assert.equal(terms[0], 'lattice');
    assert.ok(terms.includes('mast'), terms.join());
  });

  it('carries no key terms if none are asked for', () => {
    const text = 'Masts in the wood and masts in the field.';
    const articles = masts(3).map((each) => ({ ...each, text }));
    const { items } = JSON.parse(indexFeed(articles, { terms: 0 })) as Feed;
    assert.equal(items.length, 3);
    for (const { summary, _related_articles: extension } of items) {
      assert.equal(summary, text);
      assert.equal(extension?.terms, undefined);
    }
  });

  it('names the language once, and again for an article in another one', () => {
    const { language, items } = feed([
      article('a/', { language: 'de' }),
      article('b/', { language: 'de' }),
      article('c/', { language: 'en' }),
    ]);
    assert.deepEqual([language, items.map((item) => item.language)], ['de', [undefined, undefined, 'en']]);
  });

  it('is the same whatever the order of its articles', () => {
    const articles = masts(5);
    assert.equal(indexFeed(articles.toReversed()), indexFeed(articles));
  });
});

describe('the files of neighbours', () => {
  it('hold the articles that the ranker gives, in its order', async (test) => {
    const path = folder(test);
    const articles = masts(8);
    await writeNeighbours(articles, path, { limit: 4 });
    const ranker = createRanker(articles);
    for (const current of articles) {
      const { items, _related_articles: extension } = feedIn(path, `${neighboursPath(current.url)}.json`);
      assert.equal(extension.related_to, current.url);
      assert.deepEqual(
        items.map(({ url }) => url),
        ranker.related(current, { limit: 4 }).map((related) => related.article.url),
      );
    }
  });

  it('are one file per article, named by its path, and a manifest', async (test) => {
    const path = folder(test);
    await writeNeighbours(
      [article(''), article('blog/a/'), article('b.html'), article('%C3%BC/c/index.html')],
      path,
    );
    assert.deepEqual(filesIn(path), [
      '.related-articles-manifest.json',
      'b.json',
      'blog/a.json',
      'index.json',
      'ü/c.json',
    ]);
  });

  it('are read by the element as ranked already', async (test) => {
    const path = folder(test);
    await writeNeighbours(masts(3), path);
    const index = readIndex(json(path, 'masts-0.json'), 'https://site.example/');
    assert.deepEqual([index.relatedTo, index.articles.length], ['https://site.example/masts-0/', 2]);
  });

  it('exist also for an article without neighbours', async (test) => {
    const path = folder(test);
    await writeNeighbours([article('a/', { title: 'Alone' })], path);
    assert.deepEqual(feedIn(path, 'a.json').items, []);
  });

  it('weigh at most 4 kB gzip with twelve teasers', async (test) => {
    const path = folder(test);
    const words = (from: number, count: number): string =>
      Array.from({ length: count }, (_, at) => `word${((from + 1) * 7919 * (at + 13)) % 100_003}`).join(' ');
    const articles = Array.from({ length: 14 }, (_, at) =>
      article(`news/2026/11/${words(at, 6).replaceAll(' ', '-')}/`, {
        title: words(at + 50, 9),
        excerpt: words(at + 100, 40),
        tags: ['masts'],
        image: `https://site.example/images/${words(at + 200, 3).replaceAll(' ', '-')}.jpg`,
        date: '2026-11-17T09:00:00+01:00',
        discussion: { count: at, url: `https://site.example/talk/${at}` },
      }),
    );
    const { largest } = await writeNeighbours(articles, path, { limit: 12 });
    const bytes = filesIn(path).map((file) => gzipSync(readFileSync(join(path, file))).length);
    assert.equal(feedIn(path, `${neighboursPath(articles[0]?.url ?? '')}.json`).items.length, 12);
    assert.ok(largest <= 4000, `${largest} bytes`);
    assert.ok(largest >= Math.max(...bytes) - 100, `${largest} of ${Math.max(...bytes)}`);
  });

  it('are written again only if they changed', async (test) => {
    const path = folder(test);
    const articles = masts(5);
    await writeNeighbours(articles, path);
    for (const file of filesIn(path)) utimesSync(join(path, file), 1, 1);
    const same = await writeNeighbours(articles, path);
    const changed = await writeNeighbours(
      articles.map((known) =>
        known.title === 'On masts-0/' ? { ...known, discussion: { count: 3 } } : known,
      ),
      path,
      { limit: 2 },
    );
    assert.deepEqual([same.written, same.unchanged], [0, 5]);
    assert.ok(changed.written > 0, 'nothing written');
    assert.equal(statSync(join(path, '.related-articles-manifest.json')).mtimeMs, 1000);
  });

  it('are removed with their article, and no other file is', async (test) => {
    const path = folder(test, { 'notes.txt': 'mine', 'old.json': '[]' });
    const articles = [...masts(3), article('blog/a/b/')];
    await writeNeighbours(articles, path);
    const { removed } = await writeNeighbours(articles.slice(1, 3), path);
    assert.equal(removed, 2);
    assert.deepEqual(filesIn(path), [
      '.related-articles-manifest.json',
      'masts-1.json',
      'masts-2.json',
      'notes.txt',
      'old.json',
    ]);
    assert.equal(existsSync(join(path, 'blog')), false);
  });

  it('never replace a file that the command did not write', async (test) => {
    const path = folder(test, { 'feed.json': '{"mine":true}' });
    await assert.rejects(writeNeighbours([article('feed/')], path), {
      message:
        /feed\.json is in the way, and this command did not write it; choose an empty folder for the neighbours$/,
    });
    assert.equal(readFileSync(join(path, 'feed.json'), 'utf8'), '{"mine":true}');
  });

  it('are known again after their manifest is lost', async (test) => {
    const path = folder(test);
    await writeNeighbours(masts(3), path);
    rmSync(join(path, '.related-articles-manifest.json'));
    assert.equal((await writeNeighbours(masts(3), path)).unchanged, 3);
  });

  it('never leave their folder, whatever the manifest says', async (test) => {
    const path = folder(test, {
      'out/.related-articles-manifest.json': '{"version":1,"files":["../mine.json"]}',
      'mine.json': '{}',
    });
    await assert.rejects(writeNeighbours(masts(2), join(path, 'out')), {
      message: /manifest\.json is broken/,
    });
    assert.ok(existsSync(join(path, 'mine.json')), 'removed');
  });

  it('leave out an article that differs from another one in its query alone', async (test) => {
    const { leftOut } = await writeNeighbours([article('?p=1'), article('?p=2')], folder(test));
    assert.deepEqual(leftOut, [
      {
        where: 'https://site.example/?p=2',
        reason: 'has the same path as another article, so that one file can’t serve both',
      },
    ]);
  });

  it('leave out an article whose file another one has already, whatever its ending', async (test) => {
    const { leftOut } = await writeNeighbours([article('a'), article('a.html')], folder(test));
    assert.deepEqual(
      leftOut.map(({ where, reason }) => `${where} ${reason}`),
      ['https://site.example/a.html has the same path as another article, so that one file can’t serve both'],
    );
  });

  it('leave out an article whose path differs from another one’s only in case', async (test) => {
    const { leftOut } = await writeNeighbours([article('A/'), article('a/')], folder(test));
    assert.deepEqual(leftOut, [
      {
        where: 'https://site.example/a/',
        reason: 'has a path that differs only in case, so that one file can’t serve both',
      },
    ]);
  });

  it('have the new file if an article’s path changes only in case', async (test) => {
    const path = folder(test);
    await writeNeighbours([article('A/'), article('b/')], path);
    await writeNeighbours([article('a/'), article('b/')], path);
    assert.deepEqual(filesIn(path), ['.related-articles-manifest.json', 'a.json', 'b.json']);
  });

  it('include an article whose path is the folder of another’s, and one that is named like the manifest', async (test) => {
    const path = folder(test);
    const articles = ['a', 'a.json/b', 'related-articles-manifest', '.related-articles-manifest'].map(
      (name) => article(name),
    );
    const { leftOut } = await writeNeighbours(articles, path);
    assert.deepEqual(leftOut, []);
    assert.deepEqual(filesIn(path), [
      '.related-articles-manifest.json',
      '=46=related-articles-manifest.json',
      'a.json',
      'a=46=json/b.json',
      'related-articles-manifest.json',
    ]);
    for (const { url, title } of articles)
      assert.equal(feedIn(path, `${neighboursPath(url)}.json`).title, title);
  });

  it('take the place of a folder that an earlier version wrote', async (test) => {
    const path = folder(test, {
      'related-articles-manifest.json': '{"version":1,"files":["a.json/b.json"]}',
      'a.json/b.json': '{}',
    });
    await writeNeighbours([article('a'), article('a.json/b')], path);
    assert.deepEqual(filesIn(path), ['.related-articles-manifest.json', 'a.json', 'a=46=json/b.json']);
  });

  it('are refused while another command writes to their folder', async (test) => {
    const path = folder(test);
    const results = await Promise.allSettled([
      writeNeighbours(masts(3), path),
      writeNeighbours(masts(5), path),
    ]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected'],
    );
    assert.match(
      String((results[1] as PromiseRejectedResult).reason),
      /another command is writing to .*; wait until it is done, or remove .*\.related-articles\.lock if there is none$/,
    );
    assert.equal(filesIn(path).length, 4);
  });

  for (const [name, lock] of [
    ['of a command that runs no more', { process: 2 ** 30, host: hostname() }],
    ['of an earlier command that had this command’s number', { process: process.pid, host: hostname() }],
  ] as const) {
    it(`are written in spite of a lock ${name}`, async (test) => {
      const path = folder(test, { '.related-articles.lock': JSON.stringify(lock) });
      await writeNeighbours(masts(3), path);
      assert.equal(filesIn(path).length, 4);
    });
  }

  it('are refused while a command on another computer has the lock, but not for more than an hour', async (test) => {
    const lock = JSON.stringify({ process: 1, host: 'elsewhere.example' });
    const path = folder(test, { '.related-articles.lock': lock });
    await assert.rejects(writeNeighbours(masts(3), path), { message: /another command is writing/ });
    utimesSync(join(path, '.related-articles.lock'), 1, 1);
    await writeNeighbours(masts(3), path);
    assert.equal(filesIn(path).length, 4);
  });

  it('are whole after an interruption, and complete after the next run', async (test) => {
    const path = folder(test);
    const controller = new AbortController();
    const articles = masts(12).map((known, at) => ({
      ...known,
      text: `${known.text} ${'masts '.repeat(30_000 + at)}`,
    }));
    const stopped = writeNeighbours(articles, path, {
      signal: controller.signal,
      onProgress: ({ done }) => done === 3 && controller.abort(),
    });
    await stopped.catch((error: unknown) => assert.equal((error as Error).name, 'AbortError'));
    assert.deepEqual(
      filesIn(path).filter((file) => !file.endsWith('.json')),
      [],
    );
    for (const file of filesIn(path)) assert.ok(json(path, file), file);
    await writeNeighbours(articles, path);
    assert.equal(filesIn(path).length, 13);
  });
});

describe('the path of an article', () => {
  for (const [address, path] of [
    ['https://site.example/', 'index'],
    ['https://site.example/blog/a/', 'blog/a'],
    ['https://site.example/blog/a.html', 'blog/a'],
    ['https://site.example/blog/a/index.html?x=1#y', 'blog/a'],
    ['https://site.example/schl%C3%BCssel', 'schlüssel'],
    ['https://site.example//blog//a', 'blog/a'],
    ['https://site.example/a/../../b', 'b'],
    ['https://site.example/%2e%2e/b', 'b'],
    ['https://site.example/v1.2', 'v1.2'],
    ['https://site.example/..%2F..%2Fetc%2Fpasswd', '=46=.=47=..=47=etc=47=passwd'],
    ['https://site.example/a%5C..%5Cb', 'a=92=..=92=b'],
    ['https://site.example/a:b', 'a=58=b'],
    ['https://site.example/a%3Fb%2A', 'a=63=b=42='],
    ['https://site.example/x%7C%3C', 'x=124==60='],
    ['https://site.example/a=58=b', 'a=61=58=61=b'],
    ['https://site.example/a./b', 'a=46=/b'],
    ['https://site.example/a%20/b', 'a=32=/b'],
    ['https://site.example/a.json/b', 'a=46=json/b'],
    ['https://site.example/con', undefined],
    ['https://site.example/NUL.txt/a', undefined],
    ['https://site.example/contact', 'contact'],
    ['https://site.example/a%E2%80%AEb', undefined],
    ['https://site.example/a/%00', undefined],
    ['https://site.example/.git/config', '=46=git/config'],
    [`https://site.example/${'x'.repeat(300)}`, undefined],
    ['https://site.example/%E0%A4%A', '%E0%A4%A'],
    ['https://site.example/news/index.aspx', 'news'],
    ['https://site.example/app#/news/mast', 'news/mast'],
  ] as const) {
    it(`is ${path} for ${address.slice(20, 60)}`, () => {
      assert.equal(neighboursPath(address), path);
    });
  }

  it('is the file that the element asks for', () => {
    const part = fc.constantFrom(
      'news',
      'index',
      '.html',
      '.aspx',
      '/',
      '%C3%BC',
      'u\u0308',
      '%',
      '#/',
      'a b',
      '!',
    );
    const addresses = fc
      .array(part, { maxLength: 6 })
      .map((parts) => `https://site.example/${parts.join('')}`);
    fc.assert(
      fc.property(addresses, (address) => {
        const path = neighboursPath(address);
        if (path === undefined) return;
        const asked = new URL(fillSrc('/related/{path}.json', address, ''), address);
        assert.equal(decodeURIComponent(asked.pathname), `/related/${path}.json`);
      }),
    );
  });

  it('never leads out of its folder', () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2E%2e',
      '%2f',
      '%5c',
      '\\',
      '/',
      'a',
      '%00',
      '%',
      'ü',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const path = neighboursPath(new URL(`https://site.example/${parts.join('')}`).href);
        const target = join('/folder', `${path ?? 'x'}.json`);
        assert.ok(target.startsWith('/folder/') && !target.includes('\0'), target);
      }),
    );
  });
});

describe('a file that is written', () => {
  it('stays a symbolic link, and what it leads to is written', (test) => {
    const path = folder(test, { 'there/a.json': 'old' });
    symlinkSync('there/a.json', join(path, 'a.json'));
    symlinkSync('there/new.json', join(path, 'b.json'));
    writeAtomically(join(path, 'a.json'), 'new');
    writeAtomically(join(path, 'b.json'), 'new');
    assert.ok(lstatSync(join(path, 'a.json')).isSymbolicLink());
    assert.deepEqual(filesIn(join(path, 'there')), ['a.json', 'new.json']);
    for (const name of ['a.json', 'new.json'])
      assert.equal(readFileSync(join(path, 'there', name), 'utf8'), 'new');
  });

  it('is not replaced if it is a device', () => {
    assert.equal(writeIfChanged('/dev/null', 'new'), true);
    assert.ok(statSync('/dev/null').isCharacterDevice());
  });

  it('is written to if it is a pipe', async (test) => {
    const pipe = join(folder(test), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = execFile('cat', [pipe]);
    let text = '';
    reader.stdout?.on('data', (part) => (text += String(part)));
    const ended = new Promise((resolve) => reader.once('close', resolve));
    writeIfChanged(pipe, 'through the pipe');
    await ended;
    assert.equal(text, 'through the pipe');
    assert.ok(statSync(pipe).isFIFO());
  });
});

describe('a file that can’t be written', () => {
  it('is named with what to do, and leaves nothing behind', (test) => {
    const path = folder(test, { file: '' });
    mkdirSync(join(path, 'taken.json'));
    writeFileSync(join(path, 'taken.json/x'), '');
    assert.throws(() => writeAtomically(join(path, 'file/articles.json'), ''), {
      message:
        /^related-articles: can't write .*file\/articles\.json: a part of the path is a file, not a folder; choose another place, or let this user write there/,
    });
    assert.throws(() => writeAtomically(join(path, 'taken.json'), ''), {
      message: /taken\.json: it is a folder/,
    });
    assert.deepEqual(filesIn(path), ['file', 'taken.json/x']);
  });
});

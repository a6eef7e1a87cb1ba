import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Article } from '../../src/article.js';
import { keyOf } from '../../src/builder/search-server/document.js';
import { SearchServer } from '../../src/builder/search-server/search-server.js';
import { createRanker } from '../../src/ranking/create-ranker.js';
import { fault, FakeSearchServer } from '../support/fake-search-server.js';
import { fullFeed, volcano } from '../support/subject-articles.js';
import { feedIn, filesIn, folder, run } from './support.js';

const SUBJECTS = ['antenna', 'budget', 'cable', 'drone', 'engine'];

/** Articles about five subjects, each with words of its own. */
function articles(count: number, changed: Readonly<Record<number, Partial<Article>>> = {}): Article[] {
  return Array.from({ length: count }, (_, at) => {
    const subject = SUBJECTS[at % SUBJECTS.length]!;
    const url = `https://site.example/${subject}/${at}/`;
    return {
      id: url,
      url,
      title: `The ${subject} number${at}`,
      text: `Here is what the town says of the ${subject} and ${subject}s in place${at} and district${at % 7}. `.repeat(
        3,
      ),
      tags: [subject],
      date: `2026-0${1 + (at % 9)}-0${1 + (at % 8)}T00:00:00Z`,
      language: 'en',
      ...changed[at],
    };
  });
}

/** A JSON Feed of articles, as a source of the command. */
function source(path: string, list: readonly Article[]): string {
  const file = join(path, 'export.json');
  writeFileSync(file, fullFeed(list));
  return file;
}

/** A site and a server for one test. Pauses take no time. */
class Site {
  readonly path: string;
  readonly fake: FakeSearchServer;
  readonly env: Record<string, string>;

  constructor(path: string, fake: FakeSearchServer) {
    this.path = path;
    this.fake = fake;
    this.env = { XDG_CACHE_HOME: join(path, 'cache') };
  }

  static async of(test: TestContext): Promise<Site> {
    return new Site(folder(test), await FakeSearchServer.start(test));
  }

  get engine(): string {
    return `opensearch:${this.fake.address}/articles`;
  }

  build(list: readonly Article[], ...args: string[]): ReturnType<typeof run> {
    const neighbours = ['--neighbours', join(this.path, 'related')];
    return run(['build', source(this.path, list), '--engine', this.engine, ...neighbours, ...args], {
      env: this.env,
    });
  }

  /** The titles of the neighbours of an article. */
  neighbours({ url }: Article): string[] {
    return feedIn(this.path, 'related', `${new URL(url).pathname.slice(1, -1)}.json`).items.map(
      ({ title }) => title,
    );
  }

  /** How many articles the server was asked to find neighbours for since it was asked last. */
  asked(): number {
    const searches = this.fake.received.filter(({ path }) => path.endsWith('/_msearch'));
    this.fake.received.length = 0;
    return searches.reduce((sum, { lines }) => sum + lines.length / 2, 0);
  }
}

/** A server of the API whose pauses take no time; they are noted. */
function quick(fake: FakeSearchServer): { server: SearchServer; pauses: number[] } {
  const pauses: number[] = [];
  const pause = async (milliseconds: number): Promise<void> => void pauses.push(milliseconds);
  return { server: new SearchServer(`opensearch:${fake.address}/articles`, { env: {}, pause }), pauses };
}

/** The id of the article that a line of searches asks about; empty for the lines between. */
function likedBy(line: unknown): string {
  return /"_id":"([^"]+)"/.exec(JSON.stringify(line))?.[1] ?? '';
}

/** Asserts that a run failed with one line, and that no file of neighbours is there. */
async function fails(site: Site, line: RegExp, list = articles(20)): Promise<string> {
  const { code, err } = await site.build(list);
  assert.equal(code, 1, err);
  assert.equal(err.trimEnd().split('\n').length, 1, err);
  assert.match(err, line);
  assert.deepEqual(existsSync(join(site.path, 'related')) ? filesIn(join(site.path, 'related')) : [], []);
  return err;
}

describe('build with a search server', () => {
  it('writes the neighbours of each article', async (test) => {
    const site = await Site.of(test);
    const list = articles(20);
    const { code, out, err } = await site.build(list);
    assert.deepEqual([code, err], [0, '']);
    assert.match(
      out,
      /^20 articles in .*\nsearch server: 20 sent, 0 unchanged, 0 removed\n.*20 files, 20 written/,
    );
    assert.ok(
      site
        .neighbours(list[0]!)
        .slice(0, 3)
        .every((title) => title.includes('antenna')),
    );
  });

  it('finds the neighbours that the ranker finds in memory', async (test) => {
    const site = await Site.of(test);
    const list = articles(60);
    await site.build(list);
    const ranker = createRanker(list);
    const shares = list.map((article) => {
      const expected = ranker.related(article, { limit: 10 }).map(({ article: { title } }) => title);
      const found = new Set(site.neighbours(article).slice(0, 10));
      return expected.filter((title) => found.has(title)).length / expected.length;
    });
    assert.ok(shares.reduce((sum, share) => sum + share, 0) / shares.length >= 0.9);
  });

  it('fills the index without neighbours, and writes no other file', async (test) => {
    const site = await Site.of(test);
    const file = source(site.path, articles(3));
    const { code } = await run(['build', file, '--engine', site.engine, '--no-cache']);
    assert.equal(code, 0);
    assert.equal(site.fake.indexes.get('articles')?.stored.size, 3);
    assert.deepEqual(filesIn(site.path), ['export.json']);
  });

  it('writes neither full texts into files nor what only the server needs', async (test) => {
    const site = await Site.of(test);
    const list = articles(20);
    await site.build(list);
    const file = readFileSync(join(site.path, 'related/antenna/0.json'), 'utf8');
    assert.ok(list.every(({ text = '' }) => !file.includes(text)));
    for (const [key, { print }] of site.fake.indexes.get('articles')!.stored)
      assert.ok(!file.includes(key) && !file.includes(String(print)));
  });

  it('sends only new and changed articles, and removes those that are gone', async (test) => {
    const site = await Site.of(test);
    await site.build(articles(20));
    site.fake.sent();
    const { out } = await site.build(articles(19, { 4: { title: 'The engine anew' } }));
    assert.deepEqual(site.fake.sent(), ['The engine anew']);
    assert.match(out, /search server: 1 sent, 18 unchanged, 1 removed/);
    assert.equal(site.fake.indexes.get('articles')?.stored.size, 19);
  });

  it('asks for nothing if nothing has changed', async (test) => {
    const site = await Site.of(test);
    await site.build(articles(20));
    site.asked();
    const { out } = await site.build(articles(20));
    assert.equal(site.asked(), 0);
    assert.match(out, /20 files, 0 written, 20 unchanged/);
  });

  it('writes a file again that was removed', async (test) => {
    const site = await Site.of(test);
    const list = articles(20);
    await site.build(list);
    unlinkSync(join(site.path, 'related/antenna/5.json'));
    site.asked();
    await site.build(list);
    assert.equal(site.asked(), 1);
    assert.ok(site.neighbours(list[5]!).length > 0);
  });

  it('asks only for the neighbours that a change can concern, among many articles', async (test) => {
    const site = await Site.of(test);
    const few = Object.fromEntries([100, 131, 182].map((at) => [at, volcano(at)]));
    await site.build(articles(200, few));
    site.asked();
    const list = articles(200, { ...few, 7: volcano(7) });
    await site.build(list);
    const asked = site.asked();
    assert.ok(asked >= 4 && asked < 100, String(asked));
    for (const at of [100, 131, 182]) assert.ok(site.neighbours(list[at]!).includes('The volcano of place7'));
    const { out } = await site.build(list, '--no-cache');
    assert.match(out, /200 files, 0 written, 200 unchanged/);
    // An article that is gone is gone from the neighbours of all others.
    await site.build(list.toSpliced(7, 1));
    assert.equal(existsSync(join(site.path, 'related/cable/7.json')), false);
    assert.ok(!site.neighbours(list[100]!).includes('The volcano of place7'));
  });

  it('goes on where a fault stopped it', async (test) => {
    const site = await Site.of(test);
    const list = articles(40);
    let searches = 0;
    site.fake.failing = ({ path }) =>
      path.endsWith('_msearch') && ++searches > 2 ? fault(400, 'parsing_exception') : undefined;
    const { code, err } = await site.build(list);
    assert.equal(code, 1);
    assert.match(err, /answered 400 \(parsing_exception\)/);
    site.fake.failing = () => undefined;
    site.asked();
    assert.match((await site.build(list)).out, /40 files, 24 written, 16 unchanged/);
    assert.equal(site.asked(), 24);
  });

  it('asks about related articles one after the other, so that their candidates are fetched once', async (test) => {
    const site = await Site.of(test);
    const list = articles(200);
    await site.build(list);
    const subjects = new Map(list.map(({ url, tags }) => [keyOf(url), tags[0]!]));
    const asked = site.fake.received
      .filter(({ path }) => path.endsWith('_msearch'))
      .flatMap(({ lines }) => lines.flatMap((line) => subjects.get(likedBy(line)) ?? []));
    const changes = asked.filter((subject, at) => subject !== asked[at - 1]).length;
    assert.equal(asked.length, 200);
    // In the order of the articles, each one has another subject than the one before.
    assert.ok(changes < 60, `the subject changes ${changes} times`);
  });

  it('puts an index that it has filled into one piece, and one with a small change not', async (test) => {
    const site = await Site.of(test);
    const merges = (): number => site.fake.received.filter(({ path }) => path.includes('_forcemerge')).length;
    await site.build(articles(20));
    assert.equal(merges(), 1);
    await site.build(articles(20, { 3: { title: 'Another title' } }));
    assert.equal(merges(), 1);
  });

  it('goes on if the server does not let it put the index into one piece', async (test) => {
    const site = await Site.of(test);
    site.fake.failing = ({ path }) =>
      path.includes('_forcemerge') ? fault(403, 'security_exception') : undefined;
    assert.match((await site.build(articles(20))).out, /20 files, 20 written/);
  });

  it('ranks everything anew with --no-cache', async (test) => {
    const site = await Site.of(test);
    await site.build(articles(20));
    site.asked();
    await site.build(articles(20), '--no-cache');
    assert.equal(site.asked(), 20);
  });

  it('stops for Ctrl-C and says how to go on', async (test) => {
    const site = await Site.of(test);
    const stop = new AbortController();
    site.fake.failing = ({ path }) => {
      if (path.endsWith('_msearch')) stop.abort();
      return undefined;
    };
    const args = ['build', source(site.path, articles(20)), '--engine', site.engine];
    const { code, err } = await run([...args, '--neighbours', join(site.path, 'related')], {
      env: site.env,
      signal: stop.signal,
    });
    assert.equal(code, 130);
    assert.match(err, /stopped while .*run it again to finish/);
  });
});

describe('a search server that is told what is published', () => {
  it('gets single articles, and keeps all others', async (test) => {
    const site = await Site.of(test);
    const server = new SearchServer(site.engine, { env: {} });
    const [first, second, third] = articles(3);
    await server.synchronize([first!, second!]);
    await server.put([third!, { ...second!, title: 'A corrected report' }]);
    await server.delete([first!.url]);
    const titles = await Promise.all(
      [first!, second!, third!].map(async ({ url }) => (await server.article(url))?.title),
    );
    assert.deepEqual(titles, [undefined, 'A corrected report', third!.title]);
  });

  it('gets long articles in several requests, each no longer than a server takes', async (test) => {
    const site = await Site.of(test);
    const text = 'antenna '.repeat(200_000);
    const long = articles(5).map((article) => ({ ...article, text }));
    await new SearchServer(site.engine, { env: {} }).put(long);
    const requests = site.fake.received.filter(({ path }) => path.endsWith('/_bulk'));
    assert.deepEqual(
      requests.map(({ lines }) => lines.length / 2),
      [3, 2],
    );
  });

  it('names what is no article, and what is no URL', async () => {
    const server = new SearchServer('opensearch:http://localhost:9/articles', { env: {} });
    const [article] = articles(1);
    await assert.rejects(server.put([article!, { ...article!, tags: '5G' as unknown as string[] }]), {
      name: 'TypeError',
      message: /^related-articles: article 1 needs a list of texts as "tags", got \{/,
    });
    await assert.rejects(server.delete(article!.url as unknown as string[]), {
      name: 'TypeError',
      message: 'related-articles: delete needs an array of URLs, got "https://site.example/antenna/0/"',
    });
  });
});

describe('build of JSON Lines with a search server', () => {
  /** A file with an article on each line. */
  function linesOf(site: Site, list: readonly Article[]): string {
    const file = join(site.path, 'export.jsonl');
    const { items } = JSON.parse(fullFeed(list)) as { items: { related?: string[] }[] };
    const lines = items.map(({ related, ...item }) => ({ ...item, _related_articles: { related } }));
    writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    return file;
  }

  const build = (site: Site, file: string, ...args: string[]): ReturnType<typeof run> =>
    run(['build', file, '--engine', site.engine, '--neighbours', join(site.path, 'related'), ...args], {
      env: site.env,
    });

  it('writes what a build of the same articles in one document writes', async (test) => {
    const [site, other] = [await Site.of(test), await Site.of(test)];
    const list = articles(60);
    await other.build(list);
    const { code, out } = await build(site, linesOf(site, list));
    assert.equal(code, 0);
    assert.match(out, /^60 articles in .*\nsearch server: 60 sent, 0 unchanged, 0 removed\n.*60 files/);
    for (const article of [list[0]!, list[30]!, list[59]!])
      assert.deepEqual(site.neighbours(article), other.neighbours(article));
  });

  it('sends only what has changed, and removes what is gone', async (test) => {
    const site = await Site.of(test);
    await build(site, linesOf(site, articles(20)));
    site.fake.sent();
    const { out } = await build(site, linesOf(site, articles(19, { 4: { title: 'The engine anew' } })));
    assert.deepEqual(site.fake.sent(), ['The engine anew']);
    assert.match(out, /search server: 1 sent, 18 unchanged, 1 removed/);
  });

  it('keeps the index as it is if the file has no article, or can’t be read to its end', async (test) => {
    const site = await Site.of(test);
    const file = linesOf(site, articles(20));
    await build(site, file);
    site.fake.received.length = 0;
    writeFileSync(file, 'Masts\n');
    assert.match((await build(site, file)).err, /no article found in .*export\.jsonl.*is broken JSON/);
    assert.deepEqual(site.fake.received, []);
    appendFileSync(linesOf(site, articles(620).slice(20)), 'a'.repeat(17_000_000));
    assert.match((await build(site, file)).err, /has a line of more than 16 MB/);
    assert.ok(site.fake.received.every(({ lines }) => !JSON.stringify(lines).includes('"delete"')));
  });

  it('tells which lines gave no article, and what editors named wrongly', async (test) => {
    const site = await Site.of(test);
    const file = linesOf(site, articles(20, { 3: { related: ['/nowhere/'] } }));
    appendFileSync(file, '{"title": \n');
    const { code, out, err } = await build(site, file);
    assert.equal(code, 0);
    assert.match(out + err, /entry 21.*is broken JSON|is broken JSON[^]*entry 21/);
    assert.match(out + err, /names "https:\/\/site\.example\/nowhere\/" as related, which no article is/);
  });
});

describe('a search server that refuses', () => {
  it('is named if it is not there', async (test) => {
    const site = await Site.of(test);
    site.fake.address = 'http://127.0.0.1:9';
    await fails(site, /http:\/\/127\.0\.0\.1:9 (?:refuses the connection|gave no answer).*check/);
  });

  it('is not asked with a password in its address, which is shown nowhere', async (test) => {
    const path = folder(test);
    const engine = 'opensearch:https://me:hunter2@search.example/articles';
    const { code, err } = await run(['build', source(path, articles(2)), '--engine', engine]);
    assert.equal(code, 1);
    assert.match(err, /may hold no user, password or key.*RELATED_ARTICLES_ENGINE_PASSWORD/);
    assert.doesNotMatch(err, /hunter2/);
  });

  for (const engine of [
    'https://x.example/a',
    'opensearch:x.example',
    'opensearch:https://x.example/',
    'opensearch:https://x.example/_All',
  ]) {
    it(`can't be named ${engine}`, async (test) => {
      const { code, err } = await run(['build', source(folder(test), articles(2)), '--engine', engine]);
      assert.equal(code, 1);
      assert.match(err, /write opensearch:https:\/\/host:9200\/INDEX or elasticsearch:/);
    });
  }

  it('gets user and password from the environment', async (test) => {
    const site = await Site.of(test);
    Object.assign(site.env, {
      RELATED_ARTICLES_ENGINE_USER: 'me',
      RELATED_ARTICLES_ENGINE_PASSWORD: 'hünter2',
    });
    await site.build(articles(2));
    const expected = `Basic ${Buffer.from('me:hünter2').toString('base64')}`;
    assert.ok(site.fake.received.every(({ authorization }) => authorization === expected));
  });

  it('gets an API key from the environment', async (test) => {
    const site = await Site.of(test);
    site.env['RELATED_ARTICLES_ENGINE_API_KEY'] = 'a2V5';
    await site.build(articles(2));
    assert.ok(site.fake.received.every(({ authorization }) => authorization === 'ApiKey a2V5'));
  });

  it('says that the password is wrong, without the password', async (test) => {
    const site = await Site.of(test);
    Object.assign(site.env, {
      RELATED_ARTICLES_ENGINE_USER: 'me',
      RELATED_ARTICLES_ENGINE_PASSWORD: 'hunter2',
    });
    site.fake.failing = () => fault(401, 'security_exception', 'Unauthorized');
    assert.doesNotMatch(
      await fails(site, /does not accept the user or key; set RELATED_ARTICLES_ENGINE_USER/),
      /hunter2/,
    );
  });

  it('says that the user lacks the rights', async (test) => {
    const site = await Site.of(test);
    site.fake.failing = () => fault(403, 'security_exception', 'no permissions for [indices:admin/create]');
    await fails(site, /give the user the rights .*: no permissions for \[indices:admin\/create\]/);
  });

  it('says that the index is read-only', async (test) => {
    const site = await Site.of(test);
    site.fake.refusing = () => ({
      type: 'cluster_block_exception',
      reason: 'index [articles] blocked by: [FORBIDDEN/8/index write (api)];',
      status: 403,
    });
    await fails(site, /has made the index read-only; unlock it and run it again/);
  });

  it('says that its disk is full', async (test) => {
    const site = await Site.of(test);
    site.fake.refusing = () => ({
      type: 'cluster_block_exception',
      reason:
        'blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark, index has read-only-allow-delete block];',
      status: 429,
    });
    await fails(site, /has no room left on its disk; make room there/);
  });

  it('keeps an index that is not ours', async (test) => {
    const site = await Site.of(test);
    await fetch(`${site.fake.address}/articles`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{"mappings":{"properties":{"title":{"type":"text"}}}}',
    });
    await fails(site, /the index articles was made by another program.*name another index/);
    assert.equal(site.fake.indexes.get('articles')?.stored.size, 0);
  });

  it('is not taken for one if it is a web site', async (test) => {
    const site = await Site.of(test);
    site.fake.failing = () => ({ status: 404 });
    await fails(site, /answered 404, and not as a search server does; check the address/);
  });

  it('is not followed to another address, where the password has no business', async (test) => {
    const site = await Site.of(test);
    site.fake.failing = () => ({ status: 302, headers: { location: 'http://127.0.0.1:9/' } });
    await fails(site, /leads to another address; name that one/);
  });

  it('may refuse one article, which costs none of the others', async (test) => {
    const site = await Site.of(test);
    site.fake.refusing = (document) =>
      JSON.stringify(document).includes('number3"')
        ? { type: 'mapper_parsing_exception', reason: 'failed to parse field [date]' }
        : undefined;
    const { code, out } = await site.build(articles(20));
    assert.equal(code, 0);
    assert.match(
      out,
      /1 left out:\n +1 {2}was refused by the search server\n.*drone\/3.*failed to parse field \[date\]/,
    );
    assert.match(out, /19 files, 19 written/);
  });
});

describe('a search server that is busy', () => {
  it('is asked again after pauses that grow', async (test) => {
    const fake = await FakeSearchServer.start(test);
    const { server, pauses } = quick(fake);
    let answers = 0;
    fake.failing = () => (++answers <= 3 ? fault(429, 'circuit_breaking_exception') : undefined);
    await server.synchronize(articles(3));
    assert.deepEqual(pauses, [500, 1000, 2000]);
    assert.equal(fake.indexes.get('articles')?.stored.size, 3);
  });

  it('is asked again when it wishes', async (test) => {
    const fake = await FakeSearchServer.start(test);
    const { server, pauses } = quick(fake);
    let answers = 0;
    fake.failing = () => (++answers === 1 ? { status: 503, headers: { 'retry-after': '7' } } : undefined);
    await server.synchronize(articles(3));
    assert.deepEqual(pauses, [7000]);
  });

  it('is given up after a minute', async (test) => {
    const fake = await FakeSearchServer.start(test);
    const { server, pauses } = quick(fake);
    fake.failing = () => fault(429, 'circuit_breaking_exception');
    await assert.rejects(
      server.synchronize(articles(3)),
      /is too busy or not ready; run it again later to go on/,
    );
    assert.ok(pauses.reduce((sum, pause) => sum + pause, 0) > 60_000);
  });

  it('gets the articles again that it was too busy for, and no others', async (test) => {
    const fake = await FakeSearchServer.start(test);
    const { server, pauses } = quick(fake);
    let refusals = 0;
    fake.refusing = (document) =>
      JSON.stringify(document).includes('number1"') && ++refusals < 3
        ? { type: 'rejected_execution_exception', reason: 'queue', status: 429 }
        : undefined;
    const { sent, leftOut } = await server.synchronize(articles(3));
    assert.deepEqual([sent, leftOut, pauses.length], [3, [], 2]);
    assert.deepEqual(
      fake.sent(),
      [0, 1, 2, 1, 1].map((at) => articles(3)[at]!.title),
    );
  });

  it('may break connections while it restarts', async (test) => {
    const fake = await FakeSearchServer.start(test);
    const { server, pauses } = quick(fake);
    let requests = 0;
    fake.failing = () => ([3, 4].includes(++requests) ? 'break' : undefined);
    await server.synchronize(articles(3));
    assert.equal(pauses.length, 2);
    assert.equal(fake.indexes.get('articles')?.stored.size, 3);
  });
});

describe('SearchServer', () => {
  it('finds an article by any address of its page', async (test) => {
    const { server } = quick(await FakeSearchServer.start(test));
    await server.synchronize(articles(3));
    const found = await server.article('http://www.site.example/budget/1?utm_source=x');
    assert.deepEqual(found, articles(3)[1]);
    assert.equal(await server.article('https://site.example/other/'), undefined);
  });

  it('relates an article of the index by its URL', async (test) => {
    const { server } = quick(await FakeSearchServer.start(test));
    await server.synchronize(articles(20));
    const [best] = await server.related('https://site.example/antenna/0/', { limit: 1 });
    assert.match(best!.article.title, /antenna/);
    assert.deepEqual(best!.reasons.tags, ['antenna']);
    await assert.rejects(server.related('https://site.example/other/'), TypeError);
  });

  it('relates a text that the index does not hold', async (test) => {
    const { server } = quick(await FakeSearchServer.start(test));
    await server.synchronize(articles(20));
    const related = await server.related({ title: 'A drone', language: 'en' }, { limit: 3 });
    assert.equal(related.length, 3);
    assert.ok(related.every(({ article: { title } }) => title.includes('drone')));
  });

  it('keeps the rules of the ranker', async (test) => {
    const { server } = quick(await FakeSearchServer.start(test));
    const list = articles(20, {
      5: { date: '2999-01-01' },
      10: { expires: '2001-01-01' },
      15: { language: 'de' },
    });
    await server.synchronize(list);
    const options = { limit: 20, exclude: [list[2]!.url], excludeTags: ['budget'], pinned: [list[3]!.url] };
    const related = await server.related(list[0]!.url, options);
    const titles = related.map(({ article: { title } }) => title);
    assert.equal(titles[0], list[3]!.title);
    for (const at of [0, 1, 2, 5, 10, 15]) assert.ok(!titles.includes(list[at]!.title), String(at));
  });

  it('leaves out newer articles if asked to', async (test) => {
    const { server } = quick(await FakeSearchServer.start(test));
    const list = articles(20);
    await server.synchronize(list);
    const related = await server.related(list[8]!.url, { limit: 20, includeNewer: false });
    assert.ok(related.length > 0);
    assert.ok(related.every(({ article: { date = '' } }) => date <= list[8]!.date!));
  });

  it('takes articles one by one from an asynchronous source', async (test) => {
    const fake = await FakeSearchServer.start(test);
    const { server } = quick(fake);
    async function* list(): AsyncGenerator<Article> {
      yield* articles(1200);
    }
    const { sent } = await server.synchronize(list());
    assert.equal(sent, 1200);
    const sizes = fake.received
      .filter(({ path }) => path.endsWith('_bulk'))
      .map(({ lines }) => lines.length / 2);
    assert.deepEqual(sizes, [500, 500, 200]);
  });

  it('sends requests with a caller’s own fetch', async (test) => {
    const fake = await FakeSearchServer.start(test);
    const signing = (address: string, init: RequestInit): Promise<Response> =>
      fetch(address, {
        ...init,
        headers: { ...(init.headers as object), authorization: 'AWS4-HMAC-SHA256 x' },
      });
    const server = new SearchServer(`opensearch:${fake.address}/articles`, { env: {}, fetch: signing });
    await server.synchronize(articles(2));
    assert.ok(fake.received.every(({ authorization }) => authorization === 'AWS4-HMAC-SHA256 x'));
  });

  it('gives each language its own analyzer, and the standard one where the server lacks a plugin', async (test) => {
    const fake = await FakeSearchServer.start(test);
    await quick(fake).server.synchronize(articles(1));
    const { properties } = fake.indexes.get('articles')!.mappings as {
      properties: { text: { properties: Record<string, { analyzer: string }> } };
    };
    const analyzers = properties.text.properties;
    assert.deepEqual(
      ['de', 'ja', 'no', 'pl', 'und'].map((language) => analyzers[language]?.analyzer),
      ['german', 'cjk', 'norwegian', 'standard', 'standard'],
    );
  });
});

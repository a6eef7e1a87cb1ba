import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Article } from '../../src/article.js';
import { build, NeighboursState, SearchServer, type SearchServerOptions } from '../../src/builder.js';
import { main } from '../../src/builder/command/main.js';
import { createRanker } from '../../src/ranking/create-ranker.js';
import { fullFeed, subjectArticles, volcano } from '../support/subject-articles.js';
import { missing, OpenSearch } from './opensearch.js';

const absent = missing();
if (absent) console.info(`test:search-server ${absent}; its tests are skipped`);

describe('build with OpenSearch', { skip: absent }, () => {
  let opensearch: OpenSearch;
  before(async () => {
    opensearch = await OpenSearch.start();
  });
  after(async () => opensearch?.stop());

  let indexes = 0;

  /** A site with an index of its own, for one test. */
  class Site {
    readonly folder: string;
    readonly index = `site-${indexes++}`;
    /** The names of the requests that were sent. */
    readonly sent: string[] = [];

    constructor(test: TestContext) {
      this.folder = mkdtempSync(join(tmpdir(), 'related-articles-'));
      test.after(() => rmSync(this.folder, { recursive: true, force: true }));
    }

    get address(): string {
      return `opensearch:${opensearch.address}/${this.index}`;
    }

    server(options: SearchServerOptions = {}): SearchServer {
      const noting = (address: string, init: RequestInit): Promise<Response> => {
        this.sent.push(address.replace(/.*\//, ''));
        return fetch(address, init);
      };
      return new SearchServer(this.address, { env: {}, fetch: noting, ...options });
    }

    source(articles: readonly Article[]): string {
      const file = join(this.folder, 'export.json');
      writeFileSync(file, fullFeed(articles));
      return file;
    }

    build(articles: readonly Article[], engine = this.server()): ReturnType<typeof build> {
      return build([this.source(articles)], {
        engine,
        engineState: new NeighboursState(join(this.folder, 'state.jsonl')),
        neighbours: join(this.folder, 'related'),
      });
    }

    /** Runs the command, and gives its only line of error. */
    async error(articles: readonly Article[]): Promise<string> {
      let printed = '';
      const args = ['build', this.source(articles), '--engine', this.address, '--no-cache'];
      const code = await main([...args, '--neighbours', join(this.folder, 'related')], {
        stdout: { write: () => {} },
        stderr: { write: (text) => (printed += text) },
        env: {},
        signal: new AbortController().signal,
      });
      assert.equal(code, 1, printed);
      assert.equal(printed.trimEnd().split('\n').length, 1, printed);
      assert.ok(!readdirSync(this.folder).includes('related'), 'there are files of neighbours');
      return printed;
    }

    /** The titles of the neighbours of an article, or of all articles. */
    neighbours({ url }: Article): string[] {
      const path = join(this.folder, 'related', `${new URL(url).pathname.slice(1, -1)}.json`);
      const { items } = JSON.parse(readFileSync(path, 'utf8')) as { items: { title: string }[] };
      return items.map(({ title }) => title);
    }

    /** Sends a request of its own to the index. */
    async ask(method: string, path: string, body?: object): Promise<void> {
      await ask(method, `/${this.index}${path}`, body);
    }
  }

  async function ask(method: string, path: string, body?: object): Promise<void> {
    const response = await fetch(`${opensearch.address}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    assert.ok(response.ok, await response.text());
  }

  it('writes the neighbours that the ranker finds in memory', async (test) => {
    const site = new Site(test);
    // One is from an archive.
    const articles = subjectArticles(120, { 5: { date: '1931-05-01T00:00:00Z' } });
    const { engine, neighbours } = await site.build(articles);
    assert.deepEqual([engine?.sent, neighbours?.written], [120, 120]);
    const ranker = createRanker(articles);
    const shares = articles.map((article) => {
      const expected = ranker.related(article, { limit: 10 }).map(({ article: { title } }) => title);
      const found = new Set(site.neighbours(article).slice(0, 10));
      return expected.filter((title) => found.has(title)).length / expected.length;
    });
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    assert.ok(mean >= 0.9, `they agree in ${mean}`);
  });

  it('sends only what has changed, and ranks only what a change concerns', async (test) => {
    const site = new Site(test);
    const few = Object.fromEntries([100, 131, 182].map((at) => [at, volcano(at)]));
    await site.build(subjectArticles(200, few));

    site.sent.length = 0;
    const again = await site.build(subjectArticles(200, few));
    assert.deepEqual([again.engine?.sent, again.neighbours?.written], [0, 0]);
    assert.ok(!site.sent.includes('_bulk') && !site.sent.includes('_msearch'), site.sent.join(' '));

    const articles = subjectArticles(200, { ...few, 7: volcano(7) });
    site.sent.length = 0;
    const changed = await site.build(articles);
    assert.equal(changed.engine?.sent, 1);
    assert.ok(site.sent.filter((name) => name === '_msearch').length < 12, site.sent.join(' '));
    for (const at of [100, 131, 182])
      assert.ok(site.neighbours(articles[at]!).includes('The volcano of place7'));

    // Ranking all anew changes none of those that name the changed article.
    const naming = (): string[] =>
      articles
        .filter((article) => site.neighbours(article).includes('The volcano of place7'))
        .map(({ title }) => title);
    const known = naming();
    rmSync(join(site.folder, 'state.jsonl'));
    await site.build(articles);
    assert.deepEqual(naming(), known);

    const gone = await site.build(articles.toSpliced(7, 1));
    assert.deepEqual([gone.engine?.removed, gone.neighbours?.removed], [1, 1]);
    assert.ok(!site.neighbours(articles[100]!).includes('The volcano of place7'));
  });

  it('goes on after the server was killed and has come back', async (test) => {
    const site = new Site(test);
    const articles = subjectArticles(60);
    let searches = 0;
    const killing = async (address: string, init: RequestInit): Promise<Response> => {
      if (address.endsWith('_msearch') && ++searches === 3) await opensearch.kill();
      return fetch(address, init);
    };
    let restarts = 0;
    const pause = async (): Promise<void> => {
      if (restarts++ === 0) await opensearch.restart();
      // It answers before it has all of its data.
      await ask('GET', `/_cluster/health/${site.index}?wait_for_status=yellow`);
    };
    const { neighbours } = await site.build(articles, site.server({ fetch: killing, pause }));
    assert.ok(restarts > 0);
    assert.equal(neighbours?.written, 60);
  });

  it('ends if the server stays away, and the next run goes on', async (test) => {
    const site = new Site(test);
    const articles = subjectArticles(60);
    let searches = 0;
    const killing = async (address: string, init: RequestInit): Promise<Response> => {
      if (address.endsWith('_msearch') && ++searches === 3) await opensearch.kill();
      return fetch(address, init);
    };
    const server = site.server({ fetch: killing, pause: async () => {} });
    await assert.rejects(site.build(articles, server), /refuses the connection|gave no answer/);
    await opensearch.restart();
    await ask('GET', `/_cluster/health/${site.index}?wait_for_status=yellow`);
    const { engine, neighbours } = await site.build(articles);
    assert.deepEqual([engine?.sent, neighbours?.written], [0, 44]);
  });

  it('waits for a server that is too busy', async (test) => {
    const site = new Site(test);
    const limit = (value: string | null): Promise<void> =>
      ask('PUT', '/_cluster/settings', { transient: { 'network.breaker.inflight_requests.limit': value } });
    await limit('200b');
    let pauses = 0;
    const pause = async (): Promise<void> => {
      if (++pauses === 2) await limit(null);
    };
    const { neighbours } = await site.build(subjectArticles(20), site.server({ pause }));
    assert.equal(pauses, 2);
    assert.equal(neighbours?.written, 20);
  });

  it('leaves out what the server refuses, and builds the rest', async (test) => {
    const site = new Site(test);
    await site.server().synchronize([]);
    const mapping = await (await fetch(`${opensearch.address}/${site.index}/_mapping`)).json();
    const { mappings } = (mapping as Record<string, { mappings: { properties: object } }>)[site.index]!;
    await site.ask('DELETE', '');
    // A name does not fit.
    const article = { dynamic: false, properties: { author: { type: 'integer' } } };
    const properties = { ...mappings.properties, article };
    await site.ask('PUT', '', { mappings: { ...mappings, properties } });
    const articles = subjectArticles(20, { 4: { author: 'Ann' } });
    const { leftOut, neighbours } = await site.build(articles);
    assert.equal(neighbours?.written, 19);
    for (const refused of [leftOut, await site.server().put([articles[4]!, articles[5]!])]) {
      assert.deepEqual(
        refused.map(({ where, reason }) => [where, reason]),
        [[articles[4]!.url, 'was refused by the search server']],
      );
      assert.match(refused[0]!.detail!, /failed to parse field \[article\.author\]/);
    }
  });

  it('keeps an index that is not its own', async (test) => {
    const site = new Site(test);
    await site.ask('PUT', '', { mappings: { properties: { title: { type: 'keyword' } } } });
    assert.match(await site.error(subjectArticles(5)), /was made by another program.*name another index/);
  });

  for (const [block, expected] of [
    ['blocks.write', /has made the index read-only; unlock it and run it again/],
    ['blocks.read_only_allow_delete', /has no room left on its disk; make room there/],
  ] as const) {
    it(`says in one line what the block index.${block} means`, async (test) => {
      const site = new Site(test);
      await site.server().synchronize([]);
      await site.ask('PUT', '/_settings', { index: { [block]: true } });
      assert.match(await site.error(subjectArticles(5)), expected);
    });
  }

  it('finds inflected words in the language of an article, and characters where there are no spaces', async (test) => {
    const site = new Site(test);
    const texts: [language: string, own: string, same: string][] = [
      ['de', 'Die Häuser der Stadtwerke', 'Ein Haus am Stadtwerk'],
      ['ja', '東京の新しい電車', '新しい電車が走る'],
      ['no', 'Fiskerne i havnen', 'En fisker ved havn'],
      ['und', 'Lorem ipsum dolor', 'Ipsum lorem amet'],
    ];
    const articles = texts.flatMap(([language, ...titles]) =>
      titles.map((title, at): Article => {
        const url = `https://site.example/${language}/${at}/`;
        return { id: url, url, title, tags: [], ...(language !== 'und' && { language }) };
      }),
    );
    const server = site.server();
    await server.synchronize(articles);
    for (const [language, own, same] of texts) {
      const related = await server.related(`https://site.example/${language}/0/`);
      assert.deepEqual(
        related.map(({ article: { title } }) => title),
        [same],
        own,
      );
    }
  });

  it('adds, replaces and removes single articles, and keeps all others', async (test) => {
    const server = new Site(test).server();
    const articles = subjectArticles(40);
    const [asked, one, another] = [articles[0]!, articles[8]!, articles[16]!];
    await server.synchronize(articles);
    const titles = async (): Promise<string[]> =>
      (await server.related(asked.url, { limit: 5 })).map(({ article: { title } }) => title);

    const url = 'https://site.example/later/';
    const later = { ...one, id: url, url, title: 'A later report', text: `${one.text} ${another.text}` };
    assert.deepEqual(await server.put([later]), []);
    assert.ok((await titles()).includes('A later report'));

    await server.put([{ ...later, title: 'A corrected report' }]);
    const corrected = await titles();
    assert.ok(corrected.includes('A corrected report') && !corrected.includes('A later report'));

    await server.delete([`${url}?utm_source=mail`, 'https://site.example/nowhere/']);
    assert.ok(!(await titles()).includes('A corrected report'));
    for (const article of articles) assert.equal((await server.article(article.url))?.title, article.title);
  });

  it('makes the index for the first single article', async (test) => {
    const server = new Site(test).server();
    const [article] = subjectArticles(1);
    await server.put([article!]);
    assert.equal((await server.article(article!.url))?.title, article!.title);
  });

  it('relates a text that the index does not hold', async (test) => {
    const server = new Site(test).server();
    await server.synchronize(subjectArticles(40));
    const related = await server.related(
      { title: 'A drone above the town', text: 'Its pilot has a licence for the airspace.', language: 'en' },
      { limit: 3 },
    );
    assert.equal(related.length, 3);
    assert.ok(related.every(({ article: { tags } }) => tags.includes('drone')));
  });
});

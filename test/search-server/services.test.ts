import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Article } from '../../src/article.js';
import { SearchServer } from '../../src/builder.js';
import { readIndex } from '../../src/reader/read-index.js';
import { subjectArticles } from '../support/subject-articles.js';
import { missing, OpenSearch } from './opensearch.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const guide = readFileSync(join(root, 'docs/search-server.md'), 'utf8');
const absent = missing();

/** The services of the guide: the language of the block, the file, and the command that runs it on a port. */
const SERVICES = [
  ['js', 'service.mjs', [process.execPath, 'service.mjs']],
  ['php', 'service.php', ['php', '-S', '127.0.0.1:PORT', 'service.php']],
  ['python', 'service.py', ['python3', 'service.py']],
] as const;

/** A port that nothing listens to. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('a service of the guide', { skip: absent }, () => {
  let opensearch: OpenSearch;
  let folder = '';
  const articles = subjectArticles(60).map((article) => ({ ...article, language: 'de' }));
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'related-articles-services-'));
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules/related-articles'));
    opensearch = await OpenSearch.start();
    await new SearchServer(`opensearch:${opensearch.address}/articles`, { env: {} }).synchronize(articles);
  });
  after(async () => {
    await opensearch?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [language, file, [program, ...args]] of SERVICES) {
    const works = spawnSync(program, ['--version']).status === 0;
    it(`answers in ${language} with neighbours that the element reads`, { skip: !works }, async (test) => {
      const port = await freePort();
      writeFileSync(join(folder, file), codeOf(language, 0).replaceAll('8080', String(port)));
      const service: ChildProcess = spawn(
        program,
        args.map((arg) => arg.replace('PORT', String(port))),
        { cwd: folder, stdio: 'ignore' },
      );
      test.after(() => service.kill());
      const { url } = articles[1]!;
      const address = `http://127.0.0.1:${port}/related?url=${encodeURIComponent(url)}`;
      const index = readIndex(await (await answer(address, service)).json(), address);
      assert.equal(index.relatedTo, url);
      assert.equal(index.articles.length, 12);
      assert.ok(index.articles.every((article) => article.url !== url));
      assert.ok(index.articles.slice(0, 4).every(({ title }) => title.includes('budget')));
      const unknown = await fetch(`http://127.0.0.1:${port}/related?url=https://site.example/unknown/`);
      assert.equal(unknown.status, 404);
    });
  }

  it('is told what is published and what is withdrawn', async () => {
    const file = join(folder, 'published.mjs');
    writeFileSync(file, codeOf('js', 1));
    const { published, withdrawn } = (await import(pathToFileURL(file).href)) as {
      published: (article: Article) => Promise<void>;
      withdrawn: (url: string) => Promise<void>;
    };
    const url = 'https://site.example/later/';
    const server = new SearchServer(`opensearch:${opensearch.address}/articles`, { env: {} });
    await published({ ...articles[0]!, id: url, url, title: 'A later report' });
    assert.equal((await server.article(url))?.title, 'A later report');
    await withdrawn(url);
    assert.equal(await server.article(url), undefined);
  });

  /** A piece of code of the guide, with the address of this server. */
  function codeOf(language: string, position: number): string {
    const blocks = [...guide.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))];
    const code = blocks[position]?.[1] ?? '';
    assert.ok(code.includes('https://search.example:9200'), 'the guide has no such code');
    return code.replaceAll('https://search.example:9200', opensearch.address);
  }
});

/** The answer of a service, once it listens. */
async function answer(address: string, service: ChildProcess): Promise<Response> {
  for (;;) {
    assert.equal(service.exitCode, null, 'the service has ended');
    try {
      return await fetch(address);
    } catch {
      await wait(50);
    }
  }
}

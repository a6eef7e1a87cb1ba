import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { startCommentSystems } from '../support/comment-systems.js';
import { folder, type Run, run } from './support.js';

/** An index of three articles: one has 3 posts in each comment system, one has 1, and one has none. */
const feed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Site',
  items: ['a', 'b', 'c'].map((name, at) => ({
    id: `10${at + 1}`,
    url: `https://site.example/news/${name}/`,
    title: `Title of ${name}`,
    content_text: 'Open RAN in the harbour.',
    _related_articles: { discussion: { url: `https://site.example/news/${name}/#talk` } },
  })),
});

const OWN = '_related_articles';

interface Item {
  readonly url: string;
  readonly [OWN]?: { readonly discussion?: { readonly count?: number; readonly url?: string } };
}

let origin = '';
let stop: () => void;
before(async () => {
  ({ origin, stop } = await startCommentSystems());
});
after(() => stop());

const at = (system: string, mode = 'ok', room = 'build'): string => `${origin}/${room}/${mode}/${system}`;

async function build(
  test: TestContext,
  discussions: string,
  env: Record<string, string> = {},
): Promise<Run & { path: string }> {
  const path = folder(test, { 'feed.json': feed });
  const args = ['build', join(path, 'feed.json'), '--out', join(path, 'out/articles.json')];
  return { ...(await run([...args, '--discussions', discussions], { env })), path };
}

/** The numbers in the index that was built, by the article's name. */
function counts(path: string): Record<string, number | undefined> {
  return Object.fromEntries(
    items(path).map(({ url, [OWN]: own }) => [url.slice(-2, -1), own?.discussion?.count]),
  );
}

function items(path: string): readonly Item[] {
  return (JSON.parse(readFileSync(join(path, 'out/articles.json'), 'utf8')) as { items: Item[] }).items;
}

const GITHUB = (api: string): string => `github:site/comments api=${api}`;
const TOKEN = { GITHUB_TOKEN: 'secret-token' };

describe('discussions at build time', () => {
  const cases: [name: string, setting: () => string, env?: Record<string, string>][] = [
    ['Disqus by URL', () => `disqus:${at('disqus')}`],
    ['Disqus by identifier', () => `disqus:${at('disqus')} key=id`],
    ['Discourse, in its language’s words', () => `discourse:${at('discourse')}`],
    [
      'Discourse by URLs without a slash',
      () => `discourse:${at('discourse')} key=https://site.example/{path}`,
    ],
    ['GitHub', () => GITHUB(at('github')), TOKEN],
    ['a comment system that a browser could ask too', () => `isso ${at('isso')}`],
    ['the same with a colon', () => `waline:${at('waline')}`],
    ['a counts file', () => at('file/counts.json')],
  ];
  for (const [name, setting, env] of cases) {
    it(`come from ${name}`, async (test) => {
      const { code, out, err, path } = await build(test, setting(), env);
      assert.deepEqual([code, err], [0, '']);
      assert.deepEqual(counts(path), { a: 3, b: 1, c: 0 });
      assert.match(out, /^3 discussion counts$/m);
    });
  }

  it('keep the discussion’s address where the system names no other', async (test) => {
    const { path } = await build(test, `isso ${at('isso')}`);
    assert.equal(items(path)[0]?.[OWN]?.discussion?.url, 'https://site.example/news/a/#talk');
  });

  it('link to GitHub’s discussions, over several pages of them', async (test) => {
    const { path } = await build(test, GITHUB(at('github')), TOKEN);
    assert.deepEqual(
      items(path).map(({ [OWN]: own }) => own?.discussion?.url),
      [
        'https://github.com/site/comments/discussions/1',
        'https://github.com/site/comments/discussions/3',
        'https://site.example/news/c/#talk',
      ],
    );
  });

  it('write the token nowhere', async (test) => {
    const { out, err, path } = await build(test, GITHUB(at('github')), TOKEN);
    const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    const texts = files.map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
    assert.ok(![out, err, ...texts].join('').includes('secret-token'), 'the token was written');
    const failed = await build(test, GITHUB(at('github', '500')), TOKEN);
    assert.ok(!failed.err.includes('secret-token'), failed.err);
  });

  const failures: [what: string, setting: () => string, line: RegExp, env?: Record<string, string>][] = [
    [
      'no such system',
      () => 'facebook:site',
      /discussions="facebook" is none of .*disqus, discourse, github/,
    ],
    ['no token', () => GITHUB(at('github')), /needs a token in the environment, as GITHUB_TOKEN/],
    ['a wrong token', () => GITHUB(at('github')), /github\/graphql answered 401/, { GITHUB_TOKEN: 'old' }],
    ['no repository', () => 'github:comments', /needs OWNER\/REPOSITORY, got comments/, TOKEN],
    [
      'an unknown repository',
      () => `github:site/other api=${at('github')}`,
      /GitHub says: .*Could not resolve/,
      TOKEN,
    ],
    ['no short name', () => 'disqus', /needs url, as in --discussions disqus:SHORTNAME/],
    [
      'a wrong short name',
      () => `disqus:${at('disqus', 'html')}`,
      /did not answer with counts; check the short name/,
    ],
    ['a forum that is none', () => `discourse:${at('discourse', 'html')}`, /answered with what is no JSON/],
    ['a forum without counts', () => `discourse:${at('discourse', 'empty')}`, /did not answer with counts/],
    ['a limit on requests', () => `disqus:${at('disqus', '429')}`, /answered 429/],
  ];
  for (const [what, setting, line, env] of failures) {
    it(`end the command with one line, and nothing written: ${what}`, async (test) => {
      const { code, err, path } = await build(test, setting(), env);
      assert.equal(code, 1);
      assert.match(err, /^related-articles: [^\n]+\n$/);
      assert.match(err, line);
      assert.equal(existsSync(join(path, 'out')), false);
    });
  }

  it('end the command where the system never answers', async (test) => {
    const path = folder(test, { 'feed.json': feed });
    const args = ['build', join(path, 'feed.json'), '--out', join(path, 'out.json'), '--timeout', '1'];
    const { code, err } = await run([...args, '--discussions', `isso ${at('isso', 'hang')}`]);
    assert.equal(code, 1);
    assert.match(err, /no discussion counts: no answer within 1 s/);
  });

  it('are asked for in batches', async (test) => {
    const many = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Site',
      items: Array.from({ length: 45 }, (_, n) => ({
        id: `n${n}`,
        url: `https://site.example/n${n}/`,
        title: `Title ${n}`,
      })),
    };
    const path = folder(test, { 'feed.json': JSON.stringify(many) });
    const args = ['build', join(path, 'feed.json'), '--out', join(path, 'out.json')];
    await run([...args, '--discussions', `disqus:${at('disqus', 'ok', 'batches')}`]);
    const log = (await (await fetch(`${origin}/batches/log`)).json()) as { url: string }[];
    assert.deepEqual(
      log.map(({ url }) => new URL(url, origin).searchParams.getAll('2').length).sort((a, b) => b - a),
      [10, 10, 10, 10, 5],
    );
  });
});

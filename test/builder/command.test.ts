import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import fs, { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Reporter } from '../../src/builder/command/reporter.js';
import { serve } from '../support/site-server.js';
import { articlePage, ESCAPE, feedIn, filesIn, folder, json, prose, run } from './support.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A site of three articles and a list. */
function site(test: TestContext): string {
  return folder(test, {
    'public/a/index.html': articlePage('Masts in the wood', {
      head: '<link rel="canonical" href="https://site.example/a/">',
    }),
    'public/b/index.html': articlePage('Masts in the field'),
    'public/c/index.html': articlePage('Masts in the town'),
    'public/index.html': articlePage('Home'),
  });
}

/** Asserts that a run failed with one line. */
async function fails(args: readonly string[], line: RegExp): Promise<void> {
  const { code, out, err } = await run(args);
  assert.equal(code, 1, err);
  assert.match(err, line);
  assert.equal(err.trimEnd().split('\n').length, 1, err);
  assert.match(err, /^related-articles: /);
  assert.equal(out, '');
}

describe('the command', () => {
  it('prints its help if it is called without arguments', async () => {
    const { code, out } = await run([]);
    assert.equal(code, 0);
    assert.match(out, /Usage: related-articles/);
    assert.match(out, /build .*read a site/);
    assert.match(out, /\nStart with .*\n +\$ related-articles preview public\/\n/);
  });

  it('prints its version', async () => {
    const { version } = json(root, 'package.json') as { version: string };
    assert.equal((await run(['--version'])).out, `${version}\n`);
  });

  it('explains each of its commands, with examples', async () => {
    const { out } = await run([]);
    const commands = Array.from(out.matchAll(/^ {2}([a-z]+) /gm), ([, name = '']) => name);
    assert.ok(commands.includes('build'), commands.join());
    for (const name of commands) {
      const help = await run([name, '--help']);
      assert.equal(help.code, 0);
      assert.match(help.out, new RegExp(`Examples:[^]*\\$ related-articles ${name} `), name);
    }
  });

  it('rejects an unknown option and suggests the right one', async () => {
    await fails(
      ['build', 'x', '--langage', 'de'],
      /unknown option '--langage' \(Did you mean --language\?\); see/,
    );
  });

  it('points to the help of the command', async () => {
    await fails(['explain', 'x'], /missing required argument 'article'; see related-articles explain --help/);
    await fails(['--loud'], /unknown option '--loud'; see related-articles --help/);
  });

  it('rejects an unknown command and suggests the right one', async () => {
    await fails(['biuld'], /unknown command 'biuld' \(Did you mean build\?\)/);
  });

  for (const [option, value] of [
    ['--limit', '0'],
    ['--terms', 'many'],
    ['--base', 'site.example'],
    ['--language', 'Deutsch, bitte'],
    ['--timeout', '-1'],
    ['--port', '99999'],
  ] as const) {
    it(`rejects a value that ${option} can't have`, async () => {
      const command = option === '--port' ? 'preview' : 'build';
      await fails(
        [command, 'x', option, value],
        new RegExp(
          `'${option} <.*'${value}' is invalid. It must be .*[^.]; see related-articles ${command} --help`,
        ),
      );
    });
  }

  it('runs from the installed file', () => {
    const [bin = ''] = Object.values((json(root, 'package.json') as { bin: Record<string, string> }).bin);
    if (!existsSync(join(root, bin))) spawnSync('npm', ['run', 'build'], { cwd: root });
    const { stdout, status } = spawnSync(process.execPath, [join(root, bin), '--help'], { encoding: 'utf8' });
    assert.equal(status, 0);
    assert.match(stdout, /Usage: related-articles/);
    assert.match(readFileSync(join(root, bin), 'utf8'), /^#!\/usr\/bin\/env node\n/);
  });
});

describe('related-articles build', () => {
  it('writes an index and prints a summary', async (test) => {
    const path = site(test);
    const { code, out, err } = await run(['build', `${path}/public`, '--out', `${path}/articles.json`]);
    assert.deepEqual([code, err], [0, '']);
    assert.match(
      out,
      /^3 articles in \d+\.\d s\n1 left out:\n +1 {2}is the home page\n +.*index\.html\n.*articles\.json: .* gzip\n$/,
    );
    assert.equal(feedIn(path, 'articles.json').items.length, 3);
  });

  it('writes no index if only neighbours are asked for', async (test) => {
    const path = site(test);
    const { out } = await run(['build', `${path}/public`, '--neighbours', `${path}/related`, '--limit', '1']);
    assert.match(out, /related: 3 files, 3 written, 0 unchanged, 0 removed; the largest is \d+ B gzip/);
    assert.equal(feedIn(path, 'related/a.json').items.length, 1);
    assert.equal(filesIn(path).filter((file) => file.endsWith('articles.json')).length, 0);
  });

  it('prints nothing with --quiet', async (test) => {
    const path = site(test);
    assert.deepEqual(await run(['build', `${path}/public`, '--out', `${path}/o.json`, '--quiet']), {
      code: 0,
      out: '',
      err: '',
    });
  });

  it('does not write a file whose content would be the same', async (test) => {
    const path = site(test);
    const args = ['build', `${path}/public`, '--out', `${path}/articles.json`];
    await run(args);
    assert.match((await run(args)).out, /articles\.json: .* gzip, unchanged\n/);
  });

  it('reads options from a file, but those on the command line come first', async (test) => {
    const path = site(test);
    writeFileSync(
      `${path}/related.json`,
      JSON.stringify({
        sources: [`${path}/public`],
        neighbours: `${path}/related`,
        limit: 2,
        exclude: ['b/**'],
      }),
    );
    await run(['build', '--config', `${path}/related.json`, '--limit', '1']);
    assert.deepEqual(filesIn(`${path}/related`), ['.related-articles-manifest.json', 'a.json', 'c.json']);
    assert.equal(feedIn(path, 'related/a.json').items.length, 1);
  });

  it('names what is wrong in a configuration file', async (test) => {
    const path = folder(test, {
      'a.json': '{"limits":3}',
      'b.json': '{"limit":"x"}',
      'c.json': '[',
      'd.json': '[1]',
    });
    await fails(
      ['build', 'x', '--config', `${path}/a.json`],
      /a\.json: "limits" is not an option of build; see/,
    );
    await fails(
      ['build', 'x', '--config', `${path}/b.json`],
      /b\.json: "limit" must be a whole number from 1, got "x"\n$/,
    );
    await fails(['build', 'x', '--config', `${path}/c.json`], /c\.json is not a configuration/);
    await fails(['build', 'x', '--config', `${path}/d.json`], /d\.json is not a configuration/);
    await fails(['build', 'x', '--config', `${path}/e.json`], /can't read .*e\.json: there is no such file/);
  });

  for (const [name, options, problem] of [
    [
      'several values for an option that has one',
      { out: ['a', 'b'] },
      /"out" must be a text or a number, got \["a","b"\]\n$/,
    ],
    [
      'a text for an option that is true or false',
      { cache: 'no' },
      /"cache" must be true or false, got "no"\n$/,
    ],
    [
      'an object in a list',
      { exclude: [{}] },
      /"exclude" must be a text or a list of texts, got \[\{\}\]\n$/,
    ],
  ] as const) {
    it(`refuses in one sentence a configuration file with ${name}`, async (test) => {
      const path = folder(test, { 'a.json': JSON.stringify(options) });
      await fails(['build', 'x', '--config', `${path}/a.json`], problem);
    });
  }

  for (const [options, isKept] of [
    [{ cache: false }, false],
    [{ 'no-cache': true }, false],
    [{ cache: true }, true],
    [{ 'no-cache': false }, true],
  ] as const) {
    it(`keeps ${isKept ? 'a cache' : 'no cache'} if its configuration file says ${JSON.stringify(options)}`, async (test) => {
      const path = site(test);
      writeFileSync(`${path}/related.json`, JSON.stringify(options));
      const args = [
        'build',
        `${path}/public`,
        '--out',
        `${path}/articles.json`,
        '--config',
        `${path}/related.json`,
      ];
      const { code } = await run(args, { env: { XDG_CACHE_HOME: `${path}/cache` } });
      assert.deepEqual([code, existsSync(`${path}/cache`)], [0, isKept]);
    });
  }

  it('prints colours only on a terminal, and not if NO_COLOR is set', async (test) => {
    const path = site(test);
    const args = ['build', `${path}/public`, '--out', `${path}/articles.json`];
    assert.match((await run(args, { isTTY: true })).out, /<ESC>\[1m3 articles/);
    assert.doesNotMatch((await run(args)).out, /<ESC>/);
    assert.doesNotMatch((await run(args, { isTTY: true, env: { NO_COLOR: '1' } })).out, /<ESC>/);
  });
});

describe('related-articles build with bad input', () => {
  it('does not read a device without end to its end', async () => {
    const { code, err } = await run(['build', '/dev/zero', '--no-cache']);
    assert.equal(code, 1);
    assert.equal(
      err,
      'related-articles: /dev/zero is larger than 150 MB; split it, or write it as JSON Lines (.jsonl)\n',
    );
  });

  it('asks for a source if there is none', async () => {
    await fails(['build'], /no source is given; name a folder, a file or a URL/);
  });

  for (const [what, files, source, line] of [
    [
      'that is missing',
      {},
      'nothing',
      /can't read .*nothing: there is no such file or folder; check the path/,
    ],
    ['that is empty', { 'a.json': '' }, 'a.json', /a\.json is empty; check/],
    [
      'of broken JSON',
      { 'a.json': '{"items":[' },
      'a.json',
      /a\.json is broken JSON: it breaks off in line 1; mend/,
    ],
    [
      'of something else',
      { 'a.png': '\x89PNG' },
      'a.png',
      /a\.png is neither JSON, a feed, a sitemap nor HTML; check/,
    ],
    [
      'without an article',
      { 'a.json': '[]' },
      'a.json',
      /no article found in .*a\.json; check that it is the right source/,
    ],
    [
      'of a feed without entries',
      { 'a.xml': '<rss><channel></channel></rss>' },
      'a.xml',
      /no article found in/,
    ],
    [
      'whose entries are not articles',
      { 'a.json': '[{"title":"A"}]' },
      'a.json',
      /no article found in .*a\.json: entry 1 \(A\) has no URL; an article needs a title and an address/,
    ],
    [
      'whose entries are not articles, mostly for one reason',
      { 'a.json': '[{"url":"https://a.example/"},{"title":"A"},{"title":"B"}]' },
      'a.json',
      /no article found in .*a\.json: entry 2 \(A\) has no URL, and 1 more; an article needs/,
    ],
  ] as const) {
    it(`names a source ${what}`, async (test) => {
      const path = folder(test, files);
      await fails(['build', join(path, source), '--out', `${path}/o.json`], line);
      assert.equal(existsSync(`${path}/o.json`), false);
    });
  }

  it('names a file of 200 MB', async (test) => {
    const path = folder(test, { 'a.json': '[' });
    truncateSync(`${path}/a.json`, 200_000_000);
    await fails(
      ['build', `${path}/a.json`],
      /a\.json is larger than 150 MB; split it, or write it as JSON Lines \(\.jsonl\)/,
    );
  });

  it('keeps the good part of a folder and lists the rest', async (test) => {
    const path = folder(test, {
      'site/a.html': articlePage('Masts'),
      'site/b.html': '<<<>>><html><body><p',
      'site/c.html': '',
      'site/copy.html': articlePage('Copy', { head: '<link rel="canonical" href="/a.html">' }),
    });
    const { code, out } = await run([
      'build',
      `${path}/site`,
      '--base',
      'https://site.example',
      '--out',
      `${path}/o.json`,
    ]);
    assert.equal(code, 0);
    assert.match(out, /^1 article in/);
    assert.match(out, /3 left out:/);
    assert.match(out, /1 {2}repeats the address of another article\n +.*copy\.html/);
  });

  it('lists a few of the entries that were left out, one per line', async (test) => {
    const entries = ['A', 'B', 'C', 'D'].map((title) => ({ title }));
    const path = folder(test, { 'a.json': JSON.stringify([{ title: 'Masts', url: '/masts' }, ...entries]) });
    const args = ['build', `${path}/a.json`, '--base', 'https://site.example/', '--out', `${path}/o.json`];
    assert.match(
      (await run(args)).out,
      /4 left out:\n +4 {2}has no URL\n +\S+a\.json, entry 2 \(A\)\n.* \(B\)\n.* \(C\)\n +and 1 more\n/,
    );
  });

  it('lists entries that repeat an address, and keeps their tags', async (test) => {
    const url = 'https://site.example/a';
    const entries = [
      { title: 'A', url },
      { title: 'A again', url: `${url}/`, tags: ['masts'] },
    ];
    const path = folder(test, { 'a.json': JSON.stringify(entries) });
    const { out } = await run(['build', `${path}/a.json`, '--out', `${path}/o.json`]);
    assert.match(
      out,
      /^1 article in .*\n1 left out:\n +1 {2}repeats the address of another article\n +A again\n/,
    );
    assert.deepEqual(feedIn(path, 'o.json').items[0]?.tags, ['masts']);
  });

  it('gives a single page its address on the site', async (test) => {
    const path = folder(test, { 'mast 1.html': articlePage('Masts') });
    const args = [
      'build',
      `${path}/mast 1.html`,
      '--base',
      'https://site.example/news',
      '--out',
      `${path}/o.json`,
    ];
    assert.equal((await run(args)).code, 0);
    assert.equal(feedIn(path, 'o.json').items[0]?.url, 'https://site.example/news/mast%201.html');
  });

  it('names a folder that can’t be written to, and leaves no partial file', async (test) => {
    const path = site(test);
    writeFileSync(`${path}/file`, 'mine');
    await fails(
      ['build', `${path}/public`, '--out', `${path}/file/o.json`],
      /can't write .*file\/o\.json: .*; choose another place/,
    );
    await fails(
      ['build', `${path}/public`, '--neighbours', `${path}/file`],
      /can't write .*file: .*; choose another place/,
    );
    assert.equal(readFileSync(`${path}/file`, 'utf8'), 'mine');
  });
});

describe('the command on a real system', () => {
  const command = (...args: string[]): string[] => [
    '--import',
    'tsx',
    join(root, 'src/builder/command/bin.ts'),
    ...args,
  ];

  it('names a full disk and keeps the old file', async (test) => {
    const path = site(test);
    writeFileSync(`${path}/o.json`, 'old');
    await onFullDisk(test, () =>
      fails(
        ['build', `${path}/public`, '--out', `${path}/o.json`],
        /can't write .*o\.json: the disk is full; make room/,
      ),
    );
    assert.equal(readFileSync(`${path}/o.json`, 'utf8'), 'old');
    assert.deepEqual(
      filesIn(path).filter((file) => file.endsWith('.tmp')),
      [],
    );
  });

  /** A site large enough to be stopped in the middle, and the command that writes its neighbours. */
  function largeSite(test: TestContext): { related: string; args: string[] } {
    const path = folder(test);
    mkdirSync(`${path}/public`);
    for (let at = 0; at < 600; at++)
      writeFileSync(
        `${path}/public/mast-${at}.html`,
        articlePage(`Masts ${at}`, { body: prose('x').repeat(40) }),
      );
    const related = `${path}/related`;
    const base = 'https://site.example/';
    return { related, args: command('build', `${path}/public`, '--base', base, '--neighbours', related) };
  }

  /** Waits until a program writes neighbours, stops it, and gives what it printed and its exit code. */
  async function stopped(
    child: ChildProcessWithoutNullStreams,
    hasBegun: () => boolean,
    stop: () => void,
  ): Promise<{ code: unknown; text: string }> {
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => {
        text += String(part);
      });
    const ended = new Promise((resolve) => child.once('close', resolve));
    while (!hasBegun() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
    stop();
    return { code: await ended, text };
  }

  it('leaves whole files after Ctrl-C, and says so', async (test) => {
    const { related, args } = largeSite(test);
    const child = spawn(process.execPath, args, { cwd: root });
    const { code, text } = await stopped(
      child,
      () => existsSync(`${related}/.related-articles-manifest.json`),
      () => child.kill('SIGINT'),
    );
    assert.equal(code, 130, text);
    assert.match(
      text,
      /^related-articles: stopped while ranking neighbours, \d+ of 600; every file is whole, run it again to finish\n$/m,
    );
    const files = filesIn(related);
    assert.ok(files.length < 600, 'it was stopped too late');
    for (const file of files) assert.ok(json(related, file), file);
  });

  it('does the same after Ctrl-C on a terminal', { skip: noScript() }, async (test) => {
    const { related, args } = largeSite(test);
    const line = [process.execPath, ...args].map((part) => `'${part}'`).join(' ');
    const child = spawn('script', ['-qec', line, '/dev/null'], { cwd: root });
    const { code, text } = await stopped(
      child,
      () => existsSync(`${related}/.related-articles-manifest.json`),
      () => child.stdin.write('\u0003'),
    );
    assert.equal(code, 130, text);
    const [last = ''] = text.trimEnd().split('\n').slice(-1);
    assert.match(last.split('\r\u001B[2K').at(-1) ?? '', /^(?:\^C)?related-articles: stopped while ranking/);
  });

  it('says that nothing was written after Ctrl-C while a server is silent', async (test) => {
    const path = folder(test);
    let isAsked = false;
    const url = await serve(test, () => {
      isAsked = true;
    });
    const child = spawn(process.execPath, command('build', `${url}feed.json`, '--out', `${path}/o.json`), {
      cwd: root,
    });
    const { code, text } = await stopped(
      child,
      () => isAsked,
      () => child.kill('SIGINT'),
    );
    assert.deepEqual([code, text], [130, 'related-articles: stopped; nothing was written\n']);
    assert.deepEqual(filesIn(path), []);
  });
});

/** Does something while files can be written by half, and no further. */
async function onFullDisk(test: TestContext, work: () => Promise<void>): Promise<void> {
  const { writeFileSync: write } = fs;
  const { mock } = test.mock.method(fs, 'writeFileSync', (path: string, content: string) => {
    write(path, content.slice(0, content.length / 2));
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  });
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    mock.restore();
    syncBuiltinESMExports();
  }
}

/** Says why no terminal can be had: only util-linux's `script` starts a command in one and ends as it did. */
function noScript(): string | false {
  const { status, stdout } = spawnSync('script', ['--version'], { encoding: 'utf8' });
  return status === 0 && stdout.includes('util-linux') ? false : 'needs script of util-linux';
}

describe('the progress of a command', () => {
  /** What a step that takes two seconds prints. */
  function printed(test: TestContext, isTTY: boolean, quiet = false): string {
    test.mock.method(performance, 'now', () => time);
    let [time, text] = [0, ''];
    const stderr = { isTTY, columns: 60, write: (part: string) => (text += part) };
    const report = new Reporter({
      stdout: { write: () => true },
      stderr,
      env: {},
      signal: new AbortController().signal,
    });
    report.quiet = quiet;
    for (time = 0; time <= 2000; time += 10)
      report.onProgress({ step: 'Reading pages', done: time, total: 2000 });
    report.line('Done.');
    return text.replaceAll(ESCAPE, '<ESC>');
  }

  it('is shown as a bar on a terminal and cleared at the end', (test) => {
    const text = printed(test, true);
    assert.match(text, /\r<ESC>\[2KReading pages {2}█+░+ {2}1,\d{3} \/ 2,000/);
    assert.match(text, /\r<ESC>\[2K$/);
  });

  it('is printed as plain lines elsewhere', (test) => {
    assert.match(printed(test, false), /^(?:Reading pages: [\d,]+ \/ 2,000\n)+$/);
  });

  it('is not shown with --quiet', (test) => {
    assert.equal(printed(test, true, true), '');
  });
});

describe('a second run of the command', () => {
  it('takes unchanged pages from the cache, and none with --no-cache', async (test) => {
    const path = site(test);
    const args = ['build', `${path}/public`, '--out', `${path}/articles.json`];
    const env = { XDG_CACHE_HOME: `${path}/cache` };
    await run(args, { env });
    const [file = ''] = filesIn(`${path}/cache/related-articles`);
    const kept = readFileSync(`${path}/cache/related-articles/${file}`, 'utf8');
    writeFileSync(`${path}/cache/related-articles/${file}`, kept.replaceAll('in the wood', 'from the cache'));
    await run(args, { env });
    assert.match(readFileSync(`${path}/articles.json`, 'utf8'), /Masts from the cache/);
    await run([...args, '--no-cache'], { env });
    assert.match(readFileSync(`${path}/articles.json`, 'utf8'), /Masts in the wood/);
  });

  it('works with a broken cache', async (test) => {
    const path = site(test);
    const args = ['build', `${path}/public`, '--out', `${path}/articles.json`];
    const env = { XDG_CACHE_HOME: `${path}/cache` };
    await run(args, { env });
    const [file = ''] = filesIn(`${path}/cache/related-articles`);
    writeFileSync(`${path}/cache/related-articles/${file}`, '{"version"');
    assert.match((await run(args, { env })).out, /^3 articles/);
  });
});

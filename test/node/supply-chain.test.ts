import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'vite';
import { root } from './imports.js';

interface Locked {
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const json = async <T>(file: string): Promise<T> => JSON.parse(await readFile(join(root, file), 'utf8')) as T;

describe('the installed package', () => {
  it('runs no script when it is installed', async () => {
    const { scripts } = await json<{ scripts: Record<string, string> }>('package.json');
    const run = Object.keys(scripts).filter((name) => /^(?:pre|post)?(?:install|prepare)$/.test(name));
    assert.deepEqual(run, []);
  });

  it('has no dependency that runs a script when it is installed', async () => {
    const { packages } = await json<{ packages: Record<string, Locked> }>('package-lock.json');
    const run = Object.entries(packages).filter(([, { dev, hasInstallScript }]) => !dev && hasInstallScript);
    assert.deepEqual(run, []);
  });
});

describe('a release', () => {
  it('is published with provenance and without a stored token', async () => {
    const workflow = await readFile(join(root, '.github/workflows/release.yml'), 'utf8');
    assert.match(workflow, /npm publish .*--provenance\b.*--ignore-scripts\b/);
    assert.match(workflow, /id-token: write/);
    // The token of the run itself ends with the run.
    assert.doesNotMatch(workflow.replace('GH_TOKEN: ${{ github.token }}', ''), /secrets\.|_TOKEN/i);
    const actions = Array.from(workflow.matchAll(/uses: (\S+)/g), ([, action = '']) => action);
    assert.ok(actions.length > 0, 'the workflow uses no action');
    // A tag may be moved; a commit may not.
    for (const action of actions) assert.match(action, /@[\da-f]{40}$/);
  });

  it('uses in no workflow an action that its tag may move', async () => {
    for (const file of await readdir(join(root, '.github/workflows'))) {
      const workflow = await readFile(join(root, '.github/workflows', file), 'utf8');
      const actions = Array.from(workflow.matchAll(/uses: (\S+)/g), ([, action = '']) => action);
      for (const action of actions) assert.match(action, /@[\da-f]{40}$/, file);
      assert.match(workflow, /^permissions: \{\}$/m, file);
    }
  });

  it('has the zips attached by a job that may write to releases and to nothing else', async () => {
    const workflow = await readFile(join(root, '.github/workflows/release.yml'), 'utf8');
    const [, publish = '', attach = ''] = workflow.split(/^ {2}(?:publish|attach):$/m);
    assert.match(attach, /needs: publish\b/);
    assert.match(attach, /gh release create .*\.zip$/m);
    assert.deepEqual(attach.match(/^ +[\w-]+: write$/gm), ['      contents: write']);
    assert.doesNotMatch(publish, /contents: write/);
  });
});

describe('the drop-in script', () => {
  let folder: string;
  let printed = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'related-articles-'));
    const { scripts } = await json<{ scripts: { bundle: string } }>('package.json');
    const { stdout } = process;
    const write = stdout.write.bind(stdout);
    stdout.write = (text) => {
      printed += String(text);
      return true;
    };
    const modes = Array.from(scripts.bundle.matchAll(/vite build(?: --mode (\w+))?/g), ([, mode]) => mode);
    for (const mode of modes) {
      await build({
        configFile: join(root, 'vite.config.ts'),
        mode: mode ?? 'production',
        logLevel: 'silent',
        build: { outDir: folder },
      }).catch((error: unknown) => {
        stdout.write = write;
        throw error;
      });
    }
    stdout.write = write;
  });
  after(() => rm(folder, { recursive: true }));

  it('has the same bytes when it is built again', async () => {
    const [once, again] = await Promise.all([readdir(join(root, 'cdn')), readdir(folder)]);
    assert.deepEqual(again.sort(), once.sort());
    const different: string[] = [];
    for (const file of once.filter((name) => name.endsWith('.js'))) {
      const [first, second] = await Promise.all([
        readFile(join(root, 'cdn', file)),
        readFile(join(folder, file)),
      ]);
      if (!first.equals(second)) different.push(file);
    }
    assert.deepEqual(different, []);
  });

  it('has an integrity hash, printed by the build, for each file that a page may name', async () => {
    const hashes = printed.matchAll(/^([\w.-]+) integrity="(sha384-[^"]+)"$/gm);
    const found = new Map(Array.from(hashes, ([, file = '', hash]) => [file, hash]));
    for (const file of ['related-articles.js', 'related-articles-ranking.js', 'related-articles.all.js']) {
      const bytes = await readFile(join(root, 'cdn', file));
      assert.equal(found.get(file), `sha384-${createHash('sha384').update(bytes).digest('base64')}`, file);
    }
  });
});

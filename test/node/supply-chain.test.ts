import assert from 'node:assert/strict';
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

describe('the package as it is installed', () => {
  it('runs no script', async () => {
    const { scripts } = await json<{ scripts: Record<string, string> }>('package.json');
    const run = Object.keys(scripts).filter((name) => /^(?:pre|post)?(?:install|prepare)$/.test(name));
    assert.deepEqual(run, []);
  });

  it('brings nothing along that runs one', async () => {
    const { packages } = await json<{ packages: Record<string, Locked> }>('package-lock.json');
    const run = Object.entries(packages).filter(([, { dev, hasInstallScript }]) => !dev && hasInstallScript);
    assert.deepEqual(run, []);
  });
});

describe('the drop-in script', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'related-articles-'));
    const { scripts } = await json<{ scripts: { bundle: string } }>('package.json');
    const modes = Array.from(scripts.bundle.matchAll(/vite build(?: --mode (\w+))?/g), ([, mode]) => mode);
    for (const mode of modes) {
      await build({
        configFile: join(root, 'vite.config.ts'),
        mode: mode ?? 'production',
        logLevel: 'silent',
        build: { outDir: folder },
      });
    }
  });
  after(() => rm(folder, { recursive: true }));

  it('is of the same bytes when it is built again', async () => {
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
});

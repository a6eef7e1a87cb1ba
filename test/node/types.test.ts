import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { filesIn, root } from './imports.js';

const apps = join(root, 'test/frameworks/types');

describe('the types of the tag, in strict mode and with the libraries checked', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'related-articles-types-'));
    await cp(apps, folder, { recursive: true });
    await mkdir(join(folder, 'node_modules'));
    await symlink(root, join(folder, 'node_modules/related-articles'));
    for (const name of ['@lit', '@types', 'preact', 'react', 'solid-js'])
      await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  });
  after(() => rm(folder, { recursive: true }));

  for (const app of ['dom', 'react', 'preact', 'solid']) {
    it(`accept what is right and refuse what is wrong in ${app}`, () => {
      const compiler = join(root, 'node_modules/typescript/bin/tsc');
      const { stdout, stderr } = spawnSync(process.execPath, [compiler, '--project', join(folder, app)], {
        encoding: 'utf8',
      });
      assert.equal(stdout + stderr, '');
    });
  }
});

describe('the page on types', () => {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const page = read('docs/frameworks/types.md');

  it('shows TypeScript that is checked', () => {
    const snippets = Array.from(page.matchAll(/^```ts\n(.*?)^```/gms), ([, code = '']) => code);
    const checked = ['dom/page.ts', 'vue/Page.vue']
      .map((file) => read(`test/frameworks/types/${file}`))
      .join();
    assert.equal(snippets.length, 2);
    assert.deepEqual(
      snippets.filter((code) => !checked.includes(code)),
      [],
    );
  });

  it('names the line and the listener of each framework as the app that is checked has them', () => {
    const rows = Array.from(page.matchAll(/^\|[^|]+\| `(import [^`]+)` *\| `([^`]+=)[^`]+` *\|$/gm));
    assert.equal(rows.length, 5);
    for (const [, line = '', listener = ''] of rows) {
      const [, app = ''] = /types\/(\w+)/.exec(line) ?? [];
      const sources = filesIn(`test/frameworks/types/${app}`, '').filter((file) => /\.\w+$/.test(file));
      const source = sources.map(read).join('\n');
      assert.ok(source.includes(line) && source.includes(listener), `${line} ${listener}`);
    }
  });

  it('names files for editors that the package holds', () => {
    const [, settings = ''] = /^```json\n(.*?)^```/ms.exec(page) ?? [];
    const files = Object.values(JSON.parse(settings) as Record<string, string[]>).flat();
    assert.equal(files.length, 2);
    for (const file of files) JSON.parse(read(file.replace('./node_modules/related-articles/', '')));
  });
});

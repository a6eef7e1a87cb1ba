import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { filesIn, root } from './imports.js';

const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
const folder = `related-articles-${version}`;

describe('the zip of the drop-in scripts', () => {
  let files: Record<string, Uint8Array>;
  before(async () => {
    files = unzipSync(await readFile(join(root, `${folder}.zip`)));
  });

  it('holds every script, the licences, what to do and a page that shows it, in one folder', () => {
    const scripts = filesIn('cdn', '.js').map((file) => file.replace('cdn', folder));
    const others = ['LICENSE.txt', 'README.txt', 'THIRD-PARTY.md', 'index.html'].map(
      (file) => `${folder}/${file}`,
    );
    assert.deepEqual(Object.keys(files).sort(), [...others, ...scripts].sort());
  });

  it('has a page and instructions that name scripts which it holds', () => {
    for (const file of ['index.html', 'README.txt']) {
      const text = strFromU8(files[`${folder}/${file}`] ?? new Uint8Array());
      const scripts = Array.from(text.matchAll(/[\w.-]+\.js\b/g), ([script]) => `${folder}/${script}`);
      assert.ok(scripts.length > 0, file);
      assert.deepEqual(
        scripts.filter((script) => !(script in files)),
        [],
      );
    }
  });
});

describe('scripts/zip.js', () => {
  let temporary: string;
  before(async () => {
    temporary = await mkdtemp(join(tmpdir(), 'zip-'));
  });
  after(() => rm(temporary, { recursive: true }));

  const zip = (from: string, to: string, zone: string): string =>
    execFileSync(process.execPath, ['scripts/zip.js', from, to], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    });

  it('makes the same bytes of the same files, whenever and wherever they were written', async () => {
    const zips = [];
    for (const [at, zone, names] of [
      ['a', 'Asia/Tokyo', ['one.txt', 'two/three.txt']],
      ['b', 'America/Lima', ['two/three.txt', 'one.txt']],
    ] as const) {
      const plugin = join(temporary, at, 'plugin');
      await mkdir(join(plugin, 'two'), { recursive: true });
      for (const name of names) await writeFile(join(plugin, name), `text of ${name}`);
      zip(plugin, join(temporary, `${at}.zip`), zone);
      zips.push(await readFile(join(temporary, `${at}.zip`)));
    }
    const [first, second] = zips;
    assert.ok(first && second && first.equals(second));
    assert.deepEqual(Object.keys(unzipSync(first)), ['plugin/one.txt', 'plugin/two/three.txt']);
  });

  it('says what it needs if it is called without a folder', () => {
    assert.throws(
      () => execFileSync(process.execPath, ['scripts/zip.js'], { cwd: root, stdio: 'pipe' }),
      (error: Error & { stderr: Buffer }) =>
        error.stderr.toString().startsWith('zip: name a folder and a zip'),
    );
  });
});

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'vite';
import { root } from './imports.js';

let folder: string;

/** Bundles a site's script with Vite. */
async function bundled(script: string): Promise<string> {
  const entry = join(folder, 'site.js');
  await writeFile(entry, script);
  const result = await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['es'] } },
  });
  const [{ output } = { output: [] }] = Array.isArray(result) ? result : [];
  return output.map((file) => ('code' in file ? file.code : '')).join('');
}

describe('a site’s own bundle', () => {
  before(async () => {
    // The folder lies in the package, so that `related-articles` is resolved to it.
    folder = await mkdtemp(join(root, 'node_modules', '.consumer-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('holds the element for a bare import', async () => {
    assert.match(await bundled(`import 'related-articles';`), /related-articles-load/);
  });

  it('holds the element for the entry "define"', async () => {
    assert.match(await bundled(`import 'related-articles/define';`), /related-articles-load/);
  });

  it('holds the texts of other languages, for pages to load', async () => {
    const code = await bundled(`import 'related-articles';`);
    assert.match(code, /Das könnte Sie auch interessieren/);
    assert.match(code, /次の記事|関連/);
  });

  it('holds neither the element nor Lit for the entry "core"', async () => {
    const code = await bundled(`export { createRanker } from 'related-articles/core';`);
    assert.doesNotMatch(code, /related-articles-load|customElements/);
  });
});

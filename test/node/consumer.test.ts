import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'vite';
import { root } from './imports.js';

let folder: string;

/** What Vite makes of a site's script. */
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
    // Below the package, where its own name leads to it.
    folder = await mkdtemp(join(root, 'node_modules', '.consumer-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('keeps the element of a bare import', async () => {
    assert.match(await bundled(`import 'related-articles';`), /related-articles-load/);
  });

  it('keeps the element of the define entry', async () => {
    assert.match(await bundled(`import 'related-articles/define';`), /related-articles-load/);
  });

  it('holds neither element nor Lit for the core alone', async () => {
    const code = await bundled(`export { createRanker } from 'related-articles/core';`);
    assert.doesNotMatch(code, /related-articles-load|customElements/);
  });
});

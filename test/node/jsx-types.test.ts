import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './imports.js';

const compiler = join(root, 'node_modules/typescript/bin/tsc');

describe('the types of the tag, in strict mode and with the libraries checked', () => {
  for (const framework of ['react', 'preact', 'solid']) {
    it(`accept what is right and refuse what is wrong in ${framework}’s JSX`, () => {
      const project = join(root, 'test/types', framework);
      const { stdout, stderr } = spawnSync(process.execPath, [compiler, '--project', project], {
        encoding: 'utf8',
      });
      assert.equal(stdout + stderr, '');
    });
  }
});

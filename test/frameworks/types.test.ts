import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VERSIONS } from './reporter.js';
import { install, NotHere, runAll } from './workshop.js';

const installed = await install('types').catch((error: unknown) => {
  if (error instanceof NotHere) return error;
  throw error;
});
const skip = installed instanceof NotHere && `types are not tested: ${installed.message}`;

/** Runs a command in the folder of the installed apps, and gives what it prints. */
async function run(command: string): Promise<string> {
  assert.ok(!(installed instanceof NotHere));
  return runAll(installed.folder, installed.env, [command]);
}

describe(
  'the types of the installed package, in strict mode and with the libraries checked',
  { skip },
  () => {
    for (const app of ['dom', 'react', 'preact', 'solid']) {
      it(`accept what is right and refuse what is wrong in ${app}`, async () => {
        assert.equal(await run(`tsc --project ${app}`), '');
      });
    }

    it('accept what is right and refuse what is wrong in templates of Vue', async (test) => {
      assert.ok(!(installed instanceof NotHere));
      test.diagnostic(`${VERSIONS}types: ${installed.versions.join(', ')}`);
      assert.equal(await run('vue-tsc --project vue'), '');
    });

    it('accept what is right and refuse what is wrong in templates of Svelte', async () => {
      const lines = await run('svelte-check --workspace svelte --output machine || true');
      const wrong = Array.from(
        lines.matchAll(/ (?:ERROR|WARNING) "([^"]+)" (\d+):/g),
        ([, file, line]) => `${file}:${line}`,
      );
      assert.deepEqual(
        wrong,
        [3, 4, 5, 6, 7, 8].map((line) => `Wrong.svelte:${line}`),
      );
    });
  },
);

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VERSIONS } from './reporter.js';
import { guide, install, NotHere, runAll } from './workshop.js';

const installed = await install('unit-tests', 'unit-tests').catch((error: unknown) => {
  if (error instanceof NotHere) return error;
  throw error;
});
const skip = installed instanceof NotHere && `Unit tests are not tried: ${installed.message}`;

/** Runs commands in the folder of the unit tests. A test that fails there fails here. */
async function run(...commands: string[]): Promise<void> {
  assert.ok(!(installed instanceof NotHere));
  await runAll(installed.folder, installed.env, commands);
}

describe('the unit tests of a site', { skip }, () => {
  for (const environment of ['jsdom', 'happy-dom']) {
    it(`can hold the element in Vitest with ${environment} and no settings for it`, async () => {
      await run(`vitest run block --config none.js --globals --environment ${environment}`);
    });

    it(`can hold the element and the React component in Vitest with ${environment} and the settings of the page`, async () => {
      await run(`vitest run --environment ${environment}`);
    });
  }

  it('can hold the element and the React component in Jest', async (test) => {
    assert.ok(!(installed instanceof NotHere));
    test.diagnostic(`${VERSIONS}unit tests: ${installed.versions.join(', ')}`);
    const { commands } = guide('unit-tests');
    assert.equal(commands.length, 1);
    await run(...commands);
  });
});

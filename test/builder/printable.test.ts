import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { folder, run } from './support.js';

/** Clears the screen, reorders the line, and begins a line that the command did not write. */
const NASTY = '\u001B[2J\u009B31m\u202Egnp\u2066\u200F\u2028\r\nforged';
// oxlint-disable-next-line no-control-regex -- These are what must not be printed.
const UNPRINTABLE = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/;

function index(): string {
  return JSON.stringify([
    { id: `a${NASTY}`, url: '/a', title: 'A', tags: ['Mast'] },
    { id: 'b', url: `/b${NASTY}`, title: 'B', tags: ['Mast'] },
    { id: NASTY, url: `no address: ${NASTY}`, title: `C${NASTY}` },
    { id: `a${NASTY}`, url: '/d', title: 'D', tags: [`x${NASTY}`] },
  ]);
}

describe('what a source gives', () => {
  for (const args of [
    ['build', '--base', 'https://site.example/', '--out', '-'],
    ['check', '--base', 'https://site.example/'],
    ['check', '--base', 'https://site.example/', '--json'],
    ['explain', '--base', 'https://site.example/', 'A'],
    ['explain', '--base', 'https://site.example/', 'A', '--json'],
    ['explain', '--base', 'https://site.example/', NASTY],
  ]) {
    it(`reaches no terminal with characters that direct it: ${args[0]} ${args.slice(3).join(' ').slice(0, 9)}`, async (test) => {
      const path = folder(test, { [`in${NASTY.replaceAll('/', '')}.json`]: index() });
      const [command = '', ...others] = args;
      const source = `${path}/in${NASTY}.json`;
      const { out, err } = await run([command, source, ...others], { env: { NO_COLOR: '1' } });
      assert.doesNotMatch(`${out}${err}`.replaceAll('<ESC>', '\u001B'), UNPRINTABLE);
      assert.doesNotMatch(`${out}${err}`, /^forged/m);
    });
  }

  it('is the same JSON if it goes to standard output', async (test) => {
    const path = folder(test, { 'a.json': index() });
    const { out } = await run(['build', `${path}/a.json`, '--base', 'https://site.example/', '--out', '-']);
    await run(['build', `${path}/a.json`, '--base', 'https://site.example/', '--out', `${path}/out.json`]);
    const { readFileSync } = await import('node:fs');
    assert.deepEqual(JSON.parse(out), JSON.parse(readFileSync(`${path}/out.json`, 'utf8')));
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { filesIn, importsOf, reach, root, target } from './imports.js';

/** The imports of a folder's files, each as `file: import`, relative ones by the file that they mean. */
function importsIn(folder: string): [file: string, imported: string][] {
  return filesIn(folder, '.ts').flatMap((file) =>
    importsOf(file).map((name): [string, string] => [file, name.startsWith('.') ? target(file, name) : name]),
  );
}

/** Fails with the list of imports that are not allowed. */
function allow(imports: [file: string, imported: string][], isAllowed: (imported: string) => boolean): void {
  const wrong = imports.filter(([, imported]) => !isAllowed(imported));
  assert.deepEqual(
    wrong.map((pair) => pair.join(': ')),
    [],
  );
}

/** Passes over a test of a room that is not there. */
function absent(room: string): { skip: boolean } {
  return { skip: filesIn(`src/${room}`, '.ts').length === 0 };
}

const isLit = (name: string): boolean =>
  /^(?:lit|lit-html|lit-element|@lit\/[^/]+|@lit-labs\/[^/]+)(?:\/|$)/.test(name);
const isSource = (name: string): boolean => name.startsWith('src/');

/** What every room may import: the types that all share, and how long work is done. */
const SHARED = ['src/article.ts', 'src/steps.ts'];

describe('the rooms', () => {
  for (const room of ['reader', 'page', 'ranking', 'discussion']) {
    it(`are not empty: ${room}`, () => {
      assert.notDeepEqual(importsIn(`src/${room}`), []);
    });
  }

  for (const room of ['reader', 'page', 'ranking', 'discussion']) {
    it(`know no other room: ${room}`, absent(room), () => {
      const own = `src/${room}/`;
      allow(
        importsIn(`src/${room}`),
        (name) => !isSource(name) || name.startsWith(own) || SHARED.includes(name),
      );
    });
  }

  for (const room of ['reader', 'page', 'ranking', 'builder']) {
    it(`know no Lit: ${room}`, absent(room), () => {
      allow(importsIn(`src/${room}`), (name) => !isLit(name));
    });
  }

  it('leave the builder out of the element', absent('builder'), () => {
    allow(importsIn('src/element'), (name) => !name.startsWith('src/builder/'));
  });

  it('leave the element out of the builder', absent('builder'), () => {
    allow(
      importsIn('src/builder'),
      (name) => !/^src\/(?:element\/|element\.ts|define\.ts|index\.ts)/.test(name),
    );
  });

  it('have nothing in the shared types that exists at run time', () => {
    assert.doesNotMatch(
      readFileSync(join(root, 'src/article.ts'), 'utf8'),
      /^(?:import|export) (?!interface|type)/m,
    );
  });
});

describe('the sources', () => {
  it('need nothing that only Node has', () => {
    allow(
      importsIn('src').filter(([file]) => !file.startsWith('src/builder/')),
      (name) => !name.startsWith('node:'),
    );
  });

  it('import only packages that the package depends on', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: object;
    };
    const names = Object.keys(dependencies);
    const isKnown = (name: string): boolean =>
      names.some((known) => name === known || name.startsWith(`${known}/`));
    const published = importsIn('src').filter(([file]) => !file.startsWith('src/bundle/'));
    allow(published, (name) => isSource(name) || name.startsWith('node:') || isKnown(name));
  });

  it('of the core reach no Lit', () => {
    const reached = reach('src/core.ts');
    assert.ok(reached.includes('minisearch'), reached.join(' '));
    assert.deepEqual(reached.filter(isLit), []);
  });

  it('of the element reach Lit, as this test would see', () => {
    assert.notDeepEqual(reach('src/element.ts').filter(isLit), []);
  });
});

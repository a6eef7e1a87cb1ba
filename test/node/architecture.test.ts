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
  assert.notDeepEqual(imports, []);
  const wrong = imports.filter(([, imported]) => !isAllowed(imported));
  assert.deepEqual(
    wrong.map((pair) => pair.join(': ')),
    [],
  );
}

const isLit = (name: string): boolean => /^(?:lit|lit-html|lit-element|@lit\/[^/]+)(?:\/|$)/.test(name);
const isSource = (name: string): boolean => name.startsWith('src/');
const isShared = (name: string): boolean => name === 'src/article.ts' || name.startsWith('src/shared/');

describe('the architecture', () => {
  it('lets the shared room import no other room', () => {
    allow(importsIn('src/shared'), (name) => !isSource(name) || isShared(name));
  });

  for (const room of ['reader', 'page', 'ranking', 'discussion']) {
    it(`lets the room "${room}" import the shared room and its own files only`, () => {
      allow(
        importsIn(`src/${room}`),
        (name) => !isSource(name) || isShared(name) || name.startsWith(`src/${room}/`),
      );
    });
  }

  for (const room of ['shared', 'reader', 'page', 'ranking', 'discussion', 'builder']) {
    it(`keeps Lit out of the room "${room}"`, () => {
      allow(importsIn(`src/${room}`), (name) => !isLit(name));
    });
  }

  it('lets the element import nothing of the builder', () => {
    allow(importsIn('src/element'), (name) => !name.startsWith('src/builder/'));
  });

  it('lets the builder import nothing of the element', () => {
    allow(importsIn('src/builder'), (name) => !name.startsWith('src/element/'));
  });

  it('keeps everything that exists at run time out of the shared types', () => {
    assert.doesNotMatch(
      readFileSync(join(root, 'src/article.ts'), 'utf8'),
      /^(?:import|export) (?!interface|type)/m,
    );
  });

  it('keeps modules of Node in the builder', () => {
    const others = importsIn('src').filter(([file]) => !/^src\/builder(?:\/|\.ts)/.test(file));
    allow(others, (name) => !name.startsWith('node:'));
  });

  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies' | 'peerDependencies',
    object
  >;
  /** Whether an import is a source, a module of Node or one of these packages. */
  const isOneOf =
    (packages: readonly string[]) =>
    (name: string): boolean => {
      const isKnown = packages.some((known) => name === known || name.startsWith(`${known}/`));
      return isSource(name) || name.startsWith('node:') || isKnown;
    };
  const { dependencies, devDependencies, peerDependencies } = manifest;
  const peers = Object.keys(peerDependencies);
  const bundled = Object.keys(devDependencies).filter((name) => !peers.includes(name));

  it('imports only packages that are installed with it or bundled', () => {
    const others = importsIn('src').filter(([file]) => file !== 'src/react.ts');
    allow(others, isOneOf([...Object.keys(dependencies), ...bundled]));
  });

  it('lets only the entry "react" import packages that a site may leave out', () => {
    const imports = importsIn('src').filter(([file]) => file === 'src/react.ts');
    allow(imports, isOneOf([...Object.keys(dependencies), ...peers]));
  });

  it('lets the core reach MiniSearch and no Lit', () => {
    const reached = reach('src/core.ts');
    assert.ok(reached.includes('minisearch'), reached.join(' '));
    assert.deepEqual(reached.filter(isLit), []);
  });

  it('lets the element reach Lit', () => {
    assert.notDeepEqual(reach('src/element.ts').filter(isLit), []);
  });
});

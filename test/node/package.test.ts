import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import type * as Core from '../../src/core.js';
import { filesIn, importsOf, reach, root } from './imports.js';

interface Named {
  readonly name: string;
  readonly fieldName?: string;
  readonly default?: string;
  readonly description?: string;
}

/** The element's declaration in a custom elements manifest. */
interface Declaration extends Named {
  readonly tagName?: string;
  readonly attributes: readonly Named[];
  readonly members: readonly (Named & { readonly kind: string })[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly cssStates: readonly Named[];
}

interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations: readonly Declaration[] }[];
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** All strings in a JSON document, at any depth. */
function texts(json: unknown): string[] {
  if (typeof json === 'string') return [json];
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(texts) : [];
}

/** The element’s declaration in the manifest. */
function element(): Declaration {
  const { modules } = JSON.parse(read('custom-elements.json')) as Manifest;
  const declarations = modules.flatMap((module) => module.declarations);
  const tagged = declarations.find(({ tagName }) => tagName !== undefined);
  assert.ok(tagged, 'no tag name');
  return tagged;
}

function names(list: readonly Named[]): string[] {
  return list.map(({ name }) => name).sort();
}

/** The first group of each match, sorted and without repetitions. */
function found(source: string, pattern: RegExp): string[] {
  return [...new Set(Array.from(source.matchAll(pattern), ([, group = '']) => group))].sort();
}

const manifest = JSON.parse(read('package.json')) as Record<string, unknown>;
const elementSource = filesIn('src/element', '.ts').map(read).join('\n');

before(() => {
  if (!existsSync(join(root, 'dist/index.js'))) execFileSync('npm', ['run', 'build'], { cwd: root });
});

describe('the package', () => {
  for (const field of ['exports', 'types', 'unpkg', 'jsdelivr', 'customElements', 'files']) {
    it(`holds the files that "${field}" in package.json names`, () => {
      const paths = texts(manifest[field]).filter((path) => !path.startsWith('!'));
      assert.notDeepEqual(paths, []);
      assert.deepEqual(
        paths.filter((path) => !existsSync(join(root, path))),
        [],
      );
    });
  }

  const errorAndElement = [
    'RelatedArticles',
    'RelatedArticlesErrorEvent',
    'RelatedArticlesLoadEvent',
    'RelatedArticlesSelectEvent',
    'isIndexError',
    'loadStrings',
  ];
  const entries: [name: string, names: string[]][] = [
    [
      'related-articles',
      [...errorAndElement, 'createRanker', 'distil', 'extractKeyTerms', 'readIndex'].sort(),
    ],
    ['related-articles/element', errorAndElement],
    ['related-articles/core', ['createRanker', 'distil', 'extractKeyTerms', 'readIndex']],
    ['related-articles/define', []],
    ['related-articles/react', ['RelatedArticles']],
    [
      'related-articles/builder',
      [
        'BuildError',
        'articlePath',
        'build',
        'checkIndex',
        'explain',
        'indexFeed',
        'inject',
        'neighboursFeed',
        'neighboursPath',
        'preview',
        'readSources',
        'writeNeighbours',
      ],
    ],
  ];
  for (const [name, exported] of entries) {
    it(`exports the documented names without a DOM: ${name}`, async () => {
      assert.equal(typeof document, 'undefined');
      const module: object = await import(name);
      assert.deepEqual(Object.keys(module).sort(), exported);
    });
  }

  it('ranks with its core alone', async () => {
    const name = 'related-articles/core';
    const core: typeof Core = await import(name);
    const { articles } = core.readIndex([{ url: '/a', title: 'A' }], 'https://site.example/');
    assert.equal(core.createRanker(articles).related({ title: 'A' })[0]?.article.title, 'A');
  });

  it('does not export its internal files', async () => {
    const inner = 'related-articles/dist/reader/draft.js';
    await assert.rejects(import(inner), { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' });
  });
});

describe('dist', () => {
  it('has a module and types for every source', () => {
    const sources = filesIn('src', '.ts')
      .filter((file) => !file.endsWith('.d.ts'))
      .map((file) => file.replace(/^src(.*)\.ts$/, 'dist$1'));
    const missing = sources.filter((file) =>
      ['.js', '.d.ts'].some((end) => !existsSync(join(root, file + end))),
    );
    assert.deepEqual(missing, []);
  });

  it('imports Lit and does not contain it', () => {
    const imports = importsOf('dist/element/templates/card.js');
    assert.ok(imports.includes('lit'), imports.join(' '));
  });

  it('has no Lit in its core', () => {
    const reached = reach('dist/core.js');
    assert.deepEqual([...new Set(reached)].sort(), [
      ...['dutch', 'english', 'french', 'german', 'italian', 'portuguese', 'spanish'].map(
        (language) => `@orama/stopwords/${language}`,
      ),
      'minisearch',
      'stopword',
    ]);
  });

  it('ends every relative import in .js', () => {
    const imports = filesIn('dist', '.js').flatMap(importsOf);
    const relative = imports.filter((name) => name.startsWith('.'));
    assert.notDeepEqual(relative, []);
    assert.deepEqual(
      relative.filter((name) => !name.endsWith('.js')),
      [],
    );
  });
});

describe('the drop-in bundle', () => {
  const source = (): string => read('cdn/related-articles.js');

  const singleFile = 'cdn/related-articles.all.js';
  const scripts = filesIn('cdn', '.js').filter(
    (file) => file !== 'cdn/related-articles.js' && file !== singleFile,
  );

  it('imports its own scripts only, each when it is needed', () => {
    const imported = new Set<string>();
    for (const file of ['cdn/related-articles.js', ...scripts]) {
      assert.ok(!/\bimport\s*(?:[\w$]+\s+from\b|[*{"'`])/.test(read(file)), file);
      const named = found(read(file), /\bimport\(\s*["'`]\.\/([^"'`]+)["'`]\s*\)/g);
      assert.equal(named.length, read(file).split(/\bimport\(/).length - 1, file);
      for (const name of named) imported.add(`cdn/${name}`);
    }
    assert.deepEqual([...imported].sort(), scripts);
  });

  it('exists as a single file too, which leaves out rarer formats and comment systems', () => {
    const imported = found(read(singleFile), /\bimport\(\s*["'`]\.\/([^"'`]+)["'`]\s*\)/g);
    assert.deepEqual(imported.sort(), ['related-articles-counts.js', 'related-articles-formats.js']);
    assert.match(read(singleFile), /Das könnte Sie auch interessieren/);
  });

  // A page may name the bundle by another URL, with a version for instance: an import would load it a second time.
  for (const script of scripts) {
    it(`is not imported by its script ${script}`, () => {
      assert.ok(!read(script).includes('./related-articles.js'), script);
    });
  }

  it('holds the English texts only', () => {
    assert.match(source(), /You might also like/);
    assert.doesNotMatch(source(), /Das könnte Sie auch interessieren/);
  });

  it('has no static import and no require', () => {
    assert.doesNotMatch(source(), /\bfrom\s*["'`]|\brequire\s*\(/);
  });

  it('registers the element', () => {
    assert.match(source(), /related-articles/);
    assert.match(source(), /\bcustomElements\b/);
  });

  it('runs without a bundler', () => {
    assert.doesNotMatch(source(), /\bprocess\.env\b|\bimport\.meta\b/);
  });
});

describe('the custom elements manifest', () => {
  it('names the tag and the class', () => {
    assert.deepEqual([element().tagName, element().name], ['related-articles', 'RelatedArticles']);
  });

  it('names files that the package holds', () => {
    const { modules } = JSON.parse(read('custom-elements.json')) as Manifest;
    const missing = modules.filter(({ path }) => !existsSync(join(root, path)));
    assert.deepEqual([modules.length > 0, missing], [true, []]);
  });

  it('names every attribute of the class', () => {
    const lists = elementSource.matchAll(/properties: PropertyDeclarations = \{\n(.*?)^  \};/gms);
    const declared = Array.from(lists, ([, list = '']) => [
      ...list.matchAll(/^ {4}(\w+): \{(.*)\},$/gm),
    ]).flat();
    const attributes = declared.map(([, property = '', options = '']) =>
      options.includes('attribute: false')
        ? ''
        : (/attribute: '([^']+)'/.exec(options)?.[1] ?? property.toLowerCase()),
    );
    assert.deepEqual(names(element().attributes), attributes.filter(Boolean).sort());
  });

  it('names every public property and method of the class', () => {
    const declared = found(elementSource, /^ {4}(\w+): \{.*\},$/gm);
    const isDescribed = ({ name }: Named): boolean => declared.includes(name);
    const { members } = element();
    assert.deepEqual(names(members.filter(isDescribed)), declared);
    const others = members.filter((member) => !isDescribed(member));
    assert.deepEqual(names(others), ['define', 'error', 'reload']);
  });

  it('describes every name', () => {
    const { attributes, members, events, slots, cssParts, cssProperties, cssStates } = element();
    const all = [attributes, members, events, slots, cssParts, cssProperties, cssStates].flat();
    assert.deepEqual(names(all.filter(({ description }) => !description)), []);
  });

  it('gives the defaults of attributes as values, not as names of constants', () => {
    const defaults = element().attributes.filter((attribute) => /^[A-Z_]+$/.test(attribute.default ?? ''));
    assert.deepEqual(names(defaults), []);
  });

  it('names the same events as the code', () => {
    const events = ['discussions', 'error', 'load', 'select'].map((name) => `related-articles-${name}`);
    assert.deepEqual(names(element().events), events);
    assert.deepEqual(found(elementSource, /super\('(related-articles-[^']+)'/g), events);
  });

  it('names the same slots as the code', () => {
    assert.deepEqual(names(element().slots), ['', 'card', 'heading']);
    const slots = found(elementSource, /<slot(?: name="([^"]+)")?/g);
    assert.deepEqual([...slots, ...found(elementSource, /template\[slot="(\w+)"\]/g)].sort(), [
      '',
      'card',
      'heading',
    ]);
  });

  it('names the same parts as the code', () => {
    const written = found(elementSource, /\bpart="([\w-]+)"/g);
    const called = found(elementSource, /\b(?:heading\([^,]+, |piece\(|line\()'([\w-]+)'/g);
    assert.deepEqual(names(element().cssParts), [...new Set([...written, ...called])].sort());
  });

  it('names the same custom properties as the styles', () => {
    const used = found(elementSource, /var\(\s*(--related-articles-[\w-]+)/g);
    assert.deepEqual(names(element().cssProperties), used);
  });

  it('names the same states as the code', () => {
    assert.deepEqual(names(element().cssStates), ['blank', 'empty', 'error', 'loading']);
    assert.deepEqual(found(elementSource, /#setState\('(\w+)'/g), ['blank', 'empty', 'error', 'loading']);
  });

  it('names nothing that the README leaves out', () => {
    const { attributes, events, cssParts, cssProperties, cssStates } = element();
    const described = [
      ...names([...attributes, ...events, ...cssParts]).map((name) => `\`${name}\``),
      ...names(cssProperties),
      ...names(cssStates).map((name) => `:state(${name})`),
    ];
    const readme = read('README.md');
    assert.deepEqual(
      described.filter((name) => !readme.includes(name)),
      [],
    );
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import type * as Builder from '../../src/builder.js';
import type * as Core from '../../src/core.js';
import { filesIn, importsOf, inOrder, reach, root, target } from './imports.js';

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
  for (const field of ['exports', 'types', 'unpkg', 'jsdelivr', 'customElements', 'web-types', 'files']) {
    it(`holds the files that "${field}" in package.json names`, () => {
      const paths = texts(manifest[field]).filter((path) => !path.startsWith('!'));
      assert.notDeepEqual(paths, []);
      assert.deepEqual(
        paths.filter((path) => !existsSync(join(root, path.replace('*', 'react')))),
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
    ['related-articles/views', []],
    ['related-articles/react', ['RelatedArticles']],
    [
      'related-articles/builder',
      [
        'BuildError',
        'NeighboursState',
        'SearchServer',
        'articlePath',
        'build',
        'checkIndex',
        'explain',
        'indexFeed',
        'inject',
        'linksReport',
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

  it('has a command that runs with what is in dist alone', () => {
    const { bin, version } = manifest as { bin: Record<string, string>; version: string };
    const [command = ''] = Object.values(bin);
    const printed = execFileSync(process.execPath, [command, '--version'], { cwd: root, encoding: 'utf8' });
    assert.equal(printed.trim(), version);
  });

  it('previews with the scripts in cdn', async () => {
    const name = 'related-articles/builder';
    const { preview }: typeof Builder = await import(name);
    const { url, close } = await preview([{ id: 'a', url: 'https://site.example/a', title: 'A', tags: [] }], {
      port: 0,
    });
    const response = await fetch(new URL('/related-articles.js', url));
    await close();
    assert.equal(await response.text(), read('cdn/related-articles.js'));
  });

  it('does not export its internal files', async () => {
    const inner = 'related-articles/dist/chunks/define.js';
    await assert.rejects(import(inner), { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' });
  });
});

/** The entries that `exports` in package.json names, without those for Node. */
const forBrowsers = ['index', 'define', 'element', 'core'].map((name) => `dist/${name}.js`);
const dependencies = Object.keys(manifest['dependencies'] as object);
const isDependency = (name: string): boolean =>
  dependencies.some((known) => name === known || name.startsWith(`${known}/`));
/** The packages that only the entry "react" imports. */
const peers = ['@lit/react', 'react'];
/** Whether a package is beside ours when it is installed. */
const isBeside = (name: string): boolean => isDependency(name) || peers.includes(name);

describe('dist', () => {
  it('brings Lit, its task and MiniSearch, and nothing else', () => {
    assert.deepEqual(dependencies.sort(), ['@lit/task', 'lit', 'minisearch']);
  });

  it('imports only these, and modules of Node', () => {
    const imports = filesIn('dist', '.js').flatMap(importsOf);
    const others = imports.filter((name) => !name.startsWith('.') && !name.startsWith('node:'));
    assert.deepEqual([...new Set(others)].filter((name) => !isDependency(name)).sort(), peers);
    assert.deepEqual(
      importsOf('dist/react.js')
        .filter((name) => peers.includes(name))
        .sort(),
      peers,
    );
    assert.ok(others.includes('lit') && others.includes('minisearch'), others.join(' '));
  });

  it('has no modules of Node in what browsers load', () => {
    for (const entry of forBrowsers) {
      const reached = reach(entry);
      assert.deepEqual(
        reached.filter((name) => name.startsWith('node:')),
        [],
        entry,
      );
    }
  });

  it('tells React’s servers that its component is for browsers', () => {
    assert.match(read('dist/react.js'), /^["']use client["'];/);
  });

  it('imports Lit and does not contain it', () => {
    assert.ok(reach('dist/element.js').includes('lit'));
    const scripts = filesIn('dist', '.js').map(read).join('');
    assert.doesNotMatch(scripts, /litElementVersions\?*\.push|litHtmlVersions\?*\.push/);
  });

  it('has no Lit in its core', () => {
    assert.deepEqual([...new Set(reach('dist/core.js'))], ['minisearch']);
  });

  it('hides elements of the page that Lit would take for its own names before it loads Lit', () => {
    for (const entry of ['index', 'define', 'element', 'react'].map((name) => `dist/${name}.js`)) {
      const order = inOrder(entry);
      assert.ok(order.includes('dist/chunks/lit-globals.js'), entry);
      const lit = order.findIndex((name) => /^@?lit\b/.test(name));
      assert.ok(order.indexOf('dist/chunks/lit-globals.js') < lit, order.join(' '));
    }
  });

  it('imports files that exist, by names that end in .js', () => {
    const missing = filesIn('dist', '.js').flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => target(file, name))
        .filter((path) => !path.endsWith('.js') || !existsSync(join(root, path))),
    );
    assert.deepEqual(missing, []);
  });

  it('holds the licences of the libraries that it contains', () => {
    const imports = filesIn('src', '.ts').flatMap(importsOf);
    const libraries = imports.filter((name) => !/^(?:\.|node:)/.test(name) && !isBeside(name));
    const packages = libraries.flatMap((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name) ?? []);
    assert.ok(packages.includes('commander'), packages.join(' '));
    const notices = read('dist/THIRD-PARTY.md');
    assert.deepEqual(
      packages.filter((name) => !notices.includes(`\n## ${name} - `)),
      [],
    );
  });

  it('holds the licences of the libraries in the drop-in scripts, beside these', () => {
    const notices = read('cdn/THIRD-PARTY.md');
    const libraries = ['lit', 'lit-html', '@lit/task', 'minisearch', 'stopword', '@orama/stopwords'];
    assert.deepEqual(
      libraries.filter((name) => !notices.includes(`\n## ${name} - `)),
      [],
    );
    assert.match(notices, /Apache License/);
  });

  it('has declarations that name only each other, dependencies and modules of Node', () => {
    const declarations = filesIn('dist', '.d.ts');
    assert.ok(declarations.length > 20);
    const wrong = declarations.flatMap((file) =>
      importsOf(file).filter((name) => {
        if (!name.startsWith('.')) return !name.startsWith('node:') && !isBeside(name);
        return !existsSync(join(root, target(file, name).replace(/\.js$/, '.d.ts')));
      }),
    );
    assert.deepEqual(wrong, []);
  });
});

describe('the tarball', () => {
  it('has no more than 400 files and 470 kB, and none of the source, its tests and maps', () => {
    const listed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [{ size, files } = { size: 0, files: [] }] = JSON.parse(listed) as {
      size: number;
      files: { path: string }[];
    }[];
    assert.ok(size > 0 && size <= 470_000, `${size} bytes`);
    const paths = files.map(({ path }) => path);
    assert.ok(paths.length <= 400, `${paths.length} files`);
    assert.deepEqual(
      paths.filter(
        (path) =>
          !/^(?:cdn|dist|editors|types)\/|^(?:package|custom-elements)\.json$|^(?:README\.md|LICENSE)$/.test(
            path,
          ),
      ),
      [],
    );
    assert.deepEqual(
      paths.filter((path) => path.endsWith('.map')),
      [],
    );
  });
});

describe('the drop-in bundle', () => {
  const source = (): string => read('cdn/related-articles.js');

  const singleFile = 'cdn/related-articles.all.js';
  /** Pages name it themselves. */
  const viewsScript = 'cdn/related-articles-views.js';
  const scripts = filesIn('cdn', '.js').filter(
    (file) => !['cdn/related-articles.js', viewsScript, singleFile].includes(file),
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

  it('exists as a single file too, which leaves out comment systems and most languages', () => {
    const imported = found(read(singleFile), /\bimport\(\s*["'`]\.\/([^"'`]+)["'`]\s*\)/g);
    assert.deepEqual(
      imported.filter((name) => !/-[a-z]{2}(?:-[a-z]+)?\.js$/.test(name)),
      ['related-articles-counts.js'],
    );
    assert.ok(imported.includes('related-articles-ja.js') && !imported.includes('related-articles-de.js'));
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

  /** The properties that the class declares, each with its options. */
  const properties = Array.from(
    elementSource.matchAll(/properties: PropertyDeclarations = \{\n(.*?)^  \};/gms),
    ([, list = '']) => [...list.matchAll(/^ {4}(\w+): \{(.*)\},$/gm)],
  ).flat();

  it('names every attribute of the class', () => {
    const attributes = properties.map(([, property = '', options = '']) =>
      options.includes('attribute: false')
        ? ''
        : (/attribute: '([^']+)'/.exec(options)?.[1] ?? property.toLowerCase()),
    );
    assert.deepEqual(names(element().attributes), attributes.filter(Boolean).sort());
  });

  it('names every public property and method of the class', () => {
    const declared = properties.map(([, name = '']) => name).sort();
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
    const events = ['discussions', 'error', 'load', 'select', 'view'].map(
      (name) => `related-articles-${name}`,
    );
    assert.deepEqual(names(element().events), events);
    assert.deepEqual(found(elementSource, /super\('(related-articles-[^']+)'/g), events);
    assert.deepEqual(found(read('src/react.ts'), /'(related-articles-[^']+)' as EventName/g), events);
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
    const second = found(elementSource, /'card ([\w-]+)'/g);
    assert.deepEqual(names(element().cssParts), [...new Set([...written, ...called, ...second])].sort());
  });

  it('names the same custom properties as the styles', () => {
    const used = found(elementSource, /var\(\s*(--related-articles-[\w-]+)/g);
    assert.deepEqual(names(element().cssProperties), used);
  });

  it('names the same states as the code', () => {
    assert.deepEqual(names(element().cssStates), ['blank', 'empty', 'error', 'loading']);
    assert.deepEqual(found(elementSource, /#setState\('(\w+)'/g), ['blank', 'empty', 'error', 'loading']);
  });
});

/** What editors are told of a name. */
interface Told extends Named {
  readonly values?: readonly Named[];
}

/** Reads one of the files for editors. */
const told = (file: string): unknown => JSON.parse(read(`editors/${file}`));

describe('the data for editors', () => {
  interface HtmlData {
    readonly tags: readonly (Told & { readonly attributes: readonly Told[] })[];
  }
  interface CssData {
    readonly properties: readonly Told[];
    readonly pseudoElements: readonly Told[];
  }
  interface WebTypes {
    readonly contributions: {
      readonly html: {
        readonly elements: readonly Pick<Declaration, 'name' | 'attributes' | 'slots' | 'events'>[];
      };
    };
  }

  it('tells VS Code each attribute, and the values of those that have a list', () => {
    const [tag] = (told('vscode.html-custom-data.json') as HtmlData).tags;
    assert.equal(tag?.name, 'related-articles');
    assert.deepEqual(names(tag.attributes), names(element().attributes));
    const lists = tag.attributes.filter(({ values = [] }) => values.length > 0);
    assert.deepEqual(Object.fromEntries(lists.map(({ name, values = [] }) => [name, names(values)])), {
      by: ['author', 'backlinks', 'relatedness', 'section', 'series'],
      credentials: ['omit', 'same-origin'],
      'date-style': ['full', 'long', 'medium', 'short'],
      fallback: ['content', 'hide', 'recent'],
      layout: found(elementSource, /const LAYOUTS[^[]*\[(.*)\]/g)
        .join()
        .match(/[a-z]+/g)
        ?.sort(),
      loading: ['eager', 'lazy'],
    });
  });

  it('tells VS Code each custom property and part', () => {
    const { properties, pseudoElements } = told('vscode.css-custom-data.json') as CssData;
    assert.deepEqual(names(properties), names(element().cssProperties));
    const parts = element().cssParts.map(({ name }) => `::part(${name})`);
    assert.deepEqual(names(pseudoElements), parts.sort());
  });

  it('tells JetBrains’ editors each attribute, slot and event', () => {
    const [tag] = (told('web-types.json') as WebTypes).contributions.html.elements;
    assert.ok(tag, 'no element');
    for (const kind of ['attributes', 'slots', 'events'] as const)
      assert.deepEqual(names(tag[kind]), names(element()[kind]));
  });
});

import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import { dataOfJson, dataOfScript } from '../../src/builder/sources/json-text.js';
import { readLenientJson } from '../../src/builder/sources/lenient-json.js';
import { readSources } from '../../src/builder/sources/read-sources.js';
import { folder } from './support.js';

describe('JSON that is not quite JSON', () => {
  for (const [text, json, fault] of [
    ['[{"a":1},\n{"a":2},\n]', [{ a: 1 }, { a: 2 }], 'a comma too many in line 3'],
    ['{"a":1,}', { a: 1 }, 'a comma too many in line 1'],
    ['[{"a":1}\n{"a":2}]', [{ a: 1 }, { a: 2 }], 'a missing comma in line 2'],
    ['{"a":"one\ntwo"}', { a: 'one\ntwo' }, 'a line break in a string in line 1'],
    ['{"a":"one\ttwo"}', { a: 'one\ttwo' }, 'a tab in a string in line 1'],
    ['{"a":"C:\\dir\\new"}', { a: 'C:\\dir\new' }, 'a backslash that escapes nothing in line 1'],
    ['{"a":"the "tall" mast"}', { a: 'the "tall" mast' }, 'a quotation mark in a string in line 1'],
    ['{"a":,"b":1}', { a: null, b: 1 }, 'a missing value in line 1'],
    ['{"a":2026-11-17}', { a: '2026-11-17' }, 'a text without quotation marks in line 1'],
    ['[1, // One\n2]', [1, 2], 'a comment in line 1'],
    ["{a:'x'}", { a: 'x' }, 'a name without quotation marks in line 1'],
  ] as const) {
    it(`is read with a warning: ${JSON.stringify(text)}`, () => {
      const { json: read, warnings } = dataOfJson(text, 'search.json');
      assert.deepEqual(read, json);
      assert.match(warnings.join(), /^search\.json is not quite JSON, and no browser can read it: it has /);
      assert.ok(warnings[0]?.includes(fault), warnings[0]);
    });
  }

  for (const [text, problem] of [
    ['[{"a":1},\n{"a":', 'it breaks off in line 2'],
    ['[{"a":1}', 'it breaks off in line 1'],
    ['["one', 'it breaks off in a string in line 1'],
    ['[1] [2]', 'it goes on behind its end in line 1'],
    ['{a 1}', 'it has no value for "a" in line 1'],
    ['[\nfunction () {}]', 'it has something other than a value in line 2'],
    ['['.repeat(5000), 'it is nested too deep in line 1'],
  ] as const) {
    it(`is refused if ${problem}`, () => {
      assert.throws(() => dataOfJson(text, 'search.json'), {
        name: 'BuildError',
        message: `related-articles: search.json is broken JSON: ${problem}; mend what writes it`,
      });
    });
  }

  it('is the same as JSON, without a fault, if it is JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2), (text, indentation) => {
        const json: unknown = JSON.parse(text);
        const { value, faults } = readLenientJson(JSON.stringify(json, undefined, indentation));
        assert.deepEqual([JSON.stringify(value), faults], [JSON.stringify(json), []]);
      }),
    );
  });

  it('takes no name for more than a name', () => {
    const { json } = dataOfJson('{"__proto__":{"a":1},}', 'f');
    assert.deepEqual([Object.keys(json as object), (json as { a?: number }).a], [['__proto__'], undefined]);
  });
});

describe('the data of a script', () => {
  for (const [script, json] of [
    ['var tipuesearch = {"pages":[{"title":"A"}]};', { pages: [{ title: 'A' }] }],
    [
      'var a = function () { return [1]; }\nvar store = [\n{ title: `A`, url: "/a" },\n]',
      [{ title: 'A', url: '/a' }],
    ],
    [
      'var options = {"keys":["title"]};\nconst data = [{"title":"A","url":"/a"}];',
      [{ title: 'A', url: '/a' }],
    ],
    [
      `window.search = Object.assign(window.search, JSON.parse('[{"title":"It\\'s"}]'));`,
      [{ title: "It's" }],
    ],
    ['callback([{"title":"A"}])', [{ title: 'A' }]],
    ['var index = [[1, 2, 3, 4], [5, 6, 7, 8]];\nvar docs = [{ id: 1 }];', [{ id: 1 }]],
  ] as const) {
    it(`is found in ${script.slice(0, 60)}`, () => {
      assert.deepEqual(dataOfScript(script, 'search.js').json, json);
    });
  }

  it('is never evaluated', () => {
    const ran = globalThis as { ran?: boolean };
    dataOfScript('globalThis.ran = true; var a = [{"b": 1}]; (() => { globalThis.ran = true })()', 'f');
    assert.throws(() => dataOfScript('var a = [globalThis.ran = true]', 'f'));
    assert.equal(ran.ran, undefined);
  });

  it('must be there', () => {
    assert.throws(() => dataOfScript('var a = {}; f(["x"]);', 'search.js'), {
      message: /search\.js is a script that holds no list of articles; name the site's feed or sitemap$/,
    });
  });
});

describe('a search index', () => {
  const articlesIn = async (test: TestContext, name: string, content: string): Promise<unknown[][]> => {
    const path = folder(test, { [name]: content });
    const { articles } = await readSources([`${path}/${name}`], { base: 'https://site.example/docs' });
    return articles.map(({ title, url, tags, text }) => [title, url, tags, text]);
  };

  it('of Hexo is read from its XML', async (test) => {
    const xml = `<?xml version="1.0" encoding="utf-8"?><search>
      <entry><title>Masts &amp; more</title><link href="/masts/"/><url>/masts/</url>
        <content type="html"><![CDATA[<p>Tall.</p><p>Wide.</p>]]></content>
        <categories><category>Networks</category></categories><tags><tag> 5G </tag></tags></entry>
      <entry><title>Forests</title><link href="/forests/"/><content type="text">Use &lt;b&gt;.</content>
        <categories><category> Networks </category></categories></entry>
      <entry><title></title><url>/empty/</url></entry></search>`;
    assert.deepEqual(await articlesIn(test, 'search.xml', xml), [
      ['Masts & more', 'https://site.example/masts/', ['5G'], 'Tall.\nWide.'],
      ['Forests', 'https://site.example/forests/', ['Networks'], 'Use <b>.'],
    ]);
  });

  it('of Sphinx is read from its script, without its first page', async (test) => {
    const script = `Search.setIndex({docnames:["index","guide/masts"],titles:["Home","The <code>mast</code>"],terms:{tall:1}})`;
    assert.deepEqual(await articlesIn(test, 'searchindex.js', script), [
      ['The mast', 'https://site.example/docs/guide/masts.html', [], undefined],
    ]);
  });

  it('of a theme is read from its script', async (test) => {
    const script =
      'var store = [{"title": "Masts", "excerpt": "Tall.", "tags": ["5G"], "url": "/masts/", "teaser": null}]';
    assert.deepEqual(await articlesIn(test, 'lunr-store.js', script), [
      ['Masts', 'https://site.example/masts/', ['5G'], undefined],
    ]);
  });

  it('of Tipue is read, whose older versions name addresses “loc”', async (test) => {
    const script =
      'var tipuesearch = {"pages": [{"title": "Masts", "text": "Tall.", "tags": "5G", "loc": "/masts.html"},' +
      '{"title": "Forests", "text": "Trees.", "tags": "", "url": "/forests.html"}]};';
    assert.deepEqual(await articlesIn(test, 'tipuesearch_content.js', script), [
      ['Masts', 'https://site.example/masts.html', ['5G'], 'Tall.'],
      ['Forests', 'https://site.example/forests.html', [], 'Trees.'],
    ]);
  });

  it('has dates in words', async (test) => {
    const path = folder(test, {
      'a.json': '[{"title":"A","url":"/a","lang":"hr","date":"3. listopada 2026."}]',
    });
    const { articles } = await readSources([`${path}/a.json`]);
    assert.equal(articles[0]?.date, '2026-10-03');
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { smallLibraries } from '../../src/bundle/small-libraries.js';

/** The bundle's MiniSearch, which has no more than what the block needs. */
async function smallMiniSearch(): Promise<typeof MiniSearch> {
  const path = createRequire(import.meta.url)
    .resolve('minisearch')
    .replace('/cjs/index.cjs', '/es/index.js');
  const { transform } = smallLibraries as { transform: (source: string, id: string) => { code: string } };
  const { code } = transform(readFileSync(path, 'utf8'), path);
  const script = code.replace(/^\/\/# source.*$/m, '');
  const { default: small } = (await import(`data:text/javascript,${encodeURIComponent(script)}`)) as {
    default: typeof MiniSearch;
  };
  return small;
}

const word = fc.constantFrom('open', 'opened', 'open ran', 'op', 'öl', 'über', 'überall', 'ran', 'x');
const titles = fc.array(fc.array(word, { maxLength: 8 }), { maxLength: 30 });
const asked = fc.uniqueArray(
  fc.record({ name: word, boost: fc.double({ min: 0.01, max: 9, noNaN: true }) }),
  {
    selector: ({ name }) => name,
  },
);

describe("the bundle's MiniSearch", () => {
  it('finds in titles what the whole one finds, with the same scores', async () => {
    const found = (Search: typeof MiniSearch, list: string[][], query: { name: string; boost: number }[]) => {
      const search = new Search({
        fields: ['title'],
        stringifyField: (terms) => terms as string,
        tokenize: (terms) => terms as unknown as string[],
        processTerm: (term) => term,
      });
      search.addAll(list.map((title, id) => ({ id, title })));
      const results = search.search('', {
        tokenize: () => query.map(({ name }) => name),
        bm25: { k: 0, b: 0, d: 0 },
        boostTerm: (name) => query.find((term) => term.name === name)!.boost,
      });
      return results.map(({ id, score, queryTerms }) => ({ id: id as number, score, queryTerms }));
    };
    const small = await smallMiniSearch();
    fc.assert(
      fc.property(titles, asked, (list, query) => {
        assert.deepEqual(found(small, list, query), found(MiniSearch, list, query));
      }),
    );
  });
});

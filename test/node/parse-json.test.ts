import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseJsonInParts } from '../../src/reader/parse-json.js';
import { finished, type Steps } from '../../src/shared/time-slicing.js';

/** Reads a text that came in parts of this length. */
function read(text: string, length: number): unknown {
  return finished(parseJsonInParts(inParts(text, length)));
}

function inParts(text: string, length: number): string[] {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, at) =>
    text.slice(at * length, (at + 1) * length),
  );
}

/** As long as the parts of an index are. */
const PART = 2 ** 16;

/** Half a megabyte in one item, so that few items make several pieces. */
const LONG = `${'ü"\\\\[]{},'.repeat(20_000)}\\`;

function stepsOf(steps: Steps<unknown>): number {
  let count = 1;
  while (!steps.next().done) count++;
  return count;
}

describe('a long JSON text', () => {
  it('is parsed to the same value as in one go', () => {
    const value = fc.jsonValue();
    const items = fc.array(fc.oneof(value, fc.constant(LONG), fc.constant({ summary: LONG })), {
      maxLength: 6,
    });
    const text = fc.oneof(
      items,
      fc.record({ version: value, items, after: value }),
      fc.record({ items, others: items, empty: fc.constant([]) }),
      fc.record({ rss: fc.record({ items }) }),
      fc.array(items, { maxLength: 3 }),
    );
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(undefined, 2),
        fc.integer({ min: 5, max: PART }),
        (json, space, part) => {
          const written = JSON.stringify(json, null, space);
          assert.deepEqual(read(written, part), JSON.parse(written));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is parsed in many steps', () => {
    const list = Array.from({ length: 10 }, (_, at) => ({ at, text: LONG }));
    for (const json of [list, { title: 'News', items: list, tags: ['a'] }])
      assert.ok(
        stepsOf(parseJsonInParts(inParts(JSON.stringify(json), PART))) > 20,
        'in more than twenty steps',
      );
  });

  it('is parsed in pieces wherever its parts were cut', () => {
    const text = JSON.stringify([LONG, LONG, LONG]);
    for (const length of [5, 6, 7, 8, 9, 1000, 1001]) {
      const parts = inParts(text, length);
      assert.equal(stepsOf(parseJsonInParts(parts)), parts.length + 3, `${length} characters a part`);
    }
  });

  it('keeps a member called __proto__ as a member', () => {
    const written = `{"__proto__": [${JSON.stringify([LONG, LONG]).slice(1)}}`;
    const json = read(written, PART) as object;
    assert.equal(Object.getPrototypeOf(json), Object.prototype);
    assert.deepEqual(json, JSON.parse(written));
  });

  for (const [name, text] of Object.entries({
    'a text that breaks off': JSON.stringify([LONG, LONG, LONG]).slice(0, -9),
    'a text with a comma too many': `[${JSON.stringify(LONG)},${JSON.stringify(LONG)},,1]`,
    'a list with a comma after its last item': `[${JSON.stringify(LONG)},${JSON.stringify(LONG)},]`,
    'a list with something after it': `[${JSON.stringify(LONG)},${JSON.stringify(LONG)}]]`,
    'a text with brackets that do not match': `{"items": [${JSON.stringify(LONG)},${JSON.stringify(LONG)}}}`,
  })) {
    it(`is refused as in one go: ${name}`, () => {
      const whole = ((): unknown => {
        try {
          return JSON.parse(text);
        } catch (error) {
          return error;
        }
      })();
      assert.throws(() => read(text, PART), whole as Error);
    });
  }
});

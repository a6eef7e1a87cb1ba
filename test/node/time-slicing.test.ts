import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inSlices, type Steps } from '../../src/shared/time-slicing.js';

/** Work of a hundred steps, each of a millisecond at least, so that a dozen slices are needed however busy the machine. */
function* work(): Steps<string> {
  for (let step = 0; step < 100; step++) {
    for (const end = performance.now() + 1; performance.now() < end;);
    yield;
  }
  return 'done';
}

describe('long work in slices', () => {
  it('lets other tasks run again and again, and returns its result', async () => {
    let turns = 0;
    let isOver = false;
    const turn = (): void => {
      turns++;
      if (!isOver) setTimeout(turn);
    };
    setTimeout(turn);
    const result = await inSlices(work());
    isOver = true;
    assert.equal(result, 'done');
    assert.ok(turns >= 3, `other tasks ran ${turns} times`);
  });

  it('yields by the browser’s own scheduler if there is one', async (t) => {
    let yields = 0;
    const scheduler = { yield: async () => void yields++ };
    Object.assign(globalThis, { scheduler });
    t.after(() => Reflect.deleteProperty(globalThis, 'scheduler'));
    await inSlices(work());
    assert.ok(yields >= 3, `${yields} yields`);
  });

  it('rejects with the error that a step throws', async () => {
    await assert.rejects(
      inSlices(
        (function* (): Steps<void> {
          yield;
          throw new RangeError('no');
        })(),
      ),
      new RangeError('no'),
    );
  });
});

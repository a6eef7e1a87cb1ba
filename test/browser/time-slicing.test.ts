import { expect } from '@open-wc/testing';
import { createRanker } from '../../src/core.js';
import { inSlices, type Steps } from '../../src/shared/time-slicing.js';
import { article, block, feed, serve, settled } from './support.js';

/** Counts how often another task of the page runs, until it is stopped. */
function countOtherTasks(): { turns: number; stop: () => void } {
  const { port1, port2 } = new MessageChannel();
  const others = { turns: 0, stop: () => port1.close() };
  port1.addEventListener('message', () => {
    others.turns++;
    port2.postMessage(undefined);
  });
  port1.start();
  port2.postMessage(undefined);
  return others;
}

/** Many articles, some more related to the current one than others. */
const many = Array.from({ length: 3000 }, (_, at) =>
  article(`a${at}`, {
    title: `Article ${at} on ${at % 7 === 3 ? 'networks' : 'masts'} in town ${at % 11}`,
    excerpt: `What ${at % 5 === 2 ? 'networks' : 'towns'} cost, and who pays for ${at % 13} of them.`,
  }),
);

describe('time slicing', () => {
  it('gives the page’s own timers their turn', async () => {
    let [turns, isOver] = [0, false];
    const tick = (): void => {
      turns++;
      if (!isOver) setTimeout(tick);
    };
    setTimeout(tick);
    const work = function* (): Steps<void> {
      for (let step = 0; step < 100; step++) {
        for (const end = performance.now() + 10; performance.now() < end;);
        yield;
      }
    };
    await inSlices(work());
    isOver = true;
    expect(turns).to.be.greaterThan(3);
  });
});

describe('time slicing in a browser without scheduler.yield', () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'scheduler');
  beforeEach(() => {
    Object.defineProperty(globalThis, 'scheduler', { value: undefined, configurable: true });
  });
  afterEach(() => {
    if (own) Object.defineProperty(globalThis, 'scheduler', own);
    else Reflect.deleteProperty(globalThis, 'scheduler');
  });

  it('lets other tasks of the page run in between', async () => {
    const others = countOtherTasks();
    let [slices, before] = [0, 0];
    const work = function* (): Steps<string> {
      for (let step = 0; step < 100; step++) {
        for (const end = performance.now() + 1; performance.now() < end;);
        if (others.turns > before) slices++;
        before = others.turns;
        yield;
      }
      return 'done';
    };
    expect(await inSlices(work())).to.equal('done');
    others.stop();
    expect(slices).to.be.greaterThan(3);
  });

  it('gives the ranking of a large index that ranking without slices gives', async () => {
    const now = article('now', { title: 'Networks and masts', excerpt: 'Who pays for networks in a town.' });
    serve({
      '/many.json': {
        ...feed(),
        items: [now, ...many].map(({ excerpt, ...item }) => ({ ...item, summary: excerpt })),
      },
    });
    const element = await settled(block({ src: '/many.json', article: 'now', lang: 'en', limit: '12' }));
    const related = createRanker([now, ...many], { language: 'en' }).related('now', { limit: 12 });
    expect(element.related.map((each) => each.article.id)).to.deep.equal(
      related.map((each) => each.article.id),
    );
    expect(element.related.map(({ score }) => score)).to.deep.equal(related.map(({ score }) => score));
  });
});

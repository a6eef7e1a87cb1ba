import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, it } from 'node:test';
import { inEveryEngine, type Tab, until } from './engines.js';
import { articles, Host } from './host.js';
import { NO_PROBLEMS, shownNow, problems, shown } from './page-state.js';

const [site, cdn] = [new Host(), new Host('localhost')];
before(async () => {
  await Promise.all([site.start(), cdn.start()]);
  site.put('/feed.json', articles(3));
  site.put('/large.json', articles(300));
  site.put('/slow.json', articles(3), { delay: 600 });
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';
  cdn.put('/picture.svg', picture);
  cdn.put(
    '/feed.json',
    articles(3).map((article) => ({ ...article, image: '/picture.svg' })),
  );
});
beforeEach(() => {
  site.asked = [];
  cdn.asked = [];
});
after(() => {
  site.stop();
  cdn.stop();
});

const CARDS = { titles: ['Open RAN, part 1', 'Open RAN, part 2', 'Open RAN, part 3'], own: false };

const block = (src: string): string =>
  `<related-articles src="${src}" article="now" no-dedupe><a href="/news">All news</a></related-articles>`;

function page(
  body: string,
  path = '/',
  more: { from?: string; headers?: Record<string, string> } = {},
): string {
  const all = `<!doctype html><html lang="en"><head><title>Now</title><link rel="icon" href="data:,">
    <script src="/page/watch.js"></script>
    <script type="module" src="${more.from ?? ''}/cdn/related-articles.js"></script></head><body>${body}</body></html>`;
  return site.put(path, all, { headers: more.headers ?? {} });
}

/** The number of requests for paths that begin so. */
const countRequests = (host: Host, name: string): number =>
  host.asked.filter(({ path }) => path.startsWith(name)).length;

inEveryEngine('a block', (engine) => {
  let tab: Tab;
  before(() => engine.start());
  after(() => engine.stop());
  afterEach(() => tab?.close());

  async function open(url: string): Promise<void> {
    tab = await engine.tab();
    await tab.open(url);
  }

  it('requests its index once for twenty blocks on a page', async () => {
    await open(page(block('/feed.json').repeat(20)));
    await until(tab, 'all show their cards', () =>
      Array.from(document.querySelectorAll('related-articles')).every(({ related }) => related?.length === 3),
    );
    assert.equal(countRequests(site, '/feed.json'), 1);
    assert.deepEqual(await problems(tab), NO_PROBLEMS);
  });

  it('requests its index once if it is moved within the page', async () => {
    await open(page(`<main></main>${block('/slow.json')}<aside></aside>`));
    for (const place of ['main', 'aside', 'main']) {
      await tab.run((to) => {
        const moved = firstBlock();
        if (moved) document.querySelector(to)?.append(moved);
      }, place);
    }
    assert.deepEqual(await shown(tab), CARDS);
    await tab.run(() => {
      const moved = firstBlock();
      if (moved) document.querySelector('aside')?.append(moved);
    });
    assert.deepEqual(await shownNow(tab), CARDS);
    assert.equal(countRequests(site, '/slow.json'), 1);
    assert.deepEqual(await problems(tab), NO_PROBLEMS);
  });

  it('stops loading when it is removed, and loads again when it is back', async () => {
    await open(page(block('/slow.json')));
    await until(tab, 'it is loading', () => firstBlock()?.matches(':state(loading)'));
    await tab.run(async () => {
      const taken = firstBlock();
      taken?.remove();
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (taken) document.body.append(taken);
    });
    assert.deepEqual(await shown(tab), CARDS);
    assert.equal(countRequests(site, '/slow.json'), 2);
    assert.deepEqual(await problems(tab), NO_PROBLEMS);
  });

  it('does not delay the load event of the page', async () => {
    site.put('/late.json', articles(3), { delay: 1500 });
    await open(page(block('/late.json')));
    assert.equal(await tab.run(() => document.readyState), 'complete');
    assert.equal(await tab.run(() => firstBlock()?.related?.length ?? 0), 0);
    assert.deepEqual(await shown(tab), CARDS);
  });

  it('lets the browser keep the page in the back/forward cache', async (test) => {
    const other = site.put('/other', '<!doctype html><title>Other</title>');
    const comesBack = async (url: string): Promise<boolean> => {
      await open(url);
      if (url === blockPage) await shown(tab);
      await tab.leave(other);
      await until(tab, 'the other page is there', () => document.title === 'Other');
      await tab.back();
      await until(tab, 'the page is back', () => document.title === 'Now');
      return tab.run(() =>
        (globalThis as unknown as { problems: { pageShows: boolean[] } }).problems.pageShows.includes(true),
      );
    };
    const plainPage = page('', '/plain');
    const blockPage = page(block('/feed.json'), '/block');
    if (!(await comesBack(plainPage))) {
      test.skip('this browser has no back/forward cache');
      return;
    }
    await tab.close();
    assert.ok(await comesBack(blockPage), 'the page was loaded again');
    assert.deepEqual(await shownNow(tab), CARDS);
    assert.deepEqual(await problems(tab), NO_PROBLEMS);
  });

  it('sends other origins neither cookies nor the URL of the page', async () => {
    const url = page(block(`${cdn.origin}/feed.json`), '/secret/page?of=mine', {
      from: cdn.origin,
      headers: { 'set-cookie': 'session=secret; Path=/', 'referrer-policy': 'unsafe-url' },
    });
    await open(url);
    assert.equal((await shown(tab)).titles.length, 3);
    await until(tab, 'the pictures are there', () =>
      Array.from(firstBlock()?.shadowRoot?.querySelectorAll('img') ?? []).every(({ complete }) => complete),
    );
    const others = cdn.asked.filter(({ path }) => !path.startsWith('/cdn/'));
    assert.deepEqual([...new Set(others.map(({ path }) => path))].sort(), ['/feed.json', '/picture.svg']);
    for (const { path, headers } of others) {
      assert.equal(headers.cookie, undefined, path);
      assert.doesNotMatch(headers.referer ?? '', /secret/, path);
    }
  });

  it('sends no cookies to its own site', async () => {
    await open(page(block('/feed.json'), '/', { headers: { 'set-cookie': 'session=secret; Path=/' } }));
    await shown(tab);
    const [index] = site.asked.filter(({ path }) => path === '/feed.json');
    assert.ok(index, 'the index was not asked for');
    assert.equal(index.headers.cookie, undefined);
  });

  it('leaves nothing in memory after it was added and removed 550 times', async (test) => {
    await open(page('', '/mounts'));
    const { collectGarbage } = tab;
    if (!collectGarbage) {
      test.skip('this browser can’t be told to collect garbage');
      return;
    }
    await tab.run(async () => {
      await customElements.whenDefined('related-articles');
      const blocks: WeakRef<Element>[] = [];
      Object.assign(globalThis, { blocks });
      for (let mount = 0; mount < 550; mount++) {
        const element = document.createElement('related-articles');
        // Some indexes are ranked in several slices.
        element.src = mount % 7 === 0 ? '/large.json' : '/feed.json';
        element.article = 'now';
        element.loading = mount % 3 === 1 ? 'lazy' : 'eager';
        element.layout = mount % 2 === 1 ? 'carousel' : 'list';
        const done = new Promise((resolve) => element.addEventListener('related-articles-load', resolve));
        document.body.append(element);
        // Some blocks load their index, some are removed meanwhile.
        if (mount % 5 !== 0) await done;
        element.remove();
        blocks.push(new WeakRef(element));
      }
      await new Promise((resolve) => setTimeout(resolve, 1500));
    });
    for (let round = 0; round < 3; round++) {
      await tab.run(() => new Promise((resolve) => setTimeout(resolve, 100)));
      await collectGarbage();
    }
    const alive = (): number =>
      (globalThis as unknown as { blocks: WeakRef<Element>[] }).blocks.filter((each) => each.deref()).length;
    assert.equal(await tab.run(alive), 0, 'of 550');
    assert.deepEqual(await problems(tab), NO_PROBLEMS);
  });

  it('reads an index of 5 MB', async (test) => {
    const text = 'What it took to build a network in the harbour, and what the cranes said of it. '.repeat(6);
    const many = articles(8000).map((article) => ({ ...article, content_text: text.slice(0, 420) }));
    site.put('/5-mb.json', many);
    assert.ok(JSON.stringify(many).length > 4.5e6, `${JSON.stringify(many).length} bytes`);
    assert.ok(JSON.stringify(many).length < 5e6, `${JSON.stringify(many).length} bytes`);
    const longTasks = `<script>
        globalThis.longest = 0;
        if (globalThis.PerformanceObserver?.supportedEntryTypes.includes('longtask')) {
          new PerformanceObserver((tasks) => {
            for (const { duration } of tasks.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
          }).observe({ type: 'longtask', buffered: true });
        }
        </script>`;
    await open(page(longTasks + block('/5-mb.json'), '/5-mb'));
    const { titles } = await shown(tab);
    assert.equal(titles.length, 6);
    const longest = await tab.run(() => (globalThis as unknown as { longest: number }).longest);
    if (engine.name === 'chromium')
      test.diagnostic(
        `${engine.name}: longest task with an index of 5 MB ${longest ? Math.round(longest) : 'under 50'} ms`,
      );
    assert.deepEqual(await problems(tab), NO_PROBLEMS);
  });
});

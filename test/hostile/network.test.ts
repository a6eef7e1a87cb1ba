import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { inEveryEngine, type Tab, until } from './engines.js';
import { type FaultName, FAULTS, FaultyServer, pathOf } from './faulty-server.js';
import { articles, Host } from './host.js';
import { type Problems, problems } from './page-state.js';

const site = new Host();
const cdn = new Host();

before(() => Promise.all([site.start(), cdn.start()]));
after(() => {
  site.stop();
  cdn.stop();
});

/** A page whose scripts come from the site itself. */
function page(body: string): string {
  const scripts =
    '<script src="/page/watch.js"></script><script type="module" src="/cdn/related-articles.js"></script>';
  return `<!doctype html><html lang="en"><head><title>Now</title><link rel="icon" href="data:,">${scripts}</head>
    <body>${body}</body></html>`;
}

/** What one block shows, and its error. */
interface Outcome {
  readonly cards: number;
  /** Whether the author's own content is visible. */
  readonly own: boolean;
  readonly error: string | undefined;
}

const faults = Object.keys(FAULTS) as FaultName[];

/** Faults with which the block still shows its cards. */
const HARMLESS = new Set<FaultName>(['500 then 200', 'wrong charset', 'byte order mark']);

/** The author's warning, if it says more than that there was no answer. */
const WARNINGS: Partial<Record<FaultName, RegExp>> = {
  hang: /no full answer from .* within 8 s/,
  'slow drip': /no full answer from .* within 8 s/,
  'empty 200': /holds nothing/,
  'status 204': /holds nothing/,
  'status 404': /answered 404/,
  'status 429': /answered 429/,
  'HTML as JSON': /holds an HTML page/,
  'broken gzip': /no answer from|holds broken JSON/,
  '50 MB': /is longer than an index may be, 5 MB/,
  '100,000 levels': /holds no usable article/,
};

/** Faults that may pass, after which the block sends a second request. */
const ASKED_TWICE = new Set<FaultName>([
  'reset',
  'half body',
  'status 429',
  '500 then 200',
  'closes after headers',
  'CORS missing',
]);

async function outcomes(tab: Tab): Promise<readonly Outcome[]> {
  return tab.run(() =>
    [...document.querySelectorAll('related-articles')].map((block) => ({
      cards: block.shadowRoot?.querySelectorAll('[part~="card"]').length ?? 0,
      own: (block.firstElementChild?.getClientRects().length ?? 0) > 0,
      error: block.error?.message,
    })),
  );
}

inEveryEngine('a faulty server', (engine) => {
  const server = new FaultyServer();
  let first: readonly Outcome[] = [];
  let second: readonly Outcome[] = [];
  let noted: Problems;
  let asked = new Map<string, number>();

  before(async () => {
    await Promise.all([engine.start(), server.start()]);
    const blocks = faults.map(
      (fault) =>
        `<related-articles src="${server.origin}${pathOf(fault)}" article="now" no-dedupe><a href="/news">All</a></related-articles>`,
    );
    const tab = await engine.tab();
    await tab.open(site.put('/faults', page(blocks.join(''))));
    await until(tab, 'every block has its cards or an error', () =>
      [...document.querySelectorAll('related-articles')].every(
        (block) => block.error !== undefined || block.related?.length > 0,
      ),
    );
    first = await outcomes(tab);
    asked = new Map(server.asked);
    server.isRepaired = true;
    await tab.run(async () => {
      await Promise.all([...document.querySelectorAll('related-articles')].map((block) => block.reload()));
    });
    second = await outcomes(tab);
    noted = await problems(tab);
    await tab.close();
  });
  after(async () => {
    server.stop();
    await engine.stop();
  });

  let survived = 0;
  for (const [at, fault] of faults.entries()) {
    const isHarmless = HARMLESS.has(fault);
    it(`${isHarmless ? 'still gives the cards' : 'leaves the author’s content'}, and the next attempt works: ${fault}`, () => {
      const { cards, own, error } = first[at] ?? assert.fail('no outcome');
      assert.deepEqual(
        { cards, own },
        isHarmless ? { cards: 3, own: false } : { cards: 0, own: true },
        error,
      );
      const lines = noted.lines.filter((line) => line.includes(pathOf(fault)));
      assert.equal(lines.length, isHarmless ? 0 : 1, lines.join('\n'));
      if (!isHarmless) assert.match(lines[0] ?? '', WARNINGS[fault] ?? /no answer from .*check the address/);
      // Browsers keep a permanent redirection, and one takes a part of broken gzip for the whole.
      const count = asked.get(pathOf(fault)) ?? 0;
      if (ASKED_TWICE.has(fault)) assert.ok(count >= 2, 'there was no second request');
      else if (fault !== '301 loop' && fault !== 'broken gzip') assert.equal(count, 1);
      assert.deepEqual({ cards: second[at]?.cards, own: second[at]?.own }, { cards: 3, own: false });
      survived++;
    });
  }

  it('causes no error in the page', (test) => {
    assert.deepEqual([noted.errors, noted.rejections], [[], []]);
    assert.equal(noted.lines.length, faults.length - HARMLESS.size, noted.lines.join('\n'));
    test.diagnostic(`${engine.name}: ${survived} of ${faults.length} network faults survived`);
  });
});

inEveryEngine('a page with blocks', (engine) => {
  before(async () => {
    await engine.start();
    for (const host of [site, cdn]) host.put('/feed.json', withPictures(host.origin));
  });
  after(() => engine.stop());

  const withPictures = (origin: string): object[] =>
    articles(3).map((article) => ({ ...article, image: `${origin}/picture.svg` }));

  /** Opens a page with these blocks, a cookie and a private URL, and waits for its cards. */
  async function open(blocks: string): Promise<void> {
    const tab = await engine.tab();
    const url = site.put('/private', page(blocks), { headers: { 'set-cookie': 'name=secret; path=/' } });
    for (const host of [site, cdn]) host.asked = [];
    await tab.open(`${url}?user=17`);
    await until(tab, 'the cards are there, and the first picture', () => {
      const [first, ...others] = document.querySelectorAll('related-articles');
      return (
        first?.shadowRoot?.querySelector('img')?.complete &&
        others.every(({ shadowRoot }) => shadowRoot?.querySelector('[part~="card"]'))
      );
    });
    await tab.close();
  }

  const block = (src: string, more = ''): string =>
    `<related-articles src="${src}" article="now" no-dedupe ${more}>All</related-articles>`;

  it('sends another origin one request for 20 blocks, without cookies and without its path', async () => {
    cdn.put('/picture.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await open(block(`${cdn.origin}/feed.json`).repeat(20));
    assert.equal(cdn.count('/feed.json'), 1);
    const index = cdn.asked.find(({ path }) => path === '/feed.json');
    assert.equal(index?.headers.cookie, undefined);
    assert.equal(index?.headers.referer, undefined);
    const pictures = cdn.asked.filter(({ path }) => path === '/picture.svg');
    assert.ok(pictures.length > 0, 'no picture was requested');
    for (const { headers } of pictures) {
      assert.ok(headers.referer === undefined || headers.referer === `${site.origin}/`, headers.referer);
    }
  });

  it('sends no request while the browser may use the answer that it has', async (test) => {
    const headers = { 'cache-control': 'max-age=600' };
    const src = site.put(`/kept-by-${engine.name}.json`, articles(3), { headers });
    const own = `/own-by-${engine.name}.json`;
    site.put(own, articles(3), { headers });
    const url = site.put('/kept', page(block(src)));
    const tab = await engine.tab();
    const isShown = (): boolean =>
      Boolean(document.querySelector('related-articles')?.shadowRoot?.querySelector('[part~="card"]'));
    for (const visit of ['first', 'second']) {
      await tab.open(`${url}?${visit}`);
      await until(tab, 'the cards are there', isShown);
      await tab.run((path) => fetch(path).then((answer) => answer.text()), own);
    }
    await tab.close();
    if (site.count(own) > 1) test.skip('this browser has no cache');
    else assert.equal(site.count(`/kept-by-${engine.name}.json`), 1);
  });

  for (const [credentials, cookie] of [
    ['', undefined],
    ['credentials="same-origin"', 'name=secret'],
  ] as const) {
    it(`sends its own server ${cookie ? 'cookies with credentials="same-origin"' : 'no cookies by default'}`, async () => {
      site.put('/picture.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
      await open(block('/feed.json', credentials));
      assert.equal(site.asked.find(({ path }) => path === '/feed.json')?.headers.cookie, cookie);
    });
  }
});

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, it } from 'node:test';
import { inEveryEngine, type Tab, until } from './engines.js';
import { articles, Host } from './host.js';
import { FAILED, failed, NO_PROBLEMS, shownNow, type Problems, problems, shown } from './page-state.js';

const [site, cdn] = [new Host(), new Host('localhost')];
const bundle = readFileSync(new URL('../../cdn/related-articles.js', import.meta.url));

before(async () => {
  await Promise.all([site.start(), cdn.start()]);
  site.put('/feed.json', articles(3));
  site.put('/other/version.js', bundle);
});
after(() => {
  site.stop();
  cdn.stop();
});

const CLOBBERED = '<script type="module" src="/page/clobbered.js"></script>';
const CARDS = { titles: ['Open RAN, part 1', 'Open RAN, part 2', 'Open RAN, part 3'], own: false };
const OWN_CONTENT = { titles: [], own: true };

const OURS = '<script type="module" src="/cdn/related-articles.js"></script>';
const BLOCK =
  '<related-articles src="/feed.json" article="now"><a href="/news">All news</a></related-articles>';

interface Page {
  /** Markup in the head. */
  readonly head?: string;
  readonly body?: string;
  /** The document type declaration. */
  readonly doctype?: string;
}

/** Puts a page with the script `watch.js` on the server, and gives its URL. */
function page({ head = OURS, body = BLOCK, doctype = '<!doctype html>' }: Page, path = '/'): string {
  const all = `${doctype}<html lang="en"><head><title>Now</title><link rel="icon" href="data:,">
    <script src="/page/watch.js"></script>${head}</head><body>${body}</body></html>`;
  return site.put(path, all);
}

const script = (path: string): string => `<script src="/page/${path}"></script>`;
const integrity = (of: string | Buffer): string =>
  `sha384-${createHash('sha384').update(of).digest('base64')}`;
const pinned = (hash: string): string =>
  `<script type="module" src="${cdn.origin}/cdn/related-articles.js" integrity="${hash}" crossorigin="anonymous"></script>`;

/** Names of members that the script reads, which injected markup may give to elements (DOM clobbering). */
const NAMES =
  'title head body baseURI querySelector querySelectorAll documentElement readyState location fetch URL console ' +
  'navigation customElements self top parent litHtmlVersions litElementVersions reactiveElementVersions ' +
  'litHtmlPolyfillSupport litElementPolyfillSupport reactiveElementPolyfillSupport litElementHydrateSupport related ' +
  'article articles trustedTypes navigator history performance scheduler';
const named = (tag: string): string =>
  NAMES.split(' ')
    .map((name) => `<${tag} id="${name}" name="${name}"></${tag}>`)
    .join('');

/** Pages on which the block shows its cards and causes no problem. */
const HARMLESS: readonly [what: string, page: () => Page][] = [
  [
    'the script twice',
    () => ({ head: `${OURS}<script type="module" src="/cdn/related-articles.js?again"></script>` }),
  ],
  [
    'two versions of the script',
    () => ({ head: `${OURS}<script type="module" src="/other/version.js"></script>` }),
  ],
  [
    'its own copy of Lit',
    () => ({ head: `<script type="module" src="/lit/lit-html/lit-html.js"></script>${OURS}` }),
  ],
  ['the right integrity hash on the script', () => ({ head: pinned(integrity(bundle)) })],
  [
    'a base URL on another site',
    () => ({ head: `<base href="${cdn.origin}/deep/">${absolute(OURS)}`, body: absolute(BLOCK) }),
  ],
  ['wrapped functions of the browser', () => ({ head: script('patched.js') + OURS })],
  [
    'images and forms with the names of members that the script reads',
    () => ({ body: named('img') + named('form') + BLOCK }),
  ],
  [
    'anchors with the names of members that the script reads',
    () => ({ body: named('a') + named('object') + BLOCK }),
  ],
  ['no doctype', () => ({ doctype: '' })],
  ['no head', () => ({ head: `${OURS}<script>document.head.remove()</script>` })],
  ['all styles unset', () => ({ head: `<style>* { all: unset }</style>${OURS}` })],
  [
    'a block in a table, a list, a button and a closed details',
    () => ({
      body: `${BLOCK}<table><tr><td>${BLOCK}</td></tr></table><ul><li>${BLOCK}</li></ul><button>${BLOCK}</button>
        <details>${BLOCK}</details>`,
    }),
  ],
  [
    'a referrer policy that sends its whole URL',
    () => ({ head: `<meta name="referrer" content="unsafe-url">${OURS}` }),
  ],
];

/** Pages on which something that the block needs is missing or broken. */
const BROKEN: readonly [what: string, script: string, block?: string][] = [
  ['no MutationObserver', 'delete globalThis.MutationObserver'],
  [
    'an IntersectionObserver that throws',
    `IntersectionObserver = function () { throw new Error('of the page'); }`,
    BLOCK.replace('<related-articles', '<related-articles loading="lazy"'),
  ],
  ['no fetch', 'fetch = undefined'],
  ['a fetch that throws', `fetch = () => { throw new Error('of the page'); }`],
  ['a fetch that gives nothing', 'fetch = () => undefined'],
  [
    'a console that throws',
    `console.warn = () => { throw new Error('of the page'); }`,
    BLOCK.replace('feed', 'none'),
  ],
  ['no console', 'console = undefined', BLOCK.replace('feed', 'none')],
];

function absolute(markup: string): string {
  return markup.replaceAll('src="/', `src="${site.origin}/`);
}

/** What a frame reports of its block. */
interface Report {
  /** The text of each card. */
  readonly cards: readonly string[];
  readonly links: readonly string[];
  readonly problems: Problems;
}

declare global {
  /** The reports of a frame, each under the name of its event, in the page around it. */
  var reports: Record<string, Report>;
}

inEveryEngine('on a page with', (engine) => {
  let tab: Tab;
  before(() => engine.start());
  after(() => engine.stop());
  afterEach(() => tab?.close());

  async function open(url: string): Promise<void> {
    tab = await engine.tab();
    await tab.open(url);
  }

  for (const [what, content] of HARMLESS) {
    it(`${what}, the block shows its cards`, async () => {
      await open(page(content()));
      assert.deepEqual(await shown(tab), CARDS);
      assert.deepEqual(await problems(tab), NO_PROBLEMS);
      const wanted = [1, 2, 3].map((at) => `${site.origin}/articles/${at}`);
      const links = await tab.run(() =>
        Array.from(firstBlock()?.shadowRoot?.querySelectorAll('a') ?? [], ({ href }) => href),
      );
      assert.deepEqual(links, wanted);
    });
  }

  for (const [what, breaks, body] of BROKEN) {
    it(`${what}, the author’s content stays`, async () => {
      await open(page({ head: `<script>${breaks}</script>${OURS}`, body: body ?? BLOCK }));
      assert.deepEqual(await shown(tab), OWN_CONTENT);
      const { lines, ...rest } = await problems(tab);
      assert.deepEqual({ ...rest, lines: [] }, NO_PROBLEMS);
      assert.ok(lines.length <= 1, lines.join('\n'));
    });
  }

  it('no ResizeObserver, a carousel shows its cards and warns', async () => {
    const body = BLOCK.replace('article=', 'layout="carousel" article=');
    await open(page({ head: `<script>delete globalThis.ResizeObserver</script>${OURS}`, body }));
    assert.deepEqual(await shown(tab), CARDS);
    await until(
      tab,
      'there is a warning',
      () => (globalThis as unknown as { problems: Problems }).problems.lines.length > 0,
    );
    const { lines, ...rest } = await problems(tab);
    assert.deepEqual({ ...rest, lines: [] }, NO_PROBLEMS);
    assert.equal(lines.length, 1, lines.join('\n'));
  });

  it('a wrong integrity hash on the script, the author’s content stays', async () => {
    await open(page({ head: pinned(integrity('another script')) }));
    await until(tab, 'the script was refused', () => document.readyState === 'complete');
    assert.deepEqual(await shownNow(tab), OWN_CONTENT);
    assert.deepEqual((await problems(tab)).rejections, []);
  });

  it('its own element of the same tag name, that element stays and no problem occurs', async () => {
    await open(page({ head: script('own-element.js') + OURS }));
    assert.deepEqual(await shownNow(tab), OWN_CONTENT);
    assert.deepEqual(await problems(tab), NO_PROBLEMS);
  });

  /** The report of a page in a frame. In a page with replaced members, the browser's driver can't run functions. */
  async function reportOfFrame(
    head: string,
    sandbox: string,
    body = BLOCK,
    event = 'related-articles-load',
  ): Promise<Report> {
    page({ head: `${script('report-to-parent.js')}${head}`, body }, '/frame');
    const frame = `<iframe sandbox="${sandbox}" src="/frame" width="800" height="600"></iframe>`;
    await open(page({ head: script('keep-reports.js'), body: frame }, '/around'));
    await until(tab, 'the frame has reported', (type) => type in reports, event);
    return tab.run((type) => reports[type] as Report, event);
  }

  const FRAMES: readonly [what: string, head: string, sandbox: string][] = [
    ['a sandboxed frame that has no origin', OURS, 'allow-scripts'],
    ['a frame of the same origin', OURS, 'allow-scripts allow-same-origin'],
    ['pictures with the names of all members of a document', CLOBBERED + OURS, 'allow-scripts'],
  ];
  for (const [what, head, sandbox] of FRAMES) {
    it(`${what}, the block shows its cards`, async () => {
      const links = [1, 2, 3].map((at) => `${site.origin}/articles/${at}`);
      const cards = CARDS.titles.map((title) => `${title} What it took to build a network. Read article`);
      assert.deepEqual(await reportOfFrame(head, sandbox), { cards, links, problems: NO_PROBLEMS });
    });
  }

  /** Blocks beside fields with the names of all members of an element, and what their cards say. */
  const CLOBBERED_PAGES: readonly [what: string, block: string, card: RegExp, event?: string][] = [
    [
      'an index without the current article',
      '<related-articles src="/feed.json">All</related-articles>',
      /^Open RAN/,
    ],
    [
      'a card template',
      '<related-articles src="/feed.json" article="now"><template slot="card"><ul data-field="tags"></ul></template>' +
        '</related-articles>',
      /^Open RAN$/,
    ],
    [
      'discussion counts',
      '<related-articles src="/feed.json" article="now" discussions="/counts.json">All</related-articles>',
      /12 comments$/,
      'related-articles-discussions',
    ],
  ];
  for (const [what, block, card, event] of CLOBBERED_PAGES) {
    it(`pictures and fields with the names of all members of documents and elements, and with ${what}, the block shows its cards`, async () => {
      site.put('/counts.json', { '/articles/1': 12, '/articles/2': 12, '/articles/3': 12 });
      const prose = '<h1>Open RAN in the harbour</h1><p>What it took to build a network.</p>';
      const { cards, problems: noted } = await reportOfFrame(
        CLOBBERED + OURS,
        'allow-scripts',
        prose + block,
        event,
      );
      assert.deepEqual(noted, NO_PROBLEMS);
      assert.equal(cards.length, 3);
      for (const text of cards) assert.match(text, card);
    });
  }

  for (const name of ['createComment', 'createElement', 'createTextNode', 'createTreeWalker', 'importNode']) {
    it(`a picture named ${name}, which Lit calls, the author’s content stays`, async () => {
      await open(page({ body: `<img name="${name}">${BLOCK}` }));
      await until(
        tab,
        'the block has settled',
        () =>
          (document.readyState === 'complete' && !firstBlock()?.matches(':defined')) ||
          firstBlock()?.error !== undefined,
      );
      assert.deepEqual(await shownNow(tab), OWN_CONTENT);
    });
  }

  it('XML in place of HTML, the author’s content stays', async () => {
    const body = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Now</title>
      <script src="/page/watch.js"></script>${OURS}</head><body>${BLOCK}</body></html>`;
    await open(site.put('/xhtml', body, { headers: { 'content-type': 'application/xhtml+xml' } }));
    // Chromium runs no modules in XML.
    await until(
      tab,
      'the block has settled',
      () => !customElements.get('related-articles') || firstBlock()?.error !== undefined,
    );
    assert.deepEqual(await shownNow(tab), OWN_CONTENT);
    const { lines, ...rest } = await problems(tab);
    assert.deepEqual({ ...rest, lines: [] }, NO_PROBLEMS);
    assert.ok(lines.length <= 1, lines.join('\n'));
  });

  it('a card that can’t be rendered, the author’s content stays', async () => {
    await open(page({}));
    await shown(tab);
    await tab.run(() => {
      // The block gives the reserved space back.
      dispatchEvent(new KeyboardEvent('keydown'));
      const block = firstBlock();
      if (block) block.renderCard = () => Symbol('no text');
    });
    await until(tab, 'the block has failed', () => firstBlock()?.error !== undefined);
    assert.deepEqual(await shownNow(tab), OWN_CONTENT);
    assert.deepEqual(await failed(tab), FAILED);
    await tab.run(() => firstBlock()?.setAttribute('limit', '2'));
    assert.deepEqual(await shownNow(tab), OWN_CONTENT);
    const { lines, ...rest } = await problems(tab);
    assert.deepEqual({ ...rest, lines: [] }, NO_PROBLEMS);
    assert.equal(lines.length, 1, lines.join('\n'));
  });
});

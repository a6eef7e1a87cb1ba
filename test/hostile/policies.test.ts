import assert from 'node:assert/strict';
import { after, afterEach, before, it } from 'node:test';
import { inEveryEngine, type Tab, until } from './engines.js';
import { articles, Host } from './host.js';
import { FAILED, failed, NO_PROBLEMS, problems, shown } from './page-state.js';

const [site, cdn] = [new Host(), new Host('localhost')];

before(async () => {
  await Promise.all([site.start(), cdn.start()]);
  cdn.put('/feed.json', articles(3));
  site.put('/large.json', articles(1000));
});
after(() => {
  site.stop();
  cdn.stop();
});

const CARDS = { titles: ['Open RAN, part 1', 'Open RAN, part 2', 'Open RAN, part 3'], own: false };
const OWN_CONTENT = { titles: [], own: true };

/** The page of an article under a Content-Security-Policy, with its own scripts before the bundle. */
function page(policy: string, ...scripts: readonly string[]): string {
  return put(policy, scripts, cdn.origin, '/feed.json');
}

/** The same with scripts and index from its own origin, and an index that takes long to rank. */
function ownPage(policy: string): string {
  return put(policy, [], site.origin, '/large.json');
}

function put(policy: string, scripts: readonly string[], origin: string, index: string): string {
  const all = ['/page/watch.js', ...scripts, '/cdn/related-articles.js'];
  const nonce = policy.includes('nonce-') ? 'nonce="bm9uY2U"' : '';
  const tags = all.map((path) => {
    const isModule = path.endsWith('watch.js') ? '' : 'type="module"';
    return `<script ${isModule} ${nonce} src="${origin}${path}"></script>`;
  });
  const body = `<!doctype html><html lang="de"><head><title>Now</title><link rel="icon" href="data:,">
    ${tags.join('')}</head>
    <body><related-articles src="${origin}${index}" article="now" layout="carousel"><a href="/news">Alle</a>
    </related-articles></body></html>`;
  return site.put('/', body, { headers: { 'content-security-policy': policy } });
}

/** The strictest policy under which a block works. */
const STRICTEST = (): string =>
  `default-src 'none'; script-src ${cdn.origin}; connect-src ${cdn.origin}; img-src ${cdn.origin} data:; ` +
  `style-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; ` +
  `require-trusted-types-for 'script'; trusted-types related-articles lit-html`;

/** Policies under which the block shows its cards and violates nothing. */
const ALLOWED: readonly [what: string, policy: () => string, ...scripts: string[]][] = [
  ['no inline scripts or styles', () => `default-src 'self' ${cdn.origin}; img-src data:`],
  ['no styles at all', () => `style-src 'none'`],
  ['scripts by a nonce only', () => `script-src 'nonce-bm9uY2U'`],
  ['scripts by a nonce and those they load', () => `script-src 'nonce-bm9uY2U' 'strict-dynamic'`],
  ['the strictest directives under which it works', STRICTEST],
  ['a sandbox', () => `sandbox allow-scripts`],
  ['Trusted Types of any name', () => `require-trusted-types-for 'script'`],
  ['Trusted Types named lit-html', () => `require-trusted-types-for 'script'; trusted-types lit-html`],
  [
    'Trusted Types named lit-html, which another Lit has taken, with duplicates',
    () => `require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'`,
    '/lit/lit-html/lit-html.js',
  ],
];

/** Policies under which the block ranks a large index. */
const RANKING = [
  `script-src 'self'`,
  `default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:`,
  `script-src 'nonce-bm9uY2U'`,
  `script-src 'nonce-bm9uY2U' 'strict-dynamic'`,
  `sandbox allow-scripts`,
  `worker-src 'none'`,
  `child-src 'none'`,
  `require-trusted-types-for 'script'`,
  `require-trusted-types-for 'script'; trusted-types lit-html related-articles`,
];

/** Policies that refuse a name of a Trusted Types policy. The browser reports each refused name and nothing else. */
const REFUSED: readonly [what: string, policy: string, names: string[], ...scripts: string[]][] = [
  [
    'Trusted Types named related-articles',
    `require-trusted-types-for 'script'; trusted-types related-articles`,
    ['lit-html'],
  ],
  [
    'Trusted Types named lit-html, which another Lit has taken, or related-articles',
    `require-trusted-types-for 'script'; trusted-types lit-html related-articles`,
    ['lit-html'],
    '/lit/lit-html/lit-html.js',
  ],
  [
    'Trusted Types of other names, with a default policy that lets every text pass',
    `require-trusted-types-for 'script'; trusted-types default`,
    ['lit-html', 'related-articles'],
    '/page/default-policy.js',
  ],
  [
    'Trusted Types of other names that are not required',
    `trusted-types of-the-page`,
    ['lit-html', 'related-articles'],
  ],
];

/** Policies under which nothing can be rendered. */
const FORBIDDEN: readonly [what: string, policy: string, ...scripts: string[]][] = [
  ['Trusted Types of other names', `require-trusted-types-for 'script'; trusted-types of-the-page`],
  ['no Trusted Types at all', `require-trusted-types-for 'script'; trusted-types 'none'`],
  [
    'Trusted Types named lit-html, which another Lit has taken',
    `require-trusted-types-for 'script'; trusted-types lit-html`,
    '/lit/lit-html/lit-html.js',
  ],
];

inEveryEngine('under a Content-Security-Policy with', (engine) => {
  let tab: Tab;
  before(() => engine.start());
  after(() => engine.stop());
  afterEach(() => tab?.close());

  for (const [what, policy, ...scripts] of ALLOWED) {
    it(`${what}, the block shows its cards and violates nothing`, async () => {
      tab = await engine.tab();
      await tab.open(page(policy(), ...scripts));
      assert.deepEqual(await shown(tab), CARDS);
      assert.deepEqual(await problems(tab), NO_PROBLEMS);
    });
  }

  for (const policy of RANKING) {
    it(`${policy}, the block ranks a large index and violates nothing`, async () => {
      tab = await engine.tab();
      await tab.open(ownPage(policy));
      assert.equal((await shown(tab)).titles.length, 6);
      assert.deepEqual(await problems(tab), NO_PROBLEMS);
    });
  }

  for (const [what, policy, names, ...scripts] of REFUSED) {
    it(`${what}, the block shows its cards`, async () => {
      tab = await engine.tab();
      await tab.open(page(policy, ...scripts));
      assert.deepEqual(await shown(tab), CARDS);
      const { violations, ...rest } = await problems(tab);
      assert.deepEqual({ ...rest, violations: [] }, NO_PROBLEMS);
      assert.ok(violations.length <= names.length, violations.join('\n'));
      for (const violation of violations) assert.match(violation, /^trusted-types /);
    });
  }

  for (const [what, policy, ...scripts] of FORBIDDEN) {
    it(`${what}, the author’s content stays`, async () => {
      tab = await engine.tab();
      await tab.open(page(policy, ...scripts));
      assert.deepEqual(await shown(tab), OWN_CONTENT);
      const { errors, rejections, lines } = await problems(tab);
      assert.deepEqual([errors, rejections], [[], []]);
      assert.equal(lines.length, 1, lines.join('\n'));
      assert.match(lines[0] ?? '', /^related-articles: could not be rendered.*allow the policy/);
      assert.deepEqual(await failed(tab), FAILED);
    });
  }

  it('the strictest directives under which it works, the block shows all that it can and violates nothing', async () => {
    const picture = `${cdn.origin}/picture.svg`;
    cdn.put('/picture.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const full = {
      authors: [{ name: 'Eva Ohm' }],
      date_published: '2020-02-02',
      image: picture,
      content_text: 'Long.',
    };
    const items = articles(3).map((article) => ({
      ...article,
      ...full,
      _related_articles: { images: [480, 960].map((width) => ({ url: picture, width })) },
    }));
    cdn.put('/full.json', { version: 'https://jsonfeed.org/version/1.1', items });
    cdn.put('/counts.json', { '/articles/1': 12, '/articles/2': 12, '/articles/3': 12 });
    const fields =
      'title url excerpt date author reading-time reasons tags image discussion discussion-url read-more';
    const tags: Readonly<Record<string, string>> = {
      url: 'a',
      'discussion-url': 'a',
      image: 'img',
      tags: 'ul',
      date: 'time',
    };
    const own = fields
      .split(' ')
      .map((name) => `<${tags[name] ?? 'p'} data-field="${name}"></${tags[name] ?? 'p'}>`);
    const block = (more: string, content = ''): string =>
      `<related-articles src="${cdn.origin}/full.json" article="now" no-dedupe show-author show-tags show-reasons
        show-reading-time discussions="${cdn.origin}/counts.json" ${more}>${content}</related-articles>`;
    const blocks = ['list', 'grid', 'compact', 'carousel'].map((layout) => block(`layout="${layout}"`));
    blocks.push(block('', `<template slot="card">${own.join('')}</template>`));
    const body = `<!doctype html><html lang="en"><head><title>Now</title><link rel="icon" href="data:,">
      <script src="${cdn.origin}/page/watch.js"></script>
      <script type="module" src="${cdn.origin}/cdn/related-articles.js"></script></head><body>${blocks.join('')}`;
    const headers = { 'content-security-policy': STRICTEST() };
    tab = await engine.tab();
    await tab.open(site.put('/', body, { headers }));
    await until(tab, 'all show their cards, and their counts once they are visible', () => {
      const left = Array.from(document.querySelectorAll('related-articles')).find(
        ({ shadowRoot }) => !shadowRoot?.querySelector('nav')?.textContent?.includes('12'),
      );
      left?.scrollIntoView();
      return !left;
    });
    assert.deepEqual(await problems(tab), NO_PROBLEMS);
  });

  it('no connection to the index, the author’s content stays', async () => {
    tab = await engine.tab();
    await tab.open(page(`connect-src 'none'`));
    assert.deepEqual(await shown(tab), OWN_CONTENT);
    const { errors, rejections, violations, lines } = await problems(tab);
    assert.deepEqual([errors, rejections], [[], []]);
    // The browser reports each attempt.
    for (const violation of violations) assert.match(violation, /^connect-src /);
    assert.equal(lines.length, 1, lines.join('\n'));
  });
});

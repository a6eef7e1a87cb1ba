import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { inEveryEngine, type Tab } from './engines.js';
import { Host } from './host.js';
import { shownNow, NO_PROBLEMS, problems } from './page-state.js';
import { generated, HOSTILE, SHAPES } from './strings.js';

/** The functions of the script `page/oracle.js`. */
declare global {
  function load(src: string): Promise<{ cards: number; found: string[] }>;
  function differences(block: Element): string[];
}

const SEED = Number(process.env.SEED ?? 20_261_125);
const CHUNK = 120;

const listed = Object.values(HOSTILE).flat();
const texts = [...listed, ...generated(100, SEED)];

const LARGE = { url: '/large.jpg', width: 960 };

type Field = (text: string) => object;
/** Fields of an index that are shown, are links, or are loaded. */
const SHOWN: Readonly<Record<string, Field>> = {
  title: (text) => ({ title: text }),
  url: (text) => ({ url: text }),
  summary: (text) => ({ summary: text }),
  content_html: (text) => ({ content_html: text }),
  author: (text) => ({ authors: [{ name: text }] }),
  tags: (text) => ({ tags: ['Open RAN', text] }),
  image: (text) => ({ image: text }),
  images: (text) => ({ image: LARGE.url, _related_articles: { images: [{ url: text, width: 480 }, LARGE] } }),
  discussion: (text) => ({ _related_articles: { discussion: { count: 3, url: text } } }),
};
/** Its other fields. */
const OTHERS: Readonly<Record<string, Field>> = {
  content_text: (text) => ({ content_text: text }),
  date: (text) => ({ date_published: text }),
  language: (text) => ({ language: text }),
  terms: (text) => ({ _related_articles: { terms: [text] } }),
  count: (text) => ({ _related_articles: { discussion: { count: text } } }),
  id: (text) => ({ id: text }),
  key: (text) => ({ [text]: text }),
};

const entries = [
  ...Object.values(SHOWN).flatMap((field) => texts.map(field)),
  ...Object.values(OTHERS).flatMap((field) => listed.map(field)),
];
const plain = { title: 'Open RAN in the harbour', tags: ['Open RAN'], summary: 'A network.' };

/** Feeds of all texts in all fields. Each feed begins with the current article. */
const feeds = Array.from({ length: Math.ceil(entries.length / CHUNK) }, (_, chunk) => ({
  version: 'https://jsonfeed.org/version/1.1',
  items: [
    { ...plain, id: 'now', url: '/now' },
    ...entries
      .slice(chunk * CHUNK, (chunk + 1) * CHUNK)
      .map((entry, at) => ({ ...plain, id: `${chunk}-${at}`, url: `/${chunk}/${at}`, ...entry })),
  ],
}));

const site = new Host();
before(async () => {
  await site.start();
  for (const [at, feed] of feeds.entries()) site.put(`/feeds/${at}.json`, feed);
  for (const [at, shape] of SHAPES.entries()) site.put(`/shapes/${at}.json`, shape);
});
after(() => site.stop());

/** A page with one block that shows all it can. Pictures are not loaded. */
function page(content = ''): string {
  const body = `<!doctype html><html lang="en"><head><title>Now</title>
    <meta http-equiv="content-security-policy" content="img-src 'none'">
    <script src="/page/watch.js"></script><script src="/page/oracle.js"></script>
    <script type="module" src="/cdn/related-articles.js"></script></head><body>
    <related-articles article="now" limit="${CHUNK}" any-language show-author show-reading-time show-tags show-reasons><a href="/news">All news</a>${content}</related-articles></body></html>`;
  return site.put('/', body);
}

inEveryEngine('hostile strings', (engine) => {
  let tab: Tab;
  before(() => engine.start());
  after(() => engine.stop());

  /** Expects that no hostile string ran or caused an error. Lines in the console are allowed. */
  async function expectNoHarm(): Promise<void> {
    const { errors, rejections } = await problems(tab);
    assert.deepEqual({ ...NO_PROBLEMS, errors, rejections }, NO_PROBLEMS);
    assert.ok(
      !(await tab.run(() => 'hit' in globalThis || 'polluted' in Object.prototype)),
      'a hostile string ran',
    );
  }

  it('are shown as text from every field of an index', async (test) => {
    tab = await engine.tab();
    await tab.open(page());
    let shown = 0;
    for (const at of feeds.keys()) {
      const { cards, found } = await tab.run((src) => globalThis.load(src), `/feeds/${at}.json`);
      assert.deepEqual(found, [], `in feed ${at}`);
      shown += cards;
    }
    test.diagnostic(
      `${engine.name}: ${texts.length} texts, ${entries.length} entries of an index, ${shown} cards, seed ${SEED}`,
    );
    assert.ok(shown > entries.length / 2, `only ${shown} cards of ${entries.length} entries`);
    await expectNoHarm();
  });

  it('cause no error in place of an index', async () => {
    tab = await engine.tab();
    await tab.open(page());
    for (const at of SHAPES.keys()) {
      const { cards, found } = await tab.run((src) => globalThis.load(src), `/shapes/${at}.json`);
      assert.deepEqual(found, [], SHAPES[at]?.slice(0, 200));
      const { own } = await shownNow(tab);
      assert.equal(own, cards === 0, `${SHAPES[at]?.slice(0, 200)}: ${cards} cards`);
    }
    await expectNoHarm();
  });

  it('are shown as text from the attributes of the block', async () => {
    tab = await engine.tab();
    site.put('/feed.json', feeds[0] ?? {});
    await tab.open(page());
    await tab.run((src) => globalThis.load(src), '/feed.json');
    const found = await tab.run(async (given) => {
      const block = firstBlock();
      const done = new Promise((resolve) =>
        block?.addEventListener('related-articles-load', resolve, { once: true }),
      );
      block?.setAttribute('limit', '2');
      await done;
      const broken: string[] = [];
      const text = (part: string): string | null | undefined =>
        block?.shadowRoot?.querySelector(`[part="${part}"]`)?.textContent;
      const tags = (): string =>
        Array.from(block?.shadowRoot?.querySelectorAll('*') ?? [], ({ localName }) => localName).join();
      const usual = tags();
      for (const each of given) {
        for (const name of ['heading', 'read-more', 'discussion-label']) block?.setAttribute(name, each);
        await block?.updateComplete;
        const [heading, readMore] = each.trim()
          ? [each.trim(), each.trim()]
          : ['You might also like', 'Read article'];
        if (text('heading') !== heading || text('read-more') !== readMore || tags() !== usual)
          broken.push(each);
      }
      return broken;
    }, texts);
    assert.deepEqual(found, []);
    await expectNoHarm();
  });

  it('are shown as text in cards from a template', async () => {
    tab = await engine.tab();
    const template = `<template slot="card"><b data-field="title"></b><a data-field="url"></a><i data-field="excerpt"></i>
      <ul data-field="tags"></ul><u data-field="author"></u><time data-field="date"></time><img data-field="image"></template>`;
    await tab.open(page(template));
    for (const at of feeds.keys()) {
      const found = await tab.run(async (src) => {
        await globalThis.load(src);
        const block = firstBlock();
        return Array.from(block?.shadowRoot?.querySelectorAll('.own-card') ?? []).flatMap((card, place) => {
          const { title = '', excerpt = '', url, image, tags = [] } = block?.related[place]?.article ?? {};
          const text = (tag: string): string | null | undefined => card.querySelector(tag)?.textContent;
          const names = Array.from(card.querySelectorAll('*'), ({ localName }) => localName);
          const isFaithful =
            text('b') === title &&
            (text('i') ?? '') === excerpt &&
            card.querySelector('a')?.href === url &&
            (image === undefined || card.querySelector('img')?.getAttribute('src') === image) &&
            names.every((name) => /^(?:b|a|i|ul|li|u|time|img)$/.test(name)) &&
            names.filter((name) => name === 'li').length === Math.min(tags.length, 5);
          return isFaithful ? [] : [card.textContent];
        });
      }, `/feeds/${at}.json`);
      assert.deepEqual(found, [], `in feed ${at}`);
    }
    await expectNoHarm();
  });
});

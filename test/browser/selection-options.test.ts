import { expect, fixture, html } from '@open-wc/testing';
import type { Article } from '../../src/core.js';
import type { RelatedArticles } from '../../src/index.js';
import {
  article,
  block,
  blockOf,
  feed,
  serve,
  settled,
  showsOwnContent,
  titles,
  waitUntil,
  warnings,
} from './support.js';

/** The ids of the articles that a block shows, sorted. */
function ids({ related }: RelatedArticles): string[] {
  return related.map(({ article: { id } }) => id).sort();
}

/** The date of a day in the past, as an index writes it. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

describe('the block', () => {
  it('shows articles in the page’s language only, until any-language is set', async () => {
    const others = [article('a', { language: 'en-GB' }), article('b', { language: 'fr' })];
    serve({ '/languages.json': { ...feed(...others), language: 'en' } });
    const element = await settled(block({ src: '/languages.json', article: 'now' }));
    expect(ids(element)).to.deep.equal(['a']);
    element.toggleAttribute('any-language', true);
    await waitUntil(() => titles(element).length === 2);
  });

  it('shows articles newer than the current one, until no-newer is set', async () => {
    const others = [article('old', { date: daysAgo(20) }), article('new', { date: daysAgo(5) })];
    const now = article('now', { date: daysAgo(10) });
    const element = block({ article: 'now' });
    element.articles = [now, ...others];
    expect(ids(await settled(element))).to.deep.equal(['new', 'old']);
    element.toggleAttribute('no-newer', true);
    await waitUntil(() => ids(element).join() === 'old');
  });

  it('chooses from the articles that only names, and leaves out those that exclude names', async () => {
    const all = [
      article('a', { section: 'Netze', type: 'news' }),
      article('b', { section: 'Netze', type: 'interview', tags: ['Open RAN', 'Small cells'] }),
      article('c', { section: 'Politik', author: 'Ada Lovelace' }),
    ];
    const shown = async (attributes: Record<string, string>): Promise<string[]> =>
      ids(await blockOf(all, attributes));
    expect(await shown({ only: 'section:Netze' })).to.deep.equal(['a', 'b']);
    expect(await shown({ only: "section:netze tag:'small cells'" })).to.deep.equal(['b']);
    expect(await shown({ only: 'author:"Ada Lovelace" a' })).to.deep.equal(['a', 'c']);
    expect(await shown({ only: 'topic:none' })).to.deep.equal([]);
    expect(await shown({ exclude: 'section:Politik type:interview' })).to.deep.equal(['a']);
    expect(await shown({ exclude: 'a tag:none' })).to.deep.equal(['b', 'c']);
  });

  it('tells in one line that a filter can’t be read, and does without it', async () => {
    const element = await blockOf([article('a', { section: 'Netze' })], { only: "section:'Netze" });
    expect(ids(element)).to.deep.equal(['a']);
    const lines = warnings();
    expect(lines).to.have.lengthOf(1);
    expect(lines[0]).to.match(/only="section:'Netze" is not used: a quotation mark is not closed/);
  });

  it('leaves out articles older than max-age, and keeps those without a date', async () => {
    const others = [
      article('old', { date: daysAgo(31) }),
      article('new', { date: daysAgo(29) }),
      article('x'),
    ];
    expect(ids(await blockOf(others, { 'max-age': '30' }))).to.deep.equal(['new', 'x']);
  });

  it('leaves out articles whose score is below min-score', async () => {
    const others = [article('a', { title: 'Title of now' }), article('b', { title: 'Elsewhere' })];
    const all = await blockOf(others);
    const [best = 0, weakest = 0] = all.related.map(({ score }) => score);
    const between = String((best + weakest) / 2);
    expect(ids(await blockOf(others, { 'min-score': between }))).to.deep.equal(['a']);
  });

  it('prefers articles that differ from each other if diversity is high', async () => {
    const story = { title: 'Open RAN in the harbour opens', text: 'Open RAN cranes harbour radio units' };
    const others = [
      article('a', story),
      article('b', { ...story, title: 'Open RAN in the harbour opens today' }),
      article('c', { title: 'Open RAN costs', text: 'Integration money budgets' }),
    ];
    const now: Article = article('now', {
      title: 'Open RAN in the harbour',
      text: 'Open RAN cranes harbour',
    });
    const shown = async (attributes: Record<string, string>): Promise<string[]> => {
      const element = block({ article: 'now', limit: '2', ...attributes });
      element.articles = [now, ...others];
      return ids(await settled(element));
    };
    expect(await shown({})).to.deep.equal(['a', 'b']);
    expect(await shown({ diversity: '0.9' })).to.include('c');
  });

  it('leaves out articles that are excluded by id, by URL or by tag', async () => {
    const others = ['a', 'b', 'c'].map((id) => article(id, { url: `${location.origin}/${id}.html` }));
    const tagged = article('ad', { tags: ['Open RAN', 'Anzeige'] });
    const excluded = { exclude: 'a  /b?utm_source=x', 'exclude-tags': ' Sponsored, anzeige ' };
    expect(ids(await blockOf([...others, tagged], excluded))).to.deep.equal(['c']);
  });

  it('leaves out what the current article links to with exclude-linked, but for pinned articles', async () => {
    const others = ['a', 'b', 'c'].map((id) => article(id, { url: `${location.origin}/${id}.html` }));
    const shown = async (attributes: Record<string, string>): Promise<string[]> => {
      const element = block({ article: 'now', ...attributes });
      element.articles = [article('now', { links: ['a', `${location.origin}/b?utm_source=x`] }), ...others];
      return ids(await settled(element));
    };
    expect(await shown({})).to.deep.equal(['a', 'b', 'c']);
    expect(await shown({ 'exclude-linked': '' })).to.deep.equal(['c']);
    expect(await shown({ 'exclude-linked': '', pinned: 'b' })).to.deep.equal(['b', 'c']);
  });

  it('finds in the page’s own text what the current article links to', async () => {
    await fixture(html`
      <article>
        <p>Some words about masts, and <a href="/a.html#more">a link</a> in the midst of them.</p>
        <p>Filed under <a rel="tag" href="/b.html">Masts</a>, after more words that make a paragraph.</p>
      </article>
    `);
    const others = ['a', 'b', 'c'].map((id) => article(id, { url: `${location.origin}/${id}.html` }));
    serve({
      '/linked.json': {
        ...feed(...others),
        _related_articles: { related_to: 'https://site.example/now' },
      },
    });
    const element = await settled(block({ src: '/linked.json', 'exclude-linked': '' }));
    expect(ids(element)).to.deep.equal(['b', 'c']);
  });

  it('shows pinned articles first, in the author’s order, and never the page itself', async () => {
    const others = [
      article('a'),
      article('b', { url: `${location.origin}/b`, tags: [], title: 'Elsewhere' }),
      article('c', { tags: [], title: 'Nowhere' }),
    ];
    const element = await blockOf(others, { pinned: 'now c /b', limit: '3' });
    expect(element.related.map(({ article: { id } }) => id)).to.deep.equal(['c', 'b', 'a']);
  });

  it('leaves excluded articles out of neighbours and recent articles too', async () => {
    const [a, b, c] = [
      article('a', { tags: ['Ad'] }),
      article('b', { tags: [] }),
      article('c', { tags: [] }),
    ];
    serve({
      '/ranked.json': { ...feed(a, b, c), _related_articles: { related_to: 'https://site.example/now' } },
    });
    const excluded = { exclude: 'c', 'exclude-tags': 'ad' };
    expect(ids(await settled(block({ src: '/ranked.json', ...excluded })))).to.deep.equal(['b']);
    const recent = await blockOf([a, { ...b, title: 'B' }, c], { fallback: 'recent', ...excluded });
    expect(ids(recent)).to.deep.equal(['b']);
  });

  it('leaves out neighbours that have expired, lie in the future or are too old', async () => {
    const old = article('c', { date: '2001-01-01' });
    const expired = article('b', { expires: '2001-01-01' });
    const list = [article('a', { date: '9999-12-31' }), expired, old, article('d')];
    serve({
      '/ranked-anew.json': {
        ...feed(...list),
        _related_articles: { related_to: 'https://site.example/now' },
      },
    });
    expect(ids(await settled(block({ src: '/ranked-anew.json' })))).to.deep.equal(['c', 'd']);
    expect(ids(await settled(block({ src: '/ranked-anew.json', 'max-age': '365' })))).to.deep.equal(['d']);
  });

  for (const [attribute, value] of [
    ['max-age', '0'],
    ['max-age', 'a week'],
    ['min-score', '2'],
    ['diversity', '-1'],
  ] as const) {
    it(`ignores a number out of range and warns: ${attribute}="${value}"`, async () => {
      expect(ids(await blockOf([article('a')], { [attribute]: value }))).to.deep.equal(['a']);
      expect(warnings()).to.deep.equal([
        `related-articles: ${attribute}="${value}" is out of range; none is used`,
      ]);
    });
  }

  it('shows excluded articles again when the attributes are removed', async () => {
    const element = await blockOf([article('a'), article('b')], { exclude: 'a', 'max-age': '3' });
    for (const name of ['exclude', 'max-age']) element.removeAttribute(name);
    await waitUntil(() => titles(element).length === 2);
  });
});

describe('the fallback', () => {
  const unrelated = (id: string, more: Partial<Article>): Article =>
    article(id, { title: `Elsewhere ${id}`, tags: [], ...more });
  const others = [
    unrelated('old', { date: '2020-01-01' }),
    unrelated('new', { date: '2025-01-01' }),
    unrelated('future', { date: '2999-01-01' }),
    unrelated('undated', {}),
    unrelated('foreign', { date: '2025-06-01', language: 'de' }),
  ];

  it('is the author’s content by default and for an unknown value', async () => {
    expect(showsOwnContent(await blockOf(others, {}, 'All news'))).to.equal(true);
    expect(showsOwnContent(await blockOf(others, { fallback: 'nonsense' }, 'All news'))).to.equal(true);
  });

  it('is the newest articles with "recent", those in the page’s language first', async () => {
    const element = await blockOf(others, { fallback: 'recent', lang: 'en' }, 'All news');
    expect(titles(element)).to.deep.equal(
      ['new', 'old', 'undated', 'foreign'].map((id) => `Elsewhere ${id}`),
    );
    expect(element.related.map(({ score }) => score)).to.deep.equal([0, 0, 0, 0]);
  });

  it('fills the list behind related articles with "recent", up to the limit', async () => {
    const all = [article('a', { date: '2019-01-01' }), ...others];
    const element = await blockOf(all, { fallback: 'recent', limit: '3', lang: 'en' });
    expect(titles(element)).to.deep.equal(['Title of a', 'Elsewhere new', 'Elsewhere old']);
    expect(element.related.map(({ score }) => score > 0)).to.deep.equal([true, false, false]);
    expect(titles(await blockOf(all, { limit: '3' }))).to.deep.equal(['Title of a']);
  });

  it('is the author’s content with "recent" if the index holds no other article', async () => {
    expect(showsOwnContent(await blockOf([], { fallback: 'recent' }, 'All news'))).to.equal(true);
  });

  it('is nothing with "hide", and takes no space', async () => {
    const element = await blockOf(others, { fallback: 'hide' }, 'All news');
    element.style.cssText = 'margin: 50px; padding: 50px; border: 5px solid';
    dispatchEvent(new KeyboardEvent('keydown'));
    await element.updateComplete;
    expect(getComputedStyle(element).display).to.equal('none');
    expect(element.getBoundingClientRect().height).to.equal(0);
  });
});

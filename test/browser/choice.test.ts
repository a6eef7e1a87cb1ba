import { expect, waitUntil } from '@open-wc/testing';
import type { Article } from '../../src/core.js';
import type { RelatedArticles } from '../../src/index.js';
import { article, block, blockOf, feed, serve, settled, titles, warnings } from './support.js';

/** The ids of the articles on show. */
function ids({ related }: RelatedArticles): string[] {
  return related.map(({ article: { id } }) => id).sort();
}

/** The day so many days ago, as an index writes it. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

describe('the choice', () => {
  it('is of the page’s language alone, unless the author asks for any', async () => {
    const others = [article('a', { language: 'en-GB' }), article('b', { language: 'fr' })];
    serve({ '/languages.json': { ...feed(...others), language: 'en' } });
    const element = await settled(block({ src: '/languages.json', article: 'now' }));
    expect(ids(element)).to.deep.equal(['a']);
    element.toggleAttribute('any-language', true);
    await waitUntil(() => titles(element).length === 2);
  });

  it('holds newer articles too, unless the author asks for none', async () => {
    const others = [article('old', { date: daysAgo(20) }), article('new', { date: daysAgo(5) })];
    const now = article('now', { date: daysAgo(10) });
    const element = block({ article: 'now' });
    element.articles = [now, ...others];
    expect(ids(await settled(element))).to.deep.equal(['new', 'old']);
    element.toggleAttribute('no-newer', true);
    await waitUntil(() => ids(element).join() === 'old');
  });

  it('leaves out what is older than the author wants, and keeps what has no date', async () => {
    const others = [
      article('old', { date: daysAgo(31) }),
      article('new', { date: daysAgo(29) }),
      article('x'),
    ];
    expect(ids(await blockOf(others, { 'max-age': '30' }))).to.deep.equal(['new', 'x']);
  });

  it('leaves out what is less related than the author wants', async () => {
    const others = [article('a', { title: 'Title of now' }), article('b', { title: 'Elsewhere' })];
    const all = await blockOf(others);
    const [best = 0, weakest = 0] = all.related.map(({ score }) => score);
    const between = String((best + weakest) / 2);
    expect(ids(await blockOf(others, { 'min-score': between }))).to.deep.equal(['a']);
  });

  it('shows unlike articles before like ones where the author asks for diversity', async () => {
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

  it('leaves out articles by id and by address, and those with a tag', async () => {
    const others = ['a', 'b', 'c'].map((id) => article(id, { url: `${location.origin}/${id}.html` }));
    const tagged = article('ad', { tags: ['Open RAN', 'Anzeige'] });
    const excluded = { exclude: 'a  /b?utm_source=x', 'exclude-tags': ' Sponsored, anzeige ' };
    expect(ids(await blockOf([...others, tagged], excluded))).to.deep.equal(['c']);
  });

  it('begins with what the author pins, in this order, and never pins the page itself', async () => {
    const others = [
      article('a'),
      article('b', { url: `${location.origin}/b`, tags: [], title: 'Elsewhere' }),
      article('c', { tags: [], title: 'Nowhere' }),
    ];
    const element = await blockOf(others, { pinned: 'now c /b', limit: '3' });
    expect(element.related.map(({ article: { id } }) => id)).to.deep.equal(['c', 'b', 'a']);
  });

  it('keeps away from ranked lists and recent articles what the author does not want', async () => {
    const [a, b, c] = [
      article('a', { tags: ['Ad'] }),
      article('b', { tags: [] }),
      article('c', { tags: [] }),
    ];
    serve({
      '/ranked.json': { ...feed(a, b, c), _related_articles: { related_to: 'https://site.example/now' } },
    });
    const unwanted = { exclude: 'c', 'exclude-tags': 'ad' };
    expect(ids(await settled(block({ src: '/ranked.json', ...unwanted })))).to.deep.equal(['b']);
    const recent = await blockOf([a, { ...b, title: 'B' }, c], { fallback: 'recent', ...unwanted });
    expect(ids(recent)).to.deep.equal(['b']);
  });

  it('leaves out of ranked lists what has expired, lies in the future or is too old', async () => {
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

  it('shows of a list that a page has chosen nothing that has expired or lies in the future', async () => {
    const list = [
      article('a', { date: '9999-12-31' }),
      article('b', { expires: '2001-01-01' }),
      article('c'),
    ];
    const element = block({});
    element.related = list.map((each) => ({ article: each, score: 1, reasons: { tags: [], terms: [] } }));
    expect(ids(await settled(element))).to.deep.equal(['c']);
  });

  for (const [attribute, value] of [
    ['max-age', '0'],
    ['max-age', 'a week'],
    ['min-score', '2'],
    ['diversity', '-1'],
  ] as const) {
    it(`is as without it where a number is none, and says so: ${attribute}="${value}"`, async () => {
      expect(ids(await blockOf([article('a')], { [attribute]: value }))).to.deep.equal(['a']);
      expect(warnings()).to.deep.equal([
        `related-articles: ${attribute}="${value}" is out of range; none is used`,
      ]);
    });
  }

  it('is as without them for attributes that are taken away', async () => {
    const element = await blockOf([article('a'), article('b')], { exclude: 'a', 'max-age': '3' });
    for (const name of ['exclude', 'max-age']) element.removeAttribute(name);
    await waitUntil(() => titles(element).length === 2);
  });
});

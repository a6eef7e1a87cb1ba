import { expect } from '@open-wc/testing';
import type { Article } from '../../src/core.js';
import type { RelatedArticles } from '../../src/index.js';
import { article, block, blockOf, parts, serve, settled, titles, waitUntil, warnings } from './support.js';

/** The ids of the articles that a block shows, in their order. */
function ids({ related }: RelatedArticles): string[] {
  return related.map(({ article: { id } }) => id);
}

/** Waits until a block shows the articles with these ids. */
const shows = (element: RelatedArticles, expected: readonly string[]): Promise<void> =>
  waitUntil(() => ids(element).join() === expected.join(), `shows ${expected.join()}`);

/** Articles that are the more alike to the current one the earlier they come. */
const all = ['a', 'b', 'c', 'd', 'e'].map((id, at) =>
  article(id, { title: `${'Title of now '.repeat(5 - at)}${id}`, date: `2026-01-0${9 - at}` }),
);

/** A block that chooses two of all articles, none that another block shows. */
function pair(): RelatedArticles {
  const element = block({ article: 'now', limit: '2' }, 'All news');
  element.noDedupe = false;
  element.articles = [article('now'), ...all];
  return element;
}

describe('of two blocks on a page', () => {
  it('the second shows what the first does not, in the order of the document', async () => {
    const alone = ids(await blockOf(all, { limit: '4' }));
    const [first, second] = [pair(), pair()];
    document.body.append(first, second);
    await shows(first, alone.slice(0, 2));
    await shows(second, alone.slice(2));
  });

  it('the second chooses anew if the first goes', async () => {
    const first = await settled(pair());
    const second = await settled(pair());
    const [best, other] = [ids(first), ids(second)];
    expect(other.filter((id) => best.includes(id))).to.deep.equal([]);
    first.remove();
    await shows(second, best);
  });

  it('the second chooses anew if the first shows other articles', async () => {
    const first = await settled(pair());
    const second = await settled(pair());
    const best = ids(first);
    first.exclude = best.join(' ');
    await waitUntil(() => ids(first).join() !== best.join());
    await shows(second, best);
  });

  it('both may show the same if one of them has no-dedupe', async () => {
    const first = await settled(pair());
    const second = await blockOf(all, { limit: '2', 'no-dedupe': '' });
    expect(ids(second)).to.deep.equal(ids(first));
    first.noDedupe = true;
    second.noDedupe = false;
    await second.updateComplete;
    expect(ids(second)).to.deep.equal(ids(first));
  });

  it('the second may show what the first shows if a style hides the first', async () => {
    const first = pair();
    first.style.display = 'none';
    await settled(first);
    const second = await settled(pair());
    expect(ids(second)).to.have.lengthOf(2);
    expect(ids(second)).to.deep.equal(ids(first));
  });

  it('the second shows its author’s content if the first shows all there is', async () => {
    const [first, second] = [pair(), pair()];
    for (const element of [first, second]) element.articles = [article('now'), article('a')];
    await settled(first);
    await settled(second);
    expect([ids(first), ids(second)]).to.deep.equal([['a'], []]);
    expect(second.matches(':state(empty)')).to.equal(true);
  });

  it('the event of the second tells what it shows', async () => {
    await settled(pair());
    const second = pair();
    const told = new Promise<readonly string[]>((resolve) => {
      second.addEventListener('related-articles-load', ({ related }) => {
        resolve(related.map(({ article: { id } }) => id));
      });
    });
    await settled(second);
    expect(await told).to.deep.equal(ids(second));
    expect(ids(second)).to.have.lengthOf(2);
  });
});

describe('a block by', () => {
  const now = article('now', {
    author: 'Ada Lovelace',
    section: 'Networks',
    series: { name: 'Masts', position: 2 },
  });
  const others: Article[] = [
    article('old', { author: 'Ada Lovelace', section: 'Networks', date: '2020-01-01' }),
    article('new', { author: 'Ada Lovelace', date: '2026-01-01' }),
    article('third', { series: { name: 'Masts', position: 3 } }),
    article('first', { series: { name: 'Masts', position: 1 }, links: ['now'] }),
  ];

  for (const [by, expected, heading] of [
    ['author', ['new', 'old'], 'More from this author'],
    ['series', ['third', 'first'], 'In this series'],
    ['section', ['old'], 'More from this section'],
    ['backlinks', ['first'], 'Articles that link here'],
  ] as const) {
    it(`${by} shows these articles under its own heading`, async () => {
      const element = block({ article: 'now', by, lang: 'en' });
      element.articles = [now, ...others];
      await settled(element);
      expect(ids(element)).to.deep.equal(expected);
      expect(parts(element, 'heading')[0]?.textContent?.trim()).to.equal(heading);
    });
  }

  it('author shows nothing else, also with fallback="recent"', async () => {
    const element = await blockOf(others, { by: 'author', fallback: 'recent' }, 'All news');
    expect(ids(element)).to.deep.equal([]);
  });

  it('something else is told in one line, and shows related articles', async () => {
    const element = await blockOf([article('a')], { by: 'fame' });
    expect(ids(element)).to.deep.equal(['a']);
    expect(warnings().join()).to.match(
      /by="fame" is none of relatedness, author, series, section, backlinks/,
    );
  });
});

describe('what editors chose', () => {
  it('comes first, and the reasons of a part of a series name it', async () => {
    const element = block({ article: 'now', lang: 'en', 'show-reasons': '' });
    element.articles = [
      article('now', { related: ['z'], series: { name: 'Masts' } }),
      article('a'),
      article('part', { series: { name: 'Masts' } }),
      article('z', { title: 'Elsewhere', tags: [] }),
    ];
    await settled(element);
    expect(ids(element)).to.deep.equal(['z', 'part', 'a']);
    expect(element.related.map(({ reasons }) => reasons.isCurated)).to.deep.equal([
      true,
      undefined,
      undefined,
    ]);
    const reasons = parts(element, 'reasons').map(({ textContent }) => textContent?.trim());
    expect(reasons).to.have.lengthOf(2);
    expect(reasons[0]).to.equal('In this series: Masts');
    expect(reasons[1]).to.match(/^In common: /);
  });

  it('is read from the page where the index does not tell it', async () => {
    const meta = document.createElement('meta');
    Object.assign(meta, { name: 'related-articles:related', content: '/z' });
    document.head.append(meta);
    const element = block({});
    element.articles = [
      article('here', { url: location.href, text: 'x' }),
      article('a'),
      article('z', { url: new URL('/z', location.href).href, title: 'Elsewhere', tags: [] }),
    ];
    await settled(element);
    meta.remove();
    expect(ids(element)[0]).to.equal('z');
  });

  it('is marked in a file of neighbours too', async () => {
    const items = [
      { id: 'b', url: '/b', title: 'Title of b' },
      { id: 'a', url: '/a', title: 'Title of a', _related_articles: { series: { name: 'Masts' } } },
    ];
    serve({
      '/related/now.json': {
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Now',
        _related_articles: { version: 1, related_to: '/now', curated: ['b'], series: 'Masts' },
        items,
      },
    });
    const element = await settled(block({ src: '/related/{slug}.json', article: '/now' }));
    expect(titles(element)).to.deep.equal(['Title of b', 'Title of a']);
    expect(element.related.map(({ reasons }) => [reasons.isCurated, reasons.series])).to.deep.equal([
      [true, undefined],
      [undefined, 'Masts'],
    ]);
  });
});

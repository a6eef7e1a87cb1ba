import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Article } from '../../src/article.js';
import { createRanker } from '../../src/ranking/create-ranker.js';
import type { RelatedOptions } from '../../src/ranking/eligibility.js';
import { positionsByKey } from '../../src/ranking/identity.js';
import { LinkGraph } from '../../src/ranking/link-graph.js';
import { PostingsRetriever } from '../../src/ranking/postings-retriever.js';
import { ArticleRanker } from '../../src/ranking/ranker.js';
import { stopWordsOfAllLanguages } from '../../src/ranking/stop-words.js';
import { readIndex } from '../../src/reader/read-index.js';
import { finished } from '../../src/shared/time-slicing.js';
import { anyArticles } from './any-articles.js';

const SITE = 'https://site.example/';

function article(id: string, members: Partial<Article> = {}): Article {
  return { id, url: `${SITE}${id}`, title: id, tags: [], ...members };
}

/** Articles that share no word with any other article. */
const others = Array.from({ length: 10 }, (_, at) =>
  article(`other${at}`, { title: `Thema${at}`, text: `Wort${at} Satz${at}` }),
);
const current = article('current', { title: 'Luchs im Harz', text: 'Der Luchs lebt wieder im Harz.' });
const alike = article('alike', { title: 'Luchs im Wald', text: 'Ein Luchs und seine Spuren im Wald.' });

function relatedIds(articles: readonly Article[], options: RelatedOptions = {}): string[] {
  return createRanker(articles)
    .related(current, options)
    .map((related) => related.article.id);
}

describe('an article without a word in common', () => {
  const far = article('far', { title: 'Wildkatzen', text: 'Pfoten auf leisen Wegen.' });

  it('is related if an article much like the current one links to it', () => {
    assert.deepEqual(relatedIds([current, alike, far, ...others]), ['alike']);
    const linking = { ...alike, links: ['far'] };
    assert.deepEqual(relatedIds([current, linking, far, ...others]), ['alike', 'far']);
  });

  it('is related if it links to an article much like the current one', () => {
    const linking = { ...far, links: [alike.url] };
    assert.deepEqual(relatedIds([current, alike, linking, ...others]), ['alike', 'far']);
  });

  it('is not related if only the current article links to it, or it to the current one', () => {
    const [here, there] = [
      { ...current, links: ['far'] },
      { ...far, links: ['current'] },
    ];
    assert.deepEqual(relatedIds([here, alike, there, ...others]), ['alike']);
  });

  it('is found in the same place by its id and by each address of its page', () => {
    for (const link of ['far', far.url, 'http://www.site.example/far.html?utm_source=x#top', `${far.url}/`]) {
      assert.deepEqual(
        relatedIds([current, { ...alike, links: [link] }, far, ...others]),
        ['alike', 'far'],
        link,
      );
    }
  });

  it('is not shown if it may not be', () => {
    const linking = { ...alike, links: ['far'] };
    const hidden = { ...far, expires: '2020-01-01' };
    assert.deepEqual(relatedIds([current, linking, hidden, ...others]), ['alike']);
    assert.deepEqual(relatedIds([current, linking, far, ...others], { exclude: ['far'] }), ['alike']);
  });

  it('says by which article it was found', () => {
    const ranker = createRanker([current, { ...alike, links: ['far'] }, far, ...others]);
    const [, found] = ranker.related(current);
    assert.deepEqual(found?.reasons, { tags: [], terms: [], linkedWith: 'Luchs im Wald' });
    const { linkedWith, parts, score } = ranker.explain(current, 'far');
    assert.equal(linkedWith?.id, 'alike');
    assert.ok(parts.support > 0 && parts.overlap === 0);
    assert.equal(score, found.score);
  });
});

describe('a link', () => {
  /** The ids that an article links to, as the ranking counts them. */
  function linksOf(articles: readonly Article[], id: string): string[] {
    const graph = finished(LinkGraph.read(articles, finished(positionsByKey(articles))));
    const links = graph.of(articles.findIndex((each) => each.id === id));
    return links.flatMap(({ position, isOwn }) => (isOwn ? articles[position]!.id : []));
  }

  it('counts once, in the order of the text, if it leads to another article of the index', () => {
    const links = [
      'b',
      'https://elsewhere.example/',
      'a',
      '',
      'c',
      `${SITE}c/`,
      'nobody',
      'javascript:alert(1)',
      '#top',
    ];
    const articles = [article('a', { links }), article('b', { links: ['a'] }), article('c')];
    assert.deepEqual(linksOf(articles, 'a'), ['b', 'c']);
    assert.deepEqual(linksOf(articles, 'b'), ['a']);
    assert.deepEqual(linksOf(articles, 'c'), []);
  });

  it('does not count if most articles have it', () => {
    const imprint = article('imprint');
    const few = Array.from({ length: 40 }, (_, at) =>
      article(`${at}`, { links: at < 15 ? ['imprint'] : [] }),
    );
    assert.deepEqual(linksOf([...few, imprint], '0'), ['imprint']);
    const most = few.map((each) => ({ ...each, links: ['imprint', '1'].filter((id) => id !== each.id) }));
    assert.deepEqual(linksOf([...most, imprint], '0'), []);
  });

  it('in a circle, to itself or a thousand times over changes nothing else', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `${SITE}nowhere/${at}`);
    const [one, other] = [
      { ...alike, links: ['alike', ...many, 'beside', 'beside'] },
      article('beside', { title: 'Luchs', text: 'Noch ein Luchs.', links: ['alike', 'beside'] }),
    ];
    const plain = [current, { ...one, links: ['beside'] }, { ...other, links: ['alike'] }, ...others];
    assert.deepEqual(relatedIds([current, one, other, ...others]), relatedIds(plain));
  });
});

describe('a list', () => {
  const articles = anyArticles({ minLength: 2, maxLength: 40 });
  const linked = articles.chain((list) =>
    fc
      .array(fc.array(fc.nat(list.length - 1), { maxLength: 5 }), {
        minLength: list.length,
        maxLength: list.length,
      })
      .map((links) => list.map((each, at): Article => ({ ...each, links: links[at]!.map(String) }))),
  );
  const answer = (list: readonly Article[], options: RelatedOptions = {}): [string, number][] =>
    createRanker(list)
      .related(list[0]!, { limit: 30, minScore: 0, ...options })
      .map(({ article: { id }, score }) => [id, score]);

  it('never hangs on the links of the current article, nor on those to it', () => {
    fc.assert(
      fc.property(linked, (list) => {
        const [own, ...rest] = list;
        const without = rest.map((each) => ({ ...each, links: each.links!.filter((id) => id !== own!.id) }));
        assert.deepEqual(answer(list), answer([{ ...own!, links: [] }, ...without]));
      }),
      { numRuns: 200 },
    );
  });

  it('is the same with both retrievers', () => {
    fc.assert(
      fc.property(linked, (list) => {
        const ranker = new ArticleRanker(list, {
          stopWords: stopWordsOfAllLanguages(),
          retriever: (count, articleAt) => new PostingsRetriever(count, articleAt),
        });
        const other = new ArticleRanker(list, { stopWords: stopWordsOfAllLanguages() });
        const [one, two] = [ranker, other].map((each) =>
          each.related(list[0]!, { limit: 30, minScore: 0 }).map(({ article: { id }, score }) => [id, score]),
        );
        assert.deepEqual(one, two);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves out what the current article links to where that is asked for', () => {
    const beside = article('beside', { title: 'Luchs', text: 'Noch ein Luchs.' });
    const here = { ...current, links: [`${beside.url}/`] };
    const list = [here, alike, beside, ...others];
    const ids = (options: RelatedOptions): string[] =>
      createRanker(list)
        .related(here, options)
        .map((related) => related.article.id)
        .sort();
    assert.deepEqual(ids({}), ['alike', 'beside']);
    assert.deepEqual(ids({ exclude: here.links }), ['alike']);
  });
});

describe('the reader', () => {
  /** The links of each article of an index. */
  function links(
    json: unknown,
    options: Parameters<typeof readIndex>[2] = {},
  ): (readonly string[] | undefined)[] {
    return readIndex(json, `${SITE}feed.json`, options).articles.map((each) => each.links);
  }

  function feed(items: object[], extension?: object): object {
    return {
      version: 'https://jsonfeed.org/version/1.1',
      ...(extension && { _related_articles: extension }),
      items: items.map((item, at) => ({ id: `${at}`, url: `/${at}`, title: `Title ${at}`, ...item })),
    };
  }

  it('takes the links of an item as ids, addresses and positions', () => {
    const given = ['1', 2, '/2?x', './b', 'https://elsewhere.example/a'];
    assert.deepEqual(links(feed([{ _related_articles: { links: given } }, {}, {}])), [
      ['1', '2', `${SITE}2?x`, `${SITE}b`, 'https://elsewhere.example/a'],
      undefined,
      undefined,
    ]);
  });

  it('takes the links of all items from the feed', () => {
    assert.deepEqual(links(feed([{}, {}, {}], { links: [[1, 2], [], [0]] })), [['1', '2'], undefined, ['0']]);
  });

  it('ignores positions of no item, and whatever is no link', () => {
    const given = [7, -1, 0.5, null, {}, [], 'javascript:alert(1)', '1'];
    assert.deepEqual(links(feed([{ _related_articles: { links: given } }, {}])), [
      ['javascript:alert(1)', '1'],
      undefined,
    ]);
    for (const wrong of [null, 5, 'a', { a: 1 }, [5, 'a', null]]) {
      assert.deepEqual(links(feed([{}, {}], { links: wrong })), [undefined, undefined]);
    }
  });

  it('reads the links of full texts in HTML, without those within the page and those that no browser follows', () => {
    const html =
      '<p><a class="x" href="/1">One</a> <a href=\'2?a=1&amp;b=2\'>Two</a> <A HREF=/3>Three</A> <a name="y">No</a>' +
      '<a href="#top">Up</a><a href="/0/">Self</a><a href="javascript:alert(1)">J</a><a href="mailto:a@b.example">M</a>' +
      '<abbr href="/4">No</abbr><a href="/1">Again</a>';
    assert.deepEqual(links(feed([{ content_html: html }]))[0], [`${SITE}1`, `${SITE}2?a=1&b=2`, `${SITE}3`]);
  });

  it('reads links from the members that "fields" names', () => {
    const list = [
      { url: '/a', title: 'A', siehe: ['/b'] },
      { url: '/b', title: 'B' },
    ];
    assert.deepEqual(links(list, { fields: { links: 'siehe' } }), [[`${SITE}b`], undefined]);
  });

  it('keeps a hundred links of an article', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `/${at + 1}`);
    assert.equal(links([{ url: '/0', title: 'A', _related_articles: { links: many } }])[0]?.length, 100);
  });
});

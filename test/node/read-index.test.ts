import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Article } from '../../src/article.js';
import { type ArticleIndex, readIndex } from '../../src/reader/read-index.js';

const BASE = 'https://site.example/news/index.json';
const VERSION = 'https://jsonfeed.org/version/1.1';

/** The absolute address of a path. */
function web(path: string): string {
  return `https://site.example${path}`;
}

/** Reads a JSON Feed of one item. */
function readFeed(item: object, feed: object = {}): ArticleIndex {
  return readIndex({ version: VERSION, title: 'Feed', ...feed, items: [item] }, BASE);
}

/** The article of a JSON Feed's only item. */
function feedArticle(item: object, feed: object = {}): Article | undefined {
  return readFeed({ id: '1', url: '/a', title: 'A', ...item }, feed).articles[0];
}

/** The article of a plain list's only entry. */
function listArticle(entry: object): Article | undefined {
  return readIndex([{ url: '/a', title: 'A', ...entry }], BASE).articles[0];
}

describe('a JSON Feed', () => {
  it('gives every member of an article', () => {
    const same = { title: 'A', date_published: '2026-11-17', tags: ['Netz'], language: 'de' };
    const { date_published: date, ...kept } = same;
    const item = { id: 5, url: '/a', summary: 'Short', content_text: 'Long', image: '/a.png' };
    const read = { id: '5', url: web('/a'), excerpt: 'Short', text: 'Long', image: web('/a.png') };
    assert.deepEqual(readFeed({ ...same, ...item }), {
      format: 'JSON Feed',
      articles: [{ ...kept, date, ...read }],
      skipped: [],
    });
  });

  for (const version of ['https://jsonfeed.org/version/1', 'https://www.jsonfeed.org/version/1.1']) {
    it(`is recognised by its version ${version}`, () => {
      const extension = { discussion: { count: 3 } };
      const items = [{ id: '1', url: '/a', title: 'A', _related_articles: extension }];
      assert.deepEqual(readIndex({ version, items }, BASE).articles[0]?.discussion, { count: 3 });
    });
  }

  it('may have no items', () => {
    assert.deepEqual(readIndex({ version: VERSION, items: [] }, BASE).skipped, []);
  });

  it('keeps a numeric id as text', () => {
    assert.equal(feedArticle({ id: 17 })?.id, '17');
  });

  it('takes the address from an id that is one', () => {
    const { articles } = readFeed({ id: web('/a'), title: 'A' });
    assert.equal(articles[0]?.url, web('/a'));
  });

  it('does not take an id that is no address for an address', () => {
    assert.deepEqual(readFeed({ id: 'a1', title: 'A' }).articles, []);
  });

  it('takes the address for the id if there is no id', () => {
    const { articles } = readFeed({ url: '/a', title: 'A' });
    assert.equal(articles[0]?.id, web('/a'));
  });

  it('reads the text from content_html if there is no content_text', () => {
    const article = feedArticle({ content_html: '<p>Fish &amp; <b>chips</b></p><p>Tea</p>' });
    assert.equal(article?.text, 'Fish & chips\nTea');
  });

  it('keeps angle brackets in content_text', () => {
    assert.equal(feedArticle({ content_text: 'Use <template> here' })?.text, 'Use <template> here');
  });

  it('reads the text from content_html if content_text is blank', () => {
    assert.equal(feedArticle({ content_text: ' ', content_html: '<p>Hi</p>' })?.text, 'Hi');
  });

  it('makes the teaser from the text if there is no summary', () => {
    assert.equal(feedArticle({ content_html: '<p>One</p><p>Two</p>' })?.excerpt, 'One Two');
  });

  it('makes the teaser from the text if the summary holds only markup', () => {
    assert.equal(feedArticle({ summary: '<p></p>', content_text: 'Text' })?.excerpt, 'Text');
  });

  it('shortens a teaser that is made from a long text', () => {
    const excerpt = feedArticle({ content_text: 'word '.repeat(200) })?.excerpt ?? '';
    assert.match(excerpt, /^(?:word ){30,39}word…$/);
  });

  it('shortens a summary that is a whole text', () => {
    const excerpt = feedArticle({ summary: 'word '.repeat(200) })?.excerpt ?? '';
    assert.match(excerpt, /^(?:word ){70,79}word…$/);
  });

  it('gives its language to items that name none', () => {
    assert.equal(feedArticle({}, { language: 'de' })?.language, 'de');
  });

  it('gives its language to items whose own language is blank', () => {
    assert.equal(feedArticle({ language: '' }, { language: 'de' })?.language, 'de');
  });

  it('leaves an item its own language', () => {
    assert.equal(feedArticle({ language: 'en-GB' }, { language: 'de' })?.language, 'en-GB');
  });

  it('takes the banner image if there is no image', () => {
    assert.equal(feedArticle({ banner_image: '/b.png' })?.image, web('/b.png'));
  });

  it('prefers the image to the banner image', () => {
    assert.equal(feedArticle({ image: '/a.png', banner_image: '/b.png' })?.image, web('/a.png'));
  });

  it('tells the discussion in its extension', () => {
    const article = feedArticle({ _related_articles: { discussion: { count: 0, url: '/talk' } } });
    assert.deepEqual(article?.discussion, { count: 0, url: web('/talk') });
  });

  for (const count of [-1, 1.5, 'many', 1e10, null]) {
    it(`tells no number of posts if the count is ${JSON.stringify(count)}`, () => {
      assert.equal(feedArticle({ _related_articles: { discussion: { count } } })?.discussion, undefined);
    });
  }

  it('tells in its extension which article it is related to', () => {
    const index = readFeed({ id: '1', url: '/a', title: 'A' }, { _related_articles: { related_to: '/b' } });
    assert.equal(index.relatedTo, web('/b'));
  });

  it('is related to nothing if related_to is not an http(s) address', () => {
    const index = readFeed({ id: '1', url: '/a' }, { _related_articles: { related_to: 'javascript:1' } });
    assert.equal('relatedTo' in index, false);
  });

  it('ignores an extension that is not an object', () => {
    assert.equal(feedArticle({ _related_articles: 'x' }, { _related_articles: [1] })?.title, 'A');
  });

  it('does not read the names of plain lists', () => {
    assert.equal(readFeed({ id: '1', url: '/a', headline: 'A' }).articles.length, 0);
  });
});

describe('a member whose value can’t be used', () => {
  const cases: [member: keyof Article, entry: object, read: unknown][] = [
    ['image', { image: { width: 5 }, thumbnail: '/t.png' }, web('/t.png')],
    ['date', { date: 'zu Nikolaus', datetime: '2022-12-08' }, '2022-12-08'],
    ['tags', { tags: [1, 2], categories: ['A'] }, ['A']],
    ['discussion', { comments: [{}], comment_count: '3' }, { count: 3 }],
  ];
  for (const [member, entry, read] of cases) {
    it(`gives way to another member: ${member}`, () => {
      assert.deepEqual(listArticle(entry)?.[member], read);
    });
  }

  it('gives way to another member: the list', () => {
    const { articles } = readIndex({ items: [], posts: [{ url: '/a', title: 'A' }] }, BASE);
    assert.equal(articles.length, 1);
  });
});

describe('a plain list', () => {
  const members: [member: keyof Article, names: string[], written: unknown, read: unknown][] = [
    ['id', ['id', 'guid', 'objectID', 'uuid'], 7, '7'],
    ['url', ['url', 'permalink', 'link', 'uri', 'href', 'relPermalink', 'relUrl'], '/b', web('/b')],
    ['url', ['location', 'path', 'slug'], 'b', web('/news/b')],
    ['title', ['title', 'name', 'headline', 't'], 'Title', 'Title'],
    ['excerpt', ['summary', 'description', 'excerpt', 'teaser', 'snippet', 'abstract'], 'Brief', 'Brief'],
    ['text', ['content', 'contents', 'content_html', 'html', 'text', 'body'], '<p>One</p>Two', 'One\nTwo'],
    ['text', ['content_text', 'plain', 'plaintext'], 'All of it', 'All of it'],
    ['date', ['date', 'date_published', 'datePublished', 'published'], '2026-11-17', '2026-11-17'],
    ['date', ['published_at', 'pubDate', 'datetime', 'created', 'created_at'], '2026-11-17', '2026-11-17'],
    ['tags', ['tags', 'tag', 'keywords', 'categories', 'category', 'section'], 'A, B', ['A', 'B']],
    ['expires', ['expires', 'expiryDate', 'expires_at'], '2027-01-01', '2027-01-01'],
    ['author', ['author', 'authors', 'creator'], { name: 'A. Muster' }, 'A. Muster'],
    ['author', ['author', 'authors', 'creator'], [{ name: 'A' }, 'B'], 'A, B'],
    ['terms', ['terms'], ['netz', 'mast'], ['netz', 'mast']],
    ['image', ['image', 'cover'], { src: 'b.png' }, web('/news/b.png')],
    ['image', ['image', 'cover'], [{ url: 'b.png' }], web('/news/b.png')],
    ['language', ['language', 'lang', 'langcode', 'inLanguage'], 'de', 'de'],
    ['image', ['image', 'thumbnail', 'img', 'cover'], 'b.png', web('/news/b.png')],
    ['image', ['banner_image', 'feature_image'], '/b.png', web('/b.png')],
    ['discussion', ['comments', 'commentCount', 'comment_count', 'comments_count'], 3, { count: 3 }],
    ['discussion', ['replies', 'replyCount'], 0, { count: 0 }],
    ['discussion', ['discussionUrl', 'discussion_url'], '/talk', { url: web('/talk') }],
    ['discussion', ['discussion'], { count: 3, url: '/talk' }, { count: 3, url: web('/talk') }],
  ];
  for (const [member, names, written, read] of members) {
    for (const name of names) {
      it(`tells the ${member} as "${name}"`, () => {
        const entry = new Map<string, unknown>([
          ['url', '/a'],
          ['title', 'A'],
        ]);
        entry.delete(member);
        entry.set(name, written);
        assert.deepEqual(readIndex([Object.fromEntries(entry)], BASE).articles[0]?.[member], read);
      });
    }
  }

  for (const key of ['items', 'articles', 'posts', 'entries', 'data', 'results', 'news', 'list', 'pages']) {
    it(`may be the member "${key}" of an object`, () => {
      const index = readIndex({ total: 1, [key]: [{ url: '/a', title: 'A' }] }, BASE);
      assert.deepEqual(index.articles, [{ id: web('/a'), url: web('/a'), title: 'A', tags: [] }]);
    });
  }

  it('is found after another member with a usual name that is not a list', () => {
    assert.equal(readIndex({ items: 5, posts: [{ url: '/a', title: 'A' }] }, BASE).articles.length, 1);
  });

  it('may be empty', () => {
    assert.deepEqual(readIndex([], BASE), { format: 'plain list', articles: [], skipped: [] });
  });

  it('is read by the next usual name if a member is blank', () => {
    assert.equal(listArticle({ title: ' ', headline: 'Title' })?.title, 'Title');
  });

  it('tells the number of posts beside a list of comments', () => {
    assert.deepEqual(listArticle({ comments: [{ by: 'x' }], commentCount: 1 })?.discussion, { count: 1 });
  });

  for (const name of ['content_text', 'text', 'plain', 'plaintext', 'content', 'body']) {
    it(`has character references decoded in "${name}"`, () => {
      assert.equal(listArticle({ [name]: 'It&rsquo;s fish &amp; chips' })?.text, 'It’s fish & chips');
    });
    it(`loses HTML line breaks in "${name}"`, () => {
      assert.equal(listArticle({ [name]: 'One<br>Two<br />Three' })?.text, 'One Two Three');
    });
  }

  it('keeps angle brackets in text that is plain by its name', () => {
    assert.equal(listArticle({ content_text: 'Use <template> here' })?.text, 'Use <template> here');
  });
});

describe('the texts of an article', () => {
  it('have their character references decoded in titles', () => {
    assert.equal(listArticle({ title: 'Caf&eacute; &#38; Bar' })?.title, 'Café & Bar');
  });

  it('lose formatting tags in titles and teasers', () => {
    const article = listArticle({ title: 'Ein <i>neues</i> Netz', summary: '<p>Zwei\nZeilen</p>' });
    assert.deepEqual([article?.title, article?.excerpt], ['Ein neues Netz', 'Zwei Zeilen']);
  });

  it('are left out if they are blank', () => {
    const article = listArticle({ summary: ' ', content: '', lang: '', date: '' });
    assert.deepEqual(Object.keys(article ?? {}).sort(), ['id', 'tags', 'title', 'url']);
  });

  it('are left out if they are not texts', () => {
    const article = listArticle({ summary: { rendered: 'x' }, content: 5, lang: ['de'], date: [20261117] });
    assert.deepEqual(Object.keys(article ?? {}).sort(), ['id', 'tags', 'title', 'url']);
  });
});

describe('the tags of an article', () => {
  const cases: [name: string, written: unknown, read: string[]][] = [
    ['a list', ['Netz', ' Mast '], ['Netz', 'Mast']],
    ['a list of objects with a name', [{ name: 'Netz', slug: 'netz' }, { name: 'Mast' }], ['Netz', 'Mast']],
    ['one text with commas', 'Netz, Mast,,', ['Netz', 'Mast']],
    ['null', null, []],
    ['a number', 5, []],
    ['a list with other things in it', [null, 5, ['x'], {}, { name: 5 }, '', 'Netz'], ['Netz']],
    ['a list with markup alone in it', ['<br>', { name: ' &nbsp;' }, 'Netz'], ['Netz']],
    ['a list that repeats one', ['Netz', 'Netz'], ['Netz']],
    ['texts with character references', ['R&amp;D'], ['R&D']],
    ['names that objects inherit', ['constructor', '__proto__'], ['constructor', '__proto__']],
  ];
  for (const [name, written, read] of cases) {
    it(`are read from ${name}`, () => {
      assert.deepEqual(listArticle({ tags: written })?.tags, read);
    });
    it(`are read from ${name} in a feed`, () => {
      assert.deepEqual(feedArticle({ tags: written })?.tags, read);
    });
  }
});

describe('the addresses of an article', () => {
  const relative: [written: string, read: string][] = [
    ['b', 'https://site.example/news/b'],
    ['../b', web('/b')],
    ['/b?x=1#y', 'https://site.example/b?x=1#y'],
    ['?p=5', 'https://site.example/news/index.json?p=5'],
    ['//other.example/b', 'https://other.example/b'],
    ['http://other.example/ä b', 'http://other.example/%C3%A4%20b'],
    [' /b ', web('/b')],
  ];
  for (const [written, read] of relative) {
    it(`are resolved against the index: ${written}`, () => {
      const article = listArticle({ url: written, image: written, discussionUrl: written });
      assert.deepEqual([article?.url, article?.image, article?.discussion?.url], [read, read, read]);
    });
  }

  const refused = [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<b>',
    'blob:https://site.example/1',
    'file:///etc/passwd',
    'ftp://site.example/a',
    'mailto:a@site.example',
    'https://user:pw@site.example/a',
    'https://user@site.example/a',
    '//user:pw@site.example/a',
    'https://',
    'http://[::1',
  ];
  for (const address of refused) {
    it(`are refused, and the entry is skipped: ${JSON.stringify(address)}`, () => {
      const { articles, skipped } = readIndex([{ url: address, title: 'A' }], BASE);
      assert.deepEqual(articles, []);
      assert.match(skipped[0]?.reason ?? '', /^has no http\(s\) address: /);
    });
    it(`are refused, and no picture or discussion is shown: ${JSON.stringify(address)}`, () => {
      const article = listArticle({ image: address, discussionUrl: address });
      assert.deepEqual(Object.keys(article ?? {}).sort(), ['id', 'tags', 'title', 'url']);
    });
  }

  it('are not taken from an id that holds a password', () => {
    assert.deepEqual(readFeed({ id: 'https://user:pw@site.example/a', title: 'A' }).articles, []);
  });
});

describe('unusable entries', () => {
  const cases: [name: string, entry: unknown, reason: RegExp][] = [
    ['null', null, /^is not an object$/],
    ['a number', 5, /^is not an object$/],
    ['a text', 'x', /^is not an object$/],
    ['a list', [{ url: '/b', title: 'B' }], /^is not an object$/],
    ['an empty object', {}, /^has no URL and no title$/],
    ['without a title', { url: '/b' }, /^has no title: https:\/\/site\.example\/b$/],
    ['with a blank title', { url: '/b', title: '<br> &nbsp;' }, /^has no title: https:\/\/site\.example\/b$/],
    ['with a title that is no text', { url: '/b', title: { en: 'B' } }, /^has no title: /],
    ['without an address', { title: 'B' }, /^has no URL: B$/],
    ['with an address that is no text', { url: 5, title: 'B' }, /^has no URL: B$/],
  ];
  for (const [name, entry, reason] of cases) {
    it(`are skipped and reported: ${name}`, () => {
      const index = readIndex([{ url: '/a', title: 'A' }, entry, { url: '/c', title: 'C' }], BASE);
      assert.deepEqual(
        index.articles.map(({ title }) => title),
        ['A', 'C'],
      );
      assert.deepEqual([index.skipped.length, index.skipped[0]?.position], [1, 1]);
      assert.match(index.skipped[0]?.reason ?? '', reason);
    });
  }

  it('are skipped and reported in a feed', () => {
    const items = [null, { id: '1', url: '/a', title: 'A' }, { id: '2', url: '/b' }];
    const { skipped } = readIndex({ version: VERSION, items }, BASE);
    assert.deepEqual(skipped, [
      { position: 0, reason: 'is not an object' },
      { position: 2, reason: 'has no title: https://site.example/b' },
    ]);
  });

  it('are reported with a short excerpt of a long address', () => {
    const { skipped } = readIndex([{ url: `data:${'x'.repeat(5000)}`, title: 'A' }], BASE);
    assert.match(skipped[0]?.reason ?? '', /^has no .{20,120}…$/);
  });
});

describe('repeated entries', () => {
  it('are reported with the entry that had the id first', () => {
    const { articles, skipped } = readIndex(
      [null, { id: 1, url: '/a', title: 'A' }, { id: '1', url: '/b', title: 'B' }],
      BASE,
    );
    assert.equal(articles.length, 1);
    assert.deepEqual(skipped[1], { position: 2, reason: 'repeats the id of another entry: 1' });
  });

  it('are reported with the entry that had the address first', () => {
    const { skipped } = readIndex(
      [
        { id: 1, url: '/a', title: 'A' },
        { id: 2, url: '/a', title: 'B' },
      ],
      BASE,
    );
    assert.deepEqual(skipped, [
      { position: 1, reason: 'repeats the URL of another entry: https://site.example/a' },
    ]);
  });

  it('do not count against an entry that was skipped', () => {
    const { articles } = readIndex(
      [
        { id: 1, url: '/a' },
        { id: 1, url: '/a', title: 'A' },
      ],
      BASE,
    );
    assert.equal(articles.length, 1);
  });

  it('do not include addresses that differ by a route in the fragment', () => {
    const { skipped } = readIndex(
      [
        { url: '/#/a', title: 'A' },
        { url: '/#/b', title: 'B' },
      ],
      BASE,
    );
    assert.deepEqual(skipped, []);
  });

  it('do not include ids that are names of inherited members', () => {
    const ids = ['__proto__', 'constructor', 'toString'];
    const entries = ids.map((id) => ({ id, url: `/${id}`, title: 'A' }));
    assert.deepEqual(
      readIndex(entries, BASE).articles.map(({ id }) => id),
      ids,
    );
  });
});

describe('inherited members', () => {
  it('do not give an entry its title', () => {
    const entry: unknown = JSON.parse('{"__proto__": {"title": "A"}, "url": "/a"}');
    assert.equal(readIndex([entry], BASE).skipped[0]?.reason, 'has no title: https://site.example/a');
  });

  it('do not make an article of an entry', () => {
    const entry: unknown = Object.create({ url: '/a', title: 'A' });
    assert.equal(readIndex([entry], BASE).skipped[0]?.reason, 'has no URL and no title');
  });

  it('do not add anything to an article', () => {
    const inherited = {
      id: 'x',
      summary: 'x',
      content: 'x',
      tags: ['x'],
      lang: 'x',
      image: '/x',
      comments: 1,
    };
    const entry: object = Object.assign(Object.create(inherited), { url: '/a', title: 'A' });
    const article = { id: web('/a'), url: web('/a'), title: 'A', tags: [] };
    assert.deepEqual(readIndex([entry], BASE).articles, [article]);
  });

  it('do not make tags or a discussion', () => {
    const article = listArticle({
      tags: [Object.create({ name: 'x' })],
      discussion: Object.create({ count: 3 }),
    });
    assert.deepEqual([article?.tags, article?.discussion], [[], undefined]);
  });

  it('do not make an index of a document', () => {
    const document: unknown = Object.create({ version: VERSION, items: [{ url: '/a', title: 'A' }] });
    assert.deepEqual(readIndex(document, BASE), {
      articles: [],
      skipped: [{ reason: 'is neither a JSON Feed nor a list of articles' }],
    });
  });
});

describe('a document that is no index', () => {
  for (const document of ['text', {}, null, 5, true, undefined, { articles: {} }, { version: VERSION }]) {
    it(`gives no article and one problem: ${JSON.stringify(document)}`, () => {
      assert.deepEqual(readIndex(document, BASE), {
        articles: [],
        skipped: [{ reason: 'is neither a JSON Feed nor a list of articles' }],
      });
    });
  }
});

describe('the base URL', () => {
  for (const base of ['articles.json', '/articles.json', '//site.example/', '']) {
    it(`is named in the error if it is not absolute: ${JSON.stringify(base)}`, () => {
      assert.throws(() => readIndex([], base), {
        name: 'TypeError',
        message: `related-articles: readIndex needs an absolute base URL, got ${JSON.stringify(base)}`,
      });
    });
  }

  it('may be a URL object', () => {
    const { articles } = readIndex([{ url: 'a', title: 'A' }], new URL(BASE));
    assert.equal(articles[0]?.url, 'https://site.example/news/a');
  });
});

describe('a list of articles', () => {
  it('is read unchanged', () => {
    const texts = { id: 'a1', title: 'Using <template> well', excerpt: 'R&D', text: 'One\nTwo' };
    const addresses = { url: web('/a'), image: web('/a.png'), discussion: { count: 0, url: web('/talk') } };
    const rest = { date: '2026-11-17T09:00:00+01:00', tags: ['Netz', 'A & B'], language: 'en-GB' };
    const more = { author: 'A. Muster', expires: '2027-01-01', terms: ['netz', 'mast'] };
    const article: Article = { ...texts, ...addresses, ...rest, ...more };
    assert.deepEqual(readIndex([article], BASE).articles, [article]);
  });

  it('keeps angle brackets in its texts', () => {
    const article: Article = { id: 'a1', url: web('/a'), title: 'A', text: 'Use <template> here', tags: [] };
    assert.equal(readIndex([article], BASE).articles[0]?.text, 'Use <template> here');
  });

  it('is read unchanged if it was read from a feed before', () => {
    const { articles } = readFeed({ id: '1', url: '/a', title: 'A', content_text: 'One\n\nTwo  three' });
    assert.deepEqual(readIndex(articles, BASE).articles, articles);
  });

  it('is read unchanged if it has a shortened teaser', () => {
    const { articles } = readFeed({ id: '1', url: '/a', title: 'A', summary: `x${'word '.repeat(200)}` });
    assert.deepEqual(readIndex(articles, BASE).articles, articles);
  });
});

const NAMES = (
  'id guid url link slug title headline summary content_text content_html body date date_published tags keywords ' +
  'language image banner_image comments discussion _related_articles __proto__ constructor'
).split(' ');
const usual = fc.constantFrom('/a', 'a b', '', web('/b'), '<b>x', 'x, y', '&amp;', 'http://', '2026-1-1');
const anything = fc.oneof(usual, fc.jsonValue(), fc.string({ unit: 'binary' }));
const entries = fc.array(
  fc.oneof(fc.dictionary(fc.constantFrom(...NAMES), anything, { minKeys: 4 }), anything),
);

/** What is wrong with an article by the promises of its type; empty where nothing is. */
function faults(article: Article): string[] {
  const { id, url, title, tags, image = url, discussion } = article;
  const texts = [id, title, ...tags, article.excerpt, article.text, article.date, article.language];
  const isFull = (text: unknown): boolean => typeof text === 'string' && text !== '' && text.trim() === text;
  const isWeb = (address: unknown): boolean => /^https?:$/.test(new URL(String(address)).protocol);
  return [
    ...texts.filter((text) => text !== undefined && !isFull(text)).map((text) => `text ${String(text)}`),
    ...[url, image, discussion?.url ?? url].filter((address) => !isWeb(address)),
  ];
}

/** Fails where an index breaks the promises of its type. */
function checkIndex({ articles, skipped }: ArticleIndex): void {
  assert.deepEqual(articles.flatMap(faults), []);
  assert.deepEqual(
    skipped.filter(({ reason }) => reason === ''),
    [],
  );
}

describe('a document of any content', () => {
  const settings = { seed: 17, numRuns: 1000 };

  it('is read without an error, whatever JSON value it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => checkIndex(readIndex(json, BASE))),
      settings,
    );
  });

  it('gives sound articles from any entries of a plain list', () => {
    fc.assert(
      fc.property(entries, (list) => checkIndex(readIndex(list, BASE))),
      settings,
    );
  });

  it('gives sound articles from any items of a feed', () => {
    const feeds = fc.record({ items: entries, language: anything, _related_articles: anything });
    fc.assert(
      fc.property(feeds, (feed) => checkIndex(readIndex({ ...feed, version: VERSION }, BASE))),
      settings,
    );
  });

  it('gives either an article or a problem for each entry', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const { articles, skipped } = readIndex({ version: VERSION, items: list }, BASE);
        assert.equal(articles.length + skipped.length, list.length);
      }),
      settings,
    );
  });
});

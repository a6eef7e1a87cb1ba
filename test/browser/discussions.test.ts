import { expect } from '@open-wc/testing';
import type { Article, CountsProvider, Discussions, RelatedArticles } from '../../src/index.js';
import {
  article,
  block,
  blockOf,
  part,
  parts,
  settled,
  titles,
  waitUntil,
  warningCount,
  warnings,
} from './support.js';

const [systems = '', mastodon = '', oldMastodon = ''] = (await (
  await fetch('/comment-systems')
).json()) as string[];

/** A request that the stand-in for comment systems got. */
interface LoggedRequest {
  readonly method: string;
  readonly url: string;
  readonly cookie: string | null;
  readonly body: string;
}

let room = '';
let hints: string[] = [];
const realInfo = console.info;

beforeEach(() => {
  room = `r${Math.random().toString(36).slice(2)}`;
  hints = [];
  console.info = (...words: unknown[]) => hints.push(String(words[0]));
});

afterEach(() => {
  console.info = realInfo;
});

/** The address of a comment system in this test's room. */
function at(system: string, mode = 'ok'): string {
  return `${systems}/${room}/${mode}/${system}`;
}

/** The requests that the comment systems got in this test. */
async function requests(): Promise<LoggedRequest[]> {
  return (await (await fetch(`${systems}/${room}/log`)).json()) as LoggedRequest[];
}

function news(name: string, id: string, more: Partial<Article> = {}): Article {
  return article(id, { url: `https://site.example/news/${name}/`, title: `Title of ${name}`, ...more });
}

/** One article has 3 posts, one has 1, and one has none. */
const articles = [news('a', '101'), news('b', '102'), news('c', '103')];

/** Makes a block that asks for counts, and waits until they are there or have failed. */
async function counted(
  discussions: Discussions,
  others: readonly Article[] = articles,
  attributes: Record<string, string> = {},
): Promise<RelatedArticles> {
  const element = block({ article: 'now', limit: '20', ...attributes });
  element.articles = [article('now'), ...others];
  if (typeof discussions === 'string') element.setAttribute('discussions', discussions);
  else element.discussions = discussions;
  const done = new Promise((resolve) =>
    element.addEventListener('related-articles-discussions', resolve, { once: true }),
  );
  document.body.append(element);
  await done;
  return element;
}

/** The texts of the cards' discussions, by the last letter of the title; undefined where no text is visible. */
function countsOn(element: RelatedArticles): Record<string, string | undefined> {
  const cards = parts(element, 'card').map((card) => {
    const [count] = card.querySelectorAll<HTMLElement>('[part="discussion"]');
    const isSeen = count && getComputedStyle(count).visibility === 'visible';
    return isSeen ? count.textContent : undefined;
  });
  return Object.fromEntries(titles(element).map((title, place) => [title.slice(-1), cards[place]]));
}

const THREE = { a: '3 comments', b: '1 comment', c: '0 comments' };

describe('a block with live counts', () => {
  const ghostly = articles.map((one) => ({ ...one, id: `5a0000000000000000000${one.id}` }));
  const post = (base: string, id: string): Partial<Article> => ({
    discussion: { url: `${base}/@site/${id}` },
  });
  const posted = (base: string): Article[] => [
    news('a', '101', post(base, '1010')),
    news('b', '102', post(base, '1020')),
    news('c', '103', post(base, '1030')),
  ];
  const skeets = ['site.example', 'did:plc:1', 'site.example'].map((author, place) =>
    news('abc'[place] ?? '', `10${place + 1}`, {
      discussion: { url: `https://bsky.app/profile/${author}/post/${'abc'[place]}` },
    }),
  );

  const cases: [name: string, setting: () => string, others: readonly Article[], expected: number][] = [
    ['a counts file', () => at('file/counts.json'), articles, 1],
    ['a counts file that is a list', () => at('file/list.json'), articles, 1],
    ['isso', () => `isso ${at('isso')}`, articles, 1],
    ['remark42', () => `remark42 ${at('remark42')} site=blog`, articles, 1],
    ['commento', () => `commento ${at('commento')} domain=site.example`, articles, 1],
    ['cusdis', () => `cusdis ${at('cusdis')} app=app-1`, articles, 1],
    ['artalk', () => `artalk ${at('artalk')} site='My site'`, articles, 1],
    ['waline', () => `waline ${at('waline')}`, articles, 1],
    ['waline, version 1', () => `waline ${at('waline-1')}`, articles, 1],
    ['twikoo', () => `twikoo ${at('twikoo')}`, articles, 1],
    ['webmention.io', () => `webmention.io ${at('webmention.io')}`, articles, 3],
    ['webmention.io as it was', () => `webmention.io ${at('webmention-old')}`, articles, 3],
    ['ghost', () => `ghost ${at('ghost')}`, ghostly, 1],
    ['ghost, version 5', () => `ghost ${at('ghost-5')}`, ghostly, 2],
    ['wordpress', () => `wordpress ${at('wordpress')}`, articles, 1],
    ['wordpress without pretty addresses', () => `wordpress ${at('wordpress')}/?rest_route=/`, articles, 1],
    ['bluesky', () => `bluesky ${at('bluesky')}`, skeets, 2],
  ];
  for (const [name, setting, others, expected] of cases) {
    it(`shows the counts of ${name}`, async () => {
      const element = await counted(setting(), others);
      expect(countsOn(element)).to.deep.equal(THREE);
      expect((await requests()).length).to.equal(expected);
    });
  }

  for (const server of [mastodon, oldMastodon]) {
    it(`shows the counts of Mastodon ${server === mastodon ? 'in one request' : 'in one request a post before version 4.3'}`, async () => {
      expect(countsOn(await counted(`mastodon ${server}`, posted(server)))).to.deep.equal(THREE);
    });
  }

  it('shows the counts of those Mastodon servers that answer', async () => {
    const gone = new URL(mastodon);
    gone.port = '1';
    const others = [mastodon, oldMastodon, gone.origin].flatMap((server, place) =>
      posted(server).slice(place, place + 1),
    );
    const url = [mastodon, oldMastodon, gone.origin].join(' ');
    expect(countsOn(await counted({ provider: 'mastodon', url }, others))).to.deep.equal({
      ...THREE,
      c: undefined,
    });
  });

  it('asks no Mastodon server by http that the author does not name', async () => {
    const element = await counted('mastodon', posted(mastodon));
    expect(Object.values(countsOn(element)).filter(Boolean)).to.deep.equal([]);
    expect(warningCount()).to.equal(0);
  });

  it('shows the counts of the only Mastodon server that the author names', async () => {
    const others = [mastodon, oldMastodon].flatMap((server, place) => posted(server).slice(place, place + 1));
    expect(countsOn(await counted(`mastodon ${oldMastodon}`, others))).to.deep.equal({
      a: undefined,
      b: '1 comment',
    });
  });

  it('counts WordPress’s comments over several pages of them', async () => {
    const element = await counted(`wordpress ${at('wordpress-pages')}`);
    expect(countsOn(element)).to.deep.equal({ ...THREE, a: '130 comments' });
    expect((await requests()).length).to.equal(2);
  });

  it('asks WordPress for the total of each post where there are many comments', async () => {
    const element = await counted(`wordpress ${at('wordpress-busy')}`);
    expect(countsOn(element)).to.deep.equal({ ...THREE, a: '1,234 comments' });
    expect((await requests()).length).to.equal(4);
  });

  it('shows the counts of Twikoo with replies where the author asks for them', async () => {
    const element = await counted(`twikoo ${at('twikoo')} replies=yes`);
    expect(countsOn(element)).to.deep.equal({ a: '5 comments', b: '3 comments', c: '2 comments' });
  });

  it('takes its settings from a script', async () => {
    const element = await counted({ provider: 'isso', url: at('isso'), key: '/{path}/' });
    expect(countsOn(element)).to.deep.equal(THREE);
    expect((await requests())[0]?.body).to.equal('["/news/a/","/news/b/","/news/c/"]');
  });

  it('shows the counts of the author’s own provider', async () => {
    const provider: CountsProvider = {
      batch: 2,
      missingIsZero: true,
      key: ({ id }) => (id === '103' ? undefined : id),
      fetch: async () => ({ 101: 3 }),
    };
    expect(countsOn(await counted(provider))).to.deep.equal({
      a: '3 comments',
      b: '0 comments',
      c: undefined,
    });
  });

  it('shows the counts of the author’s own function, which is asked by URL', async () => {
    const element = await counted(async (keys) => new Map(keys.map((key, place) => [key, place + 1])));
    expect(countsOn(element)).to.deep.equal({ a: '1 comment', b: '2 comments', c: '3 comments' });
  });

  it('links to the discussion’s address that the provider gives', async () => {
    const element = await counted(
      async (keys) => new Map([[keys[0] ?? '', { count: 3, url: 'https://talk.example/1' }]]),
    );
    expect((part(element, 'discussion') as HTMLAnchorElement).href).to.equal('https://talk.example/1');
    expect(element.related[0]?.article.discussion).to.deep.equal({ count: 3, url: 'https://talk.example/1' });
  });

  it('makes no link to an address with a user name, without http(s) or of more than 2,048 characters', async () => {
    const long = `https://forum.example/${'x'.repeat(2048)}`;
    for (const url of ['https://site.example@evil.example/', 'javascript:hit()', '//evil.example/', long]) {
      const element = await counted(async (keys) => new Map(keys.map((key) => [key, { count: 3, url }])));
      expect(parts(element, 'discussion').map(({ localName }) => localName)).to.deep.equal([
        'span',
        'span',
        'span',
      ]);
      element.remove();
    }
  });

  it('sends no cookies', async () => {
    await counted(`isso ${at('isso')}`);
    expect((await requests()).map(({ cookie }) => cookie)).to.deep.equal([null]);
  });

  const forms: [key: string, first: string][] = [
    ['path', '/news/a/'],
    ['path-without-slash', '/news/a'],
    ['url', 'https://site.example/news/a/'],
    ['id', '101'],
    ['/{path}.html', '/news/a.html'],
    ['blog-{slug}', 'blog-a'],
    ['{url}', 'https://site.example/news/a/'],
  ];
  for (const [key, first] of forms) {
    it(`asks for the key ${first} with key=${key}`, async () => {
      await counted(`isso ${at('isso')} key=${key}`);
      expect(JSON.parse((await requests())[0]?.body ?? '')[0]).to.equal(first);
    });
  }
});

describe('a card with a live count', () => {
  it('shows the count in the page’s language, with the author’s label where there is one', async () => {
    const busy = async (keys: readonly string[]): Promise<object> => new Map([[keys[0] ?? '', 12345]]);
    const own = await counted(busy as CountsProvider['fetch'], articles, {
      lang: 'de',
      'discussion-label': 'Diskussion',
    });
    expect(countsOn(own)['a']).to.equal('Diskussion 12.345');
    own.remove();
    const plain = await counted(busy as CountsProvider['fetch'], articles, { lang: 'de' });
    expect(countsOn(plain)['a']).to.equal('12.345 Diskussionsbeiträge');
  });

  it('shows the index’s count until a live count comes, and where none comes', async () => {
    const others = ['a', 'b'].map((name, place) =>
      news(name, `10${place + 1}`, { discussion: { count: 7 } }),
    );
    let release: (counts: Map<string, number>) => void = () => undefined;
    const held = new Promise<Map<string, number>>((resolve) => {
      release = resolve;
    });
    const element = await blockOf(others);
    const done = new Promise((resolve) => element.addEventListener('related-articles-discussions', resolve));
    element.discussions = { key: ({ id }) => id, fetch: () => held };
    await element.updateComplete;
    expect(countsOn(element)).to.deep.equal({ a: '7 comments', b: '7 comments' });
    release(new Map([['101', 8]]));
    await done;
    expect(countsOn(element)).to.deep.equal({ a: '8 comments', b: '7 comments' });
  });

  for (const layout of ['list', 'grid', 'compact', 'carousel']) {
    it(`does not move when its count comes, in the layout ${layout}`, async () => {
      for (const width of [320, 480, 900]) {
        let release: () => void = () => undefined;
        let fetch: CountsProvider['fetch'] = async () => ({});
        const asking = new Promise<void>((isAsked) => {
          fetch = (keys) =>
            new Promise((resolve) => {
              release = () => resolve(new Map(keys.map((key, place) => [key, place * 99])));
              isAsked();
            });
        });
        const element = block({ article: 'now', layout, lang: 'de', 'no-read-more': '' });
        element.style.cssText = `display: block; inline-size: ${width}px`;
        element.articles = [article('now'), ...articles];
        element.discussions = { fetch };
        const done = new Promise((resolve) =>
          element.addEventListener('related-articles-discussions', resolve),
        );
        await settled(element);
        const boxes = (): DOMRect[] =>
          [...element.renderRoot.querySelectorAll('[part]')].map((box) => box.getBoundingClientRect());
        await asking;
        const before = boxes();
        release();
        await done;
        expect(countsOn(element)['b']).to.equal('99 Diskussionsbeiträge');
        expect(boxes()).to.deep.equal(before);
        element.remove();
      }
    });
  }

  it('holds the place of its count and shows it in the author’s template too', async () => {
    const template = document.createElement('template');
    template.slot = 'card';
    const [title, count] = [document.createElement('b'), document.createElement('p')];
    title.dataset['field'] = 'title';
    count.dataset['field'] = 'discussion';
    template.content.append(title, count);
    const element = block({ article: 'now', discussions: `isso ${at('isso')}` }, template);
    element.articles = [article('now'), ...articles];
    const done = new Promise((resolve) => element.addEventListener('related-articles-discussions', resolve));
    await settled(element);
    const { height } = element.getBoundingClientRect();
    await done;
    expect(parts(element, 'card').map(({ textContent }) => textContent)).to.deep.equal([
      'Title of a3 comments',
      'Title of b1 comment',
      'Title of c0 comments',
    ]);
    expect(element.getBoundingClientRect().height).to.equal(height);
  });
});

describe('the place of a live count that never comes', () => {
  const NARROW = 'inline-size: 18rem';
  const none: CountsProvider = { fetch: () => Promise.reject(new Error('no answer')) };
  /** In whole pixels: Firefox gives heights in sixtieths of one. */
  const height = (element: RelatedArticles): number =>
    Math.round(part(element, 'list').getBoundingClientRect().height);

  for (const [what, attributes] of [
    ['a compact block', { layout: 'compact', style: NARROW }],
    ['a block whose titles are its links', { 'no-read-more': '', style: NARROW }],
  ] as const) {
    it(`stays while a visitor looks at it and closes after that, in ${what}`, async () => {
      const bare = await blockOf(articles, { 'no-discussion': '', ...attributes });
      const element = await counted(none, articles, attributes);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(height(element)).to.be.above(height(bare));
      dispatchEvent(new KeyboardEvent('keydown'));
      await element.updateComplete;
      expect(height(element)).to.equal(height(bare));
      expect(warnings()).to.have.length(1);
    });
  }

  it('closes at once below the window where the setting is wrong', async () => {
    const bare = await blockOf(articles, { 'no-discussion': '', layout: 'compact', style: NARROW });
    const space = document.createElement('div');
    space.style.height = '200vh';
    document.body.prepend(space);
    const element = await blockOf(articles, { discussions: 'facebook', layout: 'compact', style: NARROW });
    while (element.renderRoot.querySelector('.awaited')) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(height(element)).to.equal(height(bare));
    expect(warnings()).to.have.length(1);
    space.remove();
  });

  it('closes in a template too', async () => {
    const template = document.createElement('template');
    template.slot = 'card';
    const count = document.createElement('p');
    count.dataset['field'] = 'discussion';
    template.content.append('News', count);
    const element = block({ article: 'now' }, template);
    element.articles = [article('now'), ...articles];
    element.discussions = none;
    const done = new Promise((resolve) => element.addEventListener('related-articles-discussions', resolve));
    await settled(element);
    await done;
    dispatchEvent(new KeyboardEvent('keydown'));
    await element.updateComplete;
    expect(parts(element, 'card').map(({ textContent }) => textContent?.trim())).to.deep.equal([
      'News',
      'News',
      'News',
    ]);
    expect(element.renderRoot.querySelector('[data-field]')).to.equal(null);
    expect(warnings()).to.have.length(1);
  });
});

describe('a block that asks for live counts', () => {
  it('asks nothing without discussions on its cards or without a system to ask', async () => {
    const element = block({ article: 'now', 'no-discussion': '', discussions: `isso ${at('isso')}` });
    element.articles = [article('now'), ...articles];
    await settled(element);
    await blockOf(articles);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await requests()).to.deep.equal([]);
  });

  it('waits until a visitor comes near', async () => {
    const space = document.createElement('div');
    space.style.blockSize = '5000px';
    document.body.append(space);
    const element = block({ article: 'now', discussions: `isso ${at('isso')}` });
    element.articles = [article('now'), ...articles];
    const done = new Promise((resolve) => element.addEventListener('related-articles-discussions', resolve));
    await settled(element);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await requests()).to.deep.equal([]);
    space.style.blockSize = '0';
    await done;
    expect(countsOn(element)).to.deep.equal(THREE);
  });

  it('shares one request with all other blocks of the page', async () => {
    const setting = `isso ${at('isso')}`;
    const blocks = await Promise.all(
      [articles, articles, articles.slice(1)].map((some) =>
        counted(setting, some, { layout: 'compact', limit: '3' }),
      ),
    );
    expect(blocks.map(countsOn)).to.deep.equal([THREE, THREE, { b: '1 comment', c: '0 comments' }]);
    expect((await requests()).length).to.equal(1);
  });

  it('asks for the cards that it shows alone', async () => {
    await counted(`isso ${at('isso')}`, articles, { limit: '2' });
    expect((await requests())[0]?.body).to.equal('["/news/a/","/news/b/"]');
  });

  it('asks again for known counts only on reload', async () => {
    const element = await counted(`isso ${at('isso')}`);
    element.limit = 2;
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await requests()).length).to.equal(1);
    const again = new Promise((resolve) => element.addEventListener('related-articles-discussions', resolve));
    await element.reload();
    expect(countsOn(element)['a']).to.equal('3 comments');
    await again;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await requests()).length).to.equal(2);
  });

  it('asks in batches, also for ten thousand keys', async () => {
    const sizes: number[] = [];
    const many = Array.from({ length: 10_000 }, (_, place) => news(`n${place}`, `n${place}`));
    const { counterOf } = await import('../../src/discussion/providers.js');
    const counter = counterOf(
      {
        batch: 100,
        fetch: async (keys) => {
          sizes.push(keys.length);
          return Object.fromEntries(keys.map((key) => [key, key.length]));
        },
      },
      { address: location.href },
    );
    const { discussions } = await counter.count(many);
    expect(discussions.size).to.equal(10_000);
    expect(sizes).to.deep.equal(Array.from({ length: 100 }, () => 100));
  });
});

describe('a block whose live counts fail', () => {
  const failures: [mode: string, line: RegExp][] = [
    ['429', /isso\/count answered 429$/],
    ['500', /isso\/count answered 500$/],
    ['html', /isso\/count did not answer with JSON/],
    ['list', /isso did not answer with the counts of 2 articles$/],
    ['empty', /isso did not answer with the counts of 3 articles$/],
    ['nocors', /no answer from .*isso\/count; check the address, and that its server allows this page/],
  ];
  for (const [mode, line] of failures) {
    it(`shows its cards without counts where the response is wrong: ${mode}`, async () => {
      const element = await counted(`isso ${at('isso', mode)}`, articles.slice(0, mode === 'list' ? 2 : 3));
      const lines = warnings();
      expect(lines).to.have.length(1);
      expect(lines[0]).to.match(line);
      expect(Object.values(countsOn(element)).filter(Boolean)).to.deep.equal([]);
      expect(titles(element).length).to.be.greaterThan(1);
    });
  }

  for (const name of ['waline-failing', 'twikoo-failing', 'commento']) {
    it(`warns with the system’s own message: ${name}`, async () => {
      await counted(`${name.split('-')[0]} ${at(name)}`);
      expect(warnings()[0]).to.match(/storage is down|database is down|No such domain/);
    });
  }

  it('keeps its cards where the system never answers', async () => {
    const element = block({ article: 'now', discussions: `isso ${at('isso', 'hang')}` });
    element.articles = [article('now'), ...articles];
    let error: Error | undefined;
    const done = new Promise<void>((resolve) =>
      element.addEventListener('related-articles-discussions', (event) => {
        error = event.error;
        resolve();
      }),
    );
    await settled(element);
    expect(titles(element)).to.have.length(3);
    await done;
    expect(error?.message).to.equal('no answer within 3 s');
    expect(titles(element)).to.have.length(3);
    expect(warnings()).to.have.length(1);
  });

  it('shows no count that is not an integer from 0 to 1e9', async () => {
    const others = 'abcdefghi'.split('').map((name) => news(name, name));
    const element = await counted(at('file/wild.json'), others);
    expect(countsOn(element)).to.deep.equal({
      a: undefined,
      b: undefined,
      c: undefined,
      d: undefined,
      e: undefined,
      f: undefined,
      g: undefined,
      h: '12,345,678 comments',
      i: '7 comments',
    });
  });

  it('shows no count where a provider gives another value', async () => {
    for (const value of [
      NaN,
      -3,
      0.5,
      Infinity,
      1e10,
      null,
      undefined,
      'three',
      '',
      '3 replies',
      true,
      [],
      {},
    ]) {
      const element = await counted(
        async (keys) =>
          new Map([
            [keys[0] ?? '', value],
            ['unknown', 3],
          ]),
      );
      expect(Object.values(countsOn(element)).filter(Boolean), JSON.stringify(value)).to.deep.equal([]);
      element.remove();
    }
  });

  it('warns in one line where a provider throws', async () => {
    await counted({
      key: () => {
        throw new TypeError('no key');
      },
      fetch: async () => ({}),
    });
    expect(warnings()).to.deep.equal(['related-articles: some discussion counts are missing: no key']);
    await counted(() => {
      throw new TypeError('no answer');
    });
    expect(warnings()).to.deep.equal(['related-articles: some discussion counts are missing: no answer']);
  });

  const wrong: [setting: Discussions, line: RegExp][] = [
    [
      'facebook',
      /^related-articles: discussions="facebook" is neither a comment system \(wordpress, ghost, isso, .*webmention\.io\) nor an address$/,
    ],
    ['isso', /needs url, as in discussions="isso https:\/\/comments\.example"$/],
    ['isso ftp://comments.example', /needs an http\(s\) address/],
    ['remark42 https://comments.example', /needs site, as in/],
    ['isso https://comments.example sight=blog', /has no option sight; it has key, url$/],
    ['isso https://comments.example key=slug', /key="slug" is neither one of url, path/],
  ];
  for (const [setting, line] of wrong) {
    it(`warns in one line what is wrong with ${JSON.stringify(setting)}`, async () => {
      const element = await blockOf(articles, { discussions: setting as string });
      while (warningCount() === 0) await new Promise((resolve) => setTimeout(resolve, 50));
      await element.updateComplete;
      const lines = warnings();
      expect(lines).to.have.length(1);
      expect(lines[0]).to.match(line);
      expect(titles(element)).to.have.length(3);
    });
  }

  it('hints at the key where all counts are 0', async () => {
    await counted(`isso ${at('isso')} key=id-{id}`);
    expect(hints).to.have.length(1);
    expect(hints[0]).to.include('every discussion count is 0').and.include('"id-101"');
    expect(hints[0]).not.to.include('site=');
  });

  it('hints at the site too where the author names one', async () => {
    await counted(`artalk ${at('artalk')} site='Other site'`);
    expect(hints).to.have.length(1);
    expect(hints[0]).to.match(/every discussion count is 0.*another name than site= says$/);
  });

  it('does not hint at the key before the requests of all blocks have their answers', async () => {
    const answers = new Map<string, (count: number) => void>();
    const provider: CountsProvider = {
      batch: 1,
      key: ({ id }) => id,
      fetch: ([key = '']) =>
        new Promise((resolve) => answers.set(key, (count) => resolve(new Map([[key, count]])))),
    };
    // Both blocks must be in sight to ask, however small the window is.
    document.body.style.display = 'flex';
    const blocks = [articles.slice(1), articles.slice(0, 1)].map((some) =>
      counted(provider, some, { layout: 'compact' }),
    );
    const answer = async (key: string, count: number): Promise<void> => {
      await waitUntil(() => answers.has(key), `${key} has been asked about`);
      answers.get(key)?.(count);
    };
    await Promise.all([answer('102', 0), answer('103', 0)]);
    await blocks[0];
    await answer('101', 3);
    await blocks[1];
    document.body.style.display = '';
    expect(hints).to.deep.equal([]);
  });

  it('tells once which addresses the comment system cannot be asked about', async () => {
    const notes = ['a', 'b', 'c'].map((name) =>
      news(name, name, { discussion: { url: `https://social.example/notes/${name}` } }),
    );
    await counted('mastodon https://social.example', notes);
    await counted('mastodon https://social.example', notes);
    expect(hints).to.deep.equal([
      `related-articles: the system in "discussions" can't be asked about https://social.example/notes/a and 2 more`,
    ]);
  });

  it('asks the WordPress that the head of the page names where "discussions" names no address', async () => {
    const link = document.createElement('link');
    link.rel = 'https://api.w.org/';
    for (const [address, route] of [
      ['/wp-json/', '/wp-json/wp/v2/comments'],
      ['/?rest_route=/', '/'],
    ] as const) {
      link.href = at('wordpress') + address;
      document.head.append(link);
      const element = await counted('wordpress');
      expect(countsOn(element)).to.deep.equal(THREE);
      const last = new URL((await requests()).at(-1)?.url ?? '', 'https://site.example');
      expect(last.pathname).to.equal(route);
      element.remove();
      link.remove();
    }
  });
});

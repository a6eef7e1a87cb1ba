import { aTimeout, expect } from '@open-wc/testing';
import { isIndexError } from '../../src/index.js';
import {
  article,
  block,
  feed,
  nextFrame,
  requested,
  serve,
  settled,
  showsOwnContent,
  titles,
  waitUntil,
  warningCount,
  warnings,
} from './support.js';

/** A path of its own for every test: an index is loaded once per page. */
let count = 0;
const path = (): string => `/index-${count++}.json`;

/** An answer that waits until it is let go. */
class Held {
  aborted = false;
  readonly #json: object;
  readonly #waiting: (() => void)[] = [];

  constructor(json: object) {
    this.#json = json;
  }

  readonly answer = async (signal: AbortSignal): Promise<Response> => {
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push(resolve);
      signal.addEventListener('abort', () => {
        this.aborted = true;
        reject(new DOMException('aborted', 'AbortError'));
      });
    });
    return new Response(JSON.stringify(this.#json));
  };

  letGo(): void {
    for (const resolve of this.#waiting) resolve();
  }
}

/** Puts something as tall as many screens at the top of the page, and gives it back. */
function manyScreens(): HTMLElement {
  const above = document.createElement('div');
  above.style.blockSize = '5000px';
  document.body.append(above);
  return above;
}

describe('an index that can’t be used', () => {
  for (const [name, answer, code, message] of [
    ['is not there', 404, 'status', 'answered 404; check the address in "src"'],
    ['is a server’s fault', 500, 'status', 'answered 500'],
    [
      'is an HTML page',
      '<!doctype html><title>Home</title>',
      'format',
      'holds an HTML page, such as an error page, expected a JSON article index',
    ],
    ['is cut off', '{"items": [', 'format', 'holds broken JSON'],
    ['is no list', '{"a": 1}', 'format', 'is neither a JSON Feed nor a list of articles'],
    ['holds nothing usable', '[null, 3]', 'format', 'holds no usable article: entry 0 is not an object'],
  ] as const) {
    it(`leaves the author’s content, one line and one event if it ${name}`, async () => {
      const src = path();
      serve({ [src]: answer });
      const element = await settled(block({ src }, 'All news'));
      expect(showsOwnContent(element)).to.equal(true);
      expect(isIndexError(element.error) && element.error.code).to.equal(code);
      expect(element.matches(':state(error)')).to.equal(true);
      const [line = '', ...more] = warnings();
      expect(line).to.contain(message).and.contain(src);
      expect(more).to.deep.equal([]);
    });
  }

  it('is named in the error if it came as a property', async () => {
    const element = block({}, 'All news');
    element.articles = [null, 3] as unknown as typeof element.articles;
    await settled(element);
    expect(showsOwnContent(element)).to.equal(true);
    expect(warnings()).to.deep.equal([
      'related-articles: the property "articles" holds no usable article: entry 0 is not an object',
    ]);
  });

  it('is asked for again by reload', async () => {
    const src = path();
    serve({ [src]: 503 });
    const element = await settled(block({ src, article: 'now' }));
    serve({ [src]: feed(article('a')) });
    await element.reload();
    expect(titles(element)).to.deep.equal(['Title of a']);
    expect(warnings()).to.have.lengthOf(1);
  });

  it('is asked for once more when the visitor is back online', async () => {
    const src = path();
    serve({ [src]: 404 });
    const element = await settled(block({ src, article: 'now' }, 'All news'));
    serve({ [src]: feed(article('a')) });
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => titles(element).length > 0);
    window.dispatchEvent(new Event('online'));
    await aTimeout(20);
    expect(requested()).to.deep.equal([src, src]);
    expect(warnings()).to.have.lengthOf(1);
  });

  it('is asked for without cookies, unless the author says otherwise', async () => {
    const src = path();
    const asked: unknown[] = [];
    serve({ [src]: feed(article('a')) });
    const answer = window.fetch.bind(window);
    window.fetch = (input, init) => {
      asked.push(init?.credentials);
      return answer(input, init);
    };
    await settled(block({ src, article: 'now' }));
    await settled(block({ src, article: 'now', credentials: 'same-origin' }));
    expect(asked).to.deep.equal(['omit', 'same-origin']);
  });

  it('may be longer if the author says so', async () => {
    const src = path();
    serve({ [src]: feed(article('a')) });
    const element = await settled(block({ src, article: 'now', 'max-bytes': '100' }, 'All news'));
    expect(showsOwnContent(element)).to.equal(true);
    expect(warnings().join()).to.contain('longer than an index may be');
    element.maxBytes = 10_000;
    await waitUntil(() => titles(element).length > 0);
  });

  it('is reported if its address is not http(s)', async () => {
    const element = await settled(block({ src: 'javascript:alert(1)' }, 'All news'));
    expect(showsOwnContent(element)).to.equal(true);
    expect(warnings()).to.deep.equal([
      'related-articles: src="javascript:alert(1)" is not an http(s) address',
    ]);
  });

  it('is not an error if its list is empty', async () => {
    const src = path();
    serve({ [src]: [] });
    const element = await settled(block({ src }, 'All news'));
    expect(element.error).to.equal(undefined);
    expect(showsOwnContent(element)).to.equal(true);
    expect(warnings()).to.have.lengthOf(1);
  });

  it('is asked for in one line if there is no src', async () => {
    const element = block({}, 'All news');
    document.body.append(element);
    await waitUntil(() => warningCount() > 0, 'no warning');
    expect(showsOwnContent(element)).to.equal(true);
    expect(warnings()).to.deep.equal([
      'related-articles: needs an index: write <related-articles src="/feed.json">, or set its property "articles"; this page names no JSON Feed in its head',
    ]);
  });
});

describe('loading an index', () => {
  it('asks for the index before the page spends time on blank cards', async () => {
    const element = block({ src: '/related/{path}.json', article: '/a-b' });
    const rendered: unknown[] = [];
    const index = { ...feed(article('a')), _related_articles: { related_to: '/a-b' } };
    const answer = (): Promise<Response> => {
      rendered.push(...element.renderRoot.childNodes);
      return Promise.resolve(new Response(JSON.stringify(index)));
    };
    serve({ '/related/a-b.json': answer });
    await settled(element);
    expect(requested()).to.deep.equal(['/related/a-b.json']);
    expect(rendered).to.deep.equal([]);
  });

  it('asks for neighbours once, whichever attributes change later', async () => {
    const src = '/neighbours/{path}.json';
    const index = {
      ...feed(article('a'), article('b')),
      _related_articles: { related_to: 'https://site.example/x-1' },
    };
    serve({ '/neighbours/x-1.json': index });
    const element = await settled(block({ src, article: '/x-1' }));
    expect(titles(element)).to.have.lengthOf(3);
    element.limit = 1;
    await waitUntil(() => titles(element).length === 1);
    expect(requested()).to.deep.equal(['/neighbours/x-1.json']);
  });

  it('leaves the author’s content and one line if a file of neighbours is missing', async () => {
    serve({});
    const element = await settled(block({ src: '/neighbours/{path}.json', article: '/x-2' }, 'All news'));
    expect(showsOwnContent(element)).to.equal(true);
    expect(warnings().join()).to.match(/neighbours\/x-2\.json answered 404; check the address in "src"$/);
    expect(requested()).to.deep.equal(['/neighbours/x-2.json']);
  });

  it('keeps the author’s content on show meanwhile', async () => {
    const src = path();
    const slow = new Held(feed(article('a')));
    serve({ [src]: slow.answer });
    const element = block({ src, article: 'now' }, 'All news');
    const done = settled(element);
    await nextFrame();
    expect(showsOwnContent(element)).to.equal(true);
    expect(element.matches(':state(loading)')).to.equal(true);
    slow.letGo();
    await done;
    expect(element.matches(':state(loading)')).to.equal(false);
  });

  it('asks once for all blocks of a page', async () => {
    const src = path();
    serve({ [src]: feed(article('a')) });
    const blocks = Array.from({ length: 20 }, () => block({ src, article: 'now' }));
    await Promise.all(blocks.map(settled));
    expect(requested()).to.deep.equal([src]);
  });

  it('resolves addresses against where a redirection led', async () => {
    const src = path();
    const moved = new Response(
      JSON.stringify([
        { url: '/now', title: 'Mast' },
        { url: 'b', title: 'Mast b' },
      ]),
    );
    Object.defineProperty(moved, 'url', { value: 'https://site.example/blog/feed.json' });
    serve({ [src]: () => Promise.resolve(moved) });
    const element = await settled(block({ src, article: 'https://site.example/now' }));
    expect(element.related[0]?.article.url).to.equal('https://site.example/blog/b');
  });

  it('keeps only the newest few indexes of a long visit', async () => {
    const paths = Array.from({ length: 6 }, path);
    serve(Object.fromEntries(paths.map((src) => [src, feed(article('a'))])));
    for (const src of paths) await settled(block({ src, article: 'now' }));
    await settled(block({ src: paths[5] ?? '', article: 'now' }));
    await settled(block({ src: paths[0] ?? '', article: 'now' }));
    expect(requested()).to.deep.equal([...paths, paths[0]]);
  });

  it('drops the answer for an address that is no longer wanted', async () => {
    const [first, second] = [path(), path()];
    const slow = new Held(feed(article('old')));
    serve({ [first]: slow.answer, [second]: feed(article('new')) });
    const element = block({ src: first, article: 'now' });
    const done = settled(element);
    await nextFrame();
    element.src = second;
    await done;
    slow.letGo();
    await aTimeout(10);
    expect(titles(element)).to.deep.equal(['Title of new']);
  });

  it('stops when the block leaves the page, and starts again when it comes back', async () => {
    const src = path();
    const slow = new Held(feed(article('a')));
    serve({ [src]: slow.answer });
    const element = block({ src, article: 'now' });
    document.body.append(element);
    await nextFrame();
    element.remove();
    await nextFrame();
    expect(slow.aborted).to.equal(true);
    serve({ [src]: feed(article('b')) });
    await settled(element);
    expect(titles(element)).to.deep.equal(['Title of b']);
    expect(element.error).to.equal(undefined);
  });

  it('is not begun again by a block that has left the page when the page’s language changes', async () => {
    document.documentElement.lang = 'de';
    const src = path();
    const slow = new Held(feed(article('a')));
    serve({ [src]: slow.answer });
    const element = block({ src, article: 'now' });
    document.body.append(element);
    await nextFrame();
    element.remove();
    await aTimeout(20);
    document.documentElement.lang = 'en';
    expect(requested()).to.deep.equal([src]);
  });

  it('removes the cards when the address is taken away', async () => {
    const src = path();
    serve({ [src]: feed(article('a')) });
    const element = await settled(block({ src, article: 'now' }, 'All news'));
    element.removeAttribute('src');
    await waitUntil(() => showsOwnContent(element));
    expect(element.related).to.deep.equal([]);
  });

  it('asks the server itself on reload, even if the visitor is not near', async () => {
    const src = path();
    let modes: (string | undefined)[] = [];
    serve({ [src]: feed(article('a')) });
    const answer = window.fetch.bind(window);
    window.fetch = (input, init) => {
      modes = [...modes, init?.cache];
      return answer(input, init);
    };
    manyScreens();
    const element = block({ src, article: 'now', loading: 'lazy' });
    document.body.append(element);
    await element.updateComplete;
    await element.reload();
    expect(modes).to.deep.equal(['no-cache']);
    expect(titles(element)).to.deep.equal(['Title of a']);
  });

  it('goes on while the block is moved within the page', async () => {
    const src = path();
    const slow = new Held(feed(article('a')));
    serve({ [src]: slow.answer });
    const element = block({ src, article: 'now' });
    const done = settled(element);
    await nextFrame();
    document.body.append(document.createElement('section'));
    document.body.lastElementChild?.append(element);
    await nextFrame();
    slow.letGo();
    await done;
    expect(requested()).to.deep.equal([src]);
  });

  it('goes on for a block if another block that waits leaves', async () => {
    const src = path();
    const slow = new Held(feed(article('a')));
    serve({ [src]: slow.answer });
    const [stays, leaves] = [block({ src, article: 'now' }), block({ src, article: 'now' })];
    document.body.append(leaves);
    const done = settled(stays);
    await nextFrame();
    leaves.remove();
    await nextFrame();
    slow.letGo();
    await done;
    expect(titles(stays)).to.deep.equal(['Title of a']);
  });

  it('waits for the visitor with loading="lazy"', async () => {
    const src = path();
    serve({ [src]: feed(article('a')) });
    const above = manyScreens();
    const element = block({ src, article: 'now', loading: 'lazy' });
    const done = settled(element);
    await aTimeout(100);
    expect(requested()).to.deep.equal([]);
    above.style.blockSize = '0';
    await done;
    expect(titles(element)).to.deep.equal(['Title of a']);
  });

  it('begins a quarter of a screen before the visitor is there with loading="lazy"', async function margin() {
    // A frame cuts off what lies below it, margin or not.
    if (window.top !== window) this.skip();
    const src = path();
    serve({ [src]: feed(article('a')) });
    const above = manyScreens();
    above.style.blockSize = `${innerHeight + 400}px`;
    const element = block({ src, article: 'now', loading: 'lazy' });
    const done = settled(element);
    await aTimeout(100);
    expect(requested()).to.deep.equal([]);
    above.style.blockSize = `${innerHeight + 150}px`;
    await done;
    expect(element.getBoundingClientRect().top).to.be.greaterThan(innerHeight);
  });

  it('shows the cards of the first page while more are on their way', async () => {
    const [first, second] = [path(), path()];
    const slow = new Held(feed(article('b')));
    serve({ [first]: { ...feed(article('a')), next_url: second }, [second]: slow.answer });
    const element = block({ src: first, article: 'now' }, 'All news');
    const done = settled(element);
    await waitUntil(() => titles(element).some(Boolean));
    expect(titles(element)).to.deep.equal(['Title of a']);
    expect(element.matches(':state(loading)')).to.equal(true);
    slow.letGo();
    await done;
    expect(titles(element)).to.have.members(['Title of a', 'Title of b']);
  });

  it('reads an index by the names that the author gives', async () => {
    const src = path();
    const named = (id: string): object => ({
      id,
      link_txt: `/${id}`,
      topic: 'Masts',
      headline_txt: `Mast ${id}`,
    });
    serve({ [src]: [named('now'), named('a')] });
    const element = block({ src, article: 'now' });
    element.fields = { title: 'headline_txt', url: 'link_txt', tags: ({ topic }) => topic };
    await settled(element);
    expect(titles(element)).to.deep.equal(['Mast a']);
    expect(element.related[0]?.reasons.tags).to.deep.equal(['Masts']);
  });

  it('shows the articles of several indexes as one', async () => {
    const [first, second] = [path(), path()];
    serve({ [first]: feed(article('a')), [second]: [article('b')] });
    const element = await settled(block({ src: `${first} ${second}`, article: 'now' }));
    expect(titles(element)).to.have.members(['Title of a', 'Title of b']);
  });

  it('is not needed for articles that are given as a property', async () => {
    const element = block({ article: 'now' });
    document.body.append(element);
    element.articles = [article('now'), article('a')];
    await settled(element);
    expect(titles(element)).to.deep.equal(['Title of a']);
  });
});

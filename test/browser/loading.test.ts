import { aTimeout, expect, nextFrame } from '@open-wc/testing';
import { IndexError } from '../../src/index.js';
import {
  article,
  block,
  feed,
  requested,
  serve,
  settled,
  showsOwnContent,
  titles,
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

describe('an index that can’t be used', () => {
  for (const [name, answer, code, message] of [
    ['is not there', 404, 'status', 'answered 404; check the address in "src"'],
    ['is a server’s fault', 500, 'status', 'answered 500'],
    [
      'is an HTML page',
      '<!doctype html><title>Home</title>',
      'format',
      'holds HTML or XML, expected a JSON article index',
    ],
    ['is cut off', '{"items": [', 'format', 'holds broken JSON'],
    ['is no list', '{"a": 1}', 'format', 'is neither a JSON Feed nor a list of articles'],
    ['holds nothing usable', '[null, 3]', 'format', 'holds no usable article: entry 0 is not an object'],
  ] as const) {
    it(`leaves the author’s content, one line and one event where it ${name}`, async () => {
      const src = path();
      serve({ [src]: answer });
      const element = await settled(block({ src }, 'All news'));
      expect(showsOwnContent(element)).to.equal(true);
      expect(element.error).to.be.instanceOf(IndexError).and.have.property('code', code);
      expect(element.matches(':state(error)')).to.equal(true);
      const [line = '', ...more] = warnings();
      expect(line).to.contain(message).and.contain(src);
      expect(more).to.deep.equal([]);
    });
  }

  it('is asked for again by reload', async () => {
    const src = path();
    serve({ [src]: 503 });
    const element = await settled(block({ src, article: 'now' }));
    serve({ [src]: feed(article('a')) });
    await element.reload();
    expect(titles(element)).to.deep.equal(['Title of a']);
    expect(warnings()).to.have.lengthOf(1);
  });

  it('is reported where the address is none that the web has', async () => {
    const element = await settled(block({ src: 'javascript:alert(1)' }, 'All news'));
    expect(showsOwnContent(element)).to.equal(true);
    expect(warnings()).to.deep.equal([
      'related-articles: src="javascript:alert(1)" is not an http(s) address',
    ]);
  });

  it('is no error where its list is empty', async () => {
    const src = path();
    serve({ [src]: [] });
    const element = await settled(block({ src }, 'All news'));
    expect(element.error).to.equal(undefined);
    expect(showsOwnContent(element)).to.equal(true);
  });

  it('is missed by the author once where there is no src', async () => {
    const element = block({}, 'All news');
    document.body.append(element);
    await aTimeout(10);
    expect(showsOwnContent(element)).to.equal(true);
    expect(warnings()).to.deep.equal([
      'related-articles: needs an index: write <related-articles src="/feed.json">, or set its property "articles"',
    ]);
  });
});

describe('loading', () => {
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

  it('goes on for a block whose neighbour leaves', async () => {
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
    const above = Object.assign(document.createElement('div'), { className: 'above' });
    above.style.blockSize = '5000px';
    document.body.append(above);
    const element = block({ src, article: 'now', loading: 'lazy' });
    const done = settled(element);
    await aTimeout(100);
    expect(requested()).to.deep.equal([]);
    above.style.blockSize = '0';
    await done;
    expect(titles(element)).to.deep.equal(['Title of a']);
  });

  it('is not needed for articles that are given as a property', async () => {
    const element = block({ article: 'now' });
    document.body.append(element);
    element.articles = [article('now'), article('a')];
    await settled(element);
    expect(titles(element)).to.deep.equal(['Title of a']);
  });
});

import { expect } from '@open-wc/testing';
import type { RelatedArticles, RelatedArticlesViewEvent } from '../../src/index.js';
import {
  article,
  blockOf,
  nextFrame,
  part,
  parts,
  settled,
  block as newBlock,
  waitUntil,
} from './support.js';

/** Collects what is told of a block, from where an author listens: the document. */
function viewsOf(element: RelatedArticles): RelatedArticlesViewEvent[] {
  const views: RelatedArticlesViewEvent[] = [];
  document.addEventListener(
    'related-articles-view',
    (event) => {
      if (event.composedPath()[0] === element) views.push(event);
    },
    { signal: stop.signal },
  );
  return views;
}

const idsOf = (views: readonly RelatedArticlesViewEvent[]): string[] =>
  views.map((view) => view.article.id).sort();

/** A block with one card at the top of the page. Its view ends the time in which others would have been told. */
async function clock(): Promise<void> {
  const element = newBlock({ article: 'now' });
  element.articles = [article('now'), article('clock')];
  const views = viewsOf(element);
  document.body.prepend(await settled(element));
  await waitUntil(() => views.length > 0, 'the clock has not been viewed');
}

/** Waits until the browser has told observers about a card. */
async function observed(card: Element): Promise<void> {
  await new Promise<void>((resolve) => {
    const observer = new IntersectionObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe(card);
  });
  await nextFrame();
}

/** Makes the page visible or hidden, as switching tabs does. */
function show(state: DocumentVisibilityState): void {
  Object.defineProperty(Document.prototype, 'visibilityState', { configurable: true, get: () => state });
  document.dispatchEvent(new Event('visibilitychange'));
}

const realState = Object.getOwnPropertyDescriptor(Document.prototype, 'visibilityState')!;
const few = [article('a'), article('b')];
let stop = new AbortController();

beforeEach(() => {
  // The browser's own state may be hidden: several windows are tested at once.
  show('visible');
});

afterEach(() => {
  stop.abort();
  stop = new AbortController();
  scrollTo(0, 0);
  Object.defineProperty(Document.prototype, 'visibilityState', realState);
});

describe('the views of cards', () => {
  it('are told also of a block that was there before the script', async () => {
    const views = viewsOf(await blockOf(few));
    await import('../../src/views.js');
    await waitUntil(() => views.length === 2);
  });

  it('are told once for each card, with its article and its place', async () => {
    const element = await blockOf(few);
    const views = viewsOf(element);
    await waitUntil(() => views.length === 2);
    await clock();
    expect(idsOf(views)).to.deep.equal(['a', 'b']);
    for (const { article: viewed, related, position, bubbles, composed } of views) {
      expect(element.related[position - 1]).to.equal(related);
      expect(related.article).to.equal(viewed);
      expect([bubbles, composed]).to.deep.equal([true, true]);
    }
  });

  it('are told of no card of which less than half can be seen', async () => {
    const element = await blockOf(few);
    const views = viewsOf(element);
    const [first, second] = parts(element, 'card').map((card) => card.getBoundingClientRect());
    const { top } = element.getBoundingClientRect();
    element.style.cssText = `display: block; overflow: hidden; height: ${second!.top + second!.height * 0.4 - top}px`;
    await clock();
    await waitUntil(() => views.length > 0);
    expect(idsOf(views)).to.deep.equal([element.related[0]!.article.id]);
    expect(first!.height).to.be.above(0);
    element.style.height = `${second!.top + second!.height * 0.6 - top}px`;
    await waitUntil(() => views.length === 2);
  });

  it('are told of no card that leaves before a second is over', async () => {
    const element = await blockOf(few);
    const views = viewsOf(element);
    await observed(part(element, 'card'));
    element.hidden = true;
    await clock();
    expect(views).to.deep.equal([]);
    element.hidden = false;
    await waitUntil(() => views.length === 2);
  });

  it('are told of no card that is scrolled to later, until it is', async () => {
    const element = newBlock({ article: 'now' });
    element.articles = [article('now'), ...few];
    element.style.cssText = 'display: block; margin-top: 300vh';
    const views = viewsOf(await settled(element));
    await clock();
    expect(views).to.deep.equal([]);
    element.scrollIntoView({ block: 'center' });
    await waitUntil(() => views.length === 2);
  });

  it('wait while the page is hidden, and begin anew', async () => {
    const element = await blockOf(few);
    const views = viewsOf(element);
    await observed(part(element, 'card'));
    show('hidden');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(views).to.deep.equal([]);
    show('visible');
    await waitUntil(() => views.length === 2);
  });

  it('are told anew of another list, and not of the same one', async () => {
    const element = await blockOf(few);
    const views = viewsOf(element);
    await waitUntil(() => views.length === 2);
    await element.reload();
    await clock();
    expect(views.length).to.equal(2);
    element.articles = [article('now'), article('b'), article('c')];
    await waitUntil(() => views.length === 4);
    expect(idsOf(views.slice(2))).to.deep.equal(['b', 'c']);
  });

  it('are told of cards that are rendered anew', async () => {
    const element = await blockOf(few);
    const views = viewsOf(element);
    element.renderCard = ({ article: { title } }) => title;
    await waitUntil(() => views.length === 2);
  });

  it('are told once, also if the script is there twice', async () => {
    const copy: string = '../../src/views.ts?twice';
    await import(copy);
    const views = viewsOf(await blockOf(few));
    await clock();
    await waitUntil(() => views.length >= 2);
    expect(views.length).to.equal(2);
  });

  it('are told of a block inside another element’s shadow tree', async () => {
    const element = newBlock({ article: 'now' });
    element.articles = [article('now'), ...few];
    let told = 0;
    element.addEventListener('related-articles-view', () => told++);
    const outer = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(element);
    document.body.append(outer);
    await waitUntil(() => told === 2);
  });
});

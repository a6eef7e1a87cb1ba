import { expect, waitUntil } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { RelatedArticles, RelatedArticlesSelectEvent } from '../../src/index.js';
import { article, blockOf, part } from './support.js';

/** WebKitGTK takes no mouse from a test. */
const hasMouse = /Chrome|Firefox/.test(navigator.userAgent);

/** What a library that swaps pages is told of a click: the link that it finds, and whether it may follow it. */
interface Found {
  readonly href: string;
  readonly isPrevented: boolean;
}

let stop = new AbortController();
afterEach(() => {
  stop.abort();
  stop = new AbortController();
  getSelection()?.removeAllRanges();
});

/** Listens to clicks as routers do, on the document, and keeps the browser on the page. */
function router(capture: boolean): Found[] {
  const found: Found[] = [];
  const { signal } = stop;
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link) found.push({ href: link.href, isPrevented: event.defaultPrevented });
    },
    { capture, signal },
  );
  window.addEventListener('click', (event) => event.preventDefault(), { signal });
  return found;
}

/** Opens nothing: listens at the block itself, where the click of a modified key arrives. */
function stayHere(element: RelatedArticles): MouseEvent[] {
  const clicks: MouseEvent[] = [];
  element.addEventListener(
    'click',
    (event) => {
      clicks.push(event);
      event.preventDefault();
    },
    { signal: stop.signal },
  );
  return clicks;
}

/** The middle of an element in the window. */
function middle(element: Element): [x: number, y: number] {
  element.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + Math.min(width, 60) / 2), Math.round(top + height / 2)];
}

const card = article('a', { url: new URL('/a', location.href).href, excerpt: 'A teaser with some words.' });

describe('a click on a card’s link', () => {
  for (const capture of [true, false]) {
    it(`is one click on a link that routers find ${capture ? 'before' : 'when'} it comes`, async () => {
      const found = router(capture);
      const element = await blockOf([card]);
      part(element, 'read-more').click();
      expect(found).to.deep.equal([{ href: card.url, isPrevented: false }]);
      expect(element.querySelector('a')).to.equal(null);
    });
  }

  it('reaches a router with the attributes of the link', async () => {
    const found = router(false);
    const element = await blockOf([card]);
    part(element, 'read-more').dataset.noSwap = '';
    let isMarked = false;
    document.addEventListener(
      'click',
      ({ target }) => (isMarked = (target as Element).matches('[data-no-swap]')),
      {
        signal: stop.signal,
      },
    );
    part(element, 'read-more').click();
    expect([isMarked, found.length]).to.deep.equal([true, 1]);
  });

  it('tells the author once, and nobody else if the author takes it over', async () => {
    const found = router(false);
    const element = await blockOf([card]);
    const events: RelatedArticlesSelectEvent[] = [];
    element.addEventListener('related-articles-select', (event) => {
      events.push(event);
      event.preventDefault();
    });
    part(element, 'read-more').click();
    expect(events.map(({ isModified, cancelable }) => [isModified, cancelable])).to.deep.equal([
      [false, true],
    ]);
    expect(found).to.deep.equal([]);
  });

  for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey'] as const) {
    it(`stays the browser’s with ${key}, whatever the author does`, async () => {
      const element = await blockOf([card]);
      const clicks = stayHere(element);
      let isModified = false;
      element.addEventListener('related-articles-select', (event) => {
        isModified = event.isModified;
        event.preventDefault();
      });
      let wasPrevented = true;
      element.renderRoot.addEventListener('click', (event) => (wasPrevented = event.defaultPrevented));
      const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, [key]: true });
      part(element, 'read-more').dispatchEvent(click);
      expect([isModified, wasPrevented, clicks[0] === click]).to.deep.equal([true, false, true]);
    });
  }

  it('is shown to htmx, which follows no other links', async () => {
    const shown: string[] = [];
    const page = window as { htmx?: unknown };
    page.htmx = { process: (link: HTMLAnchorElement) => shown.push(link.href) };
    router(false);
    const element = await blockOf([card]);
    part(element, 'read-more').click();
    delete page.htmx;
    expect(shown).to.deep.equal([card.url]);
  });
});

describe('the text of a card', () => {
  for (const name of ['title', 'excerpt']) {
    it(`is a place to click too: its ${name}`, async function () {
      if (!hasMouse) this.skip();
      const found = router(false);
      const element = await blockOf([card]);
      await sendMouse({ type: 'click', position: middle(part(element, name)) });
      await waitUntil(() => found.length > 0);
      expect(found.map(({ href }) => href)).to.deep.equal([card.url]);
    });

    it(`can be selected with the mouse, which follows no link: its ${name}`, async function () {
      if (!hasMouse) this.skip();
      const found = router(false);
      const element = await blockOf([card]);
      const [x, y] = middle(part(element, name));
      await sendMouse({ type: 'move', position: [x - 20, y] });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [x + 60, y] });
      await sendMouse({ type: 'up' });
      // Not every engine tells what is selected in a shadow tree.
      if (navigator.userAgent.includes('Chrome')) expect(String(getSelection())).to.match(/\w/);
      expect(found).to.deep.equal([]);
    });
  }

  it('is no link in a card of the author’s own', async () => {
    const found = router(false);
    const element = await blockOf([card]);
    element.renderCard = () => 'Words';
    await element.updateComplete;
    part(element, 'card').click();
    expect(found).to.deep.equal([]);
  });
});

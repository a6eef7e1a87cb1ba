import { aTimeout, expect } from '@open-wc/testing';
import type { RelatedArticles } from '../../src/index.js';
import {
  article,
  block,
  feed,
  requested,
  serve,
  settled,
  showsOwnContent,
  titles,
  waitUntil,
  warnings,
} from './support.js';

/** Two pairs of related articles with URLs of this site. */
const [mast, mast2] = ['mast', 'mast2'].map((id) => here(id, 'Masts'));
const [fibre, fibre2] = ['fibre', 'fibre2'].map((id) => here(id, 'Fibre'));
const all = [mast!, mast2!, fibre!, fibre2!];

function here(id: string, tag: string): ReturnType<typeof article> {
  return article(id, {
    url: new URL(`/app/${id}`, location.href).href,
    tags: [tag],
    title: `${tag} ${id}`,
    text: id,
  });
}

/** Shows another page as an app does: it changes the URL first, then the head. */
function go(path: string, title = path): void {
  history.pushState(null, '', path);
  document.title = title;
}

const shows = (element: RelatedArticles, ...expected: string[]): Promise<void> =>
  waitUntil(() => String(titles(element)) === String(expected), `shows ${expected.join()}`);

/** Does something while `performance.now` is replaced by another clock. */
async function withClock(clock: () => number, work: () => Promise<void>): Promise<void> {
  performance.now = clock;
  try {
    await work();
  } finally {
    delete (performance as Partial<Performance>).now;
  }
}

/** Counts the times that a block loads articles from now on. */
function countLoads(element: RelatedArticles): { loads: number } {
  const count = { loads: 0 };
  element.addEventListener('related-articles-load', () => count.loads++);
  return count;
}

const start = location.href;
const startTitle = document.title;
const navigation = Object.getOwnPropertyDescriptor(window, 'navigation');
let links: HTMLLinkElement[] = [];

/** Adds a canonical link to the head. */
function canonical(href: string): HTMLLinkElement {
  const link = Object.assign(document.createElement('link'), { rel: 'canonical', href });
  links = [...links, link];
  document.head.append(link);
  return link;
}

afterEach(() => {
  for (const link of links) link.remove();
  links = [];
  history.replaceState(null, '', start);
  document.title = startTitle;
});

for (const way of ['with the Navigation API', 'without the Navigation API']) {
  describe(`a block in an app ${way}`, () => {
    before(() => {
      if (way.startsWith('without')) {
        Object.defineProperty(window, 'navigation', { value: undefined, configurable: true });
      }
    });
    after(() => {
      if (navigation) Object.defineProperty(window, 'navigation', navigation);
    });

    /** A block on the page of the first article. */
    async function blockAtMast(): Promise<RelatedArticles> {
      go('/app/mast');
      const element = block({}, 'All news');
      element.articles = all;
      await settled(element);
      expect(titles(element)).to.deep.equal([mast2!.title]);
      return element;
    }

    it('shows the cards of the next article, and those of the last one when the visitor goes back', async () => {
      const element = await blockAtMast();
      go('/app/fibre');
      await shows(element, fibre2!.title);
      history.back();
      await waitUntil(() => location.pathname === '/app/mast');
      document.title = '/app/mast';
      await shows(element, mast2!.title);
    });

    it('keeps its cards until the next page’s head has been written, and ranks once', async () => {
      const element = await blockAtMast();
      const count = countLoads(element);
      go('/app/fibre', document.title);
      await aTimeout(150);
      document.title = 'Fib';
      await aTimeout(30);
      expect(titles(element)).to.deep.equal([mast2!.title]);
      document.title = 'Fibre';
      await shows(element, fibre2!.title);
      await aTimeout(150);
      expect(count.loads).to.equal(1);
    });

    it('ignores a canonical link that the last page has left behind', async () => {
      canonical(mast!.url);
      const element = await blockAtMast();
      go('/app/fibre');
      await shows(element, fibre2!.title);
    });

    it('ignores a canonical link that was there before the block came', async () => {
      canonical(mast!.url);
      const first = await blockAtMast();
      go('/app/fibre');
      const second = block({});
      second.articles = all;
      first.replaceWith(second);
      await shows(second, fibre2!.title);
    });

    it('ignores a canonical link that was there before any block came', async () => {
      const first = await blockAtMast();
      first.remove();
      canonical(fibre2!.url);
      go('/app/fibre2');
      const gone = block({});
      gone.articles = all;
      document.body.append(gone);
      await shows(gone, fibre!.title);
      gone.remove();
      go('/app/mast2');
      const second = block({});
      second.articles = all;
      document.body.append(second);
      await shows(second, mast!.title);
    });

    it('does not take title, tags and text from what another page left in the head', async () => {
      canonical(mast!.url);
      const left = ['og:title', 'keywords'].map((name) =>
        Object.assign(document.createElement('meta'), { name, content: 'Masts' }),
      );
      document.head.append(...left);
      const element = await blockAtMast();
      const main = document.createElement('main');
      main.append(Object.assign(document.createElement('h1'), { textContent: 'Fibre in the village' }));
      document.body.append(main);
      go('/app/unknown', 'Fibre in the village');
      await waitUntil(
        () => titles(element).length > 0 && titles(element).every((title) => title.startsWith('Fibre')),
      );
      for (const meta of left) meta.remove();
    });

    it('shows the same and tells nothing if only the query changes, whether or not the page has a canonical link', async () => {
      for (const link of [undefined, canonical(mast!.url)]) {
        const element = await blockAtMast();
        const count = countLoads(element);
        history.pushState(null, '', '/app/mast?tab=comments&lightbox=3');
        await aTimeout(700);
        expect(titles(element)).to.deep.equal([mast2!.title]);
        expect(count.loads).to.equal(0);
        link?.remove();
        element.remove();
      }
    });

    it('shows the next cards if the query names the article', async () => {
      const numbered = all.map((each, at) => ({ ...each, url: new URL(`/?p=${at}`, location.href).href }));
      go('/?p=0');
      canonical(numbered[0]!.url);
      const element = block({});
      element.articles = numbered;
      await settled(element);
      expect(titles(element)).to.deep.equal([mast2!.title]);
      go('/?p=2');
      await shows(element, fibre2!.title);
      history.pushState(null, '', '/?p=2&tab=comments');
      await aTimeout(700);
      expect(titles(element)).to.deep.equal([fibre2!.title]);
    });

    it('loads once more at most while the title of another page blinks', async () => {
      const element = await blockAtMast();
      go('/app/fibre');
      await shows(element, fibre2!.title);
      const count = countLoads(element);
      for (const title of ['(1) New message', 'Fibre', '(2) New messages', 'Fibre']) {
        document.title = title;
        await aTimeout(150);
      }
      expect(count.loads).to.be.at.most(1);
    });

    it('keeps its cards if the app goes to another page and back at once', async () => {
      const element = await blockAtMast();
      go('/app/fibre');
      go('/app/mast', 'Something else');
      await aTimeout(700);
      expect(titles(element)).to.deep.equal([mast2!.title]);
    });

    it('uses a canonical link that is added late', async () => {
      const element = await blockAtMast();
      go('/app/unknown');
      await waitUntil(() => titles(element).length === 0);
      canonical(fibre!.url);
      await shows(element, fibre2!.title);
    });

    it('uses a canonical link whose href is changed', async () => {
      const link = canonical(new URL('/app/nothing', location.href).href);
      const element = await blockAtMast();
      go('/app/unknown');
      await waitUntil(() => titles(element).length === 0);
      link.href = fibre!.url;
      await shows(element, fibre2!.title);
    });

    it('ranks by a title that is written late', async () => {
      const element = await blockAtMast();
      go('/app/unknown', 'Something else');
      await waitUntil(() => titles(element).length === 0);
      const [text] = document.querySelector('title')!.childNodes;
      (text as Text).data = 'All about Fibre';
      await waitUntil(() => titles(element).some((title) => title.startsWith('Fibre')));
    });

    it('ignores a title that changes long after the URL, such as a counter of messages', async () => {
      const element = await blockAtMast();
      go('/app/unknown', 'Something else');
      await waitUntil(() => titles(element).length === 0);
      const now = performance.now.bind(performance);
      await withClock(
        () => now() + 11_000,
        async () => {
          document.title = 'All about Fibre';
          await aTimeout(300);
          expect(titles(element)).to.deep.equal([]);
        },
      );
    });

    it('shows the next cards as soon as the head has been written', async () => {
      const element = await blockAtMast();
      const moment = performance.now();
      await withClock(
        () => moment,
        async () => {
          go('/app/fibre');
          await shows(element, fibre2!.title);
        },
      );
    });

    it('shows the next cards even if the head keeps changing', async () => {
      const element = await blockAtMast();
      const clock = document.head.appendChild(document.createElement('meta'));
      const ticking = setInterval(() => clock.setAttribute('content', String(performance.now())), 20);
      try {
        go('/app/fibre', document.title);
        await shows(element, fibre2!.title);
        go('/app/unknown', 'Something else');
        await waitUntil(() => titles(element).length === 0);
        canonical(fibre!.url.replace('fibre', 'fibre2'));
        await shows(element, fibre!.title);
      } finally {
        clearInterval(ticking);
        clock.remove();
      }
    });

    it('does not rank again if only the fragment or a tracking parameter changes', async () => {
      const element = await blockAtMast();
      const count = countLoads(element);
      location.hash = 'comments';
      history.replaceState(null, '', '/app/mast?utm_source=mail');
      await aTimeout(700);
      expect(count.loads).to.equal(0);
    });

    it('follows routes in the fragment', async () => {
      const routed = all.map((each) => ({ ...each, url: each.url.replace('/app/', '/app#/') }));
      go('/app#/mast');
      const element = block({});
      element.articles = routed;
      await settled(element);
      location.hash = '/fibre';
      await shows(element, fibre2!.title);
    });

    it('shows the next cards if the app takes it from page to page', async () => {
      const element = await blockAtMast();
      element.remove();
      go('/app/fibre');
      document.body.append(element);
      await shows(element, fibre2!.title);
    });

    it('requests its index once', async () => {
      const src = `/app-${way.length}.json`;
      serve({ [src]: all });
      go('/app/mast');
      const element = await settled(block({ src }));
      go('/app/fibre');
      await shows(element, fibre2!.title);
      expect(requested()).to.deep.equal([src]);
    });

    it('requests its index once, whatever is added to the head while it loads', async () => {
      const src = `/slow-${way.length}.json`;
      let answer: ((response: Response) => void) | undefined;
      serve({ [src]: () => new Promise((resolve) => (answer = resolve)) });
      go('/app/mast');
      // The page's addresses are needed late: only by the ranking.
      const element = block({ src, exclude: '/about' });
      document.body.append(element);
      await waitUntil(() => requested().length > 0);
      const style = document.head.appendChild(document.createElement('style'));
      await aTimeout(300);
      answer?.(Response.json(all));
      await shows(element, mast2!.title);
      style.remove();
      expect(requested()).to.deep.equal([src]);
    });

    it('does not request an index again that could not be had, whatever is added to the head', async () => {
      const src = '/no-such-index.json';
      serve({});
      go('/app/mast');
      // The page's addresses are needed late: only by the ranking.
      const element = block({ src, exclude: '/about' });
      document.body.append(element);
      await waitUntil(() => element.error);
      const style = document.head.appendChild(document.createElement('style'));
      await aTimeout(300);
      style.remove();
      expect(requested()).to.deep.equal([src]);
      expect(warnings().length).to.equal(1);
    });

    it('finds an index that the head names late', async () => {
      const href = `/late-${way.length}.json`;
      serve({ [href]: all });
      go('/app/mast');
      const element = block({});
      document.body.append(element);
      await aTimeout(50);
      const link = document.createElement('link');
      Object.assign(link, { rel: 'alternate', type: 'application/feed+json', href });
      document.head.append(link);
      await shows(element, mast2!.title);
      link.remove();
    });

    it('aborts the request of the last page', async () => {
      let aborted = false;
      serve({
        '/slow/mast.json': (signal) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => {
              aborted = true;
              reject(new DOMException('aborted', 'AbortError'));
            });
          }),
        '/slow/fibre.json': [fibre, fibre2],
      });
      go('/app/mast');
      const element = block({ src: '/slow/{slug}.json' });
      document.body.append(element);
      await waitUntil(() => requested().length === 1);
      go('/app/fibre');
      await shows(element, fibre2!.title);
      expect(aborted).to.equal(true);
      expect(element.error).to.equal(undefined);
    });

    it('shows the author’s content on a page without related articles', async () => {
      const element = await blockAtMast();
      go('/app/unknown', 'Something else');
      await waitUntil(() => showsOwnContent(element));
    });

    it('does nothing after it has been removed', async () => {
      const element = await blockAtMast();
      // The head would be read in a moment.
      document.title = 'Another title';
      await aTimeout(0);
      element.remove();
      let updates = 0;
      element.requestUpdate = () => void updates++;
      go('/app/fibre');
      history.back();
      await aTimeout(700);
      expect(updates).to.equal(0);
    });
  });
}

it('a block follows an app that changes only the URL, if the browser has the Navigation API', async function () {
  if (!('navigation' in window)) this.skip();
  history.pushState(null, '', '/app/mast');
  const element = block({});
  element.articles = all;
  await settled(element);
  history.pushState(null, '', '/app/fibre');
  await shows(element, fibre2!.title);
});

for (const [what, event] of [
  [
    'comes back to a page in the back/forward cache',
    new PageTransitionEvent('pageshow', { persisted: true }),
  ],
  ['is online again', new Event('online')],
] as const) {
  it(`a block whose index failed loads it again when the visitor ${what}`, async () => {
    const src = `/broken-off-${event.type}.json`;
    serve({ [src]: 503 });
    const element = await settled(block({ src, article: 'now' }));
    expect(warnings()).to.have.lengthOf(1);
    serve({ [src]: feed(article('a')) });
    window.dispatchEvent(event);
    await shows(element, 'Title of a');
  });
}

it('a block loads nothing again when a page is shown for the first time, or if nothing failed', async () => {
  serve({ '/missing.json': 503, '/there.json': feed(article('a')) });
  await settled(block({ src: '/missing.json', article: 'now' }));
  expect(warnings()).to.have.lengthOf(1);
  const element = await settled(block({ src: '/there.json', article: 'now' }));
  const count = countLoads(element);
  const before = requested().length;
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
  await aTimeout(100);
  expect(requested()).to.have.lengthOf(before);
  window.dispatchEvent(new Event('online'));
  await aTimeout(100);
  expect(count.loads).to.equal(0);
});

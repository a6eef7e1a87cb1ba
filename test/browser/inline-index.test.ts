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

/** A script that holds an index, to be put inside an element. */
function script(json: object | string): HTMLScriptElement {
  const element = document.createElement('script');
  element.type = 'application/json';
  element.textContent = typeof json === 'string' ? json : JSON.stringify(json);
  return element;
}

/** The neighbours of the article at a path of this site or at a URL, as the command `inject` writes them. */
function neighboursOf(path: string, ...others: readonly string[]): object {
  return {
    ...feed(),
    _related_articles: { version: 1, related_to: new URL(path, location.href).href },
    items: others.map((id) => article(id)),
  };
}

const links = (): HTMLElement => {
  const list = document.createElement('ul');
  list.append(Object.assign(document.createElement('a'), { href: '/a', textContent: 'Plain link' }));
  return list;
};

const start = location.href;
const title = document.title;
afterEach(() => {
  history.replaceState(null, '', start);
  document.title = title;
});

describe('an index inside the element', () => {
  it('is shown in place of the plain links, without a request', async () => {
    serve({});
    const data = neighboursOf(location.href, 'b', 'a');
    const element = await settled(block({ src: '/feed.json', limit: '12' }, links(), script(data)));
    expect(titles(element)).to.deep.equal(['Title of b', 'Title of a']);
    expect(showsOwnContent(element)).to.equal(false);
    expect(requested()).to.deep.equal([]);
  });

  it('needs no src', async () => {
    const element = await settled(block({}, script(neighboursOf(location.href, 'a'))));
    expect(titles(element)).to.deep.equal(['Title of a']);
  });

  it('is found if an app has made its script anew and lost the type', async () => {
    // The browser runs such a script: a list does no harm.
    const data = script([article('now'), article('a')]);
    data.type = '';
    const code = script('[1].map(String)');
    code.type = '';
    expect(titles(await settled(block({ article: 'now' }, code, data)))).to.deep.equal(['Title of a']);
  });

  it('stays that of its page if only the query of the address changes', async () => {
    history.replaceState(null, '', '/app/mast');
    const element = await settled(block({}, script(neighboursOf('/app/mast', 'm'))));
    history.replaceState(null, '', '/app/mast?tab=comments');
    document.title = 'Mast: comments';
    await aTimeout(700);
    expect(titles(element)).to.deep.equal(['Title of m']);
  });

  it('is ranked if it is no list of neighbours', async () => {
    const element = await settled(block({ article: 'now' }, script(feed(article('a')))));
    expect(titles(element)).to.deep.equal(['Title of a']);
    expect(element.related[0]?.reasons.tags).to.deep.equal(['Open RAN']);
  });

  it('is used on another host than the one that it was made for', async () => {
    const data = neighboursOf(`https://site.example${location.pathname}${location.search}`, 'a');
    const { pathname, search } = location;
    const element = await settled(block({}, script(data)));
    history.pushState(null, '', '/elsewhere');
    document.title = 'Elsewhere';
    await waitUntil(() => titles(element).length === 0);
    history.pushState(null, '', pathname + search);
    document.title = 'Back';
    await shows(element, 'Title of a');
  });

  it('is replaced by src while an app shows another page', async () => {
    history.replaceState(null, '', '/app/mast');
    serve({ '/related/app/fibre.json': neighboursOf('/app/fibre', 'f') });
    const data = neighboursOf('/app/mast', 'm');
    const element = await settled(block({ src: '/related/{path}.json' }, script(data)));
    expect(titles(element)).to.deep.equal(['Title of m']);
    history.pushState(null, '', '/app/fibre');
    document.title = 'Fibre';
    await shows(element, 'Title of f');
    history.pushState(null, '', '/app/mast');
    document.title = 'Mast';
    await shows(element, 'Title of m');
    expect(requested()).to.deep.equal(['/related/app/fibre.json']);
  });

  it('is replaced by src on reload', async () => {
    serve({ '/fresh.json': neighboursOf(location.href, 'new') });
    const element = await settled(block({ src: '/fresh.json' }, script(neighboursOf(location.href, 'old'))));
    await element.reload();
    expect(titles(element)).to.deep.equal(['Title of new']);
  });

  it('leaves the author’s content, without a request, if nothing is related', async () => {
    serve({});
    const element = await settled(
      block({ src: '/feed.json' }, 'All news', script(neighboursOf(location.href))),
    );
    expect(showsOwnContent(element)).to.equal(true);
    expect(requested()).to.deep.equal([]);
  });

  it('leaves no space if nothing is related and the element holds nothing else', async () => {
    const element = await settled(block({}, script(neighboursOf(location.href))));
    // Once the visitor does something, the block gives the reserved space back.
    dispatchEvent(new Event('pointerup'));
    await waitUntil(() => element.matches(':state(blank)'), 'blank');
    expect(element.offsetHeight).to.equal(0);
  });

  for (const [what, json, message] of [
    ['is broken JSON', '{"items":', 'holds no JSON: SyntaxError: '],
    ['is empty', '', 'holds no JSON: SyntaxError: '],
    ['holds no usable article', '[null]', 'holds no usable article: entry 0 is not an object'],
  ] as const) {
    it(`leaves the author’s content and a warning if it ${what}`, async () => {
      const element = await settled(block({}, 'All news', script(json)));
      expect(showsOwnContent(element)).to.equal(true);
      const [line = '', ...more] = warnings();
      expect(line).to.contain(
        `related-articles: the <script type="application/json"> in the element ${message}`,
      );
      expect(more).to.deep.equal([]);
    });
  }
});

const shows = (element: RelatedArticles, ...expected: string[]): Promise<void> =>
  waitUntil(() => String(titles(element)) === String(expected), `shows ${expected.join()}`);

import { expect } from '@open-wc/testing';
import type { RelatedArticlesSelectEvent } from '../../src/element.js';
import { article, block, blockOf, part, parts, settled, waitUntil, warnings } from './support.js';

describe('a card', () => {
  it('has a title, a date, an excerpt, a picture and one link', async () => {
    const image = new URL('/demo/images/mast.svg', location.href).href;
    const element = await blockOf([article('a', { excerpt: 'Short.', date: '2026-11-17', image })]);
    expect(part(element, 'title').textContent).to.equal('Title of a');
    expect(part(element, 'date').textContent).to.equal('November 17, 2026');
    expect(part(element, 'excerpt').textContent).to.equal('Short.');
    expect(part(element, 'image').getAttribute('src')).to.equal(image);
    expect(part(element, 'image')).to.include({
      loading: 'lazy',
      referrerPolicy: 'strict-origin-when-cross-origin',
    });
    expect(element.renderRoot.querySelectorAll('a')).to.have.lengthOf(1);
    expect(part(element, 'read-more').getAttribute('href')).to.equal('https://site.example/a');
  });

  it('leaves out what its article does not have', async () => {
    const element = await blockOf([article('a')]);
    for (const name of ['date', 'excerpt', 'image', 'discussion'])
      expect(parts(element, name)).to.deep.equal([]);
  });

  for (const [attribute, name] of [
    ['no-dates', 'date'],
    ['no-excerpts', 'excerpt'],
    ['no-images', 'image'],
    ['no-discussion', 'discussion'],
    ['no-read-more', 'read-more'],
  ] as const) {
    it(`has no ${name} with ${attribute}`, async () => {
      const full = { excerpt: 'Short.', date: '2026-11-17', image: location.href, discussion: { count: 3 } };
      const element = await blockOf([article('a', full)], { [attribute]: '' });
      expect(parts(element, name)).to.deep.equal([]);
    });
  }

  it('shows the day as the index writes it, whatever the time zone', async () => {
    const late = await blockOf([article('a', { date: '2026-11-17T23:30:00-11:00' })], { lang: 'de' });
    expect(part(late, 'date').textContent).to.equal('17. November 2026');
    expect(part(late, 'date').getAttribute('datetime')).to.equal('2026-11-17T23:30:00-11:00');
  });

  for (const [style, lang, date] of [
    ['full', 'en', 'Tuesday, November 17, 2026'],
    ['long', 'en', 'November 17, 2026'],
    ['medium', 'en', 'Nov 17, 2026'],
    ['short', 'de', '17.11.26'],
  ] as const) {
    it(`shows its date as date-style says: ${style}`, async () => {
      const element = await blockOf([article('a', { date: '2026-11-17' })], { lang, 'date-style': style });
      expect(part(element, 'date').textContent).to.equal(date);
    });
  }

  it('shows a long date, and the block warns, if date-style is unknown', async () => {
    const element = await blockOf([article('a', { date: '2026-11-17' })], { 'date-style': 'tiny' });
    expect(part(element, 'date').textContent).to.equal('November 17, 2026');
    expect(warnings()).to.deep.equal([
      'related-articles: date-style="tiny" is none of long, full, medium, short; long is used',
    ]);
  });

  for (const layout of ['list', 'grid', 'compact', 'carousel']) {
    it(`has its first tag above the title with show-kicker: ${layout}`, async () => {
      const element = await blockOf([article('a', { tags: ['Open RAN', 'ENISA'] }), article('b')], {
        layout,
        'show-kicker': '',
      });
      const kicker = part(element, 'kicker');
      expect(kicker.textContent).to.equal('Open RAN');
      expect(parts(element, 'tags')).to.deep.equal([]);
      expect(kicker.getBoundingClientRect().bottom).to.be.at.most(
        part(element, 'title').getBoundingClientRect().top + 1,
      );
    });
  }

  it('offers the browser a picture in several sizes', async () => {
    const images = [480, 960].map((width) => ({ url: `${location.origin}/${width},.png,`, width }));
    const element = await blockOf([article('a', { images })]);
    const picture = part(element, 'image') as HTMLImageElement;
    expect(picture.src).to.equal(`${location.origin}/480,.png,`);
    expect(picture.srcset).to.equal(
      `${location.origin}/480,.png%2C 480w, ${location.origin}/960,.png%2C 960w`,
    );
    expect(picture.sizes).to.equal('(min-width: 40em) 12em, 100vw');
    await waitUntil(() => /\/(?:480|960),\.png%2C$/.test(picture.currentSrc));
  });

  it('sets the address of a picture after its sizes, since WebKit asks for it at once', async () => {
    const images = [480, 960].map((width) => ({ url: `${location.origin}/${width}.png`, width }));
    const picture = part(await blockOf([article('a', { images })]), 'image');
    const names = picture.getAttributeNames().filter((name) => /^(?:src|srcset|sizes|loading)$/.test(name));
    expect(names).to.deep.equal(['loading', 'sizes', 'srcset', 'src']);
  });

  it('offers the browser no sizes if the index gives one picture only', async () => {
    const picture = part(await blockOf([article('a', { image: `${location.origin}/a.png` })]), 'image');
    expect([picture.hasAttribute('srcset'), picture.hasAttribute('sizes')]).to.deep.equal([false, false]);
  });

  it('hides a picture that can’t be loaded', async () => {
    const element = await blockOf([article('a', { image: new URL('/no-such.png', location.href).href })]);
    const image = part(element, 'image');
    image.dispatchEvent(new Event('error'));
    expect(getComputedStyle(image).visibility).to.equal('hidden');
    expect(getComputedStyle(image).position).to.equal('absolute');
  });

  it('shows markup in its texts as text', async () => {
    const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const element = await blockOf([article('a', { title: `A ${hostile}`, excerpt: `"><b>${hostile}` })]);
    expect(element.renderRoot.querySelectorAll('img, script, b')).to.have.lengthOf(0);
  });

  it('has the lang of its article if that is not the page’s language', async () => {
    const element = await blockOf([article('a', { language: 'fr', excerpt: 'Bref.' })], {
      lang: 'en',
      'any-language': '',
    });
    expect(part(element, 'excerpt').lang).to.equal('fr');
    expect(part(element, 'title').closest('[lang]')?.getAttribute('lang')).to.equal('fr');
  });
});

describe('the link of a card', () => {
  it('is named by its text and the title', async () => {
    const element = await blockOf([article('a')], { lang: 'de' });
    const ids = part(element, 'read-more').getAttribute('aria-labelledby')?.split(' ') ?? [];
    const name = ids.map((id) => element.shadowRoot?.getElementById(id)?.textContent?.trim()).join(' ');
    expect(name).to.equal('Artikel lesen Title of a');
  });

  it('has the text of the attribute read-more', async () => {
    const element = await blockOf([article('a')], { 'read-more': 'News-Artikel lesen' });
    expect(part(element, 'read-more').textContent?.trim()).to.equal('News-Artikel lesen');
  });

  it('is the title with no-read-more', async () => {
    const element = await blockOf([article('a')], { 'no-read-more': '' });
    expect(part(element, 'title-link').textContent).to.equal('Title of a');
    expect(element.renderRoot.querySelectorAll('a')).to.have.lengthOf(1);
  });

  it('dispatches an event with its article when it is clicked, which the page can cancel', async () => {
    const element = await blockOf([article('a'), article('b')]);
    let selected: RelatedArticlesSelectEvent | undefined;
    element.addEventListener('related-articles-select', (event) => {
      selected = event;
      event.preventDefault();
    });
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    parts(element, 'read-more')[1]?.dispatchEvent(click);
    expect(selected?.position).to.equal(2);
    expect(selected?.article.id).to.equal('b');
    expect(click.defaultPrevented).to.equal(true);
  });
});

describe('the number of posts on a card', () => {
  for (const [lang, count, text] of [
    ['de', 1, '1 Diskussionsbeitrag'],
    ['de', 12, '12 Diskussionsbeiträge'],
    ['de', 1200, '1.200 Diskussionsbeiträge'],
    ['en', 1, '1 comment'],
    ['en', 0, '0 comments'],
  ] as const) {
    it(`reads "${text}"`, async () => {
      const element = await blockOf([article('a', { discussion: { count } })], { lang });
      expect(part(element, 'discussion').textContent).to.equal(text);
    });
  }

  it('begins with the attribute discussion-label', async () => {
    const attributes = { lang: 'de', 'discussion-label': 'Diskussion' };
    const element = await blockOf([article('a', { discussion: { count: 1 } })], attributes);
    expect(part(element, 'discussion').textContent).to.equal('Diskussion 1');
  });

  it('is a link if the index gives the URL of the discussion', async () => {
    const url = 'https://site.example/a#talk';
    const element = await blockOf([article('a', { discussion: { count: 2, url } })]);
    expect(part(element, 'discussion').getAttribute('href')).to.equal(url);
  });

  it('is a link named by the number and the title', async () => {
    const discussion = { count: 2, url: 'https://site.example/a#talk' };
    const element = await blockOf([article('a', { discussion })], { lang: 'en' });
    const ids = part(element, 'discussion').getAttribute('aria-labelledby')?.split(' ') ?? [];
    const name = ids.map((id) => element.shadowRoot?.getElementById(id)?.textContent?.trim()).join(' ');
    expect(name).to.equal('2 comments Title of a');
  });

  it('is left out if it is unknown', async () => {
    const element = await blockOf([article('a', { discussion: { url: 'https://site.example/a#talk' } })]);
    expect(parts(element, 'discussion')).to.deep.equal([]);
  });
});

describe('the optional parts of a card', () => {
  const full = article('a', { tags: ['Open RAN', 'ENISA'], text: 'word '.repeat(700), excerpt: 'Short.' });

  it('are not shown by default', async () => {
    const element = await blockOf([full]);
    for (const name of ['tags', 'tag', 'reasons', 'reading-time', 'author']) {
      expect(parts(element, name), name).to.deep.equal([]);
    }
  });

  it('include at most five tags with show-tags', async () => {
    const element = await blockOf([article('a', { tags: ['Open RAN', 'b', 'c', 'd', 'e', 'f'] })], {
      'show-tags': '',
    });
    expect(parts(element, 'tag').map(({ textContent }) => textContent)).to.deep.equal([
      'Open RAN',
      'b',
      'c',
      'd',
      'e',
    ]);
  });

  it('include what the article has in common with the current one with show-reasons', async () => {
    const element = block({ article: 'now', lang: 'de', 'show-reasons': '' });
    const tags = ['Open RAN', 'ENISA'];
    element.articles = [article('now', { title: 'Eins', tags }), article('a', { title: 'Zwei', tags })];
    await settled(element);
    expect(part(element, 'reasons').textContent).to.match(/^Gemeinsam: Open RAN(?:,| und) ENISA$/);
  });

  it('say what article leads to one that has nothing in common with the current one', async () => {
    const element = block({ article: 'now', lang: 'de', 'show-reasons': '' });
    element.articles = [
      article('now', { title: 'Ein Luchs im Harz', tags: [] }),
      article('a', { title: 'Ein Luchs im Wald', tags: [], links: ['b'] }),
      article('b', { title: 'Wildkatzen', tags: [] }),
    ];
    await settled(element);
    const reasons = parts(element, 'reasons').map(({ textContent }) => textContent);
    expect(reasons.at(-1)).to.equal('Verlinkt mit: Ein Luchs im Wald');
  });

  it('include the reading time with show-reading-time', async () => {
    const element = await blockOf([full], { 'show-reading-time': '' });
    expect(part(element, 'reading-time').textContent).to.equal('3 min read');
  });

  it('include no reading time if the index holds no text of the article', async () => {
    const element = await blockOf([article('a')], { 'show-reading-time': '' });
    expect(parts(element, 'reading-time')).to.deep.equal([]);
  });

  it('show markup and replacement patterns as text', async () => {
    const tags = ['&lt;b>$&', '$1'];
    const element = block({ article: 'now', 'show-reasons': '', 'show-tags': '' });
    element.articles = [article('now', { title: 'Eins', tags }), article('a', { title: 'Zwei', tags })];
    await settled(element);
    expect(part(element, 'reasons').textContent).to.equal('In common: <b>$&, $1');
    expect(element.renderRoot.querySelector('b')).to.equal(null);
  });
});

/** A page, and what both the browser and the command line read of it. */
export interface ArticlePage {
  readonly name: string;
  readonly html: string;
  readonly title: string;
  readonly text: string;
  readonly tags?: readonly string[];
  /** Its first date. */
  readonly date?: string;
  readonly language?: string;
}

const sentence = (subject: string): string => `This sentence about ${subject} is long enough to be prose. `;
const prose = (subject: string): string => sentence(subject).repeat(4).trim();
const links = (...texts: string[]): string => texts.map((text) => `<a href="/${text}">${text}</a>`).join(' ');

/** Pages that two adapters must read alike. */
export const ARTICLE_PAGES: readonly ArticlePage[] = [
  {
    name: 'an article between a menu, asides, comments and boxes of links',
    html: `<!doctype html><html lang="de_AT"><head><title>Masts fall | Site</title></head><body>
      <nav>${links('Home', 'News')}</nav><article><h1>Masts fall</h1><p>${prose('masts')}</p>
      <div>${links('Another story', 'One more story')}</div><p>${links('Read this too')}</p>
      <ul><li>A point with a ${links('link')} and more to say.</li></ul>
      <aside>Advertisement</aside><p hidden>Hidden.</p><div role="search">Search</div>
      <section id="comments"><p>${prose('comments').repeat(3)}</p></section></article><footer>Imprint</footer></body></html>`,
    title: 'Masts fall',
    text: `Masts fall\n${prose('masts')}\nA point with a link and more to say.`,
    language: 'de-AT',
  },
  {
    name: 'a story beside teasers that are articles',
    html: `<html><head><title>Open RAN in rural areas - Site</title></head><body><main>
      <div><h1>Open RAN in rural areas</h1><p>${prose('radio')}</p><p>${prose('fields').repeat(2)}</p></div>
      <article><h2>${links('Teaser')}</h2><p>${sentence('teasers')}</p></article></main></body></html>`,
    title: 'Open RAN in rural areas',
    text: `Open RAN in rural areas\n${prose('radio')}\n${prose('fields').repeat(2)}`,
  },
  {
    name: 'a body with the usual class',
    html: `<html><head><meta property="og:title" content="Site: Masts"><meta property="og:site_name" content="Site">
      <meta name="DC.date" content="2026-11-17"></head><body><article><h1>M</h1><p>By Eva Ohm, on Tuesday</p>
      <div class="entry-content"><p>${prose('masts')}</p></div><p>Filed under <a rel="tag" href="/t">#Masts</a></p>
      </article></body></html>`,
    title: 'Masts',
    text: prose('masts'),
    tags: ['Masts'],
    date: '2026-11-17',
  },
  {
    name: 'a form around the whole page, with fields named like members of elements',
    html: `<html><head><title>Masts</title></head><body><form>${[
      'attributes',
      'childNodes',
      'children',
      'firstChild',
      'getAttribute',
      'localName',
      'nextSibling',
      'nodeType',
      'parentNode',
      'querySelectorAll',
      'textContent',
    ]
      .map((name) => `<input name="${name}">`)
      .join('')}<button>Search</button><h1>Masts</h1><p>${prose('masts')}</p></form>
      <form><p>${sentence('offers')}</p></form></body></html>`,
    title: 'Masts',
    text: `Masts\n${prose('masts')}`,
  },
  {
    name: 'JSON-LD with line breaks in its texts, and microformats',
    html: `<html><head><script type="application/ld+json">{"@graph": [{"@type": "WebPage"},
      {"@type": ["Thing", "NewsArticle"], "headline": "Why masts
      fall", "keywords": ["5G", {"name": "Masts"}, "5G"], "datePublished": "2026-11-17", "inLanguage": "en"}]}</script>
      </head><body><div class="h-entry"><p class="p-name">Masts</p><div class="e-content">${prose('masts')}</div></div>
      </body></html>`,
    title: 'Why masts fall',
    text: prose('masts'),
    tags: ['5G', 'Masts'],
    date: '2026-11-17',
    language: 'en',
  },
  {
    name: 'elements that nobody closed',
    html: `<title>Masts</title><main><h1>Masts</h1><p>${prose('masts')}<p>One<br>two<ul><li>a<li>b</ul>`,
    title: 'Masts',
    text: `Masts\n${prose('masts')}\nOne\ntwo\na\nb`,
  },
  {
    name: 'a heading of the site, signs of links, a line of author and date, and words for screen readers',
    html: `<html lang="en"><head><title>Site: Masts</title></head><body><header><h1><a href="/">Site</a></h1></header>
      <main><article lang="de"><h2 id="m">Masts<a href="#m">¶</a></h2><p>By Eva Ohm, <time datetime="2026-11-17">17
      November</time></p><p>${prose('masts')}</p><h3 id="c">Costs <a class="anchor" href="#c"><i></i>#</a></h3>
      <span class="sr-only">Section titled Costs</span><p>${prose('costs')}</p><p class="tags">Tags:
      <a href="/tags/masts/">masts</a></p></article></main><aside><a rel="tag" href="/tags/sea/">sea</a></aside></body></html>`,
    title: 'Masts',
    text: `Masts\n${prose('masts')}\nCosts\n${prose('costs')}`,
    tags: ['masts'],
    date: '2026-11-17',
    language: 'de',
  },
  {
    name: 'JSON-LD of another article before its own',
    html: `<html><head><title>Masts fall – Site</title><script type="application/ld+json">[{"@type": "NewsArticle",
      "headline": "Forests burn", "url": "https://site.example/forests", "datePublished": "2020-01-01"},
      {"@type": "NewsArticle", "headline": "Masts fall", "url": "https://site.example/a", "datePublished": "2026-11-17",
      "keywords": ["Masts"]}]</script></head><body><main><p>${prose('masts')}</p></main></body></html>`,
    title: 'Masts fall',
    text: prose('masts'),
    tags: ['Masts'],
    date: '2026-11-17',
  },
];

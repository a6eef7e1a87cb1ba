/** Compares a block with its articles, tag by tag, attribute by attribute and text by text. */

/** A node as nested lists: name, attributes, children. Comments and the white space of templates are left out. */
function tree(node) {
  const attributes = Object.fromEntries(Array.from(node.attributes, ({ name, value }) => [name, value]));
  const nodes = [...node.childNodes].filter(({ nodeType }) => nodeType !== Node.COMMENT_NODE);
  if (node.children.length === 0) {
    const text = nodes.map(({ data }) => data).join('');
    return text.trim() === '' && node.localName !== 'img'
      ? [node.localName, attributes]
      : [node.localName, attributes, ...(text ? [text] : [])];
  }
  const children = nodes.flatMap((child) => {
    if (child instanceof Element) return [tree(child)];
    return child.data.trim() === '' ? [] : [child.data];
  });
  return [node.localName, attributes, ...children];
}

const list = (texts) => new Intl.ListFormat('en', { type: 'unit', style: 'short' }).format(texts);
const minutes = (text) => Math.ceil(text.replace(/\s+/g, '').length / 1000);
const posts = (count) =>
  `${new Intl.NumberFormat('en').format(count)} ${count === 1 ? 'comment' : 'comments'}`;
const day = (date) =>
  new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date.slice(0, 10)}T00:00:00Z`),
  );
const when = (truth, ...what) => (truth ? what : []);

/** A picture in several widths as srcset has it, where a URL may hold commas, but none at its end. */
const candidates = (images) =>
  images.map(({ url, width }) => `${url.replace(/,$/, '%2C')} ${width}w`).join(', ');

/** What a card must be if it shows everything. */
function card({ article, reasons }, at) {
  const { url, title, excerpt, date, author, text, tags, image, images, discussion, language } = article;
  const position = at + 1;
  const lang = language && language !== 'en' ? { lang: language } : {};
  const shared = [...reasons.tags, ...reasons.terms].slice(0, 4);
  const shown = tags.slice(0, 5);
  const span = (part, said) => ['span', { part, dir: 'auto' }, said];
  const link = [
    'a',
    {
      part: 'read-more',
      id: `link-${position}`,
      href: url,
      'aria-labelledby': `link-${position} title-${position}`,
    },
    'Read article',
  ];
  const talk = discussion?.count === undefined ? undefined : posts(discussion.count);
  return [
    'li',
    { part: 'card' },
    [
      'div',
      { part: 'text' },
      [
        'div',
        { class: 'title', ...lang },
        ['h3', { id: `title-${position}`, part: 'title', dir: 'auto' }, title],
      ],
      [
        'div',
        { class: 'byline' },
        ...when(date, ['time', { part: 'date', dir: 'auto', datetime: date }, date && day(date)]),
        ...when(author, span('author', `By ${author}`)),
        ...when(text, span('reading-time', `${minutes(text ?? '')} min read`)),
      ],
      ...when(excerpt, ['p', { part: 'excerpt', ...lang, dir: 'auto' }, excerpt]),
      [
        'div',
        { class: 'extras' },
        ...when(shared.length > 0, span('reasons', `In common: ${list(shared)}`)),
        ...when(shown.length > 0, [
          'ul',
          { part: 'tags', role: 'list', ...lang },
          ...shown.map((tag) => ['li', { part: 'tag', dir: 'auto' }, tag]),
        ]),
      ],
      [
        'div',
        { class: 'links' },
        link,
        ...when(talk && !discussion.url, span('discussion', talk)),
        ...when(talk && discussion?.url, [
          'a',
          {
            part: 'discussion',
            id: `discussion-${position}`,
            dir: 'auto',
            href: discussion?.url,
            'aria-labelledby': `discussion-${position} title-${position}`,
          },
          talk,
        ]),
      ],
    ],
    ...when(image, [
      'img',
      {
        part: 'image',
        src: image,
        ...(images && { srcset: candidates(images), sizes: '(min-width: 40em) 12em, 100vw' }),
        alt: '',
        loading: 'lazy',
        decoding: 'async',
        referrerpolicy: 'strict-origin-when-cross-origin',
      },
    ]),
  ];
}

/** A value as JSON, with sorted attributes. */
const toJson = (value) =>
  JSON.stringify(value, (_, member) =>
    member && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );

const isSafe = (address) => {
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && username === '' && password === '';
};

/** The differences between a block and what it must be. */
globalThis.differences = (block) => {
  const root = block.shadowRoot;
  const cards = [...root.querySelectorAll('[part~="card"]')];
  const found = cards.flatMap((shown, at) => {
    const actual = tree(shown);
    // A card whose picture can't be loaded has the class `plain`.
    delete actual[1].class;
    const [is, shouldBe] = [toJson(actual), toJson(card(block.related[at], at))];
    return is === shouldBe ? [] : [`is ${is}\nnot ${shouldBe}`];
  });
  if (cards.length !== block.related.length) found.push(`${cards.length} cards, not ${block.related.length}`);
  for (const element of root.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      // A script sets the height of the reserved space, which no style policy forbids.
      if (name === 'style' && element.className === 'stage' && /^(?:min-height: \d+px;)?$/.test(value))
        continue;
      if (/^(?:on|style$|srcdoc$|action$|formaction$)/.test(name))
        found.push(`an attribute ${name}="${value}"`);
      if (/^(?:href|src)$/.test(name) && !isSafe(value)) found.push(`an address ${name}="${value}"`);
    }
  }
  const strange = [...root.querySelectorAll('*')].filter(
    ({ localName }) => !/^(?:a|div|h[1-6]|img|li|nav|p|slot|span|time|ul)$/.test(localName),
  );
  return [...found, ...strange.map(({ localName }) => `a strange <${localName}>`)];
};

/** Loads an index into the page's block. Gives the number of cards and the differences. */
globalThis.load = async (src) => {
  const block = document.querySelector('related-articles');
  const done = new Promise((resolve) => {
    for (const type of ['related-articles-load', 'related-articles-error']) {
      block.addEventListener(type, resolve, { once: true });
    }
  });
  block.src = src;
  await done;
  await block.updateComplete;
  return { cards: block.related.length, found: globalThis.differences(block) };
};

// Hostile documents for bench/growth.js: by reader, each made to have about as many characters as are asked for.
import { readIndex } from '../../dist/core.js';
import { readFeed } from '../modules/builder/sources/feed.js';
import { readHtmlPage } from '../modules/builder/html/html-page.js';
import { readMarkdown } from '../modules/builder/sources/markdown.js';
import { htmlToText, plainText } from '../modules/shared/text.js';
import { many } from './articles.js';

const SITE = 'https://site.example/';
const fill = (length, piece) => piece.repeat(Math.ceil(length / piece.length));
const list = (length, piece) => many(Math.ceil(length / piece(0).length), piece).join('');

/** The texts that are nasty for one reader or another: most readers get them all. */
const nasty = Object.fromEntries(
  [
    '<',
    '<@',
    '@',
    'a@',
    'a@b (',
    '<a ',
    '<a "',
    '<a ="',
    '= ',
    '<!--',
    '<![CDATA[',
    '</a>',
    '<b>',
    '<script>',
    '&',
    '&am',
    '&#12',
    '{',
    '{{',
    '{{<',
    '{%',
    '{# ',
    '[',
    '[a](',
    '![',
    '*a',
    '_a_',
    '**a ',
    'a**b',
    '`',
    '> ',
    '- ',
    '1. ',
    '#',
    '# ',
    '|',
    '|-',
    '~~',
    '\\',
    '"',
    "'",
    '/',
    '.',
    '-',
    '– ',
    ' | ',
    ',',
    'a,',
    '\n',
    ' \n',
    '\t',
    ' ',
    'http://',
    'www.a(',
    '\u0301',
    '\uD83D',
    '\u202E',
    '語',
  ].map((piece) => [JSON.stringify(piece), (length) => fill(length, piece)]),
);

const page = (head, body) => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const feed = (inside) => `<rss><channel><title>T</title><link>${SITE}</link>${inside}</channel></rss>`;
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** What each reader does with a text. */
const readers = {
  'the text of HTML': htmlToText,
  'a plain text': plainText,
  'a text in an index': (text) =>
    readIndex(
      [{ url: '/a', title: `A ${text}`, summary: text, author: text, tags: text, text, date: text }],
      SITE,
    ),
  'a page': (text) => readHtmlPage(page(`<title>A ${escaped(text)}</title>`, text)),
  'the head of a page': (text) => {
    const content = escaped(text.slice(0, text.length / 4)).replaceAll('"', '&quot;');
    const names = 'og:title og:site_name og:type og:locale robots keywords author date description'.split(
      ' ',
    );
    const metas = names.map((name) => `<meta name="${name}" content="A ${content}">`).join('');
    readHtmlPage(page(`<title>A</title>${metas}`, '<h1>A</h1>'));
  },
  'a feed': (text) => {
    const kinds = 'title author dc:creator description pubDate category guid link slash:comments'.split(' ');
    const part = escaped(text.slice(0, text.length / 4));
    const members = kinds.map((kind) => `<${kind}>A ${part}</${kind}>`).join('');
    readFeed(feed(`<item>${members}</item>`), 'feed', SITE);
  },
  'the markup of a feed': (text) => readFeed(feed(`<item><title>${text}`), 'feed', SITE),
  Markdown: (text) => readMarkdown(`---\ntitle: A\n---\n${text}`, 'a.md', SITE),
  'front matter': (text) => readMarkdown(`---\ntitle: A\ntags: ${text}\n---\nText.`, 'a.md', SITE),
};

/** Documents that are nasty as a whole. */
const whole = {
  'many sections of one page': (n) =>
    readIndex(
      many(n / 40, (at) => ({ url: `/a#${at}`, title: `T${at}`, text: 'x' })),
      SITE,
    ),
  'one id everywhere': (n) =>
    readIndex(
      many(n / 40, (at) => ({ id: 'a', url: `/${at}`, title: `T${at}` })),
      SITE,
    ),
  'entries of JSON:API that all relate to one which relates to all': (n) =>
    readIndex(
      {
        data: many(n / 100, (at) => ({
          type: 'node',
          id: `${at}`,
          attributes: { title: `T${at}`, path: { alias: `/${at}` } },
          relationships: { a: { data: { type: 'hub', id: 'hub' } } },
        })),
        included: [
          {
            type: 'hub',
            id: 'hub',
            relationships: { a: { data: many(n / 100, (at) => ({ type: 'node', id: `${at}` })) } },
          },
        ],
      },
      SITE,
    ),
  'pages of Docusaurus with one number and many texts': (n) =>
    readIndex(
      [
        { documents: many(n / 50, (at) => ({ i: 0, t: `T${at}`, u: `/${at}` })) },
        { documents: many(n / 50, (at) => ({ p: 0, t: `x${at}` })) },
      ],
      SITE,
    ),
  'records of MkDocs, all of one page': (n) =>
    readIndex({ docs: many(n / 50, (at) => ({ location: `a#${at}`, title: `T${at}`, text: '<p>x' })) }, SITE),
  'a feed of items inside items': (n) => readFeed(feed(fill(n, '<item><title>x')), 'feed', SITE),
  'a feed of many items': (n) =>
    readFeed(feed(list(n, (at) => `<item><title>T${at}</title><link>/${at}</link></item>`)), 'feed', SITE),
  'a feed of many links': (n) => readFeed(feed(fill(n, '<link rel="replies"/>')), 'feed', SITE),
  'many articles on a page': (n) => readHtmlPage(page('', fill(n, '<article><p>ab cd ef gh</p></article>'))),
  'articles inside articles': (n) => readHtmlPage(page('', fill(n, '<article><p>ab cd ef gh</p>'))),
  'many elements, all deep inside others': (n) =>
    readHtmlPage(page('', `${'<div>'.repeat(2900)}${fill(n, '<h1>q</h1><a href="x">q</a>')}`)),
  'many headings, and a title of many parts': (n) =>
    readHtmlPage(
      page(
        `<title>${fill(n / 2, 'ab | ')}</title>`,
        list(n / 2, (at) => `<h1>heading number ${at}</h1>`),
      ),
    ),
  'a page of tables in tables': (n) => readHtmlPage(page('', fill(n, '<table><tr><td>'))),
  'a page of forms': (n) => readHtmlPage(page('', fill(n, '<form>x</form>'))),
  'a page of lists': (n) => readHtmlPage(page('', fill(n, '<li>ab'))),
  'a page of many JSON-LD scripts': (n) =>
    readHtmlPage(
      page(
        list(n, (at) => `<script type="application/ld+json">{"@type":"X","a":${at}}</script>`),
        '',
      ),
    ),
  'an element of many attributes': (n) =>
    readHtmlPage(page('', `<div ${list(n, (at) => `a${at}=""`)}>x</div>`)),
  'an element of many classes': (n) => readHtmlPage(page('', `<div class="${fill(n, ' ad')}">x</div>`)),
  'Markdown of many lists': (n) => readMarkdown(`---\ntitle: A\n---\n${fill(n, '- a\n')}`, 'a.md', SITE),
  'Markdown of many quotes': (n) => readMarkdown(`---\ntitle: A\n---\n${fill(n, '> *a\n')}`, 'a.md', SITE),
  'a long table in Markdown': (n) =>
    readMarkdown(`---\ntitle: A\n---\n|a|b|\n|-|-|\n${fill(n, '|*a|b|\n')}`, 'a.md', SITE),
  'front matter of many names': (n) =>
    readMarkdown(`---\n${list(n, (at) => `k${at}: v\n`)}---\n`, 'a.md', SITE),
  'front matter of many names on one line': (n) =>
    readMarkdown(`---\na: {${list(n, (at) => `k${at}: v,`)}}\n---\n`, 'a.md', SITE),
  'front matter without an end': (n) => readMarkdown(`---\n${fill(n, 'a: b\n')}`, 'a.md', SITE),
  'fences alone': (n) => readMarkdown(fill(n, '---\n'), 'a.md', SITE),
  'TOML of many names': (n) => readMarkdown(`+++\n${list(n, (at) => `k${at} = 1\n`)}+++\n`, 'a.md', SITE),
};

/** What is read, by what it is called: functions of a length in characters. */
export const documents = {
  ...whole,
  ...Object.fromEntries(
    Object.entries(readers).flatMap(([reader, read]) =>
      Object.entries(nasty).map(([name, text]) => [`${reader}: ${name}`, (length) => read(text(length))]),
    ),
  ),
};

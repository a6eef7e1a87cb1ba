import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Article } from '../../src/article.js';
import { readFeed } from '../../src/builder/sources/feed.js';
import type { Found } from '../../src/builder/sources/found.js';

const ADDRESS = 'https://site.example/feed.xml';

function rss(items: string, channel = '<title>Site</title>'): Found {
  return readFeed(
    `<?xml version="1.0"?><rss version="2.0"><channel>${channel}${items}</channel></rss>`,
    'feed.xml',
    ADDRESS,
  );
}

/** The article of an RSS feed's only item. */
function item(members: string): Article | undefined {
  return rss(`<item><title>A</title><link>https://site.example/a</link>${members}</item>`).articles[0];
}

/** The article of an Atom feed's only entry. */
function entry(members: string, attributes = ''): Article | undefined {
  const title = members.includes('<title') ? '' : '<title>A</title>';
  return readFeed(
    `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><entry>${title}${members}</entry></feed>`,
    'f',
    ADDRESS,
  ).articles[0];
}

describe('an RSS feed', () => {
  it('gives every member of an article', () => {
    const read =
      item(`<guid isPermaLink="false">17</guid><description>&lt;b&gt;Short&lt;/b&gt; one</description>
      <content:encoded><![CDATA[<p>Long &amp; wide</p>]]></content:encoded><pubDate>Tue, 17 Nov 2026 08:00:00 GMT</pubDate>
      <category>Masts</category><category>5G</category><enclosure url="/mast.png" type="image/png"/>`);
    assert.deepEqual(read, {
      id: '17',
      url: 'https://site.example/a',
      title: 'A',
      excerpt: 'Short one',
      text: 'Long & wide',
      date: '2026-11-17T08:00:00Z',
      tags: ['Masts', '5G'],
      image: 'https://site.example/mast.png',
    });
  });

  for (const [written, author] of [
    ['<dc:creator><![CDATA[Eva Ohm]]></dc:creator><author>x@site.example (Other)</author>', 'Eva Ohm'],
    ['<author>eva@site.example (Eva Ohm)</author>', 'Eva Ohm'],
    ['<author>Eva Ohm &lt;eva@site.example&gt;</author>', 'Eva Ohm'],
    ['<author>eva@site.example</author>', undefined],
    ['<author>Eva Ohm (Bern)</author>', 'Eva Ohm (Bern)'],
    ['<author>Eva &lt;Ohm&gt;</author>', 'Eva <Ohm>'],
  ] as const) {
    it(`names ${author ?? 'nobody'} as the author by ${written}`, () => {
      assert.equal(item(`<link>/a</link>${written}`)?.author, author);
    });
  }

  it('tells how many posts a discussion has, and where it is', () => {
    const read = item(
      '<slash:comments>6</slash:comments><comments>https://site.example/a#comments</comments>',
    );
    assert.deepEqual(read?.discussion, { count: 6, url: 'https://site.example/a#comments' });
  });

  it('has the address of an item from its guid alone', () => {
    const { articles } = rss('<item><title>A</title><guid>https://site.example/a</guid></item>');
    assert.equal(articles[0]?.url, 'https://site.example/a');
  });

  it('has the language of the channel, and the item’s own before that', () => {
    const { articles } = rss(
      `<item><title>A</title><link>/a</link></item><item><title>B</title><link>/b</link><dc:language>en</dc:language></item>`,
      '<language>de</language>',
    );
    assert.deepEqual(
      articles.map(({ language }) => language),
      ['de', 'en'],
    );
  });

  it('resolves relative links against the site’s page', () => {
    const { articles } = rss(
      '<item><title>A</title><link>a</link></item>',
      '<link>https://other.example/blog/</link>',
    );
    assert.equal(articles[0]?.url, 'https://other.example/blog/a');
  });

  it('reads titles with entities and markup as text', () => {
    const { articles } = rss(
      '<item><title>F&amp;uuml;r &amp;#8211; &lt;em&gt;alle&lt;/em&gt;</title><link>/a</link></item>',
    );
    assert.equal(articles[0]?.title, 'Für – alle');
  });

  it('gives what came before it breaks off', () => {
    const { articles } = readFeed(
      '<rss><channel><item><title>A</title><link>https://site.example/a</link></item><item><title>B',
      'f',
      ADDRESS,
    );
    assert.deepEqual(
      articles.map(({ title }) => title),
      ['A'],
    );
  });

  it('says which entries can’t be used, and why', () => {
    const { leftOut } = rss('<item><title>A</title></item><item><link>/b</link></item>');
    assert.deepEqual(leftOut, [
      { where: 'feed.xml', entry: 1, reason: 'has no URL', detail: 'A' },
      { where: 'feed.xml', entry: 2, reason: 'has no title', detail: 'https://site.example/b' },
    ]);
  });

  it('gives an article once if it has it twice', () => {
    const same = '<item><title>A</title><link>https://site.example/a?utm_source=rss</link></item>';
    assert.equal(rss(same + same).articles.length, 1);
  });
});

describe('the teaser of a feed', () => {
  it('has no tag of a long description in HTML', () => {
    const paragraphs = '<p>The port pays for its masts.</p>'.repeat(200);
    const read = item(
      `<description><![CDATA[<div class="post" dir="ltr">${paragraphs}</div>]]></description>`,
    );
    assert.match(read?.excerpt ?? '', /^The port pays for its masts\. The port [^<>]+…$/);
  });

  it('may be a description of Dublin Core', () => {
    assert.equal(item('<dc:description>Short.</dc:description>')?.excerpt, 'Short.');
  });

  it('keeps the blocks apart that a description has as elements', () => {
    assert.equal(
      item('<description><p>One.</p><p>Two &amp; three.</p></description>')?.excerpt,
      'One. Two & three.',
    );
  });
});

describe('the names of a feed', () => {
  it('may have a prefix, also those of its root', () => {
    const { articles } = readFeed(
      `<f:feed xmlns:f="http://www.w3.org/2005/Atom" xmlns:talk="http://purl.org/syndication/thread/1.0">
        <f:entry><f:title>Masts</f:title><f:link href="/masts"/><f:updated>2026-11-17T09:00:00Z</f:updated>
        <talk:total>3</talk:total></f:entry></f:feed>`,
      'f',
      ADDRESS,
    );
    assert.deepEqual(
      articles.map(({ title, url, date, discussion }) => [title, url, date, discussion?.count]),
      [['Masts', 'https://site.example/masts', '2026-11-17T09:00:00Z', 3]],
    );
  });

  it('may be those of Atom in a feed of RSS, under any prefix', () => {
    const { articles } = readFeed(
      `<rss xmlns:a10="http://www.w3.org/2005/Atom" xmlns:d="http://purl.org/dc/terms/"><channel>
        <a10:link rel="self" href="/feed.xml"/><item><title>A</title><link>/a</link><a10:updated>2026-11-17T09:00:00Z</a10:updated></item>
        <item><title>B</title><link>/b</link><d:issued>2026-11-16</d:issued></item></channel></rss>`,
      'f',
      ADDRESS,
    );
    assert.deepEqual(
      articles.map(({ url, date }) => [url, date]),
      [
        ['https://site.example/a', '2026-11-17T09:00:00Z'],
        ['https://site.example/b', '2026-11-16'],
      ],
    );
  });

  it('are not those of an unknown namespace', () => {
    const { articles } = readFeed(
      `<rss xmlns:x="https://x.example/"><channel><item><x:title>Wrong</x:title><title>Right</title><link>/a</link></item></channel></rss>`,
      'f',
      ADDRESS,
    );
    assert.equal(articles[0]?.title, 'Right');
  });
});

describe('a date of a feed', () => {
  for (const [members, date] of [
    ['<pubDate>0000-00-00 00:00:00</pubDate><dc:date>2026-11-17</dc:date>', '2026-11-17'],
    ['<pubDate>17th November 2026, 9:05 p.m.</pubDate>', '2026-11-17T21:05:00'],
    ['<pubDate>17. listopada 2026.</pubDate><dc:language>hr</dc:language>', '2026-10-17'],
    ['<dcterms:created>2026-11-17</dcterms:created>', '2026-11-17'],
  ] as const) {
    it(`is ${date} by ${members}`, () => {
      assert.equal(item(members)?.date, date);
    });
  }
});

describe('an address of a feed', () => {
  it('is read although xml:base is malformed', () => {
    assert.equal(entry('<link href="/a"/>', 'xml:base="http://["')?.url, 'https://site.example/a');
    const { articles } = readFeed(
      '<feed><entry xml:base="https://%"><title>A</title><link href="/a"/></entry><entry><title>B</title><link href="/b"/></entry></feed>',
      'f',
      ADDRESS,
    );
    assert.equal(articles.length, 2);
  });

  it('may have a malformed percent sign', () => {
    assert.equal(item('')?.url, 'https://site.example/a');
    const { articles } = rss('<item><title>A</title><link>https://site.example/100%-masts</link></item>');
    assert.equal(articles[0]?.url, 'https://site.example/100%-masts');
  });

  it('of its next page is that of the link with rel="next"', () => {
    const { next } = readFeed('<feed><link rel="next" href="?page=2"/></feed>', 'f', ADDRESS);
    assert.equal(next, 'https://site.example/feed.xml?page=2');
  });
});

describe('a feed of any kind', () => {
  it('is read without an exception, whatever its XML', () => {
    const pieces =
      '<rss>|<feed xml:base="http://[">|<channel>|<item>|</item>|<entry>|</entry>|<title>|</title>|<link href="http://%"/>|' +
      '<link>|</link>|<content type="xhtml">|<![CDATA[|]]>|<a:b xmlns:a="x">|<wp:status>|<category term="" label=""/>|' +
      '<pubDate>2026-13-45|&#xD800;|%|<guid>|/a|Masts|<thr:in-reply-to ref="x"/>|<author>|<|>';
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces.split('|')), { maxLength: 40 }), (parts) => {
        readFeed(parts.join(''), 'f', ADDRESS);
      }),
    );
  });
});

describe('an RDF feed', () => {
  it('is read with its Dublin Core members', () => {
    const { articles } = readFeed(
      `<rdf:RDF><channel><title>S</title></channel><item rdf:about="https://site.example/a"><title>A</title>
       <link>https://site.example/a</link><dc:date>2026-11-17</dc:date><dc:subject>Masts</dc:subject></item></rdf:RDF>`,
      'f',
      ADDRESS,
    );
    assert.deepEqual([articles[0]?.date, articles[0]?.tags], ['2026-11-17', ['Masts']]);
  });
});

describe('an Atom feed', () => {
  it('gives every member of an article', () => {
    const read = entry(`<id>tag:1</id><link rel="self" href="/self"/><link href="/a"/><summary>Short</summary>
      <content type="html">&lt;p&gt;Long&lt;/p&gt;</content><published>2026-11-17T09:00:00+01:00</published>
      <updated>2026-11-18T09:00:00+01:00</updated><category term="Masts"/>`);
    assert.deepEqual(read, {
      id: 'tag:1',
      url: 'https://site.example/a',
      title: 'A',
      excerpt: 'Short',
      text: 'Long',
      date: '2026-11-17T09:00:00+01:00',
      tags: ['Masts'],
    });
  });

  it('names its authors, or the feed’s', () => {
    const feed = (members: string): string | undefined =>
      readFeed(`<feed><author><name>Site</name></author>${members}</feed>`, 'f', ADDRESS).articles[0]?.author;
    const person = '<author><name>Eva Ohm</name><email>eva@site.example</email></author>';
    const link = '<title>A</title><link href="/a"/>';
    assert.equal(
      feed(`<entry>${link}${person}<author><name>Max Volt</name></author></entry>`),
      'Eva Ohm, Max Volt',
    );
    assert.equal(feed(`<entry>${link}</entry>`), 'Site');
  });

  it('tells how many posts a discussion has by thr:total', () => {
    assert.deepEqual(entry('<link href="/a"/><thr:total>4</thr:total>')?.discussion, { count: 4 });
  });

  it('tells how many posts a discussion has by thr:count of the link to the replies', () => {
    const replies = '<link rel="replies" type="text/html" href="/a#talk" thr:count="5"/>';
    const feed = '<link rel="replies" type="application/atom+xml" href="/a/feed" thr:count="9"/>';
    assert.deepEqual(entry(`<link href="/a"/>${feed}${replies}`)?.discussion, {
      count: 5,
      url: 'https://site.example/a#talk',
    });
  });

  it('resolves links against xml:base', () => {
    assert.equal(
      entry('<link href="a"/>', 'xml:base="https://other.example/blog/"')?.url,
      'https://other.example/blog/a',
    );
  });

  for (const [content, excerpt] of [
    [
      '<content type="xhtml"><div><p>One ends.</p><p>Use &lt;b&gt; well.</p></div></content>',
      'One ends. Use <b> well.',
    ],
    ['<summary type="xhtml"><x:p>One.</x:p><x:p>Two.</x:p></summary>', 'One. Two.'],
    [
      '<summary type="text">When to use &lt;b&gt; &amp;amp; when not</summary>',
      'When to use <b> &amp; when not',
    ],
    ['<summary>When to use &lt;b&gt;</summary>', 'When to use <b>'],
    ['<summary>&lt;p&gt;Masts &lt;b&gt;tall&lt;/b&gt;&lt;/p&gt;</summary>', 'Masts tall'],
    ['<summary type="html">Masts &lt;template&gt;tall &amp;amp; wide</summary>', 'Masts tall & wide'],
    ['<content type="image/png">iVBORw0KGgo=</content>', undefined],
  ] as const) {
    it(`has the teaser ${excerpt ?? 'of nobody'} by ${content}`, () => {
      assert.equal(
        entry(`<link href="/a"/>${content}`, 'xmlns:x="http://www.w3.org/1999/xhtml"')?.excerpt,
        excerpt,
      );
    });
  }

  it('has a title that is text if its type says so', () => {
    assert.equal(
      entry('<title type="text">The &lt;img&gt; tag</title><link href="/a"/>')?.title,
      'The <img> tag',
    );
    assert.equal(
      entry('<title type="html">The &amp;lt;img&amp;gt; &lt;i&gt;tag&lt;/i&gt;</title><link href="/a"/>')
        ?.title,
      'The <img> tag',
    );
  });

  it('has the labels of its categories as tags', () => {
    const read = entry('<link href="/a"/><category term="c17" label="Forests"/><category term="5G"/>');
    assert.deepEqual(read?.tags, ['Forests', '5G']);
  });

  it('has no drafts', () => {
    const { articles, leftOut } = readFeed(
      `<feed xmlns:p="http://www.w3.org/2007/app"><entry><title>A</title><link href="/a"/><p:control><p:draft>yes</p:draft></p:control></entry>
       <entry><title>B</title><link href="/b"/></entry></feed>`,
      'f',
      ADDRESS,
    );
    assert.deepEqual(
      [articles.map(({ title }) => title), leftOut],
      [['B'], [{ where: 'f', entry: 1, reason: 'is not public', detail: 'draft' }]],
    );
  });
});

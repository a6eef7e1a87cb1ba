import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
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
      { where: 'feed.xml, entry 1', reason: 'has no URL: A' },
      { where: 'feed.xml, entry 2', reason: 'has no title: https://site.example/b' },
    ]);
  });

  it('gives an article once if it has it twice', () => {
    const same = '<item><title>A</title><link>https://site.example/a?utm_source=rss</link></item>';
    assert.equal(rss(same + same).articles.length, 1);
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
});

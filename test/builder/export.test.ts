import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Article } from '../../src/article.js';
import { readFeed } from '../../src/builder/sources/feed.js';
import type { Found } from '../../src/builder/sources/found.js';

const ADDRESS = 'https://site.example/';

/** An export file of WordPress. */
function wordPress(...items: readonly string[]): Found {
  return readFeed(
    `<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
      xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><wp:wxr_version>1.2</wp:wxr_version>${items.join('')}</channel></rss>`,
    'export.xml',
    ADDRESS,
  );
}

function post(title: string, { status = 'publish', type = 'post', more = '' } = {}): string {
  return `<item><title>${title}</title><link>https://site.example/${title}/</link>
    <wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type>${more}</item>`;
}

/** The article of an export's only post. */
function article(more: string): Article | undefined {
  return wordPress(post('masts', { more })).articles[0];
}

describe('an export file of WordPress', () => {
  it('gives its published posts alone, and says what the others are', () => {
    const { articles, leftOut } = wordPress(
      post('masts'),
      ...['draft', 'private', 'pending', 'future', 'trash', 'inherit', 'unknown'].map((status) =>
        post(status, { status }),
      ),
      ...['page', 'attachment', 'nav_menu_item', 'wp_block', 'feedback'].map((type) => post(type, { type })),
      post('locked', { more: '<wp:post_password><![CDATA[secret]]></wp:post_password>' }),
      post('open', { more: '<wp:post_password></wp:post_password>' }),
    );
    assert.deepEqual(
      articles.map(({ title }) => title),
      ['masts', 'open'],
    );
    assert.deepEqual(
      leftOut.map(({ reason, detail }) => [reason, detail]),
      [
        ...['draft', 'private', 'pending', 'future', 'trash', 'inherit', 'unknown'].map((state) => [
          'is not public',
          state,
        ]),
        ...['page', 'attachment', 'nav_menu_item', 'wp_block', 'feedback'].map((type) => [
          'is no post',
          type,
        ]),
        ['is protected by a password', undefined],
      ],
    );
  });

  it('has the excerpt that its author wrote', () => {
    const content = '<content:encoded><![CDATA[<p>All of the text.</p>]]></content:encoded>';
    const excerpt = '<excerpt:encoded><![CDATA[By <b>hand</b>.]]></excerpt:encoded>';
    assert.equal(article(`<description></description>${content}${excerpt}`)?.excerpt, 'By hand.');
    assert.equal(
      article(`<description></description>${content}<excerpt:encoded></excerpt:encoded>`)?.excerpt,
      'All of the text.',
    );
  });

  it('has the text above “more” as the excerpt', () => {
    const content =
      '<!-- wp:paragraph --><p>Above.</p><!-- /wp:paragraph --><!-- wp:more --><!--more--><!-- /wp:more --><p>Below.</p>';
    const read = article(`<content:encoded><![CDATA[${content}]]></content:encoded>`);
    assert.deepEqual([read?.excerpt, read?.text], ['Above.', 'Above.\nBelow.']);
  });

  it('has no shortcodes in its text, but the author’s own brackets', () => {
    const content =
      '[caption id="x" align="left"]<img> A mast[/caption] See [1] and [sic]. [gallery ids="1,2"][my-form id=3]';
    const read = article(`<content:encoded><![CDATA[${content}]]></content:encoded>`);
    assert.equal(read?.excerpt, 'A mast See [1] and [sic].');
  });

  it('has the tags and categories of people, and the number of approved comments', () => {
    const comment = (approved: string, type: string): string =>
      `<wp:comment><wp:comment_approved>${approved}</wp:comment_approved><wp:comment_type>${type}</wp:comment_type></wp:comment>`;
    const read = article(
      `<category domain="post_tag" nicename="5g">5G</category><category domain="category" nicename="n">Networks</category>
       <category domain="post_format" nicename="f">Aside</category>
       ${comment('1', '')}${comment('1', 'comment')}${comment('0', 'comment')}${comment('1', 'pingback')}`,
    );
    assert.deepEqual([read?.tags, read?.discussion?.count], [['5G', 'Networks'], 2]);
  });
});

describe('an export file of Blogger', () => {
  const kind = (name: string): string =>
    `<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${name}"/>`;
  const entry = (id: string, more: string): string =>
    `<entry><id>${id}</id><title>${id}</title><link rel="alternate" href="https://site.example/${id}.html"/>${more}</entry>`;
  const read = (...entries: readonly string[]): Found =>
    readFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://purl.org/atom/app#"
        xmlns:thr="http://purl.org/syndication/thread/1.0">${entries.join('')}</feed>`,
      'blog.xml',
      ADDRESS,
    );

  it('gives its posts without drafts, pages, comments, settings and templates', () => {
    const { articles, leftOut } = read(
      entry('masts', `${kind('post')}<category scheme="http://www.blogger.com/atom/ns#" term="5G"/>`),
      entry('draft', `${kind('post')}<app:control><app:draft>yes</app:draft></app:control>`),
      ...['page', 'comment', 'settings', 'template'].map((name) => entry(name, kind(name))),
    );
    assert.deepEqual(
      articles.map(({ title, tags }) => [title, tags]),
      [['masts', ['5G']]],
    );
    assert.deepEqual(
      leftOut.map(({ reason, detail }) => `${reason}: ${detail}`),
      [
        'is not public: draft',
        'is no post: page',
        'is no post: comment',
        'is no post: settings',
        'is no post: template',
      ],
    );
  });

  it('has the number of comments on each post', () => {
    const reply = `${kind('comment')}<thr:in-reply-to ref="masts"/>`;
    const { articles } = read(
      entry('masts', kind('post')),
      entry('c1', reply),
      entry('c2', reply),
      entry('c3', `${reply}<app:control><app:draft>yes</app:draft></app:control>`),
    );
    assert.equal(articles[0]?.discussion?.count, 2);
  });

  it('is read in the form of 2024 as well, with addresses by file names', () => {
    const entryOf = (title: string, type: string, status: string): string =>
      `<entry><title>${title}</title><b:type>${type}</b:type><b:status>${status}</b:status><b:filename>/2026/11/${title}.html</b:filename></entry>`;
    const { articles, leftOut } = readFeed(
      `<feed xmlns:b="http://schemas.google.com/blogger/2018">${entryOf('masts', 'POST', 'LIVE')}${entryOf('draft', 'POST', 'DRAFT')}
       ${entryOf('about', 'PAGE', 'LIVE')}</feed>`,
      'feed.atom',
      ADDRESS,
    );
    assert.deepEqual(
      [articles.map(({ url }) => url), leftOut.length],
      [['https://site.example/2026/11/masts.html'], 2],
    );
  });
});

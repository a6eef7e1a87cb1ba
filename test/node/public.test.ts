import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readIndex } from '../../src/reader/read-index.js';
import type { JsonRecord } from '../../src/shared/json.js';
import { whyNotPublic } from '../../src/shared/public.js';

const hidden: readonly JsonRecord[] = [
  { draft: true },
  { draft: 'yes' },
  { draft: 1 },
  { Draft: ' TRUE ' },
  { _draft: true },
  { isDraft: true },
  { is_draft: 'on' },
  { hidden: true },
  { unlisted: true },
  { private: true },
  { headless: true },
  { _deleted: true },
  { published: false },
  { published: 'no' },
  { published: 0 },
  { publish: false },
  { isPublished: false },
  { public: 'false' },
  { visible: false },
  { permalink: false },
  { _discoverable: 'no' },
  { status: 'draft' },
  { status: 'Draft' },
  { status: 'auto-draft' },
  { status: 'in_review' },
  { status: 'needs review' },
  { status: 'pending' },
  { status: 'future' },
  { status: 'archived' },
  { status: 'unpublished' },
  { status: 0 },
  { status: false },
  { _status: 'draft' },
  { post_status: 'private' },
  { creativeWorkStatus: 'Draft' },
  { state: 'scheduled' },
  { visibility: 'private' },
  { visibility: 'hidden' },
  { publishedAt: null },
  { published_at: null },
  { first_published_at: null },
  { publishedAt: null, status: 'draft' },
  { password: 'secret' },
  { post_password: 1234 },
  { passwordProtected: true },
  { content: { rendered: '', protected: true } },
  { excerpt: { rendered: '', protected: true } },
  { build: { render: 'never' } },
  { _build: { render: false } },
];

const open: readonly JsonRecord[] = [
  {},
  { draft: false },
  { draft: 'no' },
  { draft: null },
  { drafts: true },
  { published: true },
  { published: '2026-11-17' },
  { published: null },
  { publishedAt: '2026-11-17T09:00:00Z' },
  { publishedAt: null, _status: 'published' },
  { updatedAt: null },
  { permalink: '/a/' },
  { status: 'publish' },
  { status: 'published' },
  { status: 1 },
  { status: true },
  { status: 'growing' },
  { status: 'reviewed' },
  { visibility: 'public' },
  { visibility: 'members' },
  { isLive: false },
  { password: '' },
  { password: null },
  { content: { rendered: '<p>A</p>', protected: false } },
  { content: 'This draft is private' },
  { build: { render: 'always' } },
  { build: 'never' },
  { related: { draft: true } },
];

describe('a record', () => {
  for (const record of hidden) {
    it(`is not public: ${JSON.stringify(record)}`, () => {
      assert.match(whyNotPublic(record) ?? '', /^is not public \("[\w.]+"\)$/);
    });
  }

  for (const record of open) {
    it(`is public: ${JSON.stringify(record)}`, () => {
      assert.equal(whyNotPublic(record), undefined);
    });
  }

  it('names the member that keeps it from the public', () => {
    assert.equal(whyNotPublic({ title: 'A', _status: 'draft' }), 'is not public ("_status")');
  });

  it('is judged without an error whatever it holds', () => {
    const names = fc.constantFrom(
      'draft',
      'published',
      'status',
      'publishedAt',
      'content',
      'build',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.dictionary(names, fc.jsonValue()), (record) => {
        assert.ok(['string', 'undefined'].includes(typeof whyNotPublic(record)));
      }),
    );
  });
});

describe('an index', () => {
  for (const record of [...hidden, { attributes: { publishedAt: null } }, { frontmatter: { draft: true } }]) {
    it(`is read without an entry that is not public: ${JSON.stringify(record)}`, () => {
      const entries = [
        { title: 'A', url: '/a', ...record },
        { title: 'B', url: '/b' },
      ];
      const { articles, skipped } = readIndex(entries, 'https://site.example/');
      assert.deepEqual(
        articles.map(({ title }) => title),
        ['B'],
      );
      assert.match(skipped[0]?.reason ?? '', /^is not public \("[\w.]+"\): https:\/\/site\.example\/a$/);
    });
  }
});

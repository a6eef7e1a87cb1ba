import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { folder, json, type Run, run } from '../builder/support.js';
import { whyNot, type WordPress } from './server.js';
import { addCode, CLOSED_API, filledWordPress, setPermalinks, UNNAMED_API } from './site.js';

const skip = await whyNot();

const OWN = '_related_articles';

/** An item of the index. */
interface Item {
  readonly title: string;
  readonly url: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly image?: string;
  readonly [OWN]?: { readonly discussion?: { readonly count?: number } };
}

/** What is read of an article in the index. */
interface Read {
  readonly title: string;
  readonly path: string;
  readonly count: number | undefined;
  readonly excerpt: string | undefined;
  readonly tags: readonly string[];
  readonly image: string | undefined;
}

describe('the command line at a WordPress', { skip }, () => {
  let site: WordPress;
  before(async () => {
    site = await filledWordPress();
  });
  after(() => site?.stop());

  /** Builds an index and reads it. */
  async function build(
    test: TestContext,
    source: string,
    ...options: string[]
  ): Promise<Run & { articles: Read[] }> {
    const path = folder(test);
    const ran = await run(['build', source, '--no-cache', '--out', join(path, 'index.json'), ...options]);
    assert.equal(ran.code, 0, ran.err);
    const articles = (json(path, 'index.json') as { items: Item[] }).items.map((item) => ({
      title: item.title,
      path: item.url.replace(site.address, '/'),
      count: item[OWN]?.discussion?.count,
      excerpt: item.summary,
      tags: item.tags ?? [],
      image: item.image?.replace(site.address, '/'),
    }));
    return { ...ran, articles };
  }

  const masts = (articles: readonly Read[]): Read[] =>
    articles.filter(({ title }) => title.startsWith('Masts'));
  /** The numbers of approved comments of the posts on masts, the oldest first. */
  const COUNTS = [0, 1, 2, 3, 4, 5];
  const countsOf = (articles: readonly Read[]): (number | undefined)[] =>
    masts(articles)
      .map(({ count }) => count)
      .sort((a = 0, b = 0) => a - b);

  it('reads the posts that are public by the address of the site, and says why others are left out', async (test) => {
    const { articles, out } = await build(test, site.address);
    assert.equal(articles.length, 30);
    assert.equal(masts(articles).length, 6);
    assert.match(out, /^1 left out:\n +1 {2}is not public$/m);
  });

  it('reads tags, categories, pictures, excerpts and approved comments', async (test) => {
    const { articles } = await build(test, site.address);
    assert.deepEqual(countsOf(articles), COUNTS);
    const [south, east] = ['south', 'east'].map((place) =>
      articles.find(({ title }) => title === `Masts in the ${place}`),
    );
    assert.equal(south?.excerpt, 'An excerpt written by hand.');
    assert.equal(south?.image, undefined);
    assert.match(east?.excerpt ?? '', /^This is a report on how antennas .*…$/);
    assert.match(east?.image ?? '', /^\/wp-content\/uploads\/.*\/masts-768x432\.jpg$/);
    assert.deepEqual([...(east?.tags ?? [])].sort(), ['Masts', 'antennas', 'radio']);
  });

  it('reads a WordPress with plain permalinks', async (test) => {
    await setPermalinks(test, site, '');
    const { articles } = await build(test, site.address);
    assert.equal(articles.length, 30);
    assert.match(masts(articles)[0]?.path ?? '', /^\/\?p=\d+$/);
    assert.deepEqual(countsOf(articles), COUNTS);
  });

  it('reads a WordPress in a subfolder', async (test) => {
    const blog = await site.inSubfolder();
    test.after(blog.stop);
    const { articles } = await build(test, blog.address);
    assert.equal(articles.length, 30);
    assert.match(masts(articles)[0]?.path ?? '', /\/blog\/2024\/03\/masts-in-the-/);
    assert.deepEqual(countsOf(articles), COUNTS);
  });

  for (const [what, code] of [
    ['answers 401', CLOSED_API],
    ['is not named by its pages', UNNAMED_API],
  ] as const) {
    it(`reads the feed where the REST API ${what}, and says that it has the newest posts alone`, async (test) => {
      addCode(test, site, code);
      const { articles, out } = await build(test, site.address);
      assert.equal(articles.length, 9);
      assert.match(
        out,
        /^warning {2}http:\S+ names only a feed, of its newest articles \(9\); for all, name the site's sitemap$/m,
      );
      assert.match(out, /is protected by a password/);
    });
  }

  it('reads the counts of comments in the feed', async (test) => {
    const { articles } = await build(test, `${site.address}category/masts/feed/`);
    assert.deepEqual(countsOf(articles), COUNTS);
  });

  it('reads every public post by the sitemap, and no list', async (test) => {
    const { articles, out } = await build(test, `${site.address}wp-sitemap.xml`);
    const posts = articles.filter(({ title }) => title !== 'Sample Page');
    assert.equal(posts.length, 30);
    assert.match(out, /is a list of articles/);
    assert.match(out, /is protected by a password/);
  });

  it('reads the published posts of an export file, with their own excerpts and their comments', async (test) => {
    const path = folder(test);
    const code = "require 'wp-admin/includes/export.php'; export_wp();";
    writeFileSync(join(path, 'export.xml'), await site.php(code));
    const { articles, out } = await build(test, join(path, 'export.xml'));
    assert.equal(articles.length, 30);
    assert.deepEqual(countsOf(articles), COUNTS);
    assert.equal(
      articles.find(({ title }) => title === 'Masts in the south')?.excerpt,
      'An excerpt written by hand.',
    );
    for (const reason of ['is protected by a password', 'draft', 'pending', 'private'])
      assert.ok(out.includes(reason), reason);
  });

  it('counts comments for an index of before, though some of its posts are no longer public', async (test) => {
    const path = folder(test);
    await run(['build', site.address, '--no-cache', '--out', join(path, 'before.json')]);
    const change = async (status: string, password = ''): Promise<void> => {
      const posts = ['Masts in the west', 'Masts in the east'].map((title) => `'${title}'`).join();
      await site.php(
        `foreach ([${posts}] as $at => $title) wp_update_post(['ID' => get_posts(['title' => $title, 'post_status' => 'any'])[0]->ID] + ($at ? ['post_password' => '${password}'] : ['post_status' => '${status}']));`,
      );
    };
    await change('private', 'secret');
    test.after(() => change('publish'));
    const { articles, out } = await build(
      test,
      join(path, 'before.json'),
      '--base',
      site.address,
      '--discussions',
      'wordpress',
    );
    assert.deepEqual(
      countsOf(articles).filter((count) => count !== undefined),
      [0, 1, 2, 3, 4, 5],
    );
    assert.match(out, /^28 discussion counts$/m);
  });
});

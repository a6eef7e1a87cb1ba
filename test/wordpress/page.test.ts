import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findChromium } from '../support/chromium.js';
import { cardsOn } from './cards.js';
import { whyNot, type WordPress } from './server.js';
import { addCode, CLOSED_API, filledWordPress, setPermalinks } from './site.js';

const skip = await whyNot();

/** Puts a block into each post, as an owner does in a template. */
function blockInPosts(test: TestContext, site: WordPress, attributes: string, more = ''): void {
  const code = `add_filter('the_content', fn($content) => $content . '<script type="module" src="${site.address}scripts/related-articles.js"></script>
    <related-articles ${attributes}><a href="/">All posts</a></related-articles>', 20); ${more}`;
  addCode(test, site, code);
}

describe('a block in a page of WordPress', { skip }, () => {
  let site: WordPress;
  let browser: Browser;
  before(async () => {
    site = await filledWordPress();
    browser = await puppeteer.launch(await findChromium());
  });
  after(async () => {
    await browser?.close();
    site?.stop();
  });

  const POST = '2024/03/masts-in-the-west/';
  const OTHERS = ['east', 'new town', 'north', 'old town', 'south'].map((place) => `Masts in the ${place}`);

  it('shows the posts of the same subject without any attribute, by one request', async (test) => {
    blockInPosts(test, site, 'limit="5"');
    const { titles, requests, excerpts, log } = await cardsOn(browser, site.address + POST);
    assert.deepEqual(titles, OTHERS);
    assert.equal(requests.filter((url) => url.includes('/wp-json/')).length, 1);
    assert.ok(excerpts.includes('An excerpt written by hand.'));
    assert.deepEqual(log, []);
  });

  it('asks for each picture in one size', async (test) => {
    blockInPosts(test, site, 'limit="5"');
    const { pictures, requests } = await cardsOn(browser, site.address + POST);
    // The posts on masts share a picture.
    assert.equal(pictures, 3);
    assert.equal(requests.filter((url) => url.includes('/uploads/')).length, 1);
  });

  it('shows the numbers of approved comments, asked for where the head says', async (test) => {
    blockInPosts(test, site, 'limit="5" lang="en" discussions="wordpress"');
    const { counts, log } = await cardsOn(browser, site.address + POST);
    assert.deepEqual(counts, ['2 comments', '5 comments', '0 comments', '4 comments', '1 comment']);
    assert.deepEqual(log, []);
  });

  it('does all this with plain permalinks', async (test) => {
    await setPermalinks(test, site, '');
    blockInPosts(test, site, 'limit="5" lang="en" discussions="wordpress"');
    const id = await site.php("echo get_posts(['title' => 'Masts in the west'])[0]->ID;");
    const { titles, counts, log } = await cardsOn(browser, `${site.address}?p=${id}`);
    assert.deepEqual(titles, OTHERS);
    assert.deepEqual(counts, ['2 comments', '5 comments', '0 comments', '4 comments', '1 comment']);
    assert.deepEqual(log, []);
  });

  it('does all this in a subfolder', async (test) => {
    const blog = await site.inSubfolder();
    test.after(blog.stop);
    blockInPosts(test, blog, 'limit="5" lang="en" discussions="wordpress"');
    const { titles, counts, log } = await cardsOn(browser, blog.address + POST);
    assert.deepEqual(titles, OTHERS);
    assert.equal(counts[0], '2 comments');
    assert.deepEqual(log, []);
  });

  it('leaves the author’s own content where the REST API is closed, and says so once', async (test) => {
    blockInPosts(test, site, '', CLOSED_API);
    const { titles, text, log } = await cardsOn(browser, site.address + POST);
    assert.deepEqual(titles, []);
    assert.equal(text, 'All posts');
    const [line = '', ...others] = log.filter((each) => each.startsWith('related-articles'));
    assert.match(line, /wp-json\/wp\/v2\/posts\S* answered 401/);
    assert.deepEqual(others, []);
  });
});

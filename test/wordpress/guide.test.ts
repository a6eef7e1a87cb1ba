import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { run } from '../builder/support.js';
import { findChromium } from '../support/chromium.js';
import { cardsOn } from './cards.js';
import { whyNot, type WordPress } from './server.js';
import { addCode, addPlugin, filledWordPress } from './site.js';

const skip = await whyNot();
const guide = readFileSync(new URL('../../docs/guides/wordpress.md', import.meta.url), 'utf8');

/** The snippets of a language in the guide, in their order, as its readers copy them. */
function snippets(language: string): string[] {
  const blocks = guide.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'));
  return [...blocks].map(([, snippet = '']) => snippet.trim());
}

const [block = '', blockWithNeighbours = ''] = snippets('html');
const [filter = '', functions = ''] = snippets('php');
const [shortcode = ''] = snippets('text');
const [command = ''] = snippets('sh');

describe('the guide for WordPress', { skip }, () => {
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
  const NEIGHBOURS = '/related/2024/03/masts-in-the-west.json';

  /** What the block asked for below an address of the site. */
  const asked = (requests: readonly string[], path: string): string[] =>
    requests.map((url) => url.replace(site.address, '/')).filter((url) => url.startsWith(path));

  /** Runs the command, which writes the folder `related` into the site's root. */
  async function writeNeighbours(test: TestContext): Promise<void> {
    const [, , ...args] = command.replace('https://site.example/', site.address).split(' ');
    const folder = join(site.folder, 'related');
    test.after(() => rmSync(folder, { recursive: true, force: true }));
    const { code, err } = await run([...args.slice(0, -1), folder, '--no-cache']);
    assert.equal(code, 0, err);
  }

  /** Puts a block of HTML below the content of the theme's template for posts. */
  async function editTemplate(test: TestContext, html: string): Promise<void> {
    const content = `<!-- wp:post-title /--><!-- wp:post-content /--><!-- wp:html -->${html}<!-- /wp:html -->`;
    const id = await site.php(`
      wp_set_current_user(1);
      $id = wp_insert_post(['post_type' => 'wp_template', 'post_name' => 'single', 'post_status' => 'publish',
        'post_title' => 'Single Posts', 'post_content' => wp_slash('${content.replaceAll("'", "\\'")}')]);
      wp_set_object_terms($id, 'twentytwentyfour', 'wp_theme');
      echo $id;`);
    test.after(() => site.php(`wp_delete_post(${id}, true);`));
  }

  it('has a block of HTML for themes of blocks, which reads the posts of its WordPress', async (test) => {
    await editTemplate(test, block);
    const { titles, counts, log } = await cardsOn(browser, site.address + POST);
    assert.equal(counts[titles.indexOf('Masts in the east')], '2 comments');
    assert.deepEqual(log, []);
  });

  it('has one that reads the files of neighbours, written by the command of the guide', async (test) => {
    await writeNeighbours(test);
    await editTemplate(test, blockWithNeighbours);
    const { titles, requests } = await cardsOn(browser, site.address + POST);
    assert.ok(titles.includes('Masts in the east'));
    assert.deepEqual(asked(requests, '/related/'), [NEIGHBOURS]);
    assert.deepEqual(asked(requests, '/wp-json/'), []);
  });

  it('has lines of PHP for themes without blocks', async (test) => {
    addCode(test, site, functions);
    const { titles, log } = await cardsOn(browser, site.address + POST);
    assert.ok(titles.includes('Masts in the east'));
    assert.deepEqual(log, []);
  });

  it('has a filter by which the plugin reads the files of neighbours', async (test) => {
    await writeNeighbours(test);
    await addPlugin(test, site);
    addCode(test, site, filter);
    const { titles, requests } = await cardsOn(browser, site.address + POST);
    assert.ok(titles.includes('Masts in the east'));
    assert.deepEqual(asked(requests, '/related/'), [NEIGHBOURS]);
  });

  it('has a shortcode with settings of its own', async (test) => {
    await addPlugin(test, site);
    const id = await site.php(
      `echo wp_insert_post(['post_title' => 'Masts', 'post_content' => '${shortcode}', 'post_status' => 'publish']);`,
    );
    test.after(() => site.php(`wp_delete_post(${id}, true);`));
    const html = await (await fetch(`${site.address}?p=${id}`)).text();
    assert.deepEqual(html.match(/(?<=<related-articles [^>]*) heading=.*?(?=>)/g), [
      ' heading="Read on" limit="3" layout="grid"',
    ]);
  });

  it('is right that WordPress takes elements out of what authors write, and not out of what editors write', async () => {
    const written = await site.php(`
      foreach (['author', 'editor'] as $role) {
        $user = wp_insert_user(['user_login' => $role, 'user_pass' => 'for tests', 'role' => $role]);
        wp_set_current_user($user);
        $post = wp_insert_post(['post_title' => 'Masts', 'post_content' => '<related-articles></related-articles>Masts']);
        echo get_post($post)->post_content, "\\n";
        wp_set_current_user(1);
        wp_delete_post($post, true);
      }`);
    assert.deepEqual(written.trim().split('\n'), ['Masts', '<related-articles></related-articles>Masts']);
  });
});

import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findChromium } from '../support/chromium.js';
import { cardsOn } from './cards.js';
import { ADMINISTRATOR, whyNot, type WordPress } from './server.js';
import { addCode, filledWordPress, setPermalinks } from './site.js';

const skip = await whyNot();
const root = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const ZIP = join(root, `related-articles-wordpress-${version}.zip`);
/** A theme without blocks, from Debian's package wordpress-theme-twentytwentyone. */
const CLASSIC_THEME = '/usr/share/wordpress/wp-content/themes/twentytwentyone';

describe('the plugin for WordPress', { skip }, () => {
  let site: WordPress;
  let browser: Browser;
  /** A page in which the administrator is logged in. */
  let admin: Page;
  before(async () => {
    site = await filledWordPress();
    browser = await puppeteer.launch(await findChromium());
    const owner = await browser.createBrowserContext();
    admin = await owner.newPage();
    await admin.goto(`${site.address}wp-login.php`);
    await admin.type('#user_login', ADMINISTRATOR.name);
    await admin.type('#user_pass', ADMINISTRATOR.password);
    await Promise.all([admin.waitForNavigation(), admin.click('#wp-submit')]);
    await admin.goto(`${site.address}wp-admin/plugin-install.php?tab=upload`);
    await (await admin.$<'input'>('input[name="pluginzip"]' as 'input'))!.uploadFile(ZIP);
    await Promise.all([admin.waitForNavigation(), admin.click('#install-plugin-submit')]);
    await Promise.all([admin.waitForNavigation(), admin.click('a.button-primary[href*="action=activate"]')]);
  });
  after(async () => {
    await browser?.close();
    site?.stop();
  });

  const POST = '2024/03/masts-in-the-west/';
  const OTHERS = ['east', 'new town', 'north', 'old town', 'south'].map((place) => `Masts in the ${place}`);

  /** The element as the server writes it. */
  async function markup(path: string): Promise<string[]> {
    const html = await (await fetch(site.address + path)).text();
    return html.match(/<related-articles\b[^>]*>/g) ?? [];
  }

  /** Publishes a post for one test, and gives its path. */
  async function publish(test: TestContext, content: string, members = ''): Promise<string> {
    const made = `wp_insert_post(['post_title' => 'Masts for a test', 'post_content' => '${content}', 'post_status' => 'publish', ${members}])`;
    const id = await site.php(`echo ${made};`);
    test.after(() => site.php(`wp_delete_post(${id}, true);`));
    return `?p=${id}`;
  }

  it('shows related posts below a post as soon as its zip has been uploaded', async () => {
    const { titles, pictures, counts, log } = await cardsOn(browser, site.address + POST);
    assert.deepEqual(
      titles.filter((title) => title.startsWith('Masts')),
      OTHERS,
    );
    assert.equal(pictures, 3);
    assert.equal(counts[titles.indexOf(OTHERS[0]!)], '2 comments');
    assert.deepEqual(log, []);
  });

  it('loads its script once, and the posts by one request', async () => {
    const { requests } = await cardsOn(browser, site.address + POST);
    const paths = requests.map((url) => new URL(url).pathname);
    const folder = `/wp-content/plugins/related-articles/scripts/${version}`;
    assert.equal(paths.filter((path) => path === `${folder}/related-articles.js`).length, 1);
    assert.equal(paths.filter((path) => path.endsWith('/wp/v2/posts')).length, 1);
  });

  it('shows them with plain permalinks too', async (test) => {
    await setPermalinks(test, site, '');
    const id = await site.php("echo get_posts(['title' => 'Masts in the west'])[0]->ID;");
    const { titles, counts } = await cardsOn(browser, `${site.address}?p=${id}`);
    assert.deepEqual(
      titles.filter((title) => title.startsWith('Masts')),
      OTHERS,
    );
    assert.equal(counts[titles.indexOf(OTHERS[0]!)], '2 comments');
  });

  it(
    'shows them in a theme without blocks',
    { skip: !existsSync(CLASSIC_THEME) && 'no such theme is installed' },
    async (test) => {
      const themes = join(site.folder, 'wp-content/themes');
      cpSync(CLASSIC_THEME, join(themes, 'twentytwentyone'), { recursive: true });
      await site.php("switch_theme('twentytwentyone');");
      test.after(() => site.php("switch_theme('twentytwentyfour');"));
      const { titles } = await cardsOn(browser, site.address + POST);
      assert.deepEqual(
        titles.filter((title) => title.startsWith('Masts')),
        OTHERS,
      );
    },
  );

  it('speaks the language of the site', async (test) => {
    addCode(test, site, "add_filter('locale', fn() => 'de_DE');");
    const { titles, counts } = await cardsOn(browser, site.address + POST);
    assert.equal(counts[titles.indexOf(OTHERS[0]!)], '2 Diskussionsbeiträge');
  });

  it('shows none on the home page, on a page, in a list, and below a post with a password', async (test) => {
    const secret = await publish(test, 'Masts', "'post_password' => 'secret'");
    for (const path of ['', 'sample-page/', 'category/masts/', secret])
      assert.deepEqual(await markup(path), [], path);
  });

  it('shows them once where the author has put the shortcode or the block', async (test) => {
    for (const content of [
      'Masts. [related-articles]',
      'Masts. <!-- wp:related-articles/related-articles /-->',
    ]) {
      assert.equal((await markup(await publish(test, content))).length, 1, content);
    }
  });

  it('takes the settings of a shortcode before those of the site', async (test) => {
    const content = '[related-articles heading="See &quot;too&quot;" limit="3" layout="grid" counts="no"]';
    const [element = ''] = await markup(await publish(test, content));
    assert.match(element, / limit="3" layout="grid">$/);
    assert.match(element, / heading="See &quot;too&quot;"/);
  });

  it('has its settings under Reading, and does as they say', async (test) => {
    await admin.goto(`${site.address}wp-admin/options-reading.php`);
    await admin.type('#related_articles_heading', 'Further "reading" <b>here</b>');
    await admin.$eval('#related_articles_limit', (field) => ((field as HTMLInputElement).value = '2'));
    await admin.select('#related_articles_layout', 'compact');
    await admin.click('#related_articles_counts');
    await Promise.all([admin.waitForNavigation(), admin.click('#submit')]);
    test.after(() => site.php("delete_option('related_articles');"));
    const [element = ''] = await markup(POST);
    assert.match(element, / heading="Further &quot;reading&quot; here" limit="2" layout="compact">$/);
    await admin.goto(`${site.address}wp-admin/options-reading.php`);
    await admin.click('#related_articles_automatic');
    await Promise.all([admin.waitForNavigation(), admin.click('#submit')]);
    assert.deepEqual(await markup(POST), []);
  });

  it('offers its block in the editor', async () => {
    await admin.goto(`${site.address}wp-admin/post-new.php`);
    await admin.waitForFunction(
      () => {
        const { wp } = window as unknown as { wp?: { blocks?: { getBlockType: (name: string) => unknown } } };
        return wp?.blocks?.getBlockType('related-articles/related-articles') !== undefined;
      },
      { polling: 100 },
    );
  });

  it('lets developers change the attributes', async (test) => {
    const path = await publish(test, 'Masts');
    const html = await site.php(
      `add_filter('related_articles_attributes', fn($attributes) => ['src' => '/related/{path}.json'] + $attributes);
       query_posts('p=${path.slice(3)}'); the_post(); echo related_articles_element();`,
    );
    assert.match(html, /<related-articles src="\/related\/\{path\}\.json" article="\d+"/);
  });

  it('causes no notice of PHP', () => {
    const log = join(site.folder, 'wp-content/debug.log');
    const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
    assert.deepEqual(
      lines.filter((line) => line.includes('related-articles')),
      [],
    );
  });

  it('leaves nothing in the database when it is deleted', async () => {
    await site.php("update_option('related_articles', ['limit' => 3]);");
    await site.php(
      `require 'wp-admin/includes/admin.php'; deactivate_plugins('related-articles/related-articles.php');
       delete_plugins(['related-articles/related-articles.php']);`,
    );
    assert.equal(await site.php("echo json_encode(get_option('related_articles'));"), 'false');
    assert.deepEqual(await markup(POST), []);
  });
});

import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { kept, startWordPress, unzip, VERSION, type WordPress } from './server.js';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Starts a WordPress with posts, pictures and comments, and with the scripts of `cdn/` in its folder `scripts`. */
export async function filledWordPress(): Promise<WordPress> {
  const fill = readFileSync(path('fill.php'));
  const version = createHash('sha256').update(fill).digest('hex').slice(0, 8);
  const original = await kept(`wordpress-${VERSION}-with-posts-${version}`, async (folder) => {
    const bare = await startWordPress();
    try {
      await bare.php(`require '${path('fill.php')}';`);
      // WordPress knows its new permalinks from its next start on.
      await bare.php('flush_rewrite_rules();');
      cpSync(bare.folder, folder, { recursive: true });
    } finally {
      bare.stop();
    }
  });
  const wordPress = await startWordPress(original);
  cpSync(path('../../cdn'), join(wordPress.folder, 'scripts'), { recursive: true });
  return wordPress;
}

/** Adds PHP to a WordPress for one test, as a plugin does. */
export function addCode(test: TestContext, { folder }: WordPress, code: string): void {
  const file = join(folder, 'wp-content/mu-plugins/test.php');
  writeFileSync(file, `<?php ${code}`);
  test.after(() => rmSync(file, { force: true }));
}

/** Gives a WordPress permalinks of another kind for one test; empty ones are plain: `/?p=123`. */
export async function setPermalinks(
  test: TestContext,
  wordPress: WordPress,
  structure: string,
): Promise<void> {
  const set = async (name: string): Promise<void> => {
    await wordPress.php(`$GLOBALS['wp_rewrite']->set_permalink_structure('${name}');`);
    await wordPress.php('flush_rewrite_rules();');
  };
  await set(structure);
  test.after(() => set('/%year%/%monthnum%/%postname%/'));
}

/** Adds the plugin to a WordPress for one test, from its zip. */
export async function addPlugin(test: TestContext, { folder, php }: WordPress): Promise<void> {
  const { version } = JSON.parse(readFileSync(path('../../package.json'), 'utf8')) as { version: string };
  const plugins = join(folder, 'wp-content/plugins');
  unzip(path(`../../related-articles-wordpress-${version}.zip`), plugins);
  const file = 'related-articles/related-articles.php';
  await php(`require_once 'wp-admin/includes/plugin.php'; activate_plugin('${file}');`);
  test.after(async () => {
    await php(`require_once 'wp-admin/includes/plugin.php'; deactivate_plugins('${file}');`);
    rmSync(join(plugins, 'related-articles'), { recursive: true });
  });
}

/** Closes the REST API to visitors, as plugins for security do. */
export const CLOSED_API = `add_filter('rest_authentication_errors', fn() => new WP_Error('rest_not_logged_in', 'No', ['status' => 401]));`;

/** Takes the REST API out of the head and the headers of pages. */
export const UNNAMED_API = `add_action('init', function () {
  remove_action('wp_head', 'rest_output_link_wp_head');
  remove_action('template_redirect', 'rest_output_link_header', 11);
});`;

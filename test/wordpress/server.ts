import { execFile, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { freePort } from '../engines/webkit-driver.js';

/** The WordPress of the tests. */
export const VERSION = '6.5';

/**
 * Where WordPress and its SQLite driver come from: npm packages that hold the zip files of both. They are too large to
 * be installed with the others.
 */
const PACKAGES = { wordpress: '@wp-playground/wordpress-builds@0.9.19', driver: '@wp-playground/cli@3.1.56' };
const EXTENSIONS = ['pdo_sqlite', 'dom', 'mbstring', 'gd'];
const START_MS = 20_000;

const run = promisify(execFile);

/** A WordPress with a database of its own. */
export interface WordPress {
  /** The folder that it is installed in. */
  readonly folder: string;
  /** The address of its home page, ending in a slash. */
  readonly address: string;
  /** Runs PHP in it and gives what that prints, as in `php("echo get_option('home');")`. */
  readonly php: (code: string) => Promise<string>;
  /** The same WordPress in a subfolder of its host, whose database it shares. */
  readonly inSubfolder: () => Promise<WordPress>;
  readonly stop: () => void;
}

/** Why no WordPress can be tried here, as a clause; false where it can. It loads WordPress on its first call. */
export async function whyNot(): Promise<string | false> {
  const { stdout, error } = spawnSync('php', ['-m'], { encoding: 'utf8' });
  const missing = EXTENSIONS.filter((name) => !new RegExp(`^${name}$`, 'im').test(stdout ?? ''));
  if (error) return 'PHP is not installed (on Debian: php-cli php-sqlite3 php-xml php-mbstring php-gd)';
  if (missing.length > 0) return `PHP lacks ${missing.join(', ')}`;
  try {
    await installed();
    return false;
  } catch (cause) {
    return `WordPress can't be loaded: ${String(cause).trim().split('\n').at(-1)}`;
  }
}

/**
 * Starts a copy of a WordPress.
 *
 * @param original its folder; by default one that is installed, and has no posts but its own first one
 */
export async function startWordPress(original?: string): Promise<WordPress> {
  const root = mkdtempSync(join(tmpdir(), 'wordpress-'));
  const folder = join(root, 'blog');
  cpSync(original ?? (await installed()), folder, { recursive: true });
  const wordPress = await serve(root, folder, '/');
  return {
    ...wordPress,
    stop: () => {
      wordPress.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** @param path the path of WordPress on its server */
async function serve(root: string, folder: string, path: '/' | '/blog/'): Promise<WordPress> {
  const host = `127.0.0.1:${await freePort()}`;
  const address = `http://${host}${path}`;
  const env = { ...process.env, PHP_CLI_SERVER_WORKERS: '4', WORDPRESS_HOME: address.slice(0, -1) };
  const server = spawn('php', ['-S', host, '-t', path === '/' ? folder : root, join(folder, 'router.php')], {
    env,
    stdio: 'ignore',
    // The workers are processes of its group.
    detached: true,
  });
  const stop = (): void => {
    try {
      process.kill(-server.pid!);
    } catch {
      // It has ended already.
    }
  };
  await started(`${address}wp-includes/images/blank.gif`).catch((cause: unknown) => {
    stop();
    throw cause;
  });
  const php = async (code: string): Promise<string> => {
    const args = ['-d', 'display_errors=stderr', '-r', `require 'wp-load.php'; ${code}`];
    return (await run('php', args, { cwd: folder, env, maxBuffer: 1e8 })).stdout;
  };
  return { folder, address, php, inSubfolder: () => serve(root, folder, '/blog/'), stop };
}

async function started(address: string): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (!(await answers(address))) {
    if (Date.now() > deadline) throw new Error(`PHP serves no ${address}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

/**
 * A folder that is made once and kept in the user's cache.
 *
 * @param make makes it, at another place first, so that no half of it is kept
 */
export async function kept(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'related-articles-tests');
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'new-'));
  try {
    await make(join(work, name));
    renameSync(join(work, name), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

/** The folder of a WordPress that only needs to be copied. */
function installed(): Promise<string> {
  return kept(`wordpress-${VERSION}`, async (folder) => {
    const work = mkdtempSync(join(tmpdir(), 'wordpress-packages-'));
    try {
      const parts = ['src/wordpress', 'public'].map((part) => `package/${part}/wp-${VERSION}`);
      await unpack(PACKAGES.wordpress, [`${parts[0]}.zip`, parts[1]!], work);
      await unpack(PACKAGES.driver, ['package/sqlite-database-integration.zip'], work);
      unzip(join(work, `${parts[0]}.zip`), folder);
      // Scripts, styles and pictures are in no zip file.
      cpSync(join(work, parts[1]!), folder, { recursive: true });
      unzip(join(work, 'package/sqlite-database-integration.zip'), work);
      await configure(folder, join(work, 'plugin-sqlite-database-integration'));
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
}

async function unpack(name: string, files: readonly string[], folder: string): Promise<void> {
  const { stdout } = await run('npm', ['pack', '--silent', name], { cwd: folder });
  await run('tar', ['-xzf', stdout.trim(), ...files], { cwd: folder });
  rmSync(join(folder, stdout.trim()));
}

/** Unpacks a zip into a folder. */
export function unzip(file: string, folder: string): void {
  for (const [name, content] of Object.entries(unzipSync(readFileSync(file)))) {
    const path = join(folder, name);
    mkdirSync(name.endsWith('/') ? path : dirname(path), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(path, content);
  }
}

/** Installs WordPress with SQLite in place of MySQL. */
async function configure(folder: string, driver: string): Promise<void> {
  const content = join(folder, 'wp-content');
  rmSync(join(content, 'database'), { recursive: true, force: true });
  const plugin = join(content, 'mu-plugins/sqlite-database-integration');
  cpSync(driver, plugin, { recursive: true });
  const dropIn = readFileSync(join(plugin, 'db.copy'), 'utf8');
  writeFileSync(
    join(content, 'db.php'),
    dropIn.replace(
      "'{SQLITE_IMPLEMENTATION_FOLDER_PATH}'",
      "__DIR__ . '/mu-plugins/sqlite-database-integration'",
    ),
  );
  writeFileSync(join(folder, 'wp-config.php'), CONFIGURATION);
  writeFileSync(join(folder, 'router.php'), ROUTER);
  const env = { ...process.env, WORDPRESS_HOME: 'http://127.0.0.1' };
  await run('php', ['-r', INSTALLATION], { cwd: folder, env });
}

/** It asks no other server, neither for news nor for updates. */
const CONFIGURATION = `<?php
define( 'DB_NAME', 'wordpress' );
define( 'WP_HOME', getenv( 'WORDPRESS_HOME' ) );
define( 'WP_SITEURL', WP_HOME );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_LOG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'CONCATENATE_SCRIPTS', false );
define( 'AUTH_KEY', 'for tests' );
define( 'SECURE_AUTH_KEY', 'for tests' );
define( 'LOGGED_IN_KEY', 'for tests' );
define( 'NONCE_KEY', 'for tests' );
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`;

/** Gives what is no file to WordPress, as web servers are set up to. */
const ROUTER = `<?php
$path = $_SERVER['DOCUMENT_ROOT'] . rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
if ( is_file( $path ) || is_file( "$path/index.php" ) ) return false;
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = substr( __DIR__, strlen( $_SERVER['DOCUMENT_ROOT'] ) ) . '/index.php';
require __DIR__ . '/index.php';
`;

/** The name and password of the administrator. */
export const ADMINISTRATOR = { name: 'admin', password: 'for tests' };

const INSTALLATION = `
define( 'WP_INSTALLING', true );
require 'wp-load.php';
require 'wp-admin/includes/upgrade.php';
add_filter( 'pre_wp_mail', '__return_true' );
wp_install( 'Harbour News', '${ADMINISTRATOR.name}', 'admin@site.example', true, '', '${ADMINISTRATOR.password}' );
update_option( 'show_avatars', '' );
`;

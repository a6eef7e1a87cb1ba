import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from '../engines/webkit-driver.js';

/** A running comment system with a database of its own. */
export interface CommentServer {
  /** The value of `discussions` in a page. */
  readonly discussions: string;
  /** Writes a comment below a page, with the system's own API. */
  readonly comment: (path: string, text: string) => Promise<void>;
  readonly stop: () => void;
}

/** A comment system to try. */
export interface CommentSystem {
  readonly name: string;
  /** Installs it beside the packages, once. */
  readonly install: (folder: string) => Promise<void>;
  /** @param site origin of the pages that ask for counts */
  readonly start: (folder: string, site: string) => Promise<CommentServer>;
}

const run = promisify(execFile);
const cache = fileURLToPath(new URL('../../node_modules/.cache/comment-servers', import.meta.url));
const START_MS = 60_000;

/** Installs a system unless it is installed, and returns its folder. It throws the installer's error. */
export async function installed({ name, install }: CommentSystem): Promise<string> {
  const folder = join(cache, name.replace(/\W+/g, '-').toLowerCase());
  if (existsSync(join(folder, 'complete'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await install(folder);
  writeFileSync(join(folder, 'complete'), '');
  return folder;
}

const isso: CommentSystem = {
  name: 'Isso 0.14.0',
  install: async (folder) => {
    await run('python3', ['-m', 'venv', folder]);
    await run(join(folder, 'bin/pip'), ['install', '--quiet', 'isso==0.14.0']);
  },
  start: async (folder, site) => {
    const data = mkdtempSync(join(tmpdir(), 'isso-'));
    const origin = `http://127.0.0.1:${await freePort()}`;
    const configuration = [
      ['general', `dbpath = ${data}/comments.db`, `host = ${site}`],
      ['server', `listen = ${origin}`],
      ['guard', 'enabled = false'],
    ];
    writeFileSync(
      join(data, 'isso.cfg'),
      configuration.map(([section, ...lines]) => `[${section}]\n${lines.join('\n')}\n`).join(''),
    );
    const stop = await started(join(folder, 'bin/isso'), ['-c', join(data, 'isso.cfg'), 'run'], origin);
    return {
      discussions: `isso ${origin}`,
      comment: async (path, text) => {
        await post(`${origin}/new?uri=${encodeURIComponent(path)}`, { text, title: path });
      },
      stop: () => {
        stop();
        rmSync(data, { recursive: true, force: true });
      },
    };
  },
};

const waline: CommentSystem = {
  name: 'Waline 1.39.3',
  install: async (folder) => {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    const packages = ['@waline/vercel@1.39.3', 'sqlite3@5.1.7'];
    await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages], {
      cwd: folder,
    });
  },
  start: async (folder, site) => {
    const data = mkdtempSync(join(tmpdir(), 'waline-'));
    await run(process.execPath, ['--eval', WALINE_TABLES, join(data, 'waline.sqlite')], { cwd: folder });
    // Before each response it asks a service of its makers for the ways to log in.
    const services = createServer((_, response) => response.end('{"services":[]}')).listen(0, '127.0.0.1');
    await new Promise((resolve) => services.once('listening', resolve));
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const stop = await started(
      process.execPath,
      [join(folder, 'node_modules/@waline/vercel/vanilla.js'), String(port)],
      origin,
      {
        SQLITE_PATH: data,
        JWT_TOKEN: 'for-tests',
        IPQPS: '0',
        AKISMET_KEY: 'false',
        DISABLE_REGION: 'true',
        OAUTH_URL: `http://127.0.0.1:${(services.address() as AddressInfo).port}`,
      },
    ).catch((cause: unknown) => {
      services.close();
      throw cause;
    });
    return {
      discussions: `waline ${origin}`,
      comment: async (path, text) => {
        const written = { comment: text, nick: 'Jule', mail: 'jule@site.example', url: path, ua: '' };
        await post(`${origin}/api/comment`, written, site);
      },
      stop: () => {
        stop();
        services.close();
        rmSync(data, { recursive: true, force: true });
      },
    };
  },
};

/** The systems to test. The tests skip those that can't be installed. */
export const commentSystems: readonly CommentSystem[] = [isso, waline];

/** The tables of Waline's database, which its package does not contain. */
const WALINE_TABLES = `
  const { Database } = require('sqlite3');
  const database = new Database(process.argv[1]);
  database.exec(\`
    CREATE TABLE wl_Comment (
      id INTEGER PRIMARY KEY, user_id INTEGER, comment TEXT, insertedAt TIMESTAMP, ip TEXT, link TEXT, mail TEXT,
      nick TEXT, pid INTEGER, rid INTEGER, sticky NUMERIC, status TEXT, "like" INTEGER, ua TEXT, url TEXT,
      createdAt TIMESTAMP, updatedAt TIMESTAMP);
    CREATE TABLE wl_Users (
      id INTEGER PRIMARY KEY, display_name TEXT, email TEXT, password TEXT, type TEXT, label TEXT, url TEXT,
      avatar TEXT, createdAt TIMESTAMP, updatedAt TIMESTAMP);
  \`, (error) => { if (error) throw error; });`;

/** Starts a program and waits until it answers at its origin. */
async function started(
  program: string,
  args: readonly string[],
  origin: string,
  env: Record<string, string> = {},
): Promise<() => void> {
  // A group of its own, since it may start others.
  const child = spawn(program, args, { detached: true, env: { ...process.env, ...env } });
  let said = '';
  child.stdout.on('data', (text) => (said += String(text)));
  child.stderr.on('data', (text) => (said += String(text)));
  const deadline = Date.now() + START_MS;
  while (!(await answers(origin))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      end(child);
      throw new Error(`${program} did not start: ${said.trim().split('\n').at(-1)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return () => end(child);
}

function end({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid);
  } catch {
    // It has ended already.
  }
}

async function answers(origin: string): Promise<boolean> {
  try {
    await fetch(origin, { signal: AbortSignal.timeout(5000) });
    return true;
  } catch {
    return false;
  }
}

async function post(url: string, body: object, origin?: string): Promise<void> {
  const headers = {
    'Content-Type': 'application/json',
    ...(origin && { Origin: origin, Referer: `${origin}/` }),
  };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok || /"errno":[^0]/.test(text))
    throw new Error(`${url} answered ${response.status}: ${text}`);
}

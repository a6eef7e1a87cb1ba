import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { own, parseJson } from '../../shared/json.js';
import { BuildError, codeOf, writingError } from '../build-error.js';
import { textOf } from './atomic-file.js';

/** The file by which a command keeps others from writing to the same folder. */
const LOCK = '.related-articles.lock';

/** The locks that this program holds. */
const held = new Set<string>();

/**
 * Does work for which a folder must belong to one command alone. It makes the folder if it is missing. A lock is removed
 * if the program that wrote it runs no more.
 *
 * @throws BuildError if another command holds the lock, or if it can't be written
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = resolve(folder, LOCK);
  take(folder, lock);
  held.add(lock);
  try {
    return await work();
  } finally {
    held.delete(lock);
    rmSync(lock, { force: true });
  }
}

function take(folder: string, lock: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw writingError(folder, cause);
  }
  const owner = JSON.stringify({ process: process.pid, host: hostname() });
  // Of several commands that find an abandoned lock, one gets it.
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      writeFileSync(lock, owner, { flag: 'wx' });
      return;
    } catch (cause) {
      if (codeOf(cause) !== 'EEXIST') throw writingError(lock, cause);
    }
    const holder = textOf(lock) ?? '';
    if (isHeld(lock, holder)) break;
    removeAbandoned(lock, holder);
  }
  throw new BuildError(
    `another command is writing to ${folder}; wait until it is done, or remove ${join(folder, LOCK)} if there is none`,
  );
}

const ATTEMPTS = 5;

/** Whether the program that wrote a lock still runs. */
function isHeld(lock: string, holder: string): boolean {
  const json = parseJson(holder);
  const [number, host] = [own(json, 'process'), own(json, 'host')];
  if (typeof number !== 'number' || host !== hostname()) return isYoung(lock);
  if (number === process.pid) return held.has(lock);
  try {
    process.kill(number, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) !== 'ESRCH';
  }
}

/** Whether a lock of another computer, or one that is just being written, may still be held. */
function isYoung(lock: string): boolean {
  const { mtimeMs = -Infinity } = statSync(lock, { throwIfNoEntry: false }) ?? {};
  return Date.now() - mtimeMs < LONGEST_RUN_MS;
}

const LONGEST_RUN_MS = 3_600_000;

/** Removes a lock, but not one that another command has put in its place meanwhile. */
function removeAbandoned(lock: string, holder: string): void {
  const aside = `${lock}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(lock, aside);
    if (textOf(aside) !== holder) linkSync(aside, lock);
  } catch {
    // Another command was faster.
  }
  rmSync(aside, { force: true });
}

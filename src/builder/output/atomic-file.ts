import { randomBytes } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { writingError } from '../build-error.js';

/**
 * Writes a file as a whole or not at all: it writes a temporary file beside it and renames that. It creates missing
 * folders. The file keeps the permissions of the one that it replaces. A symbolic link stays, and what it leads to is
 * written. A pipe or a device is written to, not replaced. It is synchronous, so that no interruption leaves the work
 * half done.
 *
 * @param content text is written as UTF-8
 * @throws BuildError that names the file, if it can't be written
 */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  try {
    const known = statSync(path, { throwIfNoEntry: false });
    if (known && isStream(path, known)) writeFileSync(path, content);
    else replace(linkTarget(path), content, known?.mode);
  } catch (cause) {
    throw writingError(path, cause);
  }
}

/**
 * Does the same, but only if the content differs from the file's. So an unchanged file keeps its date.
 *
 * @returns whether the file was written
 */
export function writeIfChanged(path: string, content: string): boolean {
  if (textOf(path) === content) return false;
  writeAtomically(path, content);
  return true;
}

/** The text of a file; undefined if there is none, if it can't be read, or if it is a pipe or a device. */
export function textOf(path: string): string | undefined {
  try {
    return isStream(path, statSync(path)) ? undefined : readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Whether a path leads to a pipe, a device, or what this program was given as open (`/dev/fd/3`). */
function isStream(path: string, stats: Stats): boolean {
  return /^\/(?:dev|proc)\//.test(resolve(path)) || !(stats.isFile() || stats.isDirectory());
}

/** Where the symbolic links end that begin at a path. What is there may be missing. */
function linkTarget(path: string): string {
  let target = path;
  for (let links = 0; links < MOST_LINKS; links++) {
    if (!lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink()) return target;
    target = resolve(dirname(target), readlinkSync(target));
  }
  return path;
}

/** As many as Linux follows. */
const MOST_LINKS = 40;

function replace(path: string, content: string | Uint8Array, mode: number | undefined): void {
  const name = `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`;
  const temporary = join(dirname(path), name);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, content, { mode });
    renameSync(temporary, path);
  } catch (cause) {
    remove(temporary);
    throw cause;
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The disk fails again.
  }
}

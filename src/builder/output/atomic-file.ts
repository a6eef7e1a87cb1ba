import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BuildError, systemReason, writingAdvice } from '../build-error.js';

/**
 * Writes a file as a whole or not at all: to a temporary file beside it, then renamed. Folders on the way are made.
 * The file keeps the permissions of the one that it replaces. Synchronous, so that no interruption finds the work half done.
 *
 * @param content text is written as UTF-8
 * @throws BuildError naming the file, where it can't be written
 */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const temporary = join(
    dirname(path),
    `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, content, { mode: statSync(path, { throwIfNoEntry: false })?.mode });
    renameSync(temporary, path);
  } catch (cause) {
    remove(temporary);
    throw new BuildError(`can't write ${path}: ${systemReason(cause)}; ${writingAdvice(cause)}`, { cause });
  }
}

/**
 * The same where the content differs from what is there, so that an unchanged file keeps its date.
 *
 * @returns whether it was written
 */
export function writeIfChanged(path: string, content: string): boolean {
  if (textOf(path) === content) return false;
  writeAtomically(path, content);
  return true;
}

/** The text of a file; undefined where there is none that can be read. */
export function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was not there, or the disk that failed us fails again.
  }
}

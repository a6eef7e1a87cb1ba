import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BuildError, systemReason, writingAdvice } from '../build-error.js';

/**
 * Writes a file as a whole or not at all: it writes a temporary file beside it and renames that. It creates missing
 * folders. The file keeps the permissions of the one that it replaces. It is synchronous, so that no interruption leaves
 * the work half done.
 *
 * @param content text is written as UTF-8
 * @throws BuildError that names the file, if it can't be written
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
 * Does the same, but only if the content differs from the file's. So an unchanged file keeps its date.
 *
 * @returns whether the file was written
 */
export function writeIfChanged(path: string, content: string): boolean {
  if (textOf(path) === content) return false;
  writeAtomically(path, content);
  return true;
}

/** The text of a file; undefined if the file can't be read. */
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
    // It does not exist, or the disk fails again.
  }
}

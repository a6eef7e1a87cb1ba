import { toError } from '../shared/error.js';

/**
 * An error that ends a command. Its message is one sentence that says what is wrong, where, and what to do. It is fit for
 * a terminal.
 */
export class BuildError extends Error {
  override readonly name = 'BuildError';

  constructor(message: string, options?: ErrorOptions) {
    super(message.startsWith(PREFIX) ? message : PREFIX + message, options);
  }
}

const PREFIX = 'related-articles: ';

/** The meaning of the system's code for a failed file operation: `the disk is full` for `ENOSPC`. */
export function systemReason(cause: unknown): string {
  return REASONS.get(codeOf(cause)) ?? toError(cause).message;
}

/** The error that says that a file can't be written, and what to do. */
export function writingError(path: string, cause: unknown): BuildError {
  return new BuildError(`can't write ${path}: ${systemReason(cause)}; ${writingAdvice(cause)}`, { cause });
}

function writingAdvice(cause: unknown): string {
  if (FULL.has(codeOf(cause))) return 'make room or choose another place, and run it again';
  return 'choose another place, or let this user write there, and run it again';
}

/** The code of a system's or a network's error, such as `ENOSPC`; empty if it has none. */
export function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

const REASONS = new Map([
  ['EACCES', 'permission is denied'],
  ['EPERM', 'permission is denied'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EFBIG', 'the file would be larger than this system allows'],
  ['ENOENT', 'there is no such file or folder'],
  ['ENOTDIR', 'a part of the path is a file, not a folder'],
  ['EISDIR', 'it is a folder'],
  ['EEXIST', 'a file of that name is in the way'],
  ['ENAMETOOLONG', 'the name is too long for this disk'],
  ['ELOOP', 'its symbolic links lead in a circle'],
  ['EMFILE', 'too many files are open'],
]);

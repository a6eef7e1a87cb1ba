/**
 * What went wrong with an index: `address` if an address is not http(s), `network` if no answer came, `status` if a
 * server answered with another status than success, `format` if the answer is not JSON, too long, or not an index.
 */
export type IndexErrorCode = 'address' | 'network' | 'status' | 'format';

/**
 * Says why an index could not be loaded, or that it holds nothing usable. The message tells what, where and what to
 * do. It is no class: the scripts for browsers share no module, so each would have a class of its own.
 */
export interface IndexError extends Error {
  readonly name: 'IndexError';
  readonly code: IndexErrorCode;
  /** The index's URL. */
  readonly url: string;
}

/** Why loading failed: an `IndexError` with its `code` and `url`, or another error, which has neither. */
export type LoadError = Error & Partial<Pick<IndexError, 'code' | 'url'>>;

/**
 * Makes an `IndexError`.
 *
 * @param message a clause without the package's name, which is put before it
 */
export function indexError(
  code: IndexErrorCode,
  message: string,
  url: string,
  options?: ErrorOptions,
): IndexError {
  const error = new Error(`related-articles: ${message}`, options);
  return Object.assign(error, { name: 'IndexError', code, url } as const);
}

/** Whether an error is an `IndexError`, whichever script made it. */
export function isIndexError(error: unknown): error is IndexError {
  return error instanceof Error && error.name === 'IndexError';
}

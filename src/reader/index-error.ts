/**
 * What went wrong with an index: `address` not an http(s) address, `network` no answer, `status` an answer other than success, `format` an answer
 * that is not JSON or not an index.
 */
export type IndexErrorCode = 'address' | 'network' | 'status' | 'format';

/** An index could not be loaded or holds nothing usable. The message says what, where and what to do. */
export class IndexError extends Error {
  override readonly name = 'IndexError';
  readonly code: IndexErrorCode;
  /** The index's URL. */
  readonly url: string;

  constructor(code: IndexErrorCode, message: string, url: string, options?: ErrorOptions) {
    super(`related-articles: ${message}`, options);
    this.code = code;
    this.url = url;
  }
}

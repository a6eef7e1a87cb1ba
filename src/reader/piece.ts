import { IndexError } from './index-error.js';

/**
 * A piece of the script that an index needs.
 *
 * @param name its file's, behind `related-articles-`
 * @param url the index's
 * @throws IndexError where it is not to be had
 */
export async function loaded<T>(piece: Promise<T>, name: string, url: string): Promise<T> {
  try {
    return await piece;
  } catch (cause) {
    const message = `${url} needs the script's other file, related-articles-${name}.js, which can't be loaded`;
    throw new IndexError('network', message, url, { cause });
  }
}

import { indexError } from './index-error.js';

/**
 * Waits for another script of this package, which an index needs.
 *
 * @param piece the import of the script
 * @param name the name of its file, behind `related-articles-`
 * @param url the index's
 * @throws IndexError if the script can't be loaded
 */
export async function loaded<T>(piece: Promise<T>, name: string, url: string): Promise<T> {
  try {
    return await piece;
  } catch (cause) {
    const message = `${url} needs the script's other file, related-articles-${name}.js, which can't be loaded`;
    throw indexError('network', message, url, { cause });
  }
}

import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { BuildError, systemReason } from '../build-error.js';
import type { SourceOptions } from './options.js';
import { type Answer, isRemote, request } from './remote.js';
import { decodeText } from './text-encoding.js';

/** A document of any kind, as text. */
export interface TextDocument {
  /** The file or URL, for people. */
  readonly where: string;
  /** What relative addresses are resolved against. */
  readonly base: string;
  readonly text: string;
}

/** Stands in for an address that is not known; what leads there can't be shown. */
export const NOWHERE = 'https://site.invalid/';

/**
 * Reads a file, or asks a server for it.
 *
 * @throws BuildError naming the file or URL, where it can't be had
 */
export async function textDocument(source: string, options: SourceOptions): Promise<TextDocument> {
  return isRemote(source)
    ? remoteDocument(await request(source, options), options)
    : localDocument(source, options);
}

/** What a server answered, as a document. */
export function remoteDocument(answer: Answer, { base = answer.url }: SourceOptions): TextDocument {
  return { where: answer.url, base, text: unpacked(answer) };
}

/** @throws BuildError naming the file, where it can't be read */
export function localDocument(path: string, { base = NOWHERE }: SourceOptions): TextDocument {
  const bytes = accessed(path, () => {
    if (statSync(path).size > LARGEST_FILE) {
      throw new BuildError(`${path} is larger than 150 MB; split it, or name a folder or a feed`);
    }
    return readFileSync(path);
  });
  return { where: path, base, text: unpacked({ bytes, text: decodeText(bytes), url: path }) };
}

/** @throws BuildError naming the path, where nothing is there */
export function isFolder(path: string): boolean {
  return accessed(path, () => statSync(path).isDirectory());
}

/** Bytes of a local file: some 10,000 articles with their texts. */
const LARGEST_FILE = 150_000_000;

function accessed<T>(path: string, access: () => T): T {
  try {
    return access();
  } catch (cause) {
    if (cause instanceof BuildError) throw cause;
    throw new BuildError(`can't read ${path}: ${systemReason(cause)}; check the path`, { cause });
  }
}

/** A document's text, also where the file itself is compressed (`sitemap.xml.gz`). */
export function unpacked({ bytes, text, url }: Pick<Answer, 'bytes' | 'text' | 'url'>): string {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return text;
  try {
    return decodeText(gunzipSync(bytes, { maxOutputLength: LARGEST_FILE }));
  } catch (cause) {
    throw new BuildError(`${url} is compressed and can't be unpacked; check the file`, { cause });
  }
}

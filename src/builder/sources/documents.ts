import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { BuildError, systemReason } from '../build-error.js';
import { NOWHERE } from '../nowhere.js';
import type { SourceOptions } from '../options.js';
import { type Answer, isRemote, request } from './remote.js';
import { decodeText } from './text-encoding.js';

/** A document of any kind as text. */
export interface TextDocument {
  /** The file or URL, for people. */
  readonly where: string;
  /** The URL that relative addresses are resolved against. */
  readonly base: string;
  readonly text: string;
  /** How many pages its list has, where a server says so (`X-WP-TotalPages` of WordPress). */
  readonly pages?: string | undefined;
}

/**
 * Reads a file or requests a URL.
 *
 * @throws BuildError that names the file or URL, if it can't be read
 */
export async function textDocument(source: string, options: SourceOptions): Promise<TextDocument> {
  return isRemote(source)
    ? remoteDocument(await request(source, options), options)
    : localDocument(source, options);
}

/** A server's answer as a document. */
export function remoteDocument(answer: Answer, { base }: SourceOptions): TextDocument {
  return {
    where: answer.url,
    base: base === undefined ? answer.url : asFolder(base),
    text: unpacked(answer),
    pages: answer.headers.get('x-wp-totalpages') ?? undefined,
  };
}

/**
 * A site's address with a slash at the end, so that the site's paths can be resolved against it. The address of a
 * document, `https://site.example/feed.json`, stays.
 */
export function asFolder(base: string): string {
  const url = new URL(base);
  if (!/\/$|\.(?:json|xml|rss|atom|rdf|html?|js|txt)$/i.test(url.pathname)) url.pathname += '/';
  return url.href;
}

/** The address that the relative ones of a file are resolved against. */
export function siteAddress({ base = NOWHERE }: SourceOptions): string {
  return asFolder(base);
}

/**
 * Reads a file.
 *
 * @throws BuildError that names the file, if it can't be read
 */
export function localDocument(path: string, options: SourceOptions): TextDocument {
  const bytes = accessed(path, () => readUpTo(path, LARGEST_FILE));
  const text = unpacked({ bytes, text: decodeText(bytes), url: path });
  return { where: path, base: siteAddress(options), text };
}

/**
 * Whether a path is a folder.
 *
 * @throws BuildError that names the path, if nothing is there
 */
export function isFolder(path: string): boolean {
  return accessed(path, () => statSync(path).isDirectory());
}

/**
 * Reads a file, a pipe or a device, which may have no end.
 *
 * @param most in bytes
 * @throws BuildError if there is more; the system's error if it can't be read
 */
function readUpTo(path: string, most: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const tooLarge = new BuildError(
      `${path} is larger than ${most / 1e6} MB; split it, or write it as JSON Lines (.jsonl)`,
    );
    if (fstatSync(file).size > most) throw tooLarge;
    const chunks: Buffer[] = [];
    let size = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const length = readSync(file, chunk);
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, length));
      size += length;
      if (size > most) throw tooLarge;
    }
  } finally {
    closeSync(file);
  }
}

/** Bytes that are read at a time. */
const CHUNK = 2 ** 18;

/** The most bytes of a local file: some 10,000 articles with their texts. */
const LARGEST_FILE = 150_000_000;

/**
 * What an access to a file gives.
 *
 * @throws BuildError that names the path and the system's reason, if the access throws
 */
export function accessed<T>(path: string, access: () => T): T {
  try {
    return access();
  } catch (cause) {
    if (cause instanceof BuildError) throw cause;
    throw new BuildError(`can't read ${path}: ${systemReason(cause)}; check the path`, { cause });
  }
}

/** The text of a document, which may be a compressed file (`sitemap.xml.gz`). */
export function unpacked({ bytes, text, url }: Pick<Answer, 'bytes' | 'text' | 'url'>): string {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return text;
  try {
    return decodeText(gunzipSync(bytes, { maxOutputLength: LARGEST_FILE }));
  } catch (cause) {
    throw new BuildError(`${url} is compressed and can't be unpacked; check the file`, { cause });
  }
}

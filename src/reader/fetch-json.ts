import { download, type DownloadOptions } from './download.js';
import type { Bytes } from './guest.js';
import { IndexError } from './index-error.js';
import type * as JsonText from './json-text.js';
import { inSlices, type Steps } from '../shared/time-slicing.js';

/** A JSON document that came from the network. */
export interface JsonAnswer {
  readonly json: unknown;
  /** Where it really is, behind all redirections. */
  readonly base: string;
  /** Its length in bytes, unpacked. */
  readonly size: number;
  /** What the server says of the number of pages, as WordPress does in `X-WP-TotalPages`. */
  readonly pages: string | null;
}

/**
 * Fetches a JSON document.
 *
 * @param before how many bytes of the index came before, which count too
 * @throws IndexError where it can't be had, is too long or is no JSON
 */
export async function fetchJson(url: string, options: DownloadOptions, before: number): Promise<JsonAnswer> {
  const { bytes, base, pages } = await download(url, { ...options, onBytes }, before);
  const size = bytes.reduce((sum, { length }) => sum + length, 0);
  return { json: await parsed(await decode(bytes), size, url), base, size, pages };
}

/** JSON is UTF-8 (RFC 8259); systems also write UTF-16 with a mark, and Windows-1252 without a word. */
async function decode(bytes: Bytes): Promise<string[]> {
  const [first = 0, second = 0] = bytes.find(({ length }) => length > 1) ?? [];
  const mark = first * 256 + second;
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  try {
    return await inSlices(decoded(bytes, new TextDecoder(encoding, { fatal: true })));
  } catch {
    const parts = await inSlices(decoded(bytes, new TextDecoder(encoding)));
    const isMixed = parts.some((part) => /[\x80-\uFFFC]/.test(part));
    return isMixed ? parts : inSlices(decoded(bytes, new TextDecoder('windows-1252')));
  }
}

/** A text in parts: to make one of them takes a page as long as to read some of it. */
function* decoded(bytes: Bytes, decoder: TextDecoder): Steps<string[]> {
  const parts: string[] = [];
  for (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += PART) {
      parts.push(decoder.decode(chunk.subarray(at, at + PART), { stream: true }));
      yield;
    }
  }
  return [...parts, decoder.decode()];
}

/** Bytes that are decoded in a step. */
const PART = 2 ** 16;

async function parsed(parts: readonly string[], size: number, url: string): Promise<unknown> {
  try {
    return size > LONG ? await inPieces(parts) : JSON.parse(parts.join(''));
  } catch (cause) {
    const text = parts.join('');
    const found = /^\s*</.test(text) ? kindOfMarkup(text) : text.trim() === '' ? 'nothing' : 'broken JSON';
    throw new IndexError('format', `${url} holds ${found}, expected a JSON article index`, url, { cause });
  }
}

/** Bytes from which a page would stand still while a text is parsed: some milliseconds of a phone. */
const LONG = 250_000;

/** Asks for what reads a long text while that is still on its way. */
function onBytes(size: number): void {
  if (size > LONG) void jsonText();
}

async function jsonText(): Promise<typeof JsonText | undefined> {
  return import('./json-text.js').catch(() => undefined);
}

async function inPieces(parts: readonly string[]): Promise<unknown> {
  const piece = await jsonText();
  return piece ? inSlices(piece.parseJson(parts)) : JSON.parse(parts.join(''));
}

/** Servers send pages that say "not found" or "log in" under the address of an index, with status 200. */
function kindOfMarkup(text: string): string {
  return /<(?:!doctype\s)?\s*html/i.test(text.slice(0, 2000)) ? 'an HTML page, such as an error page' : 'XML';
}

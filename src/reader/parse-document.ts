import type { FetchedDocument } from './fetch-document.js';
import { indexError } from './index-error.js';
import { parseJsonInParts } from './parse-json.js';
import { toError } from '../shared/error.js';
import { shorten } from '../shared/text.js';
import { inSlices, type Steps } from '../shared/time-slicing.js';

type Chunks = FetchedDocument['chunks'];

/**
 * Parses a JSON document in time slices.
 *
 * @param url what to call the document
 * @throws IndexError if it is not JSON, saying what it is instead
 */
export async function parseDocument({ chunks, size }: FetchedDocument, url: string): Promise<unknown> {
  const parts = await decode(chunks);
  try {
    return size > LONG ? await inSlices(parseJsonInParts(parts)) : JSON.parse(parts.join(''));
  } catch (cause) {
    const text = parts.join('');
    const advice = FEED.test(text.slice(0, START))
      ? `; "npx related-articles build ${url} --out articles.json" turns it into one`
      : '';
    const message = `${url} holds ${kindOf(text, cause)}, expected a JSON article index${advice}`;
    throw indexError('format', message, url, { cause });
  }
}

/** Bytes whose parsing takes some milliseconds on a phone. */
const LONG = 250_000;

/** JSON is UTF-8 (RFC 8259, section 8.1). Some systems write UTF-16 with a byte order mark, or Windows-1252. */
async function decode(chunks: Chunks): Promise<string[]> {
  const [first = 0, second = 0] = chunks.find(({ length }) => length > 1) ?? [];
  const mark = first * 256 + second;
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  try {
    return await inSlices(decodeBy(new TextDecoder(encoding, { fatal: true }), chunks));
  } catch {
    // Some bytes are of another encoding. Other letters that are sound tell that only a few texts are broken.
    const parts = await inSlices(decodeBy(new TextDecoder(encoding), chunks));
    const hasLetters = parts.some((part) => /[\x80-\uFFFC]/.test(part));
    return hasLetters ? parts : inSlices(decodeBy(new TextDecoder('windows-1252'), chunks));
  }
}

/** The text in parts. */
function* decodeBy(decoder: TextDecoder, chunks: Chunks): Steps<string[]> {
  const parts: string[] = [];
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += STEP_BYTES) {
      parts.push(decoder.decode(chunk.subarray(at, at + STEP_BYTES), { stream: true }));
      yield;
    }
  }
  return [...parts, decoder.decode()];
}

const STEP_BYTES = 2 ** 16;

/**
 * What a text is that is not JSON. Servers answer with such pages, though with status 200.
 *
 * @param cause what `JSON.parse` says of it, and where
 */
function kindOf(text: string, cause: unknown): string {
  if (text.trim() === '') return 'nothing';
  if (!/^\s*</.test(text)) return `broken JSON (${shorten(toError(cause).message, 150)})`;
  const start = text.slice(0, START);
  if (FEED.test(start)) return 'an RSS or Atom feed';
  return /<(?:!doctype\s)?\s*html/i.test(start) ? 'an HTML page, such as an error page' : 'XML';
}

/** The root element of RSS, Atom or RDF, which may follow comments and style sheets. */
const FEED = /<(?:rss|feed|rdf:RDF)[\s>]/;
/** Characters. */
const START = 2000;

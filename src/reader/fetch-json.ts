import { IndexError } from './index-error.js';

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
 * @param mostBytes where to stop reading, counted unpacked
 * @throws IndexError where it can't be had, is longer or is no JSON
 */
export async function fetchJson(url: string, options: RequestInit, mostBytes: number): Promise<JsonAnswer> {
  try {
    const response = await fetch(url, options);
    if (!response.ok) {
      throw new IndexError('status', `${url} answered ${response.status}; check the address in "src"`, url);
    }
    const bytes = await read(response, url, mostBytes);
    const json = parse(decode(bytes), url);
    const pages = response.headers.get('X-WP-TotalPages');
    return { json, base: response.url || url, size: bytes.byteLength, pages };
  } catch (cause) {
    if (cause instanceof IndexError) throw cause;
    const message = `no answer from ${url}; check the address in "src" and that its server allows this page (CORS)`;
    throw new IndexError('network', message, url, { cause });
  }
}

async function read({ body }: Response, url: string, mostBytes: number): Promise<ArrayBuffer> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  let size = 0;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > mostBytes) {
      void reader?.cancel();
      throw new IndexError('format', `${url} is longer than an index may be, 5 MB with all its pages`, url);
    }
    chunks.push(part.value);
  }
  return new Blob(chunks).arrayBuffer();
}

/** JSON is UTF-8 (RFC 8259); systems also write UTF-16 with a mark, and Windows-1252 without a word. */
function decode(bytes: ArrayBuffer): string {
  const [first = 0, second = 0] = new Uint8Array(bytes.slice(0, 2));
  const mark = first * 256 + second;
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    const isMixed = /[\x80-\uFFFC]/.test(text);
    return isMixed ? text : new TextDecoder('windows-1252').decode(bytes);
  }
}

function parse(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const found = /^\s*</.test(text) ? 'HTML or XML' : text.trim() === '' ? 'nothing' : 'broken JSON';
    throw new IndexError('format', `${url} holds ${found}, expected a JSON article index`, url, { cause });
  }
}

import { isUtf8 } from 'node:buffer';
import { WINDOWS_1252 } from '../../shared/entities.js';

/**
 * Decodes a text. The encoding is named by the byte order mark, by the server, or by an XML or HTML declaration in the
 * text. Else it is UTF-8, or Windows-1252 if the bytes are not UTF-8. It never throws: bytes that can't be decoded become
 * U+FFFD.
 *
 * @param charset the one of the HTTP answer
 */
export function decodeText(bytes: Uint8Array, charset?: string): string {
  const declared = byteOrderMark(bytes) ?? decoder(charset) ?? decoder(declaration(bytes));
  if (declared && declared.encoding !== 'utf-8') return decodeWith(declared, bytes);
  const text = UTF_8.decode(bytes);
  // If no character outside ASCII is right, the text is not UTF-8, even if it is declared so.
  return isUtf8(bytes) || /[^\p{ASCII}\uFFFD]/u.test(text) ? text : windows1252(bytes);
}

const UTF_8 = new TextDecoder();

function byteOrderMark([first, second]: Uint8Array): TextDecoder | undefined {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  return first === 0xef && second === 0xbb ? UTF_8 : undefined;
}

/** The encoding that a document names near its start. */
function declaration(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1');
  return DECLARATION.exec(start)?.[1];
}

const DECLARED_WITHIN = 4096;
const DECLARATION = /(?:^\s*<\?xml[^>]*\bencoding|<meta[^>]*\bcharset)\s*=\s*["']?\s*([\w:.-]+)/i;

function decoder(label: string | undefined): TextDecoder | undefined {
  try {
    return label ? new TextDecoder(label.trim().replace(/^["']|["']$/g, '')) : undefined;
  } catch {
    return undefined;
  }
}

function decodeWith(declared: TextDecoder, bytes: Uint8Array): string {
  return declared.encoding === 'windows-1252' ? windows1252(bytes) : declared.decode(bytes);
}

/** Some versions of Node decode Windows-1252 as Latin-1, which has control characters in place of quotation marks. */
function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9F]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
}

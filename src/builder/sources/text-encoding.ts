/** What names a text's encoding from outside or inside it. */
export interface EncodingHints {
  /** The `charset` of the HTTP answer. */
  readonly charset?: string | undefined;
}

/**
 * The text that bytes hold, in the encoding that their mark (BOM), the server, or their own XML or HTML declaration
 * name; else UTF-8, and Windows-1252 where they are no UTF-8. Never throws: what can't be read becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array, { charset }: EncodingHints = {}): string {
  const declared = byteOrderMark(bytes) ?? decoder(charset) ?? decoder(declaration(bytes));
  if (declared && declared.encoding !== 'utf-8') return decodeWith(declared, bytes);
  const text = UTF_8.decode(bytes);
  // Not a single character outside ASCII was right: whatever declares this as UTF-8 is wrong.
  return text.includes('\uFFFD') && !/[^\p{ASCII}\uFFFD]/u.test(text) ? windows1252(bytes) : text;
}

const UTF_8 = new TextDecoder();

function byteOrderMark([first, second]: Uint8Array): TextDecoder | undefined {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  return first === 0xef && second === 0xbb ? UTF_8 : undefined;
}

/** The encoding that a document names for itself near its start. */
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

/** Node's own decoder takes Windows-1252 for Latin-1, which has controls where that has quotation marks. */
function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9F]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
}

const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

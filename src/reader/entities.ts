import { rarer } from './rarer.js';

/**
 * Replaces character references by their characters: `&#228;`, `&#xE4;` and the named ones that publishing systems
 * write (HTML 4's Latin-1 set and typographic signs). Unknown names stay as they are. A table of our own, since the
 * DOM's parser is a sink for hostile input and the complete list of names weighs 13 kB.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z\d]{2,8}));/gi,
    (reference, decimal, hex, name) => {
      if (name) return USUAL.get(name) ?? rarer().character(name) ?? reference;
      const code = decimal ? Number(decimal) : parseInt(hex, 16);
      return isCharacter(code) ? character(code) : reference;
    },
  );
}

/** Neither NUL, nor half of a surrogate pair, nor beyond Unicode. */
function isCharacter(code: number): boolean {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}

/** Numbers from 0x80 to 0x9F mean Windows-1252, as for HTML's parser (numeric character reference end state). */
function character(code: number): string {
  const isControl = code >= 0x80 && code <= 0x9f;
  return isControl ? WINDOWS_1252.charAt(code - 0x80) : String.fromCodePoint(code);
}

const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The names that publishing systems write most, each with its character behind it. */
const USUAL = new Map(
  'amp& lt< gt> quot" apos\' nbsp\xa0 shy\xad hellip… ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ laquo« raquo» auml\xe4 ouml\xf6 uuml\xfc Auml\xc4 Ouml\xd6 Uuml\xdc szlig\xdf eacute\xe9'
    .split(' ')
    .map((entry): [string, string] => [entry.slice(0, -1), entry.slice(-1)]),
);

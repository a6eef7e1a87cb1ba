/**
 * Replaces character references by their characters: `&#228;`, `&#xE4;`, and the named ones of HTML 4's Latin-1 set
 * and of typographic signs (HTML 4.01, section 24). Unknown names stay as they are.
 *
 * The table is the project's own: the DOM's parser would be a sink for hostile input, and the complete list of HTML's
 * names weighs 13 kB.
 *
 * @example decodeEntities('M&uuml;ller &amp; Sohn') // 'Müller & Sohn'
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z\d]{2,8}));/gi,
    (reference, decimal, hex, name) => {
      if (name) return CHARACTERS.get(name) ?? reference;
      const code = decimal ? Number(decimal) : parseInt(hex, 16);
      return isCharacter(code) ? character(code) : reference;
    },
  );
}

/** Whether a number is that of a character: neither NUL, nor half of a surrogate pair, nor beyond Unicode. */
function isCharacter(code: number): boolean {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}

/** Numbers from 0x80 to 0x9F mean Windows-1252, as for HTML's parser (numeric character reference end state). */
function character(code: number): string {
  const isControl = code >= 0x80 && code <= 0x9f;
  return isControl ? WINDOWS_1252.charAt(code - 0x80) : String.fromCodePoint(code);
}

/** The characters of Windows-1252 from 0x80 to 0x9F; the unused ones are control characters. */
export const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** HTML 4's names for U+00A0 to U+00FF, in order. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute ' +
  'micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig ' +
  'Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash ' +
  'Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ' +
  'ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc ' +
  'uuml yacute thorn yuml';

/** Other names, each followed by its character. */
const SIGNS =
  'amp& lt< gt> quot" apos\' hellip… ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ OEligŒ oeligœ ScaronŠ ' +
  'scaronš ensp\u2002 emsp\u2003 thinsp\u2009 zwnj\u200c zwj\u200d bull• lsaquo‹ rsaquo› euro€ trade™ rarr→ larr← ' +
  'minus− permil‰ dagger† Dagger‡ prime′ Prime″ YumlŸ circˆ tilde˜';

const CHARACTERS = new Map([
  ...LATIN_1.split(' ').map((name, at): [string, string] => [name, String.fromCharCode(0xa0 + at)]),
  ...SIGNS.split(' ').map((sign): [string, string] => [sign.slice(0, -1), sign.slice(-1)]),
]);

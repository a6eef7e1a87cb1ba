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
      const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : CODES.get(name);
      return code !== undefined && isCharacter(code) ? character(code) : reference;
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

/** HTML 4's names for U+00A0 to U+00FF, in order (HTML 4.01, section 24.2). */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute ' +
  'micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig ' +
  'Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash ' +
  'Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ' +
  'ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc ' +
  'uuml yacute thorn yuml';

const CODES = new Map<string, number>([
  ...LATIN_1.split(' ').map((name, at): [string, number] => [name, 0xa0 + at]),
  ...Object.entries({
    amp: 0x26,
    lt: 0x3c,
    gt: 0x3e,
    quot: 0x22,
    apos: 0x27,
    OElig: 0x152,
    oelig: 0x153,
    Scaron: 0x160,
    scaron: 0x161,
    ensp: 0x2002,
    emsp: 0x2003,
    thinsp: 0x2009,
    zwnj: 0x200c,
    zwj: 0x200d,
    ndash: 0x2013,
    mdash: 0x2014,
    lsquo: 0x2018,
    rsquo: 0x2019,
    sbquo: 0x201a,
    ldquo: 0x201c,
    rdquo: 0x201d,
    bdquo: 0x201e,
    bull: 0x2022,
    hellip: 0x2026,
    lsaquo: 0x2039,
    rsaquo: 0x203a,
    euro: 0x20ac,
    trade: 0x2122,
    rarr: 0x2192,
    larr: 0x2190,
    minus: 0x2212,
    permil: 0x2030,
    dagger: 0x2020,
    Dagger: 0x2021,
    prime: 0x2032,
    Prime: 0x2033,
    Yuml: 0x178,
    circ: 0x2c6,
    tilde: 0x2dc,
  }),
]);

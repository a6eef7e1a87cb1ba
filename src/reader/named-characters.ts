/** The character of a name in HTML 4's Latin-1 set or among its typographic signs; undefined for any other name. */
export function namedCharacter(name: string): string | undefined {
  return CHARACTERS.get(name);
}

/** HTML 4's names for U+00A0 to U+00FF, in order (HTML 4.01, section 24.2). */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute ' +
  'micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig ' +
  'Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash ' +
  'Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ' +
  'ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc ' +
  'uuml yacute thorn yuml';

/** Others, each with its character behind it. */
const SIGNS =
  'OEligŒ oeligœ ScaronŠ scaronš ensp\u2002 emsp\u2003 thinsp\u2009 zwnj\u200c zwj\u200d bull• lsaquo‹ rsaquo› euro€ trade™ rarr→ larr← minus− permil‰ dagger† Dagger‡ prime′ Prime″ YumlŸ circˆ tilde˜';

const CHARACTERS = new Map([
  ...LATIN_1.split(' ').map((name, at): [string, string] => [name, String.fromCharCode(0xa0 + at)]),
  ...SIGNS.split(' ').map((sign): [string, string] => [sign.slice(0, -1), sign.slice(-1)]),
]);

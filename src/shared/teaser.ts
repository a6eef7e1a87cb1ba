/**
 * A teaser without what publishing systems put at its end, in every language of the block: a link to go on reading
 * ("Continue reading Masts →"), where the text first appeared ("The post Masts appeared first on …"), and the mark of a
 * cut (`[…]`, `(more…)`), which becomes an ellipsis. A sentence that only has such words in it stays.
 *
 * @param teaser a text on one line, without markup
 * @param title the article's title, which stands in such words
 * @example withoutTrailer('Masts are tall […] Continue reading Masts', 'Masts') // 'Masts are tall…'
 */
export function withoutTrailer(teaser: string, title: string): string {
  const start = Math.max(0, teaser.length - LONGEST_TRAILER);
  let end = teaser.slice(start);
  const at = end.lastIndexOf(title);
  const before = end.slice(0, Math.max(at, 0));
  const behind = end.slice(at + title.length);
  if (APPEARED.test(behind)) end = before.replace(THE_POST, '');
  else if (SIGNS.test(behind) && LINK.test(before)) end = before;
  return (teaser.slice(0, start) + end.replace(LINK, '$1$2').trimEnd().replace(CUT, '…')).trim();
}

/** In characters: two titles and the words around them. */
const LONGEST_TRAILER = 400;

/** What follows the title below an entry of a feed (https://yoast.com/help/adding-links-to-my-rss-feed/). */
const APPEARED =
  /^\P{L}*(?:first appeared|appeared first|erschien zuerst|.{0,16}en premier|.{0,12}primero en|proviene da|verscheen|pochodzi z|pojawił|apar\p{L}+ primeiro)/u;
/** What stands before the title there: `The post`, `L’article`. */
const THE_POST = /(?:D(?:er|ieser) )?\p{Lu}(?:.\p{L})?\p{L}*(?: \p{Ll}+)?\P{L}*$/u;

/** The words of a link behind a sentence; behind the mark of a cut with whatever they go on with. */
const WORDS =
  '[ [(]*(?:\\p{L}+ ){0,3}(?:read|reading|(?:weiter)?lesen|lire|lecture|leyendo|leer|leggi|leggere|lettura|lees|lezen|czytaj|czytanie|lendo|leia|ler)(?!\\p{L})';
const LINK = new RegExp(
  `((?:…|\\.{3})[\\])]?)${WORDS}.*$|([.!?:\\])»”"])${WORDS}(?: \\p{L}+){0,2}(?:\\.{3}|[^\\p{L}\\p{N}?!.])*$`,
  'iu',
);
/** What stands behind a title there: quotation marks, arrows. */
const SIGNS = /^[^\p{L}\p{N}?!.]*$/u;
const CUT = / ?(?:…|\.{3})? ?[[(]\p{L}{0,12} ?(?:…|\.{3})[\])]$/u;

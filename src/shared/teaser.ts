/**
 * A teaser without what publishing systems put at its end, in eight languages: a link to go on reading
 * ("Continue reading Masts →"), where the text first appeared ("The post Masts appeared first on …"), and the mark of a
 * cut (`[…]`, `(more…)`), which becomes an ellipsis. A sentence that only has such words in it stays.
 *
 * @param teaser a text on one line, without markup; one of more than 2,000 characters stays as it is
 * @param title the article's title, which stands in such words
 * @example withoutTrailer('Masts are tall […] Continue reading Masts', 'Masts') // 'Masts are tall…'
 */
export function withoutTrailer(teaser: string, title: string): string {
  if (teaser.length > LONGEST) return teaser;
  const at = teaser.lastIndexOf(title);
  const untitled = at > 0 ? TRAILER.exec(teaser.slice(0, at) + teaser.slice(at + title.length)) : null;
  const trailer = untitled && untitled.index < at ? untitled : TRAILER.exec(teaser);
  const kept = trailer ? teaser.slice(0, trailer.index + (trailer[1] ?? trailer[2] ?? '').length) : teaser;
  return kept.replace(CUT, '…').trim();
}

/** In characters. What is longer is a whole text, which is cut far before its end. */
const LONGEST = 2000;

/**
 * The words of a trailer, behind a sentence. WordPress SEO writes where an entry of a feed first appeared
 * (https://yoast.com/help/adding-links-to-my-rss-feed/). Behind the mark of a cut a link goes on with whatever it likes.
 */
const TRAILER = (() => {
  const words = '[ [(]*(?:[\\p{L}’]+[^\\p{L}\\p{N}.?!]+){0,5}';
  const first =
    '(?:first(?: appeared)? on|zuerst auf|premier sur|primero en|proviene da|eerst op|pochodzi z|pierwszy|primeiro em) ';
  const read =
    '(?:read|reading|(?:weiter)?lesen|lire|lecture|leyendo|leer|leggi|leggere|lettura|lees|lezen|czytaj|czytanie|lendo|leia|ler)(?!\\p{L})';
  return new RegExp(
    `((?:…|\\.{3})[\\])]?)${words}${read}.*$|([.!?:…\\])»”"])${words}(?:${first}.*|${read}(?: \\p{L}+){0,2}(?:\\.{3}|[^\\p{L}\\p{N}?!.])*)$`,
    'iu',
  );
})();
const CUT = / ?(?:…|\.{3})? ?[[(]\p{L}{0,12} ?(?:…|\.{3})[\])]$/u;

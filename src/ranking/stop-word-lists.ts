/** A module with the list of one language. */
interface List {
  readonly stopwords: readonly string[];
}

/** The languages that have a list, by their subtags (BCP 47). */
const LISTS: ReadonlyMap<string, () => Promise<List>> = new Map([
  ['de', async () => import('@orama/stopwords/german')],
  ['en', async () => import('@orama/stopwords/english')],
  ['es', async () => import('@orama/stopwords/spanish')],
  ['fr', async () => import('@orama/stopwords/french')],
  ['it', async () => import('@orama/stopwords/italian')],
  ['nl', async () => import('@orama/stopwords/dutch')],
  ['pl', async () => import('./polish.js')],
  ['pt', async () => import('@orama/stopwords/portuguese')],
]);

/** The list of a language, by its subtag; undefined where there is none, or it can't be had. */
export function stopWordList(subtag: string): Promise<List | undefined> | undefined {
  return LISTS.get(subtag)?.().catch(() => undefined);
}

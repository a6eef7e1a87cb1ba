import { pol } from 'stopword';

/** Polish stop words. */
export const stopwords: readonly string[] = pol;

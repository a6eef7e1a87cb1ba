import { primaryLanguage } from '../shared/language.js';
import { ENGLISH, type Strings } from './strings.js';

/** What the block needs of a language. */
export interface Language {
  readonly strings: Strings;
  /** The words that say nothing about a text's subject; empty where they are not known. */
  readonly stopWords: readonly string[];
}

/** English without its stop words: for every language that is not known or can't be loaded. */
export const UNKNOWN_LANGUAGE: Language = { strings: ENGLISH, stopWords: [] };

/**
 * Loads the file of one language, so that a page loads its own language alone.
 *
 * @param tag a language tag (BCP 47); `de-AT` gives German
 * @throws what the import throws where the file can't be loaded
 */
export async function loadLanguage(tag: string): Promise<Language> {
  return { ...UNKNOWN_LANGUAGE, ...(await FILES.get(primaryLanguage(tag))?.()) };
}

/** The block's own texts for a language tag (BCP 47): English where there are none for it. */
export async function loadStrings(tag: string): Promise<Strings> {
  return (await loadLanguage(tag)).strings;
}

/** English texts are a part of the element, so that its file holds stop words alone. */
const FILES = new Map<string, () => Promise<Partial<Language>>>([
  ['de', () => import('./languages/de.js')],
  ['en', () => import('./languages/en.js')],
  ['es', () => import('./languages/es.js')],
  ['fr', () => import('./languages/fr.js')],
  ['it', () => import('./languages/it.js')],
  ['nl', () => import('./languages/nl.js')],
  ['pl', () => import('./languages/pl.js')],
  ['pt', () => import('./languages/pt.js')],
]);

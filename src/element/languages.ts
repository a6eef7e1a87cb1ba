import { primaryLanguage } from '../shared/language.js';
import { ENGLISH, type Strings } from './strings.js';

/** What the block needs of a language. */
export interface Language {
  readonly strings: Strings;
  /** The words that say nothing about a text's subject; undefined where they are not known. */
  readonly stopWords?: readonly string[];
}

/** What stands in for a language that has no file, or whose file can't be loaded. */
export const UNKNOWN_LANGUAGE: Language = { strings: ENGLISH };

/**
 * Loads the file of one language, so that a page loads its own language alone.
 *
 * @param tag a language tag (BCP 47); `de-AT` gives German
 * @throws what the import throws where the file can't be loaded
 */
export async function loadLanguage(tag: string): Promise<Language> {
  return (await FILES.get(primaryLanguage(tag))?.()) ?? UNKNOWN_LANGUAGE;
}

/** The block's own texts for a language tag (BCP 47): English where there are none for it. */
export async function loadStrings(tag: string): Promise<Strings> {
  return (await loadLanguage(tag)).strings;
}

/** English has no file: its texts are part of the element, its stop words part of the ranking. */
const FILES = new Map<string, () => Promise<Language>>([
  ['de', () => import('./languages/de.js')],
  ['es', () => import('./languages/es.js')],
  ['fr', () => import('./languages/fr.js')],
  ['it', () => import('./languages/it.js')],
  ['nl', () => import('./languages/nl.js')],
  ['pl', () => import('./languages/pl.js')],
  ['pt', () => import('./languages/pt.js')],
]);

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
  const language = TRADITIONAL_CHINESE.test(tag) ? 'zh-Hant' : primaryLanguage(tag);
  return (await FILES.get(language)?.()) ?? UNKNOWN_LANGUAGE;
}

/** Chinese is written in simplified characters, unless its tag says otherwise or names a place that does otherwise. */
const TRADITIONAL_CHINESE = /^(?:zh|cmn)[-_](?:hant|hk|mo|tw)\b/i;

/** The block's own texts for a language tag (BCP 47): English where there are none for it. */
export async function loadStrings(tag: string): Promise<Strings> {
  return (await loadLanguage(tag)).strings;
}

/** English has no file: its texts are part of the element, its stop words part of the ranking. */
const FILES = new Map<string, () => Promise<Language>>(
  Object.entries({
    ar: () => import('./languages/ar.js'),
    cs: () => import('./languages/cs.js'),
    da: () => import('./languages/da.js'),
    de: () => import('./languages/de.js'),
    es: () => import('./languages/es.js'),
    fi: () => import('./languages/fi.js'),
    fr: () => import('./languages/fr.js'),
    he: () => import('./languages/he.js'),
    hu: () => import('./languages/hu.js'),
    it: () => import('./languages/it.js'),
    ja: () => import('./languages/ja.js'),
    ko: () => import('./languages/ko.js'),
    no: () => import('./languages/nb.js'),
    nl: () => import('./languages/nl.js'),
    pl: () => import('./languages/pl.js'),
    pt: () => import('./languages/pt.js'),
    ro: () => import('./languages/ro.js'),
    ru: () => import('./languages/ru.js'),
    sv: () => import('./languages/sv.js'),
    tr: () => import('./languages/tr.js'),
    uk: () => import('./languages/uk.js'),
    zh: () => import('./languages/zh-hans.js'),
    'zh-Hant': () => import('./languages/zh-hant.js'),
  }),
);

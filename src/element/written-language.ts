import { thisPage } from '../page/dom-tree.js';

/** The language at each block when it was first seen on a page, with the path of that page. */
const seen = new WeakMap<Element, { readonly path: string; readonly language: string | undefined }>();
/** The language of the last page that no browser had translated. */
let original: string | undefined;

/**
 * The language (BCP 47) in which a page was written: the one that held at a block when it was first seen on the page. A
 * browser that translates a page changes its `lang` attribute, but other articles are not what its reader asks for.
 * Undefined where the page was translated before and nobody tells from what.
 *
 * @param language what holds at the block now
 */
export function writtenLanguage(block: Element, language: string): string | undefined {
  const { pathname: path } = location;
  let first = seen.get(block);
  if (first?.path !== path) {
    const isOriginal = !isTranslated(thisPage().documentElement);
    if (isOriginal) original = language;
    first = { path, language: isOriginal ? language : (translatedFrom(language) ?? original) };
    seen.set(block, first);
  }
  return first.language;
}

/** Chromium marks a page that it has translated by a class, Google's translated copies by their language. */
function isTranslated({ className, lang }: HTMLElement): boolean {
  return /\btranslated-(?:ltr|rtl)\b/.test(className) || translatedFrom(lang) !== undefined;
}

/** The `de` of `en-x-mtfrom-de` (BCP 47, extension T of machine translation, in its private form). */
function translatedFrom(language: string): string | undefined {
  return /-x-mtfrom-([a-z]{2,3}\b)/i.exec(language)?.[1];
}

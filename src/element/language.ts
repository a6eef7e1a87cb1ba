/**
 * The language (BCP 47) that holds at an element: the nearest `lang` attribute, also outside the shadow trees that
 * it is in, `de_DE` read as `de-DE`; English where there is none, or none that is well formed.
 */
export function languageOf(element: Element): string {
  const root = element.getRootNode();
  const holder = element.closest('[lang]');
  if (!holder && root instanceof ShadowRoot) return languageOf(root.host);
  const tag = holder?.getAttribute('lang')?.trim().replaceAll('_', '-') ?? '';
  return isWellFormed(tag) ? tag : 'en';
}

function isWellFormed(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

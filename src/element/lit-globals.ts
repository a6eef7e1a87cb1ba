/**
 * Lit reads these names from `globalThis`. An element of the page with such an id would be found under the name (named
 * access on the Window object, HTML standard), and Lit would call it. A value of our own hides the element. This module
 * is imported before Lit.
 */
const NAMES = [
  'litHtmlVersions',
  'litHtmlPolyfillSupport',
  'litElementVersions',
  'litElementPolyfillSupport',
  'litElementHydrateSupport',
  'reactiveElementVersions',
  'reactiveElementPolyfillSupport',
];

for (const name of NAMES) {
  if (name in globalThis && !Object.hasOwn(globalThis, name)) {
    Object.defineProperty(globalThis, name, { value: undefined, writable: true, configurable: true });
  }
}

import { type Document, first } from './html-document.js';

/** What the pages have of frameworks that render them once more in the browser, from data of their own. */
const MARKS: Readonly<Record<string, string>> = {
  'Next.js': '#__NEXT_DATA__, script[src*="/_next/static/"]',
  Docusaurus: '#__docusaurus',
  Gatsby: '#___gatsby',
  React: '[data-reactroot]',
  VitePress: 'script:not([type="application/json"]):contains("__VP_HASH_MAP__")',
  Nuxt: '#__nuxt, [data-n-head]',
  Vue: '[data-server-rendered]',
  SvelteKit: 'script:not([type="application/json"]):contains("__sveltekit")',
  Angular: '[ng-version]',
};

/**
 * The framework that renders a page once more in the browser, and then leaves away what was written into the built page;
 * undefined where none is known.
 */
export function frameworkOf(page: Document): string | undefined {
  return Object.keys(MARKS).find((framework) => first(MARKS[framework] as string, page));
}

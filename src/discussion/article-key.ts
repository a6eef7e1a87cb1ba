import type { Article } from '../article.js';

/**
 * Reads how a comment system names articles: `url` (without a fragment), `path` (as it stands in the URL), `id`, or a
 * template such as `/{path}/`, with `{url}`, `{id}`, `{path}` (of the URL, without slashes around it and without the
 * ending `.html` or `index.html`) and `{slug}`, the last part of the path.
 *
 * @throws Error where it is none of these
 */
export function articleKey(form: string): (article: Article) => string {
  const named = FORMS.get(form);
  if (named) return named;
  if (!/\{\w+\}/.test(form)) {
    throw new Error(`key="${form}" is none of ${[...FORMS.keys()].join(', ')}, nor a template like /{path}/`);
  }
  return (article) =>
    form.replace(/\{(\w+)\}/g, (whole, name: string) => PLACES.get(name)?.(article) ?? whole);
}

/** The article's URL without a fragment. */
export function urlOf({ url }: Article): string {
  return url.replace(/#.*/, '');
}

/** The path as it stands in the article's URL: `/news/mast.html`. */
export function pathOf({ url }: Article): string {
  return new URL(url).pathname;
}

/** The path without slashes around it and without an ending that says nothing: `news/mast`. */
export function barePathOf(article: Article): string {
  return pathOf(article).replace(/^\/+|\/+(?:index\.\w+)?$|\.(?:html?|php)$/gi, '');
}

const FORMS: ReadonlyMap<string, (article: Article) => string> = new Map([
  ['url', urlOf],
  ['path', pathOf],
  ['path-without-slash', (article: Article) => pathOf(article).replace(/\/+$/, '') || '/'],
  ['id', ({ id }: Article) => id],
]);

const PLACES: ReadonlyMap<string, (article: Article) => string> = new Map([
  ['url', urlOf],
  ['id', ({ id }: Article) => id],
  ['path', barePathOf],
  ['slug', (article: Article) => barePathOf(article).replace(/^.*\//, '')],
]);

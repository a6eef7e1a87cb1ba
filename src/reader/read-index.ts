import { type ArticleIndex, type Fields, NO_INDEX, toIndex } from './article-index.js';
import { commonListing } from './common-formats.js';
import { plainList } from './formats/plain-list.js';
import { finished } from '../shared/time-slicing.js';
import { rarerListing } from './rarer-formats.js';

export type { ArticleIndex, Fields, Problem } from './article-index.js';

/**
 * Reads a JSON article index of any format that sites commonly publish, recognised by its content: JSON Feed,
 * WordPress, Ghost, Drupal's JSON:API, TYPO3, Discourse, schema.org, RSS-in-JSON, the search indexes of MkDocs, Quarto,
 * Docusaurus, Just the Docs and Zola, or a list under the names that themes commonly use.
 *
 * Records that are sections of one article are joined. Unusable entries, and those whose id or URL came before, are
 * skipped and reported, never fatal; a document that is no index at all gives no article and one problem.
 *
 * @param json the parsed document; any value will do
 * @param baseUrl the absolute URL of the index; relative addresses in it are resolved against this
 * @param options.fields where entries say what, for documents that name things in their own way
 * @throws TypeError where `baseUrl` is not absolute, or `fields` are none
 */
export function readIndex(
  json: unknown,
  baseUrl: string | URL,
  { fields }: { readonly fields?: Fields } = {},
): ArticleIndex {
  const base = absolute(baseUrl);
  for (const [member, field] of Object.entries(fields ?? {})) checkField(member, field);
  const listing = commonListing(json, base) ?? rarerListing(json, base) ?? plainList(json, base);
  return listing ? finished(toIndex(listing, base, fields)) : NO_INDEX;
}

function absolute(url: string | URL): URL {
  try {
    return new URL(url);
  } catch {
    throw new TypeError(`related-articles: readIndex needs an absolute base URL, got ${JSON.stringify(url)}`);
  }
}

function checkField(member: string, field: unknown): void {
  if (MEMBERS.includes(member) && (typeof field === 'string' || typeof field === 'function')) return;
  const given = typeof field === 'string' ? field : typeof field;
  throw new TypeError(
    `related-articles: "fields" takes names or functions for ${MEMBERS.join(', ')}; got ${member}: ${given}`,
  );
}

const MEMBERS: readonly string[] = [
  'id',
  'url',
  'title',
  'excerpt',
  'text',
  'html',
  'date',
  'expires',
  'tags',
  'terms',
  'language',
  'author',
  'image',
  'images',
  'discussionCount',
  'discussionUrl',
  'unpublished',
] satisfies (keyof Fields)[];

import { isOfType, isRecord, isText, type JsonRecord, own } from '../../shared/json.js';
import type { Names } from '../names.js';
import type { Format } from './format.js';

/**
 * Articles in JSON-LD of schema.org (https://schema.org/Article). They stand alone, in a list, in a `@graph`, or in an
 * `ItemList`, a `Blog` or a `CollectionPage`.
 */
export const schemaOrg: Format = (json, _base, read) => {
  const roots = [json].flat().filter(isRecord);
  const isLinkedData = roots.some((root) =>
    ['@context', '@graph', '@type'].some((key) => own(root, key) !== undefined),
  );
  if (!isLinkedData) return undefined;
  return {
    format: 'schema.org',
    entries: things(roots).filter(isArticle),
    draft: (thing) => ({
      ...read(thing, NAMES),
      section: own(thing, 'articleSection'),
      type: own(thing, '@type'),
      tags: [own(thing, 'keywords'), own(thing, 'articleSection')].flat().flatMap(split),
    }),
  };
};

/** Members by which one thing holds others. */
const HOLDERS = [
  '@graph',
  'mainEntity',
  'itemListElement',
  'item',
  'blogPost',
  'blogPosts',
  'hasPart',
  'dataFeedElement',
];
/** Levels from a document to its articles: graph, page, list, place in the list, article. */
const DEEPEST = 5;

/** All things of a document in their order, each before the things that it holds. */
function things(roots: readonly JsonRecord[], depth = 0): JsonRecord[] {
  return roots.flatMap((thing) => {
    if (isOfType(thing, /Breadcrumb/)) return [];
    const held = HOLDERS.flatMap((key) => own(thing, key) ?? []).filter(isRecord);
    return held.length > 0 && depth < DEEPEST ? [thing, ...things(held, depth + 1)] : [thing];
  });
}

/** Whether a thing is an article of any kind, or a place in a list that names its article by the address alone. */
function isArticle(thing: JsonRecord): boolean {
  const isPlace = isOfType(thing, /^ListItem$/) && own(thing, 'item') === undefined;
  return isPlace || isOfType(thing, /Article|Posting|Report|Review|Recipe/);
}

const NAMES: Names = {
  id: 'identifier @id',
  url: 'url mainEntityOfPage.@id mainEntityOfPage @id',
  title: 'headline name',
  excerpt: 'description abstract',
  text: 'articleBody',
  date: 'datePublished',
  expires: 'expires',
  language: 'inLanguage inLanguage.alternateName',
  author: 'author',
  image: 'image',
  images: 'image',
  discussionCount: 'commentCount',
  discussionUrl: 'discussionUrl',
};

function split(tag: unknown): unknown {
  return isText(tag) ? tag.split(',') : tag;
}

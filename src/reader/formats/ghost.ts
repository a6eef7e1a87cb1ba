import { isRecord, isText, own } from '../../shared/json.js';
import { readLoosely } from './content-systems.js';
import type { Format } from './format.js';

/**
 * Posts of Ghost's Content API (https://docs.ghost.org/content-api/posts), and Ghost's search index. Posts have tags
 * and authors if the address asks for them: `include=tags,authors`. Tags that start with `#` are internal.
 */
export const ghost: Format = (json, _base, read) => {
  const entries = own(json, 'posts');
  if (!Array.isArray(entries)) return undefined;
  const sign = own(json, 'meta.pagination') ?? own(entries.find(isRecord), 'visibility');
  if (sign === undefined) return undefined;
  return {
    format: 'Ghost',
    entries,
    pages: own(json, 'meta.pagination.pages'),
    draft: (post) => ({
      ...read(post, NAMES, readLoosely(post, read)),
      tags: [own(post, 'tags')].flat().filter(isPublic),
    }),
  };
};

const NAMES = { excerpt: 'custom_excerpt excerpt', author: 'authors primary_author' };

function isPublic(tag: unknown): boolean {
  const name = own(tag, 'name');
  return isText(name) && !name.startsWith('#') && own(tag, 'visibility') !== 'internal';
}

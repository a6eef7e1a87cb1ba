import { isOfType, isRecord, isText, type JsonRecord, own, parseJson } from '../shared/json.js';
import type { PageTree } from './page-tree.js';

/** The schema.org objects in a page's JSON-LD scripts. Scripts that are not JSON are skipped. */
export function jsonLdObjects<E>(tree: PageTree<E>): JsonRecord[] {
  return tree
    .all('script[type="application/ld+json"]')
    .flatMap((script) => objectsIn(parseJson(tree.text(script))));
}

/** The objects of a document: itself or those of its list, those in their graph, and the main entity of each. */
function objectsIn(json: unknown): JsonRecord[] {
  return records(json).flatMap((node) => [
    node,
    ...records(own(node, '@graph')),
    ...records(own(node, 'mainEntity')),
  ]);
}

function records(value: unknown): JsonRecord[] {
  return [value].flat().filter(isRecord);
}

/** The first schema.org article among some objects; empty where there is none. */
export function articleObject(objects: readonly JsonRecord[]): JsonRecord {
  return objects.find((node) => isOfType(node, /(?:Article|Posting|Report)$/)) ?? {};
}

/** A member as text: the text itself, the address of an object (`url` or `@id`), or the first of a list of these. */
export function memberText(node: JsonRecord, member: string): string | undefined {
  const [value]: readonly unknown[] = [own(node, member)].flat();
  const text = isRecord(value) ? (own(value, 'url') ?? own(value, '@id')) : value;
  return isText(text) ? text.trim() : undefined;
}

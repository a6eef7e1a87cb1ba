import { isOfType, isRecord, isText, type JsonRecord, own, parseJson } from '../shared/json.js';
import { contents, type PageTree } from './page-tree.js';

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

/**
 * The schema.org article of a page: the one with the page's title, heading or canonical address. Where there is none,
 * it is the first without an address or without a name, as any other is another page's. Empty where there is none.
 *
 * @param objects the objects in the page's JSON-LD
 */
export function articleObject<E>(tree: PageTree<E>, objects = jsonLdObjects(tree)): JsonRecord {
  const page = contents(tree, 'title, h1, link[rel~="canonical"]').join();
  const find = (missing: string): JsonRecord | undefined =>
    objects.find(
      (node) =>
        isOfType(node, /(?:Article|Posting|Report)$/) &&
        (page.includes(memberText(node, 'headline') ?? missing) ||
          page.includes(articleAddress(node) ?? missing)),
    );
  // What is missing is on no page at first, then on every page.
  return find('\0') ?? find('') ?? {};
}

/** The address that an article in JSON-LD gives itself, as written. */
export function articleAddress(article: JsonRecord): string | undefined {
  return memberText(article, 'url') ?? memberText(article, 'mainEntityOfPage');
}

/** A member as text: the text itself, the address of an object (`url` or `@id`), or the first of a list of these. */
export function memberText(node: JsonRecord, member: string): string | undefined {
  const [value]: readonly unknown[] = [own(node, member)].flat();
  const text = isRecord(value) ? (own(value, 'url') ?? own(value, '@id')) : value;
  return isText(text) ? text.trim() : undefined;
}

import { isRecord, isText, type JsonRecord, own } from '../../shared/json.js';
import { all, type Document } from './html-document.js';

/** The schema.org objects of a page's JSON-LD scripts; unreadable scripts are passed over. */
export function structuredData(page: Document): JsonRecord[] {
  return all('script[type="application/ld+json"]', page).flatMap((script) =>
    nodes(parse(script.children.map((child) => ('data' in child ? child.data : '')).join(''))),
  );
}

/** Whether an object is of one of these schema.org types. */
export function isOfType(node: JsonRecord, types: RegExp): boolean {
  return [own(node, '@type')].flat().some((type) => typeof type === 'string' && types.test(type));
}

/** Types of what we look for, and of pages that are no article. */
export const ARTICLE_TYPES = /(?:Article|BlogPosting|Report|Posting)$/;
export const OTHER_PAGE_TYPES =
  /^(?:CollectionPage|SearchResultsPage|ProfilePage|ContactPage|AboutPage|ItemList|Blog|CheckoutPage|MediaGallery)$/;

/** A member as text: itself, an object's `@id` or `url`, or the first of a list. */
export function dataText(node: JsonRecord, member: string): string | undefined {
  const [value]: readonly unknown[] = [own(node, member)].flat();
  const text = isRecord(value) ? (own(value, 'url') ?? own(value, '@id')) : value;
  return isText(text) ? text.trim() : undefined;
}

/** `commentCount`, or what `interactionStatistic` says of comments. */
export function commentCount(node: JsonRecord): unknown {
  const statistics = [own(node, 'interactionStatistic')].flat().filter(isRecord);
  const comments = statistics.find((statistic) => {
    const kind = own(statistic, 'interactionType');
    const name = isRecord(kind) ? own(kind, '@type') : kind;
    return typeof name === 'string' && /Comment(?:Action)?$/.test(name);
  });
  return own(node, 'commentCount') ?? own(comments ?? {}, 'userInteractionCount');
}

/** The address of the page that an object describes. */
export function dataUrl(node: JsonRecord): string | undefined {
  return dataText(node, 'url') ?? dataText(node, 'mainEntityOfPage');
}

/** The objects of a document: itself, a list's, a graph's, and what a page says it is about. */
function nodes(json: unknown): JsonRecord[] {
  const list: readonly unknown[] = Array.isArray(json) ? json : [json];
  return list.filter(isRecord).flatMap((node) => {
    const graph = [own(node, '@graph')].flat().filter(isRecord);
    const entity = [own(node, 'mainEntity')].flat().filter(isRecord);
    return [node, ...graph, ...entity];
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A JSON object whose members are not known yet. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object: neither null nor an array. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a text with a character other than white space. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** The text that a value is, trimmed, also if it is a number such as the title 1984; empty for anything else. */
export function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/**
 * The value at a path of own members; undefined where there is none. Inherited members do not count, so that
 * `constructor` is no field.
 *
 * @param path names of members with dots between them
 * @example own({ media: [{ url: '/a.jpg' }] }, 'media.0.url') // '/a.jpg'
 */
export function own(value: unknown, path: string): unknown {
  // Most paths are one name, and to split them all takes longer than all else here.
  return path.includes('.') ? ownAt(value, path.split('.')) : member(value, path);
}

/** The names of members, each of the value that the name before it leads to. */
type Path = readonly string[];

function ownAt(value: unknown, path: Path): unknown {
  let found = member(value, path[0]!);
  for (let at = 1; at < path.length && found !== undefined; at++) found = member(found, path[at]!);
  return found;
}

function member(holder: unknown, key: string): unknown {
  const holds = typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key);
  return holds ? (holder as JsonRecord)[key] : undefined;
}

/**
 * The first value at one of several paths that passes a test.
 *
 * @param paths with spaces between them
 * @param isFit the test; by default, that the value is a text
 * @example firstOwn({ cover: '/a.jpg' }, 'image cover media.0.url') // '/a.jpg'
 */
export function firstOwn(
  record: unknown,
  paths: string,
  isFit: (value: unknown) => unknown = isText,
): unknown {
  for (const path of pathsIn(paths)) {
    const value = ownAt(record, path);
    if (value !== undefined && isFit(value)) return value;
  }
  return undefined;
}

/** Splits a list of paths. Results are kept: the lists stand in the code and are few. */
function pathsIn(paths: string): readonly Path[] {
  let list = splitPaths.get(paths);
  if (!list) splitPaths.set(paths, (list = paths.split(' ').map((path) => path.split('.'))));
  return list;
}

const splitPaths = new Map<string, readonly Path[]>();

/** The same object without the members whose value is undefined. */
export function definedOnly<T extends object>(members: T): T {
  // `delete` would turn each object into a dictionary, which is slow to read.
  const defined: Partial<T> = {};
  for (const key of Object.keys(members) as (keyof T)[]) {
    if (members[key] !== undefined) defined[key] = members[key];
  }
  return defined as T;
}

/** The parsed JSON of a text; undefined where the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A count of posts: an integer from 0 to 1e9, also written as a text of digits; undefined for anything else. */
export function toCount(value: unknown): number | undefined {
  const count = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= 1e9
    ? count
    : undefined;
}

/** Whether one of the types of a JSON-LD object (`@type`, a text or a list of texts) passes a test. */
export function isOfType(node: JsonRecord, type: RegExp): boolean {
  return [own(node, '@type')].flat().some((name) => typeof name === 'string' && type.test(name));
}

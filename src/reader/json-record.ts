/** A JSON object whose members are not known yet. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object: neither null nor an array. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The names of members, each of what the one before holds. */
export type Path = readonly string[];

/**
 * What stands at a path of own members, `discussion.count` or `media.0.url`; undefined for what is inherited, so that
 * `constructor` or a polluted prototype is no field.
 */
export function own(value: unknown, path: string): unknown {
  // Most paths are one name, and splitting them all takes longer than all else here.
  return path.includes('.') ? ownAt(value, path.split('.')) : member(value, path);
}

function ownAt(value: unknown, path: Path): unknown {
  let found = member(value, path[0]!);
  for (let at = 1; at < path.length && found !== undefined; at++) found = member(found, path[at]!);
  return found;
}

function member(holder: unknown, key: string): unknown {
  const holds = typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key);
  return holds ? (holder as JsonRecord)[key] : undefined;
}

/** The first value fit for use at one of the paths, which spaces part: `image cover media.0.url`. */
export function firstOwn(
  record: unknown,
  paths: string,
  isFit: (value: unknown) => unknown = isText,
): unknown {
  let list = lists.get(paths);
  if (!list) lists.set(paths, (list = paths.split(' ').map((path) => path.split('.'))));
  return firstAt(record, list, isFit);
}

/** The same where the paths are lists. */
export function firstAt(
  record: unknown,
  paths: readonly Path[],
  isFit: (value: unknown) => unknown,
): unknown {
  for (let at = 0; at < paths.length; at++) {
    const value = ownAt(record, paths[at]!);
    if (value !== undefined && isFit(value)) return value;
  }
  return undefined;
}

/** Lists of paths that were read before; few, since they are written in the code. */
const lists = new Map<string, readonly Path[]>();

/** A record with these members alone, inheriting none: pages may have given every object a `url`, say. */
export function bare<T extends object>(members: T): T {
  return { __proto__: null, ...members };
}

/**
 * Leaves out members without a value, so that an article prints and compares as what it holds; but not those that
 * objects of this page inherit.
 */
export function definedOnly<T extends object>(members: T): T {
  // Deleting members would make each object a dictionary, which is slow to read.
  const defined: Partial<T> = {};
  for (const key of Object.keys(members) as (keyof T)[]) {
    const value = members[key];
    if (key in Object.prototype) Object.defineProperty(defined, key, bare({ value, enumerable: true }));
    else if (value !== undefined) defined[key] = value;
  }
  return defined as T;
}

/** Whether a value is a text that says something. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

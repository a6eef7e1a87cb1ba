/** A JSON object whose members are not known yet. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object: neither null nor an array. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object's own member; undefined for what it inherits, so that `constructor` or a polluted prototype is no field. */
export function own(record: JsonRecord, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** An object's own member where that is an object itself, else an empty one. */
export function ownRecord(record: JsonRecord, key: string): JsonRecord {
  const value = own(record, key);
  return isRecord(value) ? value : {};
}

/** The first own member among `keys` that is fit for use. */
export function firstOwn(
  record: JsonRecord,
  keys: readonly string[],
  isFit: (value: unknown) => boolean = isText,
): unknown {
  return keys.map((key) => own(record, key)).find(isFit);
}

/** Whether a value is a text that says something. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

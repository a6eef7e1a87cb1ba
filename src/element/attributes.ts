/** Reads a number from an attribute; null where there is none, which a blank one is too. */
export function toNumber(attribute: string | null): number | null {
  return attribute?.trim() ? Number(attribute) : null;
}

/** A text that the author gave, or another one: null is a removed attribute, and blanks are no text. */
export function orElse(given: string | null, other: string): string {
  return given?.trim() || other;
}

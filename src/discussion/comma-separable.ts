/** Those keys that a list with commas between them can hold. */
export function commaSeparable(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => !key.includes(','));
}

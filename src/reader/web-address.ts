/**
 * The absolute http(s) address that a value names, resolved against `base`; undefined for anything else:
 * other schemes, no text, no address, or one that carries a user name or password.
 */
export function webAddress(value: unknown, base: string | URL): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  try {
    const url = new URL(value, base);
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    return isWeb && !url.username && !url.password ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** How long a server may take, from the question to the last byte, in milliseconds. */
export const LONGEST_MS = 8000;

/** A request as a guest makes it: cookies for none but the page's own origin, if at all, and no other learns its path. */
export function asGuest({ cache, credentials }: Pick<RequestInit, 'cache' | 'credentials'>): RequestInit {
  return { cache, credentials, referrerPolicy: 'same-origin' };
}

/** How long a server may take, from the question to the last byte, in milliseconds. */
export const LONGEST_MS = 8000;

/** Breaks a request off with a `TimeoutError` when it takes too long; returns the timer. */
export function limited(controller: AbortController): ReturnType<typeof setTimeout> {
  return setTimeout(() => controller.abort(new DOMException('too slow', 'TimeoutError')), LONGEST_MS);
}

/** What a request says for itself. */
export type GuestRequest = Pick<RequestInit, 'cache' | 'credentials' | 'signal'>;

/** A request as a guest makes it: cookies for none but the page's own origin, if at all, and no other learns its path. */
export function asGuest({ cache, credentials, signal }: GuestRequest): RequestInit {
  return { cache, credentials, signal, referrerPolicy: 'same-origin' };
}

/** Bytes in pieces: to make one of them takes a page as long as to read them. */
export type Bytes = readonly Uint8Array<ArrayBuffer>[];

/**
 * All bytes of an answer, in the pieces in which they came; undefined where there are more than `most`.
 *
 * @param onBytes told how many have come, each time some have
 */
export async function bytesOf(
  answer: Response,
  most: number,
  onBytes?: (size: number) => void,
): Promise<Bytes | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  // What takes the place of `fetch` on a page may know no streams.
  if (!answer.body) return [new Uint8Array(await answer.arrayBuffer())];
  const reader = answer.body.getReader();
  let size = 0;
  for (let part = await reader.read(); part.value; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > most) {
      void reader.cancel();
      return undefined;
    }
    chunks.push(part.value);
    onBytes?.(size);
  }
  return chunks;
}

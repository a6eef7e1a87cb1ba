/** Work that is done once for all who wait for it. */
export interface SharedWork<T> {
  readonly result: Promise<T>;
  /** Waits for the result. Rejects with the signal's reason once that is aborted. */
  readonly wait: (signal?: AbortSignal) => Promise<T>;
}

/**
 * Begins work that several may wait for. It is aborted when all who wait have aborted.
 *
 * @param onAbandon called when that happens
 */
export function shareWork<T>(
  work: (signal: AbortSignal) => Promise<T>,
  onAbandon: () => void,
): SharedWork<T> {
  const controller = new AbortController();
  const result = work(controller.signal);
  let waiting = 0;
  const wait = (signal?: AbortSignal): Promise<T> => {
    waiting++;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        reject(signal?.reason);
        if (--waiting > 0) return;
        onAbandon();
        controller.abort();
      };
      signal?.addEventListener('abort', leave, { once: true });
      // A result that is kept would keep alive all who waited for it.
      result.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
    });
  };
  return { result, wait };
}

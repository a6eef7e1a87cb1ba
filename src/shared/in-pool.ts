/** Does asynchronous work for each entry of a list, a few entries at a time. */
export async function inPool<T>(
  list: readonly T[],
  work: (entry: T, at: number) => Promise<void>,
): Promise<void> {
  const entries = list.entries();
  const worker = async (): Promise<void> => {
    for (const [at, entry] of entries) await work(entry, at);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
}

/** How many run at once: requests are fast enough so, and no burden on a small server. */
const AT_A_TIME = 4;

/** Work in steps of about a millisecond at most, so that a page need not stand still until all of it is done. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does work for each number below `count`, so many in a step. */
export function* forEach(count: number, inStep: number, work: (at: number) => void): Steps<void> {
  for (let at = 0; at < count; at++) {
    work(at);
    if (at % inStep === inStep - 1) yield;
  }
}

/** Does work at one go. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** How long work may hold a thread, in milliseconds: half of what a page has to paint at 60 frames a second. */
const SLICE_MS = 8;

/** When the slice ends that all work shares: what several do one after the other holds the thread as well. */
let end = 0;

/** Does work in slices, between which the page answers its visitor. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    if (performance.now() >= end) {
      await rest();
      end = performance.now() + SLICE_MS;
    }
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Lets others have the thread; where browsers can, work goes on before what was put off meanwhile. */
export async function rest(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const go = (): void => {
      // An open one keeps a program running.
      port1.close();
      resolve();
    };
    port1.addEventListener('message', go);
    port1.start();
    port2.postMessage(undefined);
  });
}

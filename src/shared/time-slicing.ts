/**
 * Work in steps of about a millisecond at most: a generator that yields after each step. Whoever runs it decides
 * whether the page may answer its visitor in between.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does work for each number below `count`, `inStep` numbers in a step. */
export function* forEach(count: number, inStep: number, work: (at: number) => void): Steps<void> {
  for (let at = 0; at < count; at++) {
    work(at);
    if (at % inStep === inStep - 1) yield;
  }
}

/** Does all steps at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** How long work may hold a thread, in milliseconds: half of the time between two frames at 60 frames a second. */
const SLICE_MS = 8;

/** When the current slice ends. All work shares it: what several do one after the other holds the thread as well. */
let end = 0;

/** Does the steps in time slices, between which the page can answer its visitor. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    if (performance.now() >= end) {
      await yieldToPage();
      end = performance.now() + SLICE_MS;
    }
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** How long the page's timers wait at most while slice follows slice, in milliseconds. */
const TURN_MS = 50;

/** When the page's timers get their next turn. */
let turn = 0;

/**
 * Lets other tasks of the page run first. After `scheduler.yield` (Prioritized Task Scheduling API) work goes on before
 * the page's timers and messages, so that it is done early. Now and then, and where a browser does not have it, a
 * message is awaited, which comes behind them.
 */
export async function yieldToPage(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  const now = performance.now();
  if (scheduler?.yield && now < turn) return scheduler.yield();
  turn = now + TURN_MS;
  // DOM libraries for unit tests may have no messages.
  if (typeof MessageChannel === 'undefined') return nextTask();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const go = (): void => {
      // An open port keeps a program running.
      port1.close();
      resolve();
    };
    port1.addEventListener('message', go);
    port1.start();
    port2.postMessage(undefined);
  });
}

/** Waits for a task of its own. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** Work in steps of about a millisecond at most, so that a page need not stand still until all of it is done. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does work at one go. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does work for each number below `count`, so many in a step. */
export function* forEach(count: number, inStep: number, work: (at: number) => void): Steps<void> {
  for (let at = 0; at < count; at++) {
    work(at);
    if (at % inStep === inStep - 1) yield;
  }
}

/** Documents that are read or weighed in a step. */
export const DOCUMENTS = 4;

/** Numbers that are looked up or written in a step. */
export const NUMBERS = 4096;

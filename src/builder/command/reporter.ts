import { styleText } from 'node:util';
import type { OnProgress, Progress } from '../progress.js';

/** Where a command writes: Node's streams, or a test's. */
export interface Output {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** What a command runs in. */
export interface Surroundings {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/**
 * Says what a command does: results on standard output; on standard error how far a long step is, as a bar on a
 * terminal and as lines, now and then, elsewhere.
 */
export class Reporter {
  /** Says nothing but errors. */
  quiet = false;
  /** What the process ends with. */
  exitCode = 0;
  readonly #surroundings: Surroundings;
  #last: Progress | undefined;
  #started = 0;
  #drawn = -Infinity;
  #hasBar = false;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** A line of the result. */
  line(text = ''): void {
    this.#clear();
    if (!this.quiet) this.#surroundings.stdout.write(`${text}\n`);
  }

  /** What was asked for as data, also with `--quiet`. */
  data(text: string): void {
    this.#clear();
    this.#surroundings.stdout.write(text);
  }

  /** The line about what went wrong. */
  error(text: string): void {
    this.#clear();
    this.#surroundings.stderr.write(`${text}\n`);
  }

  /** A text in a style, where the output is a terminal that shows colours and nobody objects (no-color.org). */
  styled(style: 'bold' | 'dim' | 'red' | 'yellow' | 'green', text: string): string {
    const { stdout, env } = this.#surroundings;
    const hasColours = stdout.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
    return hasColours ? styleText(style, text, { validateStream: false }) : text;
  }

  /** Where the command was stopped, and what that means for its files. */
  stopped(): string {
    if (!this.#last) return 'stopped; nothing was written';
    const { step, done, total, isWriting } = this.#last;
    const place = `stopped while ${step.toLowerCase()}, ${counted({ done, total }, ' of ')}`;
    return isWriting
      ? `${place}; every file is whole, run it again to finish`
      : `${place}; nothing was written`;
  }

  readonly onProgress: OnProgress = (progress) => {
    const now = performance.now();
    const { step } = this.#last ?? {};
    this.#last = progress;
    if (progress.step !== step) {
      this.#started = now;
      this.#drawn = -Infinity;
    }
    const { isTTY } = this.#surroundings.stderr;
    const pause = isTTY ? BAR_PAUSE_MS : LINE_PAUSE_MS;
    if (this.quiet || now - this.#started < QUICK_MS || now - this.#drawn < pause) return;
    this.#drawn = now;
    if (isTTY) this.#bar(progress);
    else this.#surroundings.stderr.write(`${progress.step}: ${counted(progress)}\n`);
  };

  #bar(progress: Progress): void {
    const { stderr } = this.#surroundings;
    const { step, done, total = 0 } = progress;
    const room = Math.min(BAR_LENGTH, (stderr.columns ?? 80) - step.length - counted(progress).length - 5);
    const full = total > 0 && room > 0 ? Math.round((done / total) * room) : 0;
    const bar = total > 0 && room > 4 ? `${'█'.repeat(full)}${'░'.repeat(room - full)}  ` : '';
    stderr.write(`${CLEAR_LINE}${step}  ${bar}${counted(progress)}`);
    this.#hasBar = true;
  }

  #clear(): void {
    if (this.#hasBar) this.#surroundings.stderr.write(CLEAR_LINE);
    this.#hasBar = false;
  }
}

/** Steps that take less go unmentioned. */
const QUICK_MS = 1000;
const BAR_PAUSE_MS = 100;
const LINE_PAUSE_MS = 5000;
const BAR_LENGTH = 30;
const CLEAR_LINE = '\r\u001B[2K';

function counted({ done, total }: Pick<Progress, 'done' | 'total'>, of = ' / '): string {
  const count = done.toLocaleString('en');
  return total === undefined ? count : `${count}${of}${total.toLocaleString('en')}`;
}

import { styleText } from 'node:util';
import type { OnProgress, Progress } from '../options.js';
import { byReason, type LeftOut } from '../sources/found.js';
import { printable, printableJson } from './printable.js';

/** Where a command writes: a stream of Node, or one of a test. */
export interface Output {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** The environment that a command runs in. */
export interface Environment {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** A text in a style of its own. */
interface Styled {
  readonly style: 'bold' | 'dim' | 'red' | 'yellow' | 'green';
  readonly text: string;
}

/**
 * Prints what a command does, whatever characters the texts hold that a source gave. Results go to standard output. The progress of long steps goes to standard error: as a bar
 * on a terminal, elsewhere as a line every few seconds.
 */
export class Reporter {
  /** Whether only errors and data are printed. */
  quiet = false;
  /** The exit code of the process. */
  exitCode = 0;
  readonly #environment: Environment;
  #last: Progress | undefined;
  #started = 0;
  #drawn = -Infinity;
  #hasBar = false;
  #resultsTo: Output;

  constructor(environment: Environment) {
    this.#environment = environment;
    this.#resultsTo = environment.stdout;
  }

  /** Keeps standard output for data. Lines go to standard error from now on. */
  keepOutputForData(): void {
    this.#resultsTo = this.#environment.stderr;
  }

  /** Prints a line of the result, made of parts. */
  line(...parts: readonly (string | Styled)[]): void {
    this.#clear();
    if (!this.quiet) this.#resultsTo.write(`${parts.map((part) => this.#shown(part)).join('')}\n`);
  }

  /** Prints data that was asked for, also with `--quiet`: JSON, or a help text. */
  data(text: string): void {
    this.#clear();
    this.#environment.stdout.write(printableJson(text));
  }

  /** Prints an error: one line, but for the stack trace of a fault of this program. */
  error(text: string): void {
    this.#clear();
    this.#environment.stderr.write(`${text.split('\n').map(printable).join('\n')}\n`);
  }

  /** A part of a line in its style, if the output is a terminal with colours and `NO_COLOR` is not set (https://no-color.org). */
  #shown(part: string | Styled): string {
    if (typeof part === 'string') return printable(part);
    const { env } = this.#environment;
    const hasColours = this.#resultsTo.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
    const text = printable(part.text);
    return hasColours ? styleText(part.style, text, { validateStream: false }) : text;
  }

  /** Prints what is wrong with sources that were read all the same. */
  warnings(sentences: readonly string[]): void {
    for (const sentence of sentences) this.line(styled('yellow', 'warning'), `  ${sentence}`);
  }

  /** Prints what was left out, by reason and with examples. */
  leftOut(entries: readonly LeftOut[]): void {
    if (entries.length === 0) return;
    this.line(`${entries.length.toLocaleString('en')} left out:`);
    for (const [reason, places] of byReason(entries)) {
      const more = places.length > EXAMPLES ? [`and ${places.length - EXAMPLES} more`] : [];
      this.line(`  ${places.length.toLocaleString('en').padStart(5)}  ${reason}`);
      for (const line of [...places.slice(0, EXAMPLES), ...more])
        this.line(styled('dim', `${' '.repeat(9)}${line}`));
    }
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
    const { isTTY } = this.#environment.stderr;
    const pause = isTTY ? BAR_PAUSE_MS : LINE_PAUSE_MS;
    if (this.quiet || now - this.#started < QUICK_MS || now - this.#drawn < pause) return;
    this.#drawn = now;
    if (isTTY) this.#bar(progress);
    else this.#environment.stderr.write(`${progress.step}: ${counted(progress)}\n`);
  };

  #bar(progress: Progress): void {
    const { stderr } = this.#environment;
    const { step, done, total = 0 } = progress;
    const room = Math.min(BAR_LENGTH, (stderr.columns ?? 80) - step.length - counted(progress).length - 5);
    const full = total > 0 && room > 0 ? Math.round((done / total) * room) : 0;
    const bar = total > 0 && room > 4 ? `${'█'.repeat(full)}${'░'.repeat(room - full)}  ` : '';
    stderr.write(`${CLEAR_LINE}${step}  ${bar}${counted(progress)}`);
    this.#hasBar = true;
  }

  #clear(): void {
    if (this.#hasBar) this.#environment.stderr.write(CLEAR_LINE);
    this.#hasBar = false;
  }
}

/** A part of a line in a style. */
export function styled(style: Styled['style'], text: string): Styled {
  return { style, text };
}

/** How many places are named for each reason. */
const EXAMPLES = 3;
/** The progress of a shorter step is not shown. */
const QUICK_MS = 1000;
const BAR_PAUSE_MS = 100;
const LINE_PAUSE_MS = 5000;
const BAR_LENGTH = 30;
const CLEAR_LINE = '\r\u001B[2K';

function counted({ done, total }: Pick<Progress, 'done' | 'total'>, of = ' / '): string {
  const count = done.toLocaleString('en');
  return total === undefined ? count : `${count}${of}${total.toLocaleString('en')}`;
}

/** A size in the unit that fits: `812 B`, `3.4 kB`, `1.2 MB` (1 kB = 1,000 bytes). */
export function bytes(count: number): string {
  if (count < 1000) return `${count} B`;
  return count < 1e6 ? `${(count / 1000).toFixed(1)} kB` : `${(count / 1e6).toFixed(1)} MB`;
}

/** A number with its noun: `1 article`, `1,204 articles`. */
export function numberOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** A duration: `0.4 s`. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

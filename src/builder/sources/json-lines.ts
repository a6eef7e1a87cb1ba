import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { readIndex } from '../../reader/read-index.js';
import { parseJson } from '../../shared/json.js';
import { BuildError, systemReason } from '../build-error.js';
import type { SourceOptions } from '../options.js';
import { spellOutDates } from './dates.js';
import { siteAddress } from './documents.js';
import { type Found, type LeftOut, leftOutFor } from './found.js';
import { isRemote } from './remote.js';

/** Whether a source is a file of JSON Lines (https://jsonlines.org), by its name: `export.jsonl`, `export.ndjson.gz`. */
export function isJsonLines(source: string): boolean {
  return !isRemote(source) && /\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(source);
}

/**
 * Reads a file of JSON Lines: each line is an entry as a list of articles has it. The file is read a little at a time, so
 * it may be larger than memory.
 *
 * @yields what some hundred lines hold
 * @throws BuildError that names the file, if it can't be read
 */
export async function* readJsonLines(path: string, options: SourceOptions): AsyncGenerator<Found> {
  let batch: Line[] = [];
  for await (const line of entriesOf(path)) {
    batch.push(line);
    if (batch.length < BATCH) continue;
    yield foundIn(batch, path, options);
    batch = [];
  }
  if (batch.length > 0) yield foundIn(batch, path, options);
}

/** A line that is not empty. */
interface Line {
  /** Its number in the file, from 1. */
  readonly number: number;
  readonly text: string;
}

function foundIn(lines: readonly Line[], path: string, options: SourceOptions): Found {
  const leftOut: LeftOut[] = [];
  const entries: unknown[] = [];
  const numbers: number[] = [];
  for (const { number, text } of lines) {
    const entry = parseJson(text);
    if (entry === undefined) leftOut.push({ where: path, entry: number, reason: 'is broken JSON' });
    else {
      entries.push(entry);
      numbers.push(number);
    }
  }
  spellOutDates(entries, options.language);
  const { articles, skipped } = readIndex(entries, siteAddress(options));
  for (const { position = 0, reason } of skipped)
    leftOut.push(leftOutFor({ where: path, entry: numbers[position] ?? 0 }, reason));
  return { articles, leftOut };
}

async function* entriesOf(path: string): AsyncGenerator<Line> {
  let number = 0;
  for await (const text of linesOf(path)) {
    number++;
    if (text.trim() !== '') yield { number, text };
  }
}

/** The lines of a file, which may be compressed. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const bytes = /\.gz$/i.test(path) ? file.pipe(createGunzip()) : file;
  // A pipe hands no error on.
  file.on('error', (cause) => bytes.destroy(cause));
  bytes.setEncoding('utf8');
  try {
    let rest = '';
    for await (const chunk of bytes as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
      if (rest.length > LONGEST_LINE)
        throw new BuildError(
          `${path} has a line of more than ${LONGEST_LINE / 1e6} MB; put each article on a line`,
        );
    }
    yield rest;
  } catch (cause) {
    if (cause instanceof BuildError) throw cause;
    throw new BuildError(`can't read ${path}: ${systemReason(cause)}; check the file`, { cause });
  } finally {
    file.destroy();
  }
}

/** How many lines are read at a time. */
const BATCH = 500;
/** In UTF-16 units. */
const LONGEST_LINE = 16_000_000;

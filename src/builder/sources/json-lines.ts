import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { JSON_FEED_VERSION } from '../../reader/formats/json-feed.js';
import { type ArticleIndex, readIndex } from '../../reader/read-index.js';
import { isRecord, parseJson } from '../../shared/json.js';
import { BuildError, systemReason } from '../build-error.js';
import type { SourceOptions } from '../options.js';
import { spellOutDates } from './dates.js';
import { siteAddress } from './documents.js';
import { entriesLeftOut, type Found } from './found.js';
import { isRemote } from './remote.js';

/** Whether a source is a file of JSON Lines (https://jsonlines.org), by its name: `export.jsonl`, `export.ndjson.gz`. */
export function isJsonLines(source: string): boolean {
  return !isRemote(source) && /\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(source);
}

/**
 * Reads a file of JSON Lines: each line is an item of a JSON Feed, or an entry as other lists of articles have it. The
 * file is read a little at a time, so it may be larger than memory.
 *
 * @yields what a line holds: an article, or the reason why it has none
 * @throws BuildError that names the file, if it can't be read or ends within a line
 */
export async function* readJsonLines(path: string, options: SourceOptions): AsyncGenerator<Found> {
  const base = siteAddress(options);
  let position = -1;
  for await (const { text, isWhole } of linesOf(path)) {
    options.signal?.throwIfAborted();
    position++;
    if (text.trim() === '') continue;
    const entry = parseJson(text);
    if (entry === undefined && !isWhole)
      throw new BuildError(`${path} ends within line ${position + 1}, which is broken JSON; write it anew`);
    if (entry === undefined) {
      yield { articles: [], leftOut: entriesLeftOut([{ position, reason: 'is broken JSON' }], path) };
      continue;
    }
    spellOutDates(entry, options.language);
    const { articles, skipped } = indexOf(entry, base);
    const reasons = articles.length + skipped.length === 0 ? [NO_ARTICLE] : skipped;
    const problems = reasons.map(({ reason }) => ({ position, reason }));
    yield { articles, leftOut: entriesLeftOut(problems, path) };
  }
}

/** What one line holds. Each is read by itself, since the lines of a file may be of several kinds. */
function indexOf(entry: unknown, base: string): ArticleIndex {
  const isFeedItem = isRecord(entry) && FEED_MEMBERS.some((name) => Object.hasOwn(entry, name));
  return readIndex(isFeedItem ? { version: JSON_FEED_VERSION, items: [entry] } : [entry], base);
}

const NO_ARTICLE = { reason: 'is no article' };
/** Members that the items of a JSON Feed have, and few other lists. */
const FEED_MEMBERS = ['content_text', 'content_html', 'date_published', '_related_articles'];

interface Line {
  readonly text: string;
  /** Whether it has a line end. */
  readonly isWhole: boolean;
}

/** The lines of a file, which may be compressed. */
async function* linesOf(path: string): AsyncGenerator<Line> {
  const file = createReadStream(path, { highWaterMark: PIECE });
  const bytes = /\.gz$/i.test(path) ? file.pipe(createGunzip({ chunkSize: PIECE })) : file;
  // A pipe hands no error on.
  file.on('error', (cause) => bytes.destroy(cause));
  bytes.setEncoding('utf8');
  try {
    let rest: string | undefined;
    for await (const piece of bytes as AsyncIterable<string>) {
      const lines = (rest === undefined ? piece.replace(/^\uFEFF/, '') : rest + piece).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) yield { text, isWhole: true };
      if (rest.length > LONGEST_LINE)
        throw new BuildError(
          `${path} has a line of more than ${LONGEST_LINE / 1e6} MB; put each article on a line`,
        );
    }
    yield { text: rest ?? '', isWhole: false };
  } catch (cause) {
    if (cause instanceof BuildError) throw cause;
    throw new BuildError(`can't read ${path}: ${systemReason(cause)}; check the file`, { cause });
  } finally {
    file.destroy();
  }
}

/** In bytes. */
const PIECE = 2 ** 20;
/** In UTF-16 units. */
const LONGEST_LINE = 16_000_000;

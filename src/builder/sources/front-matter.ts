import { parse as parseToml } from 'smol-toml';
import { LineCounter, parseDocument } from 'yaml';
import { isRecord, type JsonRecord } from '../../shared/json.js';

/** The front matter of a text file and the text after it. */
export interface FrontMatter {
  /** The data; empty if the file has no front matter. */
  readonly data: JsonRecord;
  readonly body: string;
}

/**
 * Splits a file into front matter and body. Front matter is YAML between `---` lines, TOML between `+++` lines (Hugo,
 * Zola), JSON in braces (Hugo) or between `;;;` lines, or lines of names and values at the start of the file, a title
 * among them (Pelican). Nothing in it is evaluated, and dates stay as they are written. Of a name that is repeated the last
 * value counts. Names begin with a small letter: `draft` for `Draft`.
 *
 * @throws Error that says what is wrong with the front matter, and in which line
 */
export function splitFrontMatter(file: string): FrontMatter {
  const text = file.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  for (const [fence, parse] of FENCES) {
    const { source, body } = fence.exec(text)?.groups ?? {};
    if (source === undefined) continue;
    if (isTooDeep(source)) throw new Error('it is nested too deep');
    return { data: record(parse(source)), body: body ?? '' };
  }
  return { data: {}, body: text };
}

/** Whether a file begins with front matter between lines, as pages do that a generator is yet to make. */
export function hasFrontMatter(file: string): boolean {
  return /^\uFEFF?(?:---|\+\+\+)[^\S\n]*\n/.test(file.slice(0, 100).replaceAll('\r\n', '\n'));
}

const FENCES: readonly [fence: RegExp, parse: (source: string) => unknown][] = [
  [/^---[^\S\n]*\n(?<source>(?:.*\n)*?)(?:---|\.\.\.)[^\S\n]*(?:\n(?<body>[^]*))?$/, yaml],
  [/^\+\+\+[^\S\n]*\n(?<source>(?:.*\n)*?)\+\+\+[^\S\n]*(?:\n(?<body>[^]*))?$/, parseToml],
  [/^;;;[^\S\n]*\n(?<source>(?:.*\n)*?);;;[^\S\n]*(?:\n(?<body>[^]*))?$/, json],
  [/^(?<source>\{\n(?:.*\n)*?\})[^\S\n]*(?:\n(?<body>[^]*))?$/, JSON.parse],
  [/^(?<source>\{[^\S\n]*".*\})[^\S\n]*(?:\n(?<body>[^]*))?$/, JSON.parse],
  [
    /^(?=(?:[a-z].*\n)*title:)(?<source>(?:[a-z][\w -]*:.*(?:\n[^\S\n]+.*)*(?:\n|$))+)(?:\n(?<body>[^]*))?$/i,
    lines,
  ],
];

function yaml(source: string): unknown {
  const lineCounter = new LineCounter();
  // To compare each name with all before it, and to quote the source for each error, takes the square of their number in
  // time. Of names the last one counts, of errors the first.
  const document = parseDocument(source, { lineCounter, uniqueKeys: false, prettyErrors: false });
  const [error] = document.errors;
  // The first line of the file is the fence.
  if (error) throw new Error(`${error.message} in line ${lineCounter.linePos(error.pos[0]).line + 1}`);
  return document.toJS();
}

/** Names and values, each on a line of its own and further ones that are indented. */
function lines(source: string): unknown {
  const members = source.matchAll(/^([a-z][\w -]*):(.*(?:\n[^\S\n]+.*)*)/gim);
  return Object.fromEntries(
    [...members].map(([, name = '', value = '']) => [name.trim().toLowerCase(), value.trim()]),
  );
}

/** Whether data may be nested so deep that a parser, which calls itself for each level, ends the program. */
function isTooDeep(source: string): boolean {
  let depth = 0;
  for (const [sign] of source.matchAll(/[[\]{}]/g)) {
    depth = sign === '[' || sign === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return DEEP_INDENTATION.test(source);
}

const DEEPEST = 200;
const DEEP_INDENTATION = /^(?:[ \t]|[-?:][ \t]){200}/m;

function json(source: string): unknown {
  const inner = source.trim();
  return JSON.parse(inner.startsWith('{') ? inner : `{${inner}}`);
}

/** The data with TOML's date objects as texts, and with names that begin with a small letter. */
function record(data: unknown): JsonRecord {
  if (data === null || data === undefined) return {};
  if (!isRecord(data)) throw new Error('it is not a list of names and values');
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      /^\p{Lu}+$/u.test(key) ? key.toLowerCase() : key.replace(/^\p{Lu}/u, (first) => first.toLowerCase()),
      value instanceof Date ? value.toISOString() : value,
    ]),
  );
}

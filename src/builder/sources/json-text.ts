import { isRecord, parseJson } from '../../shared/json.js';
import { BuildError } from '../build-error.js';
import { LenientSyntaxError, readLenientJson } from './lenient-json.js';

/** Data that a document holds. */
export interface DocumentData {
  readonly json: unknown;
  /** What is wrong with the document, in a sentence for each thing. */
  readonly warnings: readonly string[];
}

/**
 * The data of a JSON document. One that is not quite JSON is read all the same, with a warning that says what is wrong
 * and where: browsers can't read it.
 *
 * @param where the file or URL, for people
 * @throws BuildError that says what is wrong, and in which line, if it can't be read
 */
export function dataOfJson(text: string, where: string): DocumentData {
  const bare = text.replace(/^\uFEFF/, '');
  try {
    return { json: JSON.parse(bare), warnings: [] };
  } catch (cause) {
    const { value, faults, end } = lenient(bare, where, cause);
    if (bare.slice(end).trim().replace(/^;$/, '') !== '') {
      const line = bare.slice(0, end).split('\n').length;
      const message = `${where} is broken JSON: it goes on behind its end in line ${line}; mend what writes it`;
      throw new BuildError(message, { cause });
    }
    return {
      json: value,
      warnings: [
        `${where} is not quite JSON, and no browser can read it: it has ${faults.join(', ')}; mend the template that writes it`,
      ],
    };
  }
}

/**
 * The data that a script holds, as the search indexes do that pages load as scripts: `var store = [...]`,
 * `Search.setIndex({...})`, `JSON.parse('...')`. Nothing is evaluated: it is the longest list or object of the script that
 * holds records.
 *
 * @param where the file or URL, for people
 * @throws BuildError if there is none
 */
export function dataOfScript(script: string, where: string): DocumentData {
  let data: unknown;
  let longest = 0;
  let broken: LenientSyntaxError | undefined;
  let failures = 0;
  START.lastIndex = 0;
  for (let start = START.exec(script); start && failures < MOST_FAILURES; start = START.exec(script)) {
    try {
      const { value, end } = readLenientJson(script, start.index);
      const json = typeof value === 'string' ? parseJson(value) : value;
      if (end - start.index > longest && holdsData(json)) {
        data = json;
        longest = end - start.index;
      }
      START.lastIndex = end;
    } catch (cause) {
      if (!(cause instanceof LenientSyntaxError)) throw cause;
      broken ??= cause;
      failures++;
    }
  }
  if (data !== undefined) return { json: data, warnings: [] };
  throw new BuildError(
    `${where} is a script that holds no list of articles; name the site's feed or sitemap`,
    {
      cause: broken,
    },
  );
}

/** Where data may begin in a script. */
const START = /[[{]|(?<=\bJSON\.parse\(\s*)["'`]/g;
/** Blocks of code begin like objects. The data stands behind a few of them at most. */
const MOST_FAILURES = 100;

/** Whether a list or an object holds records, itself or in a list. */
function holdsData(json: unknown): boolean {
  const values = Array.isArray(json) ? json : isRecord(json) ? Object.values(json) : [];
  return values.some((value) => isRecord(value) || (Array.isArray(value) && value.some(isRecord)));
}

function lenient(text: string, where: string, cause: unknown): ReturnType<typeof readLenientJson> {
  try {
    return readLenientJson(text);
  } catch (fault) {
    if (!(fault instanceof LenientSyntaxError)) throw fault;
    throw new BuildError(`${where} is broken JSON: it ${fault.message}; mend what writes it`, { cause });
  }
}

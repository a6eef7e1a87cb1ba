import { isRecord, type JsonRecord } from './json.js';

/**
 * Why a record is not for the public: what its own members say, by the names and values of content systems, generators
 * and their front matter. Every reader asks this of every entry, since what is not public is never shown.
 *
 * - A mark that is on: `draft`, `hidden`, `unlisted`, `private`, `deleted` and the like, also as `_draft` or `isDraft`.
 * - A mark that is off: `published`, `publish`, `public`, `visible`, `permalink` and the like.
 * - A status or a visibility that says so: `draft`, `pending`, `scheduled`, `archived`.
 * - An empty time of publication (`publishedAt: null`), unless the status is `published`.
 * - A password.
 * - The same in a record that holds what an entry has: `attributes`, `frontmatter`, WordPress's `content.protected`,
 *   Hugo's `build.render`.
 *
 * A mark may be written as in YAML: `true`, `yes`, `on`, `1`. Names are compared without case.
 *
 * @returns a clause that names the member, such as `is not public ("draft")`; undefined for a public record
 */
export function whyNotPublic(record: JsonRecord): string | undefined {
  const own = closedBy(record);
  if (own !== undefined) return `is not public ("${own}")`;
  for (const name of Object.keys(record)) {
    const held = record[name];
    const inner = isRecord(held) && HOLDER.test(name) ? closedBy(held) : undefined;
    if (inner !== undefined) return `is not public ("${name}.${inner}")`;
  }
  return undefined;
}

/** The name of the member that keeps a record from the public. */
function closedBy(record: JsonRecord): string | undefined {
  const has = (names: RegExp, values: RegExp): string | undefined =>
    Object.keys(record).find((name) => names.test(name) && says(record[name], values));
  return (
    has(MARK, ON) ??
    has(OPEN_MARK, OFF) ??
    has(STATUS, CLOSED) ??
    has(/^(?:post_)?password$/i, /^(?!null$)./) ??
    (has(STATUS, /^published$/i) ? undefined : has(/published_?at$/i, /^null$/))
  );
}

/** Whether a value that is no object says something. */
function says(value: unknown, what: RegExp): boolean {
  return !(value instanceof Object) && what.test(String(value));
}

const HOLDER = /^(?:attributes|content|data|excerpt|fields|frontmatter|meta|_?build)$/;
/** What keeps a record from the public, as a mark and as a status. */
const WORDS =
  'draft|hidden|unlisted|private|internal|headless|deleted|trash(?:ed)?|disabled|pending|scheduled|expired|(?:password.?)?protected';
const MARK = new RegExp(`^_?(?:is_?)?(?:${WORDS})$`, 'i');
const OPEN_MARK = /^_?(?:is_?)?(?:publish(?:ed)?|public|visible|listed|permalink|render|discoverable)$/i;
const STATUS = /^_?(?:[a-z]+_|\w+work)?(?:status|state|visibility)$/i;
const ON = /^\s*(?:true|yes|on|y|1)\s*$/i;
const OFF = /^\s*(?:false|no|off|n|0|never)\s*$/i;
/** Other words, such as those of a digital garden, say nothing of it. */
const CLOSED = new RegExp(
  `^(?:false|0)$|(?:^|[\\W_])(?:${WORDS}|archived?|future|review|un.?published|not.published|inactive|password)(?:$|[\\W_])`,
  'i',
);

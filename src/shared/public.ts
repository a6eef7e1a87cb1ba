import { isRecord, type JsonRecord } from './json.js';

/**
 * Why a record is not for the public: what its own members say, by the names and values of content systems, generators
 * and their front matter. Every reader asks this of every entry, since what is not public is never shown.
 *
 * - A mark that is on: `draft`, `hidden`, `unlisted`, `private`, `deleted` and the like, also as `_draft` or `isDraft`.
 * - A mark that is off: `published`, `publish`, `public`, `visible`, `permalink` and the like.
 * - A status or a visibility that says so: `draft`, `pending`, `scheduled`, `archived`, Ghost's `sent` (by e-mail alone).
 * - An empty time of publication (`publishedAt: null`), unless the status is `published`.
 * - A password; WordPress's `content.protected` and Hugo's `build.render: never`.
 *
 * A mark may be written as in YAML: `true`, `yes`, `on`, `1`. Names are compared without case.
 *
 * @returns a clause that names the member, such as `is not public ("draft")`; undefined for a public record
 */
export function whyNotPublic(record: JsonRecord): string | undefined {
  const closed =
    memberThat(record, SIGNS) ??
    (memberThat(record, [[STATUS, /^published$/i]]) ? undefined : memberThat(record, [[TIME, /^null$/]])) ??
    HOLDERS.find((name) => memberThat(record[name], SIGNS));
  return closed && `is not public ("${closed}")`;
}

/** Names of members, and values of these in words. */
type Sign = readonly [names: RegExp, values: RegExp];

/** The name of the first member that gives one of the signs. */
function memberThat(record: unknown, signs: readonly Sign[]): string | undefined {
  return Object.keys(isRecord(record) ? record : {}).find((name) => {
    const value = (record as JsonRecord)[name];
    return (
      !(value instanceof Object) &&
      signs.some(([names, values]) => names.test(name) && values.test(String(value).trim()))
    );
  });
}

const HOLDERS = ['content', 'excerpt', 'build', '_build'];
/** What keeps a record from the public, as a mark and as a status. */
const WORDS =
  'draft|hidden|unlisted|private|internal|headless|deleted|trash(?:ed)?|disabled|pending|scheduled|expired|(?:password.?)?protected';
const STATUS = /(?:^|_|work)(?:status|state|visibility)$/i;
const TIME = /published_?at$/i;
const SIGNS: readonly Sign[] = [
  [new RegExp(`^_?(?:is_?)?(?:${WORDS})$`, 'i'), /^(?:true|yes|on|y|1)$/i],
  [
    /^_?(?:is_?)?(?:publish(?:ed)?|public|visible|listed|permalink|render|discoverable)$/i,
    /^(?:false|no|off|n|0|never)$/i,
  ],
  // Other words, such as those of a digital garden, say nothing of it.
  [
    STATUS,
    new RegExp(
      `^(?:false|0)$|(?:^|[\\W_])(?:${WORDS}|archived?|future|review|unpublished|inactive|sent|password)(?:$|[\\W_])`,
      'i',
    ),
  ],
  [/^(?:post_)?password$/i, /^(?!null$)./],
];

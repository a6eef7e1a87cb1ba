/**
 * The primary language of a language tag (BCP 47) in lower case: `de` of `de-AT` and of `de_AT`. Tags that mean one
 * language by several names give one: `no` of `nb` and `nn`, `he` of `iw`, `id` of `in`, `zh` of `cmn`.
 */
export function primaryLanguage(tag: string): string {
  const primary = tag.split(/[-_]/, 1)[0]!.toLowerCase();
  return SYNONYMS.get(primary) ?? primary;
}

/**
 * Codes that the IANA language subtag registry replaces, and members of a macro-language that its readers share:
 * written Norwegian, Mandarin.
 */
const SYNONYMS = new Map(
  Object.entries({ nb: 'no', nn: 'no', iw: 'he', in: 'id', ji: 'yi', mo: 'ro', cmn: 'zh' }),
);

/** Whether two texts are in the same language, by their tags; a tag that is missing or empty may be any language. */
export function isSameLanguage(one: string | undefined, other: string | undefined): boolean {
  return !one || !other || one === other || primaryLanguage(one) === primaryLanguage(other);
}

/**
 * The language tag that a value holds, with `-` for `_`; undefined where it holds none. A tag starts with a code of ISO
 * 639 of two or three letters, and has at most 35 characters (RFC 5646, section 4.4.1).
 */
export function toLanguageTag(value: unknown): string | undefined {
  const tag = typeof value === 'string' ? value.trim().replaceAll('_', '-') : '';
  return LANGUAGE_TAG.test(tag) ? tag : undefined;
}

const LANGUAGE_TAG = /^(?=.{1,35}$)[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i;

/** As `toLanguageTag`, but undefined too for a tag that names no language, such as Drupal's `und` and `zxx`, or `all`. */
export function namedLanguage(value: unknown): string | undefined {
  const tag = toLanguageTag(value);
  return tag && NO_LANGUAGE.test(tag) ? undefined : tag;
}

/** The special codes of ISO 639-2, and what lists write for any language. */
const NO_LANGUAGE = /^(?:all|any|mis|mul|und|zxx)\b/i;

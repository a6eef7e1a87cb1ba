import type { Strings } from './strings.js';

/** How much of a date is written, as `Intl.DateTimeFormat` names it. */
export type DateStyle = 'full' | 'long' | 'medium' | 'short';

/** Keeps the formatter of each language and style: it takes a millisecond to make. */
function kept<Names extends string[], T>(make: (...names: Names) => T): (...names: Names) => T {
  const made = new Map<string, T>();
  return (...names) => {
    const key = names.join(' ');
    const known = made.get(key) ?? make(...names);
    made.set(key, known);
    return known;
  };
}

const dates = kept(
  (language: string, dateStyle: DateStyle) =>
    new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' }),
);
const plurals = kept((language: string) => new Intl.PluralRules(language));
const numbers = kept((language: string) => new Intl.NumberFormat(language));

/**
 * The pattern of long dates in a language (BCP 47); undefined where the texts have none. A language that has one writes
 * small numbers with the digits 0 to 9.
 */
export function datePattern(language: string, { dates: format }: Strings): string | undefined {
  const patterns = Object.entries(format?.patterns ?? {});
  return patterns.find(([languages]) => languages.split(' ').includes(language))?.[1];
}

/**
 * The day with which a date begins, whatever the visitor's time zone.
 *
 * @param date `2026-11-17`, also with a time
 * @example formatDay('2026-11-17T23:30:00+01:00', 'en-GB', strings) // '17 November 2026'
 */
export function formatDay(
  date: string,
  language: string,
  strings: Strings,
  style: DateStyle = 'long',
): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  const month = strings.dates?.months.split(' ')[day.getUTCMonth()];
  const pattern = month && style === 'long' && datePattern(language, strings);
  if (!pattern) return dates(language, style).format(day);
  return pattern
    .replace('{day}', String(day.getUTCDate()))
    .replace('{month}', month)
    .replace('{year}', String(day.getUTCFullYear()));
}

/** A number, 0 or more, with the language's digits and separators. */
export function formatNumber(value: number, language: string, strings: Strings): string {
  return value < 1000 && datePattern(language, strings) ? String(value) : numbers(language).format(value);
}

/** The plural category (CLDR) of a number. */
export function pluralCategory(value: number, language: string): Intl.LDMLPluralRule {
  return plurals(language).select(value);
}

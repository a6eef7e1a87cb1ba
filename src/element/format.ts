import type { Strings } from './strings.js';

/** Keeps the formatter of each language: it takes a millisecond to make. */
function perLanguage<T>(make: (language: string) => T): (language: string) => T {
  const made = new Map<string, T>();
  return (language) => {
    const known = made.get(language) ?? make(language);
    made.set(language, known);
    return known;
  };
}

const dates = perLanguage(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }),
);
const plurals = perLanguage((language) => new Intl.PluralRules(language));
const numbers = perLanguage((language) => new Intl.NumberFormat(language));

/**
 * The pattern of dates in a language (BCP 47); undefined where the texts have none. A language that has one writes small
 * numbers with the digits 0 to 9.
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
export function formatDay(date: string, language: string, strings: Strings): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  const month = strings.dates?.months.split(' ')[day.getUTCMonth()];
  const pattern = month && datePattern(language, strings);
  if (!pattern) return dates(language).format(day);
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

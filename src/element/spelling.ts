import type { Strings } from './strings.js';

/** Keeps what is made for a language: each of these takes a millisecond on a phone, and the first of all some 40. */
function kept<T>(make: (language: string) => T): (language: string) => T {
  const made = new Map<string, T>();
  return (language) => {
    const known = made.get(language) ?? make(language);
    made.set(language, known);
    return known;
  };
}

const dates = kept((language) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }));
const lists = kept((language) => new Intl.ListFormat(language, { type: 'unit', style: 'short' }));
const plurals = kept((language) => new Intl.PluralRules(language));
const numbers = kept((language) => new Intl.NumberFormat(language));

/** The pattern of dates in a language (BCP 47) that the texts know how to write. */
function pattern(language: string, { dates: words }: Strings): string | undefined {
  for (const tags in words?.patterns) if (` ${tags} `.includes(` ${language} `)) return words.patterns[tags];
  return undefined;
}

/** Writes the day with which a date begins, whatever the visitor's time zone: `17 November 2026` */
export function day(date: string, language: string, strings: Strings): string {
  const instant = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  const year = instant.getUTCFullYear();
  const month = strings.dates?.months.split(' ')[instant.getUTCMonth()];
  const written = month && year > 0 && pattern(language, strings);
  return written
    ? written
        .replace('{day}', String(instant.getUTCDate()))
        .replace('{month}', month)
        .replace('{year}', String(year))
    : dates(language).format(instant);
}

/** Writes a number, 0 or more, with the language's digits and separators. */
export function number(value: number, language: string, strings: Strings): string {
  return value < 1000 && pattern(language, strings) ? String(value) : numbers(language).format(value);
}

/** Writes names side by side: `ENISA, Open RAN` */
export function list(names: readonly string[], language: string, strings: Strings): string {
  return pattern(language, strings) ? names.join(', ') : lists(language).format(names);
}

/** The plural category (CLDR) of a number. */
export function plural(value: number, language: string): Intl.LDMLPluralRule {
  return plurals(language).select(value);
}

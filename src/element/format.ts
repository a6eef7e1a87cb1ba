/** Keeps what is made for a language: a formatter takes a millisecond to make, the first one of a page some 10. */
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
const lists = perLanguage((language) => new Intl.ListFormat(language, { type: 'unit', style: 'short' }));
const plurals = perLanguage((language) => new Intl.PluralRules(language));
const numbers = perLanguage((language) => new Intl.NumberFormat(language));

/**
 * The day with which a date begins, whatever the visitor's time zone.
 *
 * @param date `2026-11-17`, also with a time
 * @example formatDay('2026-11-17T23:30:00+01:00', 'en-GB') // '17 November 2026'
 */
export function formatDay(date: string, language: string): string {
  return dates(language).format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}

/** A number with the language's digits and separators. */
export function formatNumber(value: number, language: string): string {
  return numbers(language).format(value);
}

/** Names side by side: `ENISA, Open RAN` */
export function formatList(names: readonly string[], language: string): string {
  return lists(language).format(names);
}

/** The plural category (CLDR) of a number. */
export function pluralCategory(value: number, language: string): Intl.LDMLPluralRule {
  return plurals(language).select(value);
}

/** A day in milliseconds. */
export const DAY_MS = 86_400_000;

/**
 * The time of an article's date, in milliseconds since 1970; undefined without a date that can be read. A date
 * without a zone is in the local zone of whoever calls this, and a day begins at its local midnight: the readers of a
 * site are mostly in the zone in which it writes its dates.
 *
 * @example timeOf('2026-11-17') // in Berlin the same as timeOf('2026-11-17T00:00:00+01:00')
 */
export function timeOf(date: string | undefined): number | undefined {
  if (date === undefined) return undefined;
  // `Date.parse` takes a time without a zone for local, but a day for one in UTC.
  const time = Date.parse(DAY.test(date) ? `${date}T00:00:00` : date);
  return Number.isNaN(time) ? undefined : time;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

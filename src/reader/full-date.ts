/**
 * Reads a date as publishing systems write it and returns it as RFC 3339 does: `2026-11-17`, or with a time and a
 * zone `2026-11-17T09:00:00+01:00` (`Z` where the source names none). Understands ISO 8601 and its sloppy forms,
 * RFC 822 (`Tue, 17 Nov 2026 08:00:00 GMT`), `17.11.2026`, and dates in the words of several languages
 * (`17. November 2026`, `November 17, 2026`, `17 de noviembre de 2026`). Anything that is not clearly a full,
 * existing date (`12`, `0000-00-00`, `2026-02-30`) is undefined.
 */
export function fullDate(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 64) return undefined;
  const text = value.trim();
  const { year, month, day, time, half, zone } =
    FORMS.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined) ?? {};
  if (!year || !month || !day) return undefined;
  const date = `${year}-${twoDigits(Number(month) || monthNamed(month))}-${twoDigits(Number(day))}`;
  if (!exists(date)) return undefined;
  const moment = time ? `${date}T${clock(time, half)}${offset(zone)}` : date;
  return Number.isNaN(Date.parse(moment)) ? date : moment;
}

const TIME = String.raw`(?<time>\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(?<half>[ap]m\b)?\s*(?<zone>[+-]\d{2}(?::?\d{2})?|[a-z]{1,4})?(?:\s+\(?[a-z]{2,5}\)?)?`;
const WEEKDAY = String.raw`(?:\p{L}{2,15}\.?,?\s+)?`;
const MONTH = String.raw`(?<month>\p{L}{3,15})\.?`;
const FORMS = [
  String.raw`(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:(?:T|\s+)${TIME})?`,
  String.raw`${WEEKDAY}(?<day>\d{1,2})\.?\s+(?:de\s+)?${MONTH}\s+(?:de\s+)?(?<year>\d{4})(?:\s+${TIME})?`,
  String.raw`${WEEKDAY}${MONTH}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?:\s+${TIME})?`,
  String.raw`(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})`,
].map((form) => new RegExp(`^${form}$`, 'iu'));
/** Years before are what systems write for no date. */
const EARLIEST = '1000';
/** Hours that a zone is behind UTC: those that RFC 822 names, and Central Europe's; others are taken for UTC. */
const NAMED_ZONES = new Map(
  Object.entries({ EST: 5, EDT: 4, CST: 6, CDT: 5, MST: 7, MDT: 6, PST: 8, PDT: 7, CET: -1, CEST: -2 }),
);

/** The 8th of each month in the words of every language that we read, made when a name is first met. */
let months: readonly string[] | undefined;

/** The number, from 1, of the month that starts like this in one of the languages; 0 where none does. */
function monthNamed(start: string): number {
  months ??= Array.from({ length: 12 })
    .fill(0)
    .map((_, month) =>
      ['de', 'en', 'fr', 'es', 'it', 'nl', 'pl', 'pt']
        .map((language) =>
          new Date(Date.UTC(2000, month, 8)).toLocaleDateString(language, {
            day: 'numeric',
            month: 'long',
            timeZone: 'UTC',
          }),
        )
        .join(' ')
        .toLowerCase(),
    );
  return months.findIndex((names) => names.includes(` ${start.toLowerCase()}`)) + 1;
}

/** Whether a day is in the calendar: `Date` rolls 30 February over to March. */
function exists(date: string): boolean {
  const time = Date.parse(date);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) && date >= EARLIEST;
}

/** `9:05 pm` as `21:05:00`. */
function clock(time: string, half: string | undefined): string {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const afternoon = half?.toLowerCase() === 'pm' ? 12 : 0;
  return [half ? (hours % 12) + afternoon : hours, minutes, seconds].map(twoDigits).join(':');
}

function offset(zone = ''): string {
  if (/^[+-]/.test(zone)) return `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;
  const behind = NAMED_ZONES.get(zone.toUpperCase()) ?? 0;
  return behind ? `${behind < 0 ? '+' : '-'}${twoDigits(Math.abs(behind))}:00` : 'Z';
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

import { toText } from '../shared/json.js';

/**
 * Reads a date as publishing systems write it, and returns it as RFC 3339 writes it: a day `2026-11-17`, or a time
 * `2026-11-17T09:00:00+01:00`. A time whose source names no zone keeps none: `2026-11-17T09:00:00` is a local time of
 * the site.
 *
 * It understands ISO 8601 and its sloppy forms, the year first in other ways (`2026/11/17`, `2026年11月17日`), RFC 822
 * (`Tue, 17 Nov 2026 08:00:00 GMT`), `17.11.2026`, dates in the words of several languages (`17. November 2026`,
 * `November 17, 2026`, `17 de noviembre de 2026`), and the seconds or milliseconds since 1970 of a time from 1973 on.
 * Anything that is not clearly a full, existing date (`12`, `0000-00-00`, `2026-02-30`) is undefined, and so is
 * 1 January 1970, which systems write for no date.
 */
export function normalizeDate(value: unknown): string | undefined {
  const text = toText(value);
  if (text.length > LONGEST_DATE || text.startsWith(NO_DATE)) return undefined;
  const usual = USUAL.exec(text);
  if (usual) return usual.slice(1).join('');
  return /\d{4}/.test(text) ? normalizeUnusual(text) : undefined;
}

/** What systems write for no date. */
const NO_DATE = '1970-01-01';

/** In characters. */
const LONGEST_DATE = 64;

/**
 * How most systems write a date, in three parts: day, time, zone. Such a date is in the calendar for certain, and is
 * returned as it is, without fractions of a second.
 */
const USUAL =
  /^((?:[1-9]\d(?:0[48]|[2468][048]|[13579][26])|2000)-02-29|[1-9]\d{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31))(?:(T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.\d+)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?$/;

/** As `normalizeDate`, for any form of a date. */
export function normalizeUnusual(text: string): string | undefined {
  const seconds = SECONDS.exec(text)?.[1];
  if (seconds) return new Date(Number(seconds) * 1000).toISOString().replace('.000', '');
  const { year, month, day, time, half, zone } =
    FORMS.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined) ?? {};
  if (!year || !month || !day) return undefined;
  const date = `${year}-${twoDigits(Number(month) || monthNamed(month))}-${twoDigits(Number(day))}`;
  if (!exists(date)) return undefined;
  const moment = time ? `${date}T${clock(time, half)}${offset(zone)}` : date;
  return Number.isNaN(Date.parse(moment)) ? date : moment;
}

/** Since 1970, of 1973 to 2286; perhaps with the digits of milliseconds. */
const SECONDS = /^(\d{9,10})(?:\d{3})?(?:\.\d+)?$/;

const TIME = String.raw`(?<time>\d{1,2}:?\d{2}(?::?\d{2})?)(?:[.,]\d+)?\s*(?<half>[ap]m\b)?\s*(?<zone>[+-]\d{2}(?::?\d{2})?|[a-z]{1,4})?(?:\s+\(?[a-z]{2,5}\)?)?`;
const WEEKDAY = String.raw`(?:\p{L}{2,15}\.?,?\s+)?`;
const MONTH = String.raw`(?<month>\p{L}{3,15})\.?`;
const FORMS = [
  String.raw`(?<year>\d{4})[-/.年년]\s?(?<month>\d{1,2})[-/.月월]\s?(?<day>\d{1,2})[日일.]?(?:(?:T|\s+)${TIME})?`,
  String.raw`(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?:T${TIME})?`,
  String.raw`${WEEKDAY}(?<day>\d{1,2})\.?\s+(?:de\s+)?${MONTH}\s+(?:de\s+)?(?<year>\d{4})(?:\s+${TIME})?`,
  String.raw`${WEEKDAY}${MONTH}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?:\s+${TIME})?`,
  String.raw`(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})`,
].map((form) => new RegExp(`^${form}$`, 'iu'));
/** Years before this one are what systems write for no date. */
const EARLIEST = '1000';

/** Zones by name: those of RFC 822 and of Central Europe. */
const ZONES = new Map(
  Object.entries({
    UT: 'Z',
    UTC: 'Z',
    GMT: 'Z',
    Z: 'Z',
    EST: '-05:00',
    EDT: '-04:00',
    CST: '-06:00',
    CDT: '-05:00',
    MST: '-07:00',
    MDT: '-06:00',
    PST: '-08:00',
    PDT: '-07:00',
    CET: '+01:00',
    CEST: '+02:00',
  }),
);

/** For each month its 8th in the words of every language that we read. Made when a name is first met. */
let months: readonly string[] | undefined;

/** The number, from 1, of the month whose name starts like this in one of the languages; 0 if there is none. */
function monthNamed(start: string): number {
  months ??= Array.from({ length: 12 }, (_, month) =>
    LANGUAGES.map((language) =>
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

const LANGUAGES = ['de', 'en', 'fr', 'es', 'it', 'nl', 'pl', 'pt'];

/** Whether a day is in the calendar: `Date` rolls 30 February over to March. */
function exists(date: string): boolean {
  const time = Date.parse(date);
  return (
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(date) &&
    date >= EARLIEST &&
    date !== NO_DATE
  );
}

/** `9:05 pm` as `21:05:00`. */
function clock(time: string, half: string | undefined): string {
  const [hours = 0, minutes = 0, seconds = 0] = (time.match(/\d\d?(?=:|(?:\d\d)*$)/g) ?? []).map(Number);
  const afternoon = half?.toLowerCase() === 'pm' ? 12 : 0;
  return [half ? (hours % 12) + afternoon : hours, minutes, seconds].map(twoDigits).join(':');
}

/**
 * A zone as RFC 3339 writes it; empty where there is none. An unknown name is that of a zone near the site (`JST`),
 * as the names of UTC are known: its time stays a local one. RFC 5322 (section 4.3) would take it for UTC, which is
 * hours off for readers in that very zone.
 */
function offset(zone = ''): string {
  if (/^[+-]/.test(zone)) return `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;
  return ZONES.get(zone.toUpperCase()) ?? '';
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

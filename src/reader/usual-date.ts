import { fullDate } from './full-date.js';

/**
 * Reads a date as `fullDate` does: by itself as most systems write it, else with the piece for what few do.
 *
 * @throws NEEDED where that is not there
 */
export function usualDate(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const usual = USUAL.exec(value);
  if (!usual) return /\d{4}/.test(value) ? fullDate(value) : undefined;
  const time = usual[2] ?? '';
  return usual[1]! + time + (usual[3] ?? (time && 'Z'));
}

/** How most systems write a date: as it is returned, perhaps with parts of a second or no zone, and certainly in the calendar. */
const USUAL =
  /^((?:[1-9]\d(?:0[48]|[2468][048]|[13579][26])|2000)-02-29|[1-9]\d{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31))(?:(T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.\d+)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?$/;

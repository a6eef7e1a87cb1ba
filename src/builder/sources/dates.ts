import { normalizeDate } from '../../reader/normalize-date.js';
import { firstOwn, isText } from '../../shared/json.js';
import { primaryLanguage, toLanguageTag } from '../../shared/language.js';

/**
 * Reads a date as `normalizeDate` does, and also dates that browsers leave alone: in the words of forty languages, with
 * ordinal numbers and `a.m.` (`17th of November 2026, 9:05 p.m.`), in other digits, and `17/11/2026` where the language
 * or the numbers say which one the day is.
 *
 * @param language the language (BCP 47) of the text, which decides between languages: `listopad` is October in Croatian and
 *   November in Polish
 * @returns a day or a time as `normalizeDate` writes it; undefined for anything that is not clearly a full date
 */
export function readDate(value: unknown, language?: unknown): string | undefined {
  if (!isText(value) || value.length > LONGEST_DATE) return undefined;
  const text = plainDate(value);
  if (/^\d{4}-\d\d-\d\d/.test(text)) return normalizeDate(value) ?? normalizeDate(text);
  const tag = toLanguageTag(language);
  return (
    (tag && wordedDate(text, namesIn(primaryLanguage(tag)))) ??
    normalizeDate(value) ??
    normalizeDate(text) ??
    wordedDate(text, namesIn('')) ??
    slashedDate(text, tag)
  );
}

/** In characters. */
const LONGEST_DATE = 100;

/**
 * Writes the dates in parsed JSON as `readDate` gives them: texts under the names that dates have. It changes the JSON
 * itself.
 *
 * @param language that of entries which name none
 */
export function spellOutDates(json: unknown, language?: unknown): void {
  const waiting: [value: unknown, language: unknown][] = [[json, language]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, outer] = next;
    if (typeof value !== 'object' || value === null) continue;
    const record = value as Record<string, unknown>;
    const own = firstOwn(record, 'language lang inLanguage langcode locale') ?? outer;
    for (const [name, member] of Object.entries(record)) {
      if (typeof member === 'object') waiting.push([member, own]);
      const date = DATE_NAME.test(name) ? readDate(member, own) : undefined;
      if (date !== undefined) record[name] = date;
    }
  }
}

const DATE_NAME = /date|time|publish|created|updated|modified|issued|posted|expire/i;

/** A text in lower case with one space for white space, ASCII digits, and `am` for `a.m.`. */
function plainDate(value: string): string {
  return (
    value
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\p{Nd}/gu, digit)
      .replace(/[\u0307\u200E\u200F]/g, '')
      .replace(/(?<=\d\s?)([ap])\.?\s?m\b\.?/g, '$1m')
      .replace(WEEKDAY, ' ')
      .replace(/\s+/g, ' ')
      // Czech and others write 17. 11. 2026, Croatian 17.11.2026.
      .replace(/(?<=\d)\. (?=\d)/g, '.')
      .replace(/\.? ?$/, '')
      .trim()
      // The order of C's `ctime`, Tue Nov 17 09:05:00 2026, and times before their day.
      .replace(/ (\d{1,2}:\d\d(?::\d\d)?(?: [a-z]{3})?) (\d{4})$/, ' $2 $1')
      .replace(/^(\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?),? (.*)$/, '$2 $1')
  );
}

/** The day of the week in brackets, and as Chinese, Japanese and Korean write it. */
const WEEKDAY = /\s*(?:\(\p{L}{1,3}\)|(?:星期|周)\p{L}|\p{L}(?:曜日|요일))/gu;

/** The ASCII digit for one of any script: the ten digits of a script follow each other. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/** The names of months, and how to find one among other words. */
interface MonthNames {
  readonly numbers: ReadonlyMap<string, number>;
  readonly forms: readonly RegExp[];
}

function wordedDate(text: string, { numbers, forms }: MonthNames): string | undefined {
  if (numbers.size === 0 || !/\d{4}/.test(text)) return undefined;
  const parts = forms.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  const { year = '', month = '', day = '', time = '', half = '', zone = '' } = parts ?? {};
  const number = numbers.get(month);
  if (!number) return undefined;
  // Thai dates count from the Buddha's death.
  const common = Number(year) > 2400 ? Number(year) - 543 : year;
  const date = `${common}-${number}-${day}`;
  const clock = time.replace(/[.h]/g, ':').replace(/^\d+$/, '$&:00');
  return (time && normalizeDate(`${date} ${clock}${half} ${zone}`.trim())) || normalizeDate(date);
}

/** Names of months by language; those of all languages, without those that mean several months, under ''. */
const known = new Map<string, MonthNames>();

function namesIn(language: string): MonthNames {
  let names = known.get(language);
  if (!names) {
    const tags = language === '' ? LANGUAGES : LANGUAGES.filter((tag) => primaryLanguage(tag) === language);
    names = monthNames(tags);
    known.set(language, names);
  }
  return names;
}

function monthNames(languages: readonly string[]): MonthNames {
  const numbers = new Map<string, number>();
  for (const language of languages) {
    for (const [name, month] of namesOf(language)) {
      const other = numbers.get(name) ?? month;
      numbers.set(name, other === month ? month : 0);
    }
  }
  const names = [...numbers]
    .filter(([, month]) => month > 0)
    .map(([name]) => name)
    .sort((a, b) => b.length - a.length);
  const month = `(?<month>${names.map((name) => name.replaceAll('.', '\\.')).join('|')})(?![\\p{L}\\p{M}\\d])`;
  return {
    numbers,
    forms: ORDERS.map((order) => {
      const date = order.map((part) => (part === 'month' ? month : PARTS[part])).join(GAP);
      return new RegExp(`^${BEFORE}${date}${AFTER}$`, 'u');
    }),
  };
}

/**
 * The names of the months in a language as Unicode's CLDR knows them, in lower case: alone and beside a day, long and
 * short, with and without accents.
 */
function namesOf(language: string): [name: string, month: number][] {
  const names: [string, number][] = [];
  for (const style of ['long', 'short'] as const) {
    for (const day of ['numeric', undefined] as const) {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
        month: style,
        day,
        timeZone: 'UTC',
      });
      for (let month = 1; month <= 12; month++) {
        const part = format.formatToParts(Date.UTC(2001, month - 1, 8)).find(({ type }) => type === 'month');
        const name = plainDate(part?.value ?? '').replace(/^de |^d’|[.׳]$/g, '');
        if (!/^\p{L}[\p{L}\p{M}.]+(?: \d+)?$/u.test(name)) continue;
        names.push([name, month]);
        if (language === 'he') names.push([`ב${name}`, month]);
        if (/^\p{Script=Latin}+$/u.test(name)) {
          names.push([name.normalize('NFD').replace(/\p{M}/gu, ''), month]);
        }
      }
    }
  }
  return names;
}

/** The languages of most of the web's pages, some in two countries or scripts that name months differently. */
const LANGUAGES = (
  'en en-GB es de de-AT fr pt it nl ru pl tr fa vi cs id hu uk ar ar-LB ro sv el da fi he sk th bg hr nb nn sr sr-Latn ' +
  'bs lt sl ca et lv hi bn ms mk is gl'
).split(' ');

const ORDERS = [
  ['day', 'month', 'year'],
  ['month', 'day', 'year'],
  ['year', 'month', 'day'],
  ['year', 'day', 'month'],
] as const;
const PARTS = {
  day: String.raw`(?<!\d)(?<day>\d{1,2})(?!\d)(?:st|nd|rd|th|er|[eoaº]|-?[гт]о|-?[ея])?(?![\p{L}\d])`,
  year: String.raw`(?<!\d)(?<year>\d{4})(?!\d)`,
};
/** What may stand between two parts: signs, and a short word such as `de`. */
const GAP = String.raw`[\s.,،/-]*(?:(?<=[\s.,])\p{L}[\p{L}\p{M}]{0,4}\.?[\s,]+)?`;
/** What may stand before a date: the day of the week and some words. */
const BEFORE = String.raw`(?:[\p{L}\p{M}.'’()-]+[\s,.،:]+){0,4}`;
const TIME = String.raw`(?=\d{1,2}(?:[:.h]\d|\s?[ap]m))(?<time>\d{1,2}(?:[:.h]\d{2}(?::\d{2})?)?)(?:[.,]\d+)?\s?(?<half>[ap]m)?(?:\s?(?:gmt|utc)?(?<zone>[+-]\d{2}:?\d{2}|(?!uhr|uur)[a-z]{1,4}))?`;
/** What may stand behind a date: a time, the name of a zone in brackets, and some words. */
const AFTER = String.raw`(?:[\s,.،]*(?:\p{L}[\p{L}\p{M}]{0,5}\.?[\s:]+|[–—|·(-]\s?){0,2}${TIME})?(?:\s?\([^)]*\))?(?:[\s,.]*[\p{L}\p{M}.()]+){0,2}[\s,.)]*`;

/** A day, month and year in numbers, with slashes or dashes. Without a telling number the language decides which comes first. */
function slashedDate(text: string, language: string | undefined): string | undefined {
  const [, first = '', second = '', year = '', time = ''] = SLASHED.exec(text) ?? [];
  if (!year) return undefined;
  const dayFirst = Number(first) > 12 || (Number(second) <= 12 && isDayFirst(language));
  if (dayFirst === undefined) return undefined;
  const date = dayFirst ? `${year}-${second}-${first}` : `${year}-${first}-${second}`;
  return (time && normalizeDate(`${date} ${time}`)) || normalizeDate(date);
}

const SLASHED = /^(?:\p{L}{2,15}\.?,? )?(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:[, -]+(\d.*))?$/u;

/** Whether a language writes the day before the month; undefined where its countries differ. */
function isDayFirst(language: string | undefined): boolean | undefined {
  if (language === undefined || language === 'en') return undefined;
  try {
    const parts = new Intl.DateTimeFormat(language).formatToParts(0).map(({ type }) => type);
    return parts.indexOf('day') < parts.indexOf('month');
  } catch {
    // It has the form of a language tag, but is none.
    return undefined;
  }
}

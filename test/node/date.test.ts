import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { createRanker, readIndex } from '../../src/core.js';
import { normalizeDate, normalizeUnusual } from '../../src/reader/normalize-date.js';
import { timeOf } from '../../src/shared/date.js';

describe('a date', () => {
  const accepted: [written: string, read: string][] = [
    ['2026-11-17', '2026-11-17'],
    [' 2026-11-17 ', '2026-11-17'],
    ['2026-1-5', '2026-01-05'],
    ['2024-02-29', '2024-02-29'],
    ['2026-11-17T09:00:00+01:00', '2026-11-17T09:00:00+01:00'],
    ['2026-11-17T09:00:00-0530', '2026-11-17T09:00:00-05:30'],
    ['2026-11-17T09:00:00+01', '2026-11-17T09:00:00+01:00'],
    ['2026-11-17T09:00:00Z', '2026-11-17T09:00:00Z'],
    ['2026-11-17t09:00:00z', '2026-11-17T09:00:00Z'],
    ['2026-11-17T09:00:00', '2026-11-17T09:00:00'],
    ['2026-11-17T09:00', '2026-11-17T09:00:00'],
    ['2026-11-17T09:00:00.123456Z', '2026-11-17T09:00:00Z'],
    ['2026-11-17 9:05', '2026-11-17T09:05:00'],
    ['2026-11-17 9:05 PM', '2026-11-17T21:05:00'],
    ['17 Nov 2026 12:05 am', '2026-11-17T00:05:00'],
    ['2026-11-17 09:00:00', '2026-11-17T09:00:00'],
    ['2026-11-17 09:00:00 UTC', '2026-11-17T09:00:00Z'],
    ['2026-11-17 09:00:00 +0100', '2026-11-17T09:00:00+01:00'],
    ['2026-11-17 09:00:00 +0100 CET', '2026-11-17T09:00:00+01:00'],
    ['2026-11-17T25:00:00Z', '2026-11-17'],
    ['2026-11-17T09:00:00+99:99', '2026-11-17'],
    ['Tue, 17 Nov 2026 08:00:00 GMT', '2026-11-17T08:00:00Z'],
    ['Tue, 17 Nov 2026 08:00:00 +0100', '2026-11-17T08:00:00+01:00'],
    ['Tue, 17 Nov 2026 08:00 +0100', '2026-11-17T08:00:00+01:00'],
    ['Tue, 17 Nov 2026 08:00:00 EST', '2026-11-17T08:00:00-05:00'],
    ['Tue, 3 Nov 2026 08:00:00 UT', '2026-11-03T08:00:00Z'],
    ['Tue, 3 Nov 2026 08:00:00 CEST', '2026-11-03T08:00:00+02:00'],
    ['Tue, 3 Nov 2026 08:00:00 JST', '2026-11-03T08:00:00'],
    ['Tue, 17 Nov 2026', '2026-11-17'],
    ['Tuesday, 17 November 2026', '2026-11-17'],
    ['17 NOV 2026', '2026-11-17'],
    ['17.11.2026', '2026-11-17'],
    ['17. November 2026', '2026-11-17'],
    ['8. Dezember 2022', '2022-12-08'],
    ['Mi, 08 Dez 2022', '2022-12-08'],
    ['Donnerstag, 5. März 2026', '2026-03-05'],
    ['5. Mai 2026 9:05', '2026-05-05T09:05:00'],
    ['November 17, 2026', '2026-11-17'],
    ['Tuesday, November 3rd, 2026', '2026-11-03'],
    ['Jan 05 2024', '2024-01-05'],
    ['17 de noviembre de 2026', '2026-11-17'],
    ['1 août 2026', '2026-08-01'],
    ['5 febbraio 2026', '2026-02-05'],
    ['17 de março de 2026', '2026-03-17'],
    ['3 maart 2026', '2026-03-03'],
    ['9 października 2026', '2026-10-09'],
    ['7.1.2026', '2026-01-07'],
    ['2026/11/17', '2026-11-17'],
    ['2026/1/7 9:05', '2026-01-07T09:05:00'],
    ['2026/11/17 09:00:00 +0100', '2026-11-17T09:00:00+01:00'],
    ['2026.11.17', '2026-11-17'],
    ['2026. 11. 17.', '2026-11-17'],
    ['2026年11月17日', '2026-11-17'],
    ['2026年1月7日 09:05', '2026-01-07T09:05:00'],
    ['2026년 11월 17일', '2026-11-17'],
    ['20261117', '2026-11-17'],
    ['20261117T090000Z', '2026-11-17T09:00:00Z'],
    ['20261117T0900+0100', '2026-11-17T09:00:00+01:00'],
    ['1763366400', '2025-11-17T08:00:00Z'],
  ];
  for (const [written, read] of accepted) {
    it(`is normalized: ${written}`, () => {
      assert.equal(normalizeDate(written), read);
    });
  }

  for (const [seconds, read] of [
    [1763366400, '2025-11-17T08:00:00Z'],
    [946684800, '2000-01-01T00:00:00Z'],
    [1763366400000, '2025-11-17T08:00:00Z'],
    [1763366400.25, '2025-11-17T08:00:00Z'],
    [20261117, '2026-11-17'],
  ] as const) {
    it(`is normalized if it is a number: ${seconds}`, () => {
      assert.equal(normalizeDate(seconds), read);
    });
  }

  for (const text of ['2026-11-17 9:05 PM', '17 Nov 2026 09:05 pm']) {
    it(`is not taken for a time in the morning: ${text}`, () => {
      assert.doesNotMatch(normalizeDate(text) ?? '', /T09/);
    });
  }

  for (const month of 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')) {
    it(`is normalized in the month ${month}`, () => {
      assert.equal(
        normalizeDate(`1 ${month} 2026`),
        new Date(`1 ${month} 2026 UTC`).toISOString().slice(0, 10),
      );
    });
  }

  const refused =
    '12|01|2026|2026-11|2026-11-|0000-00-00|0000-01-01|0000-00-00 00:00:00|0001-01-01T00:00:00Z|2026-02-30|' +
    '2023-02-29|2026-13-01|2026-00-10|2026-11-31|2026-11-0|31.4.2026|17.13.2026|30 Feb 2026|17 Foo 2026|' +
    '17 Marvel 2026|8. Dezember|8 Dec|11/17/2026|26-11-17|12026-11-17|+002026-11-17|-2026-11-17|2026-11-17x|' +
    'x 2026-11-17|Invalid|Invalid Date|today|now|| |1763366|12345678901|20261317|1970-01-01|1970-01-01T00:00:00Z|January 1, 1970|2026-11-17T|17 Nov 2026 at noon';
  for (const text of refused.split('|')) {
    it(`is refused if it is no full date: "${text}"`, () => {
      assert.equal(normalizeDate(text), undefined);
    });
  }

  it('is refused in a long text', () => {
    assert.equal(normalizeDate(`2026-11-17${' '.repeat(100)}09:00`), undefined);
  });

  const others = [
    2026,
    1763366,
    -62135596800,
    1e20,
    0,
    NaN,
    null,
    undefined,
    true,
    {},
    [],
    ['2026-11-17'],
    new Date(0),
  ];
  for (const value of others) {
    it(`is refused if it is no date: ${inspect(value)}`, () => {
      assert.equal(normalizeDate(value), undefined);
    });
  }
});

/** Fails if a value is normalized to anything but a day, with or without a time and a zone, that `Date` parses. */
function checkDate(value: unknown): void {
  const date = normalizeDate(value);
  if (date === undefined) return;
  assert.match(date, /^\d{4}-[01]\d-[0-3]\d(?:T[0-2]\d:[0-5]\d:[0-5]\d(?:Z|[+-]\d\d:\d\d)?)?$/);
  assert.ok(!Number.isNaN(Date.parse(date)), date);
}

describe('any normalized date', () => {
  const day = /^(?:20\d\d|\d{4})-[01]?\d-[0-3]?\d$/;
  const time = /^(?:[T ][0-2]\d:\d\d(?::\d\d)?(?:\.\d{1,6})? ?(?:Z|UTC|[+-]\d\d:?\d\d)?)?$/;
  const feedDay = /^(?:[A-Z][a-z]{2}, )?[0-3]?\d (?:Jan|Feb|Jun|Dec|Foo) 20\d\d$/;
  const texts = [
    fc.stringMatching(day),
    fc.stringMatching(feedDay),
    fc.stringMatching(/^\d?\d\.\d?\d\.\d{4}$/),
  ];
  const settings = { seed: 17, numRuns: 2000 };

  it('starts with a day and can be parsed', () => {
    const written = fc.tuple(fc.oneof(...texts), fc.stringMatching(time)).map((parts) => parts.join(''));
    fc.assert(fc.property(fc.oneof(...texts, written, fc.jsonValue()), checkDate), settings);
  });

  it('stays as it is when it is normalized again', () => {
    const days = fc.date({ min: new Date('1970-01-02'), max: new Date('9999-12-31'), noInvalidDate: true });
    const moments = days.map((moment) => `${moment.toISOString().slice(0, 19)}Z`);
    fc.assert(
      fc.property(moments, (moment) => assert.equal(normalizeDate(moment), moment)),
      settings,
    );
  });

  it('is the same by the fast path for usual dates and by the path for all dates', () => {
    const number = fc.integer({ min: 0, max: 63 }).map((value) => String(value).padStart(2, '0'));
    const zone = fc.oneof(
      fc.constantFrom('', 'Z', 'z', '.5Z', '.123+01:00', ',5Z'),
      number.map((hours) => `+${hours}:00`),
    );
    const year = fc.constantFrom('2026', '2024', '2000', '1900', '0999', '1000', '0000');
    const parts = fc.tuple(year, number, number, number, number, zone, fc.boolean());
    const written = parts.map(
      ([y, m, d, h, s, z, isDay]) => `${y}-${m}-${d}${isDay ? z : `T${h}:00:${s}${z}`}`,
    );
    fc.assert(
      fc.property(written, (date) => assert.equal(normalizeDate(date), normalizeUnusual(date))),
      { numRuns: 3000 },
    );
  });
});

describe('the time of a date', () => {
  useZone('Pacific/Auckland');

  it('is that of its zone if the date names one', () => {
    assert.equal(timeOf('2026-11-17T09:00:00+01:00'), Date.UTC(2026, 10, 17, 8));
    assert.equal(timeOf('2026-11-17T09:00:00Z'), Date.UTC(2026, 10, 17, 9));
  });

  it('is local if the date names no zone', () => {
    assert.equal(timeOf('2026-11-17T09:00:00'), Date.UTC(2026, 10, 16, 20));
  });

  it('is local midnight for a day', () => {
    assert.equal(timeOf('2026-11-17'), Date.UTC(2026, 10, 16, 11));
  });

  it('is unknown without a date that can be parsed', () => {
    assert.deepEqual([timeOf(undefined), timeOf('soon'), timeOf('')], [undefined, undefined, undefined]);
  });
});

describe('an article with a date without a zone', () => {
  const current = { url: '/now', title: 'Masts', tags: 'Masts' };
  const isShown = (member: object, now: string): boolean => {
    const index = readIndex(
      [current, { url: '/a', title: 'Masts', tags: 'Masts', ...member }],
      'https://a.example/',
    );
    const options = { now: new Date(now) };
    return createRanker(index.articles).related('https://a.example/now', options).length === 1;
  };

  for (const [zone, member, hidden, shown] of [
    ['Europe/Berlin', { date: '2026-11-17T09:00:00' }, '2026-11-17T07:59:59Z', '2026-11-17T08:00:00Z'],
    ['Europe/Berlin', { date: '2026-11-17' }, '2026-11-16T22:59:59Z', '2026-11-16T23:00:00Z'],
    ['Pacific/Auckland', { date: '2026-11-17' }, '2026-11-16T10:59:59Z', '2026-11-16T11:00:00Z'],
    ['America/New_York', { date: '2026-11-17' }, '2026-11-17T04:59:59Z', '2026-11-17T05:00:00Z'],
    ['Europe/Berlin', { expires: '2026-11-17' }, '2026-11-16T23:00:00Z', '2026-11-16T22:59:59Z'],
  ] as const) {
    describe(`in the zone ${zone}`, () => {
      useZone(zone);

      it(`is shown by local time: ${JSON.stringify(member)}`, () => {
        assert.deepEqual([isShown(member, hidden), isShown(member, shown)], [false, true]);
      });
    });
  }
});

/** Sets the local time zone for a suite. Node reads `TZ` anew once it is set. */
function useZone(zone: string): void {
  const { TZ } = process.env;
  before(() => {
    process.env.TZ = zone;
  });
  after(() => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });
}

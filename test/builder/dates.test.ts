import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readDate, spellOutDates } from '../../src/builder/sources/dates.js';

describe('a date that the command line reads', () => {
  for (const [written, date, language] of [
    ['2026-11-17', '2026-11-17'],
    ['2026-11-17T09:00:00+01:00', '2026-11-17T09:00:00+01:00'],
    ['2026-11-17 9:05 p.m.', '2026-11-17T21:05:00'],
    ['17th November 2026', '2026-11-17'],
    ['Tuesday, the 17th of November, 2026', '2026-11-17'],
    ['November 1st, 2026 at 9:05 a.m.', '2026-11-01T09:05:00'],
    ['9:05 p.m., November 17, 2026', '2026-11-17T21:05:00'],
    ['Nov. 17, 2026 12:00 a.m. EST', '2026-11-17T00:00:00-05:00'],
    ['Tue Nov 17 2026 09:05:00 GMT+0100 (Central European Standard Time)', '2026-11-17T09:05:00+01:00'],
    ['Tue Nov 17 09:05:00 2026', '2026-11-17T09:05:00'],
    ['17-Nov-2026', '2026-11-17'],
    ['17. November 2026, 09:05 Uhr', '2026-11-17T09:05:00'],
    ['7. Jänner 2026', '2026-01-07'],
    ['1er novembre 2026', '2026-11-01'],
    ['17 fevrier 2026', '2026-02-17'],
    ['17 novembre 2026 à 9h05', '2026-11-17T09:05:00'],
    ['17 de noviembre de 2026', '2026-11-17'],
    ['1º de novembro de 2026', '2026-11-01'],
    ['17 de novembre del 2026', '2026-11-17'],
    ['martedì 17 novembre 2026', '2026-11-17'],
    ['17 november 2026 om 9.05 uur', '2026-11-17T09:05:00'],
    ['17 listopada 2026', '2026-11-17', 'pl'],
    ['17. listopada 2026.', '2026-10-17', 'hr'],
    ['17. listopadu 2026', '2026-11-17', 'cs'],
    ['17 листопада 2026 р.', '2026-11-17', 'uk-UA'],
    ['3. července 2026', '2026-07-03'],
    ['17 ноября 2026 г.', '2026-11-17'],
    ['17 ноември 2026 г.', '2026-11-17'],
    ['17. новембар 2026.', '2026-11-17'],
    ['17. novembra 2026', '2026-11-17'],
    ['17 Kasım 2026', '2026-11-17'],
    ['17 EKİM 2026', '2026-10-17'],
    ['17 Νοεμβρίου 2026', '2026-11-17'],
    ['17. marraskuuta 2026', '2026-11-17'],
    ['2026. november 17.', '2026-11-17'],
    ['17 noiembrie 2026', '2026-11-17'],
    ['den 17 november 2026', '2026-11-17'],
    ['17. desember 2026', '2026-12-17'],
    ['17 Agustus 2026', '2026-08-17'],
    ['Ngày 17 tháng 11 năm 2026', '2026-11-17'],
    ['17 tháng 1, 2026', '2026-01-17'],
    ['17 พฤศจิกายน 2569', '2026-11-17'],
    ['17 בנובמבר 2026', '2026-11-17'],
    ['١٧ نوفمبر ٢٠٢٦', '2026-11-17'],
    ['۱۷ نوامبر ۲۰۲۶', '2026-11-17'],
    ['17 नवंबर 2026', '2026-11-17'],
    ['2026 m. lapkričio 17 d.', '2026-11-17'],
    ['2026. gada 17. novembris', '2026-11-17'],
    ['2026年11月17日（火）', '2026-11-17'],
    ['2026年11月17日 星期二', '2026-11-17'],
    ['2026년 11월 17일 (화)', '2026-11-17'],
    ['17. 11. 2026', '2026-11-17'],
    ['17.11.2026.', '2026-11-17'],
    ['17-11-2026', '2026-11-17'],
    ['Sat, 11/17/2026 - 14:05', '2026-11-17T14:05:00'],
    ['17 November 2026, 9:05 AM (GMT+1)', '2026-11-17T09:05:00'],
    ['17/11/2026', '2026-11-17'],
    ['11/17/2026 9:05 PM', '2026-11-17T21:05:00'],
    ['05/11/2026', '2026-11-05', 'fr'],
    ['05/11/2026', '2026-05-11', 'en-US'],
    ['05/11/2026', '2026-11-05', 'en-GB'],
  ] as const) {
    it(`is ${date} for ${written}${language === undefined ? '' : ` in ${language}`}`, () => {
      assert.equal(readDate(written, language), date);
    });
  }

  for (const written of [
    '0000-00-00 00:00:00',
    '12',
    '2026',
    'November 2026',
    'May 2026, issue 12',
    '31 November 2026',
    '05/11/2026',
    '17 nov 26',
    '17 Nowhere 2026',
    '',
    17,
    null,
  ]) {
    it(`is none for ${JSON.stringify(written)}`, () => {
      assert.equal(readDate(written), undefined);
    });
  }

  it('is a date or none, whatever the text and the language', () => {
    const words = fc.constantFrom(
      '17',
      '2026',
      'may',
      'листопада',
      '.',
      ' ',
      ',',
      'a.m.',
      '9:05',
      'de',
      '/',
      '٣',
    );
    fc.assert(
      fc.property(
        fc.array(words).map((list) => list.join('')),
        fc.constantFrom(undefined, 'hr', 'xx', '', 'not a tag'),
        (text, language) => {
          const date = readDate(text, language);
          assert.ok(date === undefined || !Number.isNaN(Date.parse(date)), text);
        },
      ),
    );
  });
});

describe('the dates of JSON', () => {
  it('are spelled out under the names that dates have, in the language of the nearest record', () => {
    const json = {
      language: 'hr',
      published: '17. listopada 2026.',
      items: [
        { date: '17. listopada 2026.', title: '17. listopada 2026.' },
        { date_created: '17 listopada 2026', lang: 'pl' },
        { date: 17, updated: null, created_at: '2026-11-17' },
      ],
    };
    spellOutDates(json);
    assert.deepEqual(json, {
      language: 'hr',
      published: '2026-10-17',
      items: [
        { date: '2026-10-17', title: '17. listopada 2026.' },
        { date_created: '2026-11-17', lang: 'pl' },
        { date: 17, updated: null, created_at: '2026-11-17' },
      ],
    });
  });
});

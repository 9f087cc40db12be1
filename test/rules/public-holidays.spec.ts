import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { isPublicHoliday, publicHolidaysOf } from '../../src/shared/public-holidays.js';

const datesOf = (year: number) => [...publicHolidaysOf(year)].map(([date, name]) => `${date} ${name}`);

describe('Dutch public holidays', () => {
  test('those of 2026 are the days of the law', () => {
    expect(datesOf(2026)).toEqual([
      '2026-01-01 newYear',
      '2026-04-03 goodFriday',
      '2026-04-06 easterMonday',
      '2026-04-27 kingsDay',
      '2026-05-05 liberationDay',
      '2026-05-14 ascension',
      '2026-05-25 whitMonday',
      '2026-12-25 christmas',
      '2026-12-26 boxingDay',
    ]);
  });

  test("King's Day is a day earlier in a year in which it would be a Sunday", () => {
    expect([isPublicHoliday('2025-04-26'), isPublicHoliday('2025-04-27')]).toEqual([true, false]);
  });

  // Published dates of Easter Sunday, among them its earliest and latest in this century.
  test.each([
    '2008-03-23',
    '2016-03-27',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2027-03-28',
    '2038-04-25',
  ])('the day after Easter Sunday %s is a holiday', (easter) => {
    expect(isPublicHoliday(Temporal.PlainDate.from(easter).add({ days: 1 }).toString())).toBe(true);
  });

  test('a day on which two holidays fall counts once', () => {
    expect(publicHolidaysOf(2016).size).toBe(8);
    expect(isPublicHoliday('2016-05-05')).toBe(true);
  });

  test('in any year no holiday is a Sunday but those with a fixed date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2014, max: 2200 }), (year) => {
        const movable = [...publicHolidaysOf(year)].filter(
          ([date]) => !/-(01-01|05-05|12-25|12-26)$/.test(date),
        );
        expect(movable.map(([date]) => Temporal.PlainDate.from(date).dayOfWeek)).not.toContain(7);
      }),
    );
  });
});

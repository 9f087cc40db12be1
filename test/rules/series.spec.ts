import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  MOST_TIMES,
  planOn,
  seriesDates,
  seriesFault,
  type SchoolHolidayDays,
  type SeriesWish,
} from '../../src/sessions/series.rules.js';
import type { SessionPlan } from '../../src/sessions/session-plan.rules.js';
import { USUAL_TERMS } from '../../src/sessions/session-terms.rules.js';
import { addToDate, instantOf, ZONE } from '../../src/shared/local-date.js';
import { isPublicHoliday } from '../../src/shared/public-holidays.js';

const today = '2026-09-01';
const part = (date: string, startTime: string, endTime: string) => ({
  ...{ date, startTime, endTime, roomId: 'hall', joiningLink: null, trainerIds: ['trainer'] },
});
const plan = (changes: Partial<SessionPlan> = {}): SessionPlan => ({
  ...{ courseId: 'course', payerMunicipalityId: 'almere', capacity: 16, minimum: 8 },
  ...{
    releaseOn: '2026-09-17',
    decideOn: '2026-10-01',
    priceCents: 250_000n,
    priceIsDemo: false,
    quotas: [],
    terms: USUAL_TERMS,
  },
  parts: [part('2026-10-13', '09:30', '12:30'), part('2026-10-15', '13:30', '16:30')],
  ...changes,
});
const autumn: SchoolHolidayDays = {
  ...{ name: 'Herfstvakantie', firstDate: '2026-10-10', lastDate: '2026-10-18', isDemo: true },
};
const from = (date: string, schoolHolidays: readonly SchoolHolidayDays[] = []) => ({
  ...{ dates: [date], today, schoolHolidays },
});
const firstDates = (found: readonly { firstDate: string }[]) => found.map(({ firstDate }) => firstDate);
const held = (found: ReturnType<typeof seriesDates>) => found.filter(({ daysOff }) => daysOff.length === 0);
const clockTime = (instant: Date) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(ZONE)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
const weekday = (date: string) => Temporal.PlainDate.from(date).dayOfWeek;

const anyDate = fc.integer({ min: 0, max: 4000 }).map((days) => addToDate('2024-01-01', { days }));
const anyWish: fc.Arbitrary<SeriesWish> = fc.record({
  everyWeeks: fc.integer({ min: 1, max: 26 }),
  end: fc.oneof(
    fc.record({ times: fc.integer({ min: 1, max: MOST_TIMES }) }),
    fc.record({ lastDate: anyDate }),
  ),
});
const anyHolidays = fc.array(
  fc.record({ firstDate: anyDate, days: fc.integer({ min: 0, max: 60 }) }).map(({ firstDate, days }) => ({
    ...{ name: 'Vakantie', firstDate, lastDate: addToDate(firstDate, { days }), isDemo: false },
  })),
  { maxLength: 10 },
);

describe('a plan on another date', () => {
  test('keeps its wall-clock times over the night in which the clock changes', () => {
    const moved = planOn(plan(), '2026-10-27', today);
    const starts = [...plan().parts, ...moved.parts].map(({ date, startTime }) =>
      instantOf(date, startTime).toISOString(),
    );
    expect(starts).toEqual([
      '2026-10-13T07:30:00.000Z',
      '2026-10-15T11:30:00.000Z',
      '2026-10-27T08:30:00.000Z',
      '2026-10-29T12:30:00.000Z',
    ]);
  });

  test('begins at the same time on the clock on any date', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const [first] = planOn(plan(), date, today).parts;
        expect(clockTime(instantOf(first!.date, first!.startTime))).toBe('09:30');
      }),
    );
  });

  test('keeps the days between its parts and before its first day', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const terms = { ...USUAL_TERMS, enrolUntil: '2026-10-07', cancelUntil: '2026-09-30' };
        const moved = planOn(plan({ terms }), date, '2023-12-01');
        expect(moved.parts.map((each) => each.date)).toEqual([date, addToDate(date, { days: 2 })]);
        expect([moved.releaseOn, moved.decideOn, moved.terms.enrolUntil, moved.terms.cancelUntil]).toEqual(
          [-26, -12, -6, -13].map((days) => addToDate(date, { days })),
        );
      }),
    );
  });

  test('ends enrolment no sooner than tomorrow, and not at all where it did not', () => {
    const terms = { ...USUAL_TERMS, enrolUntil: '2026-10-01' };
    expect(planOn(plan({ terms }), '2026-09-08', today).terms).toEqual({
      ...{ ...terms, enrolUntil: '2026-09-02', cancelUntil: null },
    });
  });

  test('does not release its seats before tomorrow', () => {
    expect(planOn(plan(), '2026-09-08', today).releaseOn).toBe('2026-09-02');
  });
});

describe('a series', () => {
  test('is every second Tuesday but not in the school holidays', () => {
    const wish = { everyWeeks: 2, end: { times: 3 } };
    const found = seriesDates(wish, from('2026-09-15', [autumn]));
    expect(firstDates(found)).toEqual(['2026-09-29', '2026-10-13', '2026-10-27', '2026-11-10']);
    expect(found[1]!.daysOff).toEqual([{ date: '2026-10-13', schoolHoliday: autumn }]);
  });

  test('skips a session of two days when its second day is a holiday', () => {
    const setting = { dates: ['2027-04-27', '2027-04-28'], today, schoolHolidays: [] };
    const [next] = seriesDates({ everyWeeks: 1, end: { times: 1 } }, setting);
    expect(next!.daysOff).toEqual([{ date: '2027-05-05', publicHoliday: 'liberationDay' }]);
  });

  test('names a day off once for a session with two parts on that day', () => {
    const setting = { dates: ['2026-12-18', '2026-12-18'], today, schoolHolidays: [] };
    const [next] = seriesDates({ everyWeeks: 1, end: { times: 1 } }, setting);
    expect(next!.daysOff).toEqual([{ date: '2026-12-25', publicHoliday: 'christmas' }]);
  });

  test('of yearly weeks passes 29 February and the end of the year on the same weekday', () => {
    const setting = { dates: ['2027-12-07'], today, schoolHolidays: [] };
    const found = seriesDates({ everyWeeks: 4, end: { lastDate: '2028-03-01' } }, setting);
    expect(firstDates(found)).toEqual(['2028-01-04', '2028-02-01', '2028-02-29']);
  });

  test('holds its last day no later than the last date', () => {
    const setting = { dates: ['2026-11-03', '2026-11-05'], today, schoolHolidays: [] };
    const found = seriesDates({ everyWeeks: 1, end: { lastDate: '2026-11-18' } }, setting);
    expect(firstDates(found)).toEqual(['2026-11-10']);
  });

  test('of a session of long ago goes on in its own rhythm after today', () => {
    const found = seriesDates({ everyWeeks: 2, end: { times: 1 } }, from('2026-06-02'));
    expect(firstDates(found)).toEqual(['2026-09-08']);
  });

  test('has the number of times that is asked, whatever is skipped', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: MOST_TIMES }), anyHolidays, (date, times, holidays) => {
        const everyWeeks = 1;
        const found = seriesDates({ everyWeeks, end: { times } }, from(date, holidays));
        expect(held(found)).toHaveLength(times);
        expect(found.at(-1)!.daysOff).toEqual([]);
      }),
    );
  });

  test('is held on the weekday of the session, the weeks apart, after today', () => {
    fc.assert(
      fc.property(anyDate, anyWish, anyHolidays, (date, wish, holidays) => {
        for (const { firstDate } of seriesDates(wish, from(date, holidays))) {
          const days = Temporal.PlainDate.from(date).until(Temporal.PlainDate.from(firstDate)).days;
          expect([weekday(firstDate), days % (wish.everyWeeks * 7), firstDate > today]).toEqual([
            weekday(date),
            0,
            true,
          ]);
        }
      }),
    );
  });

  test('holds no part on a public holiday or in a school holiday', () => {
    fc.assert(
      fc.property(anyDate, anyWish, anyHolidays, (date, wish, holidays) => {
        const dates = [date, addToDate(date, { days: 2 })];
        const days = held(seriesDates(wish, { dates, today, schoolHolidays: holidays })).flatMap(
          ({ firstDate }) => [firstDate, addToDate(firstDate, { days: 2 })],
        );
        const off = days.filter(
          (day) =>
            isPublicHoliday(day) ||
            holidays.some(({ firstDate, lastDate }) => firstDate <= day && day <= lastDate),
        );
        expect(off).toEqual([]);
      }),
    );
  });
});

describe('the fault of a series', () => {
  test('is that the session itself lasts as long as the weeks between', () => {
    const setting = { dates: ['2026-11-03', '2026-11-10'], today, schoolHolidays: [] };
    expect(seriesFault({ everyWeeks: 1, end: { times: 2 } }, setting)).toBe('overlapsItself');
    expect(seriesFault({ everyWeeks: 2, end: { times: 2 } }, setting)).toBeNull();
  });

  test('is that there is no date before the last one', () => {
    const wish = { everyWeeks: 2, end: { lastDate: '2026-11-16' } };
    expect(seriesFault(wish, from('2026-11-03'))).toBe('noDate');
    expect(seriesFault({ ...wish, end: { lastDate: '2026-11-17' } }, from('2026-11-03'))).toBeNull();
  });

  test('is that there are more dates than one series can have', () => {
    const wish = { everyWeeks: 1, end: { lastDate: '2028-12-31' } };
    expect(seriesFault(wish, from('2026-11-03'))).toBe('tooMany');
  });
});

import fc from 'fast-check';
import { daysFault, daysOfGrant, isEligible, placeOf } from '../../src/grants/activity.rules.js';

const day = fc
  .date({ min: new Date('2016-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const days = fc.tuple(day, day).map(([one, other]) => {
  const [firstDay, lastDay] = [one, other].sort() as [string, string];
  return { firstDay, lastDay };
});
const dayAfter = (date: string, count: number) =>
  new Date(Date.parse(date) + count * 86_400_000).toISOString().slice(0, 10);
const years = fc
  .tuple(fc.integer({ min: 2016, max: 2028 }), fc.integer({ min: 0, max: 2 }))
  .map(([firstYear, more]) => ({ firstYear, lastYear: firstYear + more }));

describe('the days on which a cost is eligible', () => {
  test('are the first, the last and those between, and not the day before or after', () => {
    fc.assert(
      fc.property(days, fc.nat(5000), (period, ahead) => {
        const { firstDay, lastDay } = period;
        expect([firstDay, lastDay].map((date) => isEligible(period, date))).toEqual([true, true]);
        expect(isEligible(period, dayAfter(firstDay, -1 - ahead))).toBe(false);
        expect(isEligible(period, dayAfter(lastDay, 1 + ahead))).toBe(false);
        const within = dayAfter(firstDay, ahead);
        expect(isEligible(period, within)).toBe(Date.parse(within) <= Date.parse(lastDay));
      }),
    );
  });

  test('are all days where no decision of the state is about the line', () => {
    fc.assert(fc.property(day, (date) => expect(isEligible(null, date)).toBe(true)));
  });

  test('are those of the years of the grant when nothing else is told, which is never wrong', () => {
    fc.assert(
      fc.property(years, day, (grant, date) => {
        const year = Number(date.slice(0, 4));
        expect(isEligible(daysOfGrant(grant), date)).toBe(grant.firstYear <= year && year <= grant.lastYear);
        expect(daysFault(daysOfGrant(grant), grant)).toBeNull();
      }),
    );
  });

  test('are refused when the last comes before the first, or when one is of no year of the grant', () => {
    fc.assert(
      fc.property(day, day, years, (firstDay, lastDay, grant) => {
        const isOf = (date: string) => isEligible(daysOfGrant(grant), date);
        const expected =
          lastDay < firstDay
            ? 'activity-days-reversed'
            : isOf(firstDay) && isOf(lastDay)
              ? null
              : 'activity-outside-grant';
        expect(daysFault({ firstDay, lastDay }, grant)).toBe(expected);
      }),
    );
  });
});

describe('the activity of a line', () => {
  const known = [{ id: 'a', code: 'Regie', isAssumed: false }];
  const line = { code: 'basis', paidBy: 'grant', named: null, current: null } as const;

  test('is the one that is named, then the one it was of, then the one with its code', () => {
    expect(placeOf({ ...line, named: 'n', current: 'c' }, known)).toEqual({ activityId: 'n' });
    expect(placeOf({ ...line, code: 'regie', current: 'c' }, known)).toEqual({ activityId: 'c' });
    expect(placeOf({ ...line, code: 'regie' }, known)).toEqual({ activityId: 'a' });
  });

  test('is assumed only as long as nobody told what the decision names', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), (assumed) => {
        const activities = assumed.map((isAssumed, index) => ({
          id: `${index}`,
          code: `c${index}`,
          isAssumed,
        }));
        expect(placeOf(line, activities)).toEqual(
          assumed.includes(false) ? { fault: 'line-without-activity' } : { assume: true },
        );
      }),
    );
  });

  test('is none where municipalities pay, whatever is named', () => {
    expect(placeOf({ ...line, paidBy: 'own', named: 'n', current: 'c' }, known)).toEqual({
      activityId: null,
    });
  });
});

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { isPublicHoliday } from '../../src/shared/public-holidays.js';
import { addWorkingHours } from '../../src/shared/working-hours.js';

const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
const hours = fc.integer({ min: 1, max: 80 });

const localOf = (instant: Date) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO('Europe/Amsterdam');

test('what ends in working hours ends on a working day between 9 and 17', () => {
  fc.assert(
    fc.property(moment, hours, (start, count) => {
      const end = localOf(addWorkingHours(start, count));
      const time = end.toPlainTime().toString({ smallestUnit: 'second' });
      expect(end.dayOfWeek).toBeLessThan(6);
      expect(isPublicHoliday(end.toPlainDate().toString())).toBe(false);
      expect(time > '09:00:00' && time <= '17:00:00').toBe(true);
    }),
  );
});

test('hours one after the other come to the same as all at once', () => {
  fc.assert(
    fc.property(moment, hours, hours, (start, first, second) => {
      expect(addWorkingHours(addWorkingHours(start, first), second)).toEqual(
        addWorkingHours(start, first + second),
      );
    }),
  );
});

test.each([
  ['on a working day', '2026-11-24T09:30:00Z', 2, '2026-11-24T11:30:00Z'],
  ['over a night', '2026-11-24T15:00:00Z', 2, '2026-11-25T09:00:00Z'],
  ['from a Friday afternoon over the weekend', '2026-11-27T15:00:00Z', 2, '2026-11-30T09:00:00Z'],
  ['over the change of the clock', '2026-10-23T14:00:00Z', 2, '2026-10-26T09:00:00Z'],
  ['over Christmas, in the night before', '2026-12-24T22:00:00Z', 8, '2026-12-28T16:00:00Z'],
])('%s', (_when, start, count, end) => {
  expect(addWorkingHours(new Date(start), count)).toEqual(new Date(end));
});

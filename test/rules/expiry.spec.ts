import fc from 'fast-check';
import { lastDayToTell } from '../../src/certificates/expiry.rules.js';
import { addToDate, instantOf } from '../../src/shared/local-date.js';

const date = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const minuteOfDay = fc.integer({ min: 0, max: 8 * 60 + 59 });

test('from nine in the morning in Amsterdam until nine the next morning the mails of a day are due, in summer and in winter', () => {
  fc.assert(
    fc.property(date, minuteOfDay, (day, minutes) => {
      const nine = instantOf(day, '09:00').getTime();
      expect(lastDayToTell(new Date(nine))).toBe(day);
      expect(lastDayToTell(new Date(nine + minutes * 60_000))).toBe(day);
      expect(lastDayToTell(new Date(nine - 60_000 * (minutes + 1)))).toBe(addToDate(day, { days: -1 }));
    }),
  );
});

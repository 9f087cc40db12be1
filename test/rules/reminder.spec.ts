import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  defaultReminderRules,
  reminderDueAt,
  type ReminderRule,
} from '../../src/reminders/reminder.rules.js';
import { instantOf } from '../../src/shared/local-date.js';

const LONG_AGO = new Date('2000-01-01T00:00:00Z');
const date = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const pad = (number: number) => String(number).padStart(2, '0');
// The hour that a clock change skips or repeats is not a time at which anyone plans.
const time = fc
  .tuple(fc.integer({ min: 4, max: 22 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${pad(hour)}:${pad(minute)}`);
const rule = fc.record<ReminderRule>({
  code: fc.constant('rule'),
  daysBefore: fc.integer({ min: 0, max: 365 }),
  localTime: time,
});
const firstPart = fc.record({ date, startTime: time }).map(({ date: day, startTime }) => ({
  date: day,
  startsAt: instantOf(day, startTime),
}));

const inAmsterdam = (instant: Date) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO('Europe/Amsterdam');

test('a reminder is due at its time on the clock in Amsterdam, so many days before the first part', () => {
  fc.assert(
    fc.property(rule, firstPart, (given, part) => {
      const dueAt = reminderDueAt(given, part, LONG_AGO);
      fc.pre(dueAt !== null);
      const due = inAmsterdam(dueAt);
      expect(due.toPlainTime().toString({ smallestUnit: 'minute' })).toBe(given.localTime);
      expect(due.toPlainDate().until(Temporal.PlainDate.from(part.date)).days).toBe(given.daysBefore);
    }),
  );
});

test('a reminder is never due at or after the start', () => {
  fc.assert(
    fc.property(rule, firstPart, (given, part) => {
      const dueAt = reminderDueAt(given, part, LONG_AGO);
      expect(dueAt === null || dueAt < part.startsAt).toBe(true);
    }),
  );
});

test('a reminder is never due at or before the moment since which it counts', () => {
  fc.assert(
    fc.property(rule, firstPart, fc.integer({ min: -100_000, max: 100_000 }), (given, part, minutes) => {
      const since = new Date(part.startsAt.getTime() + minutes * 60_000);
      const dueAt = reminderDueAt(given, part, since);
      expect(dueAt === null || dueAt > since).toBe(true);
    }),
  );
});

test('of two rules with the same time, the one with more days before is due first', () => {
  fc.assert(
    fc.property(rule, fc.integer({ min: 1, max: 100 }), firstPart, (given, more, part) => {
      const later = reminderDueAt(given, part, LONG_AGO);
      const earlier = reminderDueAt({ ...given, daysBefore: given.daysBefore + more }, part, LONG_AGO);
      fc.pre(later !== null);
      expect(earlier! < later).toBe(true);
    }),
  );
});

test.each([
  ['2026-10-25', '2026-10-24T07:00:00.000Z'],
  ['2026-10-26', '2026-10-25T08:00:00.000Z'],
  ['2027-03-28', '2027-03-27T08:00:00.000Z'],
  ['2027-03-29', '2027-03-28T07:00:00.000Z'],
])('the reminder of the day before %s is due at %s', (day, expected) => {
  const dayBefore = defaultReminderRules.find(({ code }) => code === 'day-before')!;
  const part = { date: day, startsAt: instantOf(day, '09:30') };
  expect(reminderDueAt(dayBefore, part, LONG_AGO)!.toISOString()).toBe(expected);
});

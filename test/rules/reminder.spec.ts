import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  dayKinds,
  reminderMoment,
  reminderPlan,
  type DayKind,
  type ReminderRule,
} from '../../src/reminders/reminder.rules.js';
import { instantOf, localDateOf } from '../../src/shared/local-date.js';
import { isWorkingDay, workingDaysBefore } from '../../src/shared/working-days.js';

const date = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const pad = (number: number) => String(number).padStart(2, '0');
// The hour that a clock change skips or repeats is not a time at which anyone plans.
const time = fc
  .tuple(fc.integer({ min: 4, max: 22 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${pad(hour)}:${pad(minute)}`);
const rule = fc.record<ReminderRule>({
  dayKind: fc.constantFrom(...dayKinds),
  daysBefore: fc.integer({ min: 0, max: 60 }),
  localTime: time,
});
const firstPart = fc.record({ date, startTime: time }).map(({ date: day, startTime }) => ({
  date: day,
  startsAt: instantOf(day, startTime),
}));

const inAmsterdam = (instant: Date) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO('Europe/Amsterdam');
const near = (instant: Date) =>
  fc
    .integer({ min: -100_000, max: 100_000 })
    .map((minutes) => new Date(instant.getTime() + minutes * 60_000));

/** The days from one date up to another, the last left out. */
function daysBetween(from: Temporal.PlainDate, until: Temporal.PlainDate): Temporal.PlainDate[] {
  return Array.from({ length: from.until(until).days }, (_, days) => from.add({ days }));
}

test('a reminder is due at its time on the clock in Amsterdam, so many days before the first part', () => {
  fc.assert(
    fc.property(rule, firstPart, (given, part) => {
      const dueAt = reminderMoment(given, part);
      fc.pre(dueAt !== null);
      const due = inAmsterdam(dueAt);
      expect(due.toPlainTime().toString({ smallestUnit: 'minute' })).toBe(given.localTime);
      const days = daysBetween(due.toPlainDate(), Temporal.PlainDate.from(part.date));
      const counted = given.dayKind === 'working' ? days.filter(isWorkingDay) : days;
      expect(counted).toHaveLength(given.daysBefore);
    }),
  );
});

test('a rule that counts working days sends on a working day, unless it sends on the day itself', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 60 }), (day, count) => {
      expect(isWorkingDay(Temporal.PlainDate.from(workingDaysBefore(day, count)))).toBe(true);
    }),
  );
});

test('a reminder is never due at or after the start', () => {
  fc.assert(
    fc.property(rule, firstPart, (given, part) => {
      const dueAt = reminderMoment(given, part);
      expect(dueAt === null || dueAt < part.startsAt).toBe(true);
    }),
  );
});

test('a reminder is never due at or before the moment since which it counts, nor since which its rule does', () => {
  const moments = firstPart.chain((part) =>
    fc.record({ part: fc.constant(part), since: near(part.startsAt), activeFrom: near(part.startsAt) }),
  );
  fc.assert(
    fc.property(rule, moments, (given, { part, since, activeFrom }) => {
      const people = [{ enrolmentId: 'someone', since }];
      const [planned] = reminderPlan([{ ...given, id: 'rule', activeFrom }], part, people);
      const moment = reminderMoment(given, part);
      const passed = moment === null || moment <= since || moment <= activeFrom;
      expect(planned!.dueAt).toEqual(passed ? null : moment);
    }),
  );
});

test('of two rules with the same time, the one with more days before is due first', () => {
  fc.assert(
    fc.property(rule, fc.integer({ min: 1, max: 100 }), firstPart, (given, more, part) => {
      const later = reminderMoment(given, part);
      const earlier = reminderMoment({ ...given, daysBefore: given.daysBefore + more }, part);
      fc.pre(later !== null);
      expect(earlier! < later).toBe(true);
    }),
  );
});

test('everyone has one line in the plan for each rule', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid()), fc.array(rule), firstPart, (ids, given, part) => {
      const rules = given.map((one, index) => ({ ...one, id: String(index), activeFrom: new Date(0) }));
      const people = ids.map((enrolmentId) => ({ enrolmentId, since: new Date(0) }));
      const lines = reminderPlan(rules, part, people).map((line) => `${line.enrolmentId} ${line.ruleId}`);
      expect(new Set(lines).size).toBe(ids.length * rules.length);
    }),
  );
});

test.each<[string, DayKind, number, string, string]>([
  ['the day after the clock goes back', 'calendar', 1, '2026-10-26', '2026-10-25T08:00:00.000Z'],
  ['the day the clock goes back', 'calendar', 1, '2026-10-25', '2026-10-24T07:00:00.000Z'],
  ['the day the clock goes on', 'calendar', 1, '2027-03-28', '2027-03-27T08:00:00.000Z'],
  ['the day after the clock goes on', 'calendar', 1, '2027-03-29', '2027-03-28T07:00:00.000Z'],
  ['the Tuesday after the clock goes back', 'working', 2, '2026-10-27', '2026-10-23T07:00:00.000Z'],
  [
    'the Tuesday after Easter, when the clock goes on',
    'working',
    2,
    '2027-03-30',
    '2027-03-24T08:00:00.000Z',
  ],
  ['the day after Boxing Day', 'working', 1, '2027-12-27', '2027-12-24T08:00:00.000Z'],
  ['the day after Liberation Day and Ascension Day', 'working', 2, '2027-05-07', '2027-05-03T07:00:00.000Z'],
])('before %s (%s days, %i)', (_day, dayKind, daysBefore, day, expected) => {
  const part = { date: day, startsAt: instantOf(day, '09:30') };
  const dueAt = reminderMoment({ dayKind, daysBefore, localTime: '09:00' }, part)!;
  expect(dueAt.toISOString()).toBe(expected);
  expect(localDateOf(dueAt) < day).toBe(true);
});

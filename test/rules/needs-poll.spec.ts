import fc from 'fast-check';
import {
  placesNotAsked,
  pollFaults,
  remindAt,
  takesAnswers,
  usualCountsUntil,
  type PollPlan,
} from '../../src/demand/needs-poll.rules.js';
import { addToDate, instantOf, localDateOf } from '../../src/shared/local-date.js';

const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2036-12-31'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));
const plan: PollPlan = {
  ...{ title: 'Peiling', closesOn: '2026-10-01', countsUntil: '2027-10-01', remindDays: 7 },
  ...{ courseIds: ['basis'], municipalityIds: ['almere'], organisationIds: [] },
};
const setting = {
  today: '2026-09-01',
  courseIds: new Set(['basis']),
  municipalityIds: new Set(['almere']),
  organisationIds: new Set<string>(),
};

test('a poll reminds in the morning, so many days before it closes', () => {
  expect(remindAt(plan, '2026-09-01')).toEqual(new Date('2026-09-24T07:00:00Z'));
});

test('a reminder never goes on the day of the letter or before it, nor after the poll closes', () => {
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 365 }),
      (sentOn, open, remindDays) => {
        const closesOn = addToDate(sentOn, { days: open });
        const moment = remindAt({ closesOn, remindDays }, sentOn);
        fc.pre(moment !== null);
        expect(localDateOf(moment) > sentOn).toBe(true);
        expect(localDateOf(moment) < closesOn).toBe(true);
      },
    ),
  );
});

test('a poll takes answers up to and including the last minute of its last day, by the clock in the Netherlands', () => {
  fc.assert(
    fc.property(day, (closesOn) => {
      expect(takesAnswers({ closesOn }, instantOf(closesOn, '23:59'))).toBe(true);
      expect(takesAnswers({ closesOn }, instantOf(addToDate(closesOn, { days: 1 }), '00:00'))).toBe(false);
    }),
  );
});

test('numbers count for a year after closing, unless told otherwise', () => {
  expect(usualCountsUntil('2026-10-01')).toBe('2027-10-01');
});

test('a poll about something there is, of someone there is, that closes today or later can be sent', () => {
  expect(pollFaults({ ...plan, closesOn: '2026-09-01' }, setting)).toEqual([]);
});

test.each([
  ['closes before today', { closesOn: '2026-08-31' }, 'closesOn', 'closed'],
  ['counts no longer once it is closed', { countsUntil: '2026-09-30' }, 'countsUntil', 'countsTooShort'],
  ['asks about an unknown course', { courseIds: ['basis', 'elders'] }, 'courseIds', 'unknown'],
  ['asks an unknown municipality', { municipalityIds: ['elders'] }, 'municipalityIds', 'unknown'],
  ['asks an unknown organisation', { organisationIds: ['elders'] }, 'organisationIds', 'unknown'],
])('a poll that %s is refused', (_why, change, path, reason) => {
  expect(pollFaults({ ...plan, ...change }, setting)).toEqual([{ path, reason }]);
});

test('what a poll did not ask for is named, and so is what is answered twice; nothing else is', () => {
  const question = (courseId: string, ...ids: string[]) => ({
    courseId,
    functions: ids.map((id) => ({ id })),
  });
  const questions = [question('basic', 'teacher', 'constable'), question('advanced', 'teacher')];
  const number = fc.record({
    courseId: fc.constantFrom('basic', 'advanced', 'unknown'),
    functionId: fc.constantFrom('teacher', 'constable'),
  });
  const asked = ['basic teacher', 'basic constable', 'advanced teacher'];
  fc.assert(
    fc.property(fc.array(number, { maxLength: 8 }), (numbers) => {
      const names = numbers.map(({ courseId, functionId }) => `${courseId} ${functionId}`);
      const wrong = placesNotAsked(questions, numbers);
      for (const [place, name] of names.entries())
        expect(wrong.includes(place)).toBe(!asked.includes(name) || names.indexOf(name) < place);
    }),
  );
});

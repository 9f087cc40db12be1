import fc from 'fast-check';
import {
  grouped,
  momentsDue,
  noticeKinds,
  noticeSorts,
  noticesOf,
  roundsDue,
  type NoticeKind,
} from '../../src/notices/notices.rules.js';
import { workingDaysAfter, workingDaysBefore } from '../../src/shared/working-days.js';

const date = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const leadDays = fc.integer({ min: 0, max: 20 });
const kindThatCounts = (counts: 'before' | 'since') =>
  noticeKinds.find((kind) => noticeSorts[kind].counts === counts)!;
const isDue = (kind: NoticeKind, lead: number, today: string, moment: string) => {
  const due = momentsDue(kind, { isOn: true, leadDays: lead }, today)!;
  return (due.from === null || moment >= due.from) && moment <= due.until;
};

test('a moment to come is told from so many working days before it until the day itself', () => {
  fc.assert(
    fc.property(date, date, leadDays, (today, moment, lead) => {
      const told = workingDaysBefore(moment, lead) <= today && moment >= today;
      expect(isDue(kindThatCounts('before'), lead, today, moment)).toBe(told);
    }),
  );
});

test('something that waits is told once so many working days have passed since', () => {
  fc.assert(
    fc.property(date, date, leadDays, (today, moment, lead) => {
      const told = workingDaysAfter(moment, lead) <= today;
      expect(isDue(kindThatCounts('since'), lead, today, moment)).toBe(told);
    }),
  );
});

test('more days tell a moment to come no later, and fewer tell what waits no later', () => {
  fc.assert(
    fc.property(date, date, leadDays, (today, moment, lead) => {
      if (isDue(kindThatCounts('before'), lead, today, moment))
        expect(isDue(kindThatCounts('before'), lead + 1, today, moment)).toBe(true);
      if (isDue(kindThatCounts('since'), lead + 1, today, moment))
        expect(isDue(kindThatCounts('since'), lead, today, moment)).toBe(true);
    }),
  );
});

test('a kind that is switched off tells nothing', () => {
  for (const kind of noticeKinds)
    expect(momentsDue(kind, { isOn: false, leadDays: 5 }, '2026-09-08')).toBeNull();
});

test.each([
  ['a working day, before half past eight', '2026-09-08T06:29:59Z', []],
  ['half past eight in summer', '2026-09-08T06:30:00Z', ['at-once']],
  ['half past eight in winter', '2026-12-08T07:30:00Z', ['at-once']],
  ['nine o’clock', '2026-09-08T07:00:00Z', ['at-once', 'daily']],
  ['a worker that comes back in the afternoon', '2026-09-08T14:59:59Z', ['at-once', 'daily']],
  ['after office hours', '2026-09-08T15:00:00Z', []],
  ['a Saturday', '2026-09-12T08:00:00Z', []],
  ['Christmas', '2026-12-25T08:00:00Z', []],
])('the rounds of %s', (_when, now, rounds) => {
  expect(roundsDue(new Date(now)).map(({ delivery }) => delivery)).toEqual(rounds);
});

test('every fact is in one notice, of its own person, kind and subject', () => {
  const fact = fc.record({
    kind: fc.constantFrom(...noticeKinds),
    accountId: fc.constantFrom('Ada', 'Bo'),
    subjectId: fc.constantFrom('one', 'two', 'three'),
  });
  fc.assert(
    fc.property(fc.array(fact), (facts) => {
      const notices = noticesOf(facts);
      expect(notices.flat()).toHaveLength(facts.length);
      expect(new Set(notices.flat())).toEqual(new Set(facts));
      const named = notices.map(([{ accountId, kind, subjectId }]) => `${accountId} ${kind} ${subjectId}`);
      expect(new Set(named).size).toBe(notices.length);
    }),
  );
});

test('grouping keeps the order of the first of each', () => {
  expect(grouped([3, 1, 5, 2], (number) => String(number % 2))).toEqual([[3, 1, 5], [2]]);
});

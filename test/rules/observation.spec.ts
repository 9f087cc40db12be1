import fc from 'fast-check';
import { attends, marks, takesMinutes } from '../../src/attendance/attendance.rules.js';
import {
  markFrom,
  type CheckIn,
  type Choice,
  type Observation,
} from '../../src/attendance/observation.rules.js';

const MORNING = new Date('2026-11-12T08:30:00Z').getTime();
const moment = fc.integer({ min: 0, max: 6 }).map((hours) => new Date(MORNING + hours * 3_600_000));
const checkInId = fc.nat({ max: 5 }).map((number) => `check-in-${number}`);

const checkIn = fc.record({ kind: fc.constant('check-in' as const), id: checkInId, observedAt: moment });
const withdrawal = fc.record({
  kind: fc.constant('withdrawal' as const),
  id: fc.nat({ max: 9 }).map((number) => `withdrawal-${number}`),
  withdraws: checkInId,
});
const choice = fc
  .record({
    kind: fc.constant('choice' as const),
    id: fc.uuid(),
    turn: fc.nat({ max: 1000 }),
    observedAt: moment,
    mark: fc.constantFrom(...marks),
    minutes: fc.option(fc.integer({ min: 1, max: 720 })),
    knewCheckIn: fc.boolean(),
  })
  .map((chosen): Choice => ({ ...chosen, minutes: takesMinutes(chosen.mark) ? chosen.minutes : null }));
/** What was seen of one person in one part: every event once, every turn once. */
const seen = fc
  .tuple(
    fc.uniqueArray(checkIn, { selector: ({ id }) => id, maxLength: 5 }),
    fc.uniqueArray(withdrawal, { selector: ({ id }) => id, maxLength: 3 }),
    fc.uniqueArray(choice, { selector: ({ turn }) => turn, maxLength: 4 }),
  )
  .map((parts): Observation[] => parts.flat());
/** The same events as they may come in: shuffled, some of them more than once. */
const arriving = seen.chain((all) =>
  fc.record({
    all: fc.constant(all),
    arrived: fc
      .shuffledSubarray([...all, ...all, ...all], { minLength: all.length })
      .map((some) => [...some, ...all.filter((each) => !some.includes(each))]),
  }),
);

const checkIns = (all: readonly Observation[]): CheckIn[] => {
  const withdrawn = all.flatMap((each) => (each.kind === 'withdrawal' ? [each.withdraws] : []));
  return all.filter((each): each is CheckIn => each.kind === 'check-in' && !withdrawn.includes(each.id));
};
const lastChoice = (all: readonly Observation[]): Choice | undefined =>
  all
    .filter((each): each is Choice => each.kind === 'choice')
    .toSorted((one, other) => one.turn - other.turn)
    .at(-1);

describe('the mark that follows from what was seen', () => {
  it('is the same in any order, however often and however late things come in', () => {
    fc.assert(
      fc.property(arriving, ({ all, arrived }) => {
        expect(markFrom(arrived)).toEqual(markFrom(all));
      }),
      { numRuns: 1000 },
    );
  });

  it('is there as soon as anything was seen that still counts', () => {
    fc.assert(
      fc.property(seen, (all) => {
        expect(markFrom(all) === null).toBe(checkIns(all).length === 0 && !lastChoice(all));
      }),
    );
  });

  it('is what was chosen last, with its minutes, when that says that someone was there', () => {
    fc.assert(
      fc.property(seen, (all) => {
        const last = lastChoice(all);
        fc.pre(last !== undefined && attends(last.mark));
        expect(markFrom(all)).toEqual({ mark: last.mark, minutes: last.minutes });
      }),
    );
  });

  it('keeps someone present who checked in, whoever chose otherwise without knowing it', () => {
    fc.assert(
      fc.property(seen, (all) => {
        const last = lastChoice(all);
        fc.pre(checkIns(all).length > 0 && last?.knewCheckIn === false);
        expect(attends(markFrom(all)!.mark)).toBe(true);
      }),
    );
  });

  it('is what was chosen by who knew of the check-in, until someone checks in after that', () => {
    fc.assert(
      fc.property(seen, (all) => {
        const last = lastChoice(all);
        fc.pre(last !== undefined && last.knewCheckIn && !attends(last.mark));
        const later = checkIns(all).some(({ observedAt }) => observedAt > last.observedAt);
        expect(markFrom(all)!.mark).toBe(later ? 'present' : last.mark);
      }),
    );
  });

  it('is as if a check-in that was taken back had never been, even when that comes in first', () => {
    fc.assert(
      fc.property(seen, checkIn, (all, mistake) => {
        fc.pre(all.every(({ id }) => id !== mistake.id));
        const takenBack: Observation = { kind: 'withdrawal', id: 'took-it-back', withdraws: mistake.id };
        expect(markFrom([takenBack, ...all, mistake])).toEqual(markFrom([...all, takenBack]));
      }),
    );
  });
});

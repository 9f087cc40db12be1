import fc from 'fast-check';
import {
  closingObstacle,
  decideMarks,
  marks,
  unmarked,
  decideCorrection,
  takesMinutes,
  type Marked,
  type MarkWish,
  type RosterState,
} from '../../src/attendance/attendance.rules.js';

const HOUR = 3_600_000;
const START = new Date('2026-11-12T08:30:00Z');
const at = (hours: number) => new Date(START.getTime() + hours * HOUR);
/** Parts of three hours, a day apart. */
const parts = [0, 1, 2].map((day) => ({
  id: `part-${day}`,
  startsAt: at(day * 24),
  endsAt: at(day * 24 + 3),
}));
const AFTERWARDS = at(72);

const marked = fc
  .record({ mark: fc.constantFrom(...marks), minutes: fc.option(fc.integer({ min: 1, max: 720 })) })
  .map(({ mark, minutes }): Marked => ({ mark, minutes: takesMinutes(mark) ? minutes : null }));
const partId = fc.constantFrom(...parts.map(({ id }) => id));
const roster = fc.array(fc.dictionary(partId, marked), { maxLength: 8 }).map((people): RosterState => ({
  status: 'confirmed',
  parts,
  people: people.map((given, index) => ({ enrolmentId: `person-${index}`, marks: given })),
}));
const wishes = fc.array(
  fc
    .record({ enrolmentId: fc.nat({ max: 7 }).map((n) => `person-${n}`), partId, marked })
    .map(({ marked: chosen, ...place }) => ({ ...place, ...chosen })),
  { maxLength: 12 },
);

function apply(state: RosterState, changes: readonly MarkWish[]): RosterState {
  const people = state.people.map((person) => ({
    ...person,
    marks: changes
      .filter(({ enrolmentId }) => enrolmentId === person.enrolmentId)
      .reduce<Record<string, Marked>>(
        (all, { partId: part, mark, minutes }) => ({ ...all, [part]: { mark, minutes } }),
        {
          ...person.marks,
        },
      ),
  }));
  return { ...state, people };
}

const saved = (decision: ReturnType<typeof decideMarks>): MarkWish[] => {
  if ('refused' in decision) throw new Error(`Refused: ${decision.refused}`);
  return decision;
};
const onRoster = (state: RosterState, list: readonly { enrolmentId: string }[]) =>
  list.every((wish) => state.people.some(({ enrolmentId }) => enrolmentId === wish.enrolmentId));

describe('marking attendance', () => {
  it('gives everyone the mark that was wished last', () => {
    fc.assert(
      fc.property(roster, wishes, (state, list) => {
        fc.pre(onRoster(state, list));
        const after = apply(state, saved(decideMarks(state, list, null, AFTERWARDS)));
        const last = new Map(list.map((wish) => [`${wish.enrolmentId} ${wish.partId}`, wish]));
        for (const wish of last.values()) {
          const person = after.people.find(({ enrolmentId }) => enrolmentId === wish.enrolmentId);
          expect(person?.marks[wish.partId]).toEqual({ mark: wish.mark, minutes: wish.minutes });
        }
      }),
    );
  });

  it('changes nothing when the same is saved twice', () => {
    fc.assert(
      fc.property(roster, wishes, partId, (state, list, rest) => {
        fc.pre(onRoster(state, list));
        const after = apply(state, saved(decideMarks(state, list, rest, AFTERWARDS)));
        expect(decideMarks(after, list, rest, AFTERWARDS)).toEqual([]);
      }),
    );
  });

  it('leaves nobody in the part unmarked when the rest was present, and no earlier mark altered', () => {
    fc.assert(
      fc.property(roster, partId, (state, part) => {
        const after = apply(state, saved(decideMarks(state, [], part, AFTERWARDS)));
        for (const [index, person] of after.people.entries())
          expect(person.marks[part]).toEqual(
            state.people[index]?.marks[part] ?? { mark: 'present', minutes: null },
          );
      }),
    );
  });

  it('refuses everything when one of the wishes is for a part that has not begun', () => {
    fc.assert(
      fc.property(roster, wishes, fc.integer({ min: -10, max: 80 }), (state, list, hours) => {
        fc.pre(onRoster(state, list));
        const early = list.some((wish) => parts.find(({ id }) => id === wish.partId)!.startsAt > at(hours));
        const decision = decideMarks(state, list, null, at(hours));
        expect('refused' in decision).toBe(early);
      }),
    );
  });

  it('refuses someone who has no seat', () => {
    fc.assert(
      fc.property(roster, partId, marked, (state, part, given) => {
        const list = [{ enrolmentId: 'stranger', partId: part, ...given }];
        expect(decideMarks(state, list, null, AFTERWARDS)).toEqual({ refused: 'not-on-roster' });
      }),
    );
  });

  it.each(['draft', 'closed', 'cancelled'] as const)('is refused in a session that is %s', (status) => {
    const state = { status, parts, people: [] };
    expect(decideMarks(state, [], null, AFTERWARDS)).toEqual({ refused: 'session-not-in-this-state' });
  });
});

describe('correcting after closing', () => {
  it('changes exactly what is not so already, and only in a closed session', () => {
    fc.assert(
      fc.property(roster, wishes, (state, list) => {
        fc.pre(onRoster(state, list));
        const closed = { ...state, status: 'closed' } as const;
        expect(decideCorrection(closed, list, AFTERWARDS)).toEqual(
          decideMarks(state, list, null, AFTERWARDS),
        );
        expect(decideCorrection(state, list, AFTERWARDS)).toEqual({ refused: 'session-not-in-this-state' });
      }),
    );
  });
});

describe('closing a session', () => {
  it('is possible exactly when it is confirmed, has ended and everyone is marked', () => {
    fc.assert(
      fc.property(
        roster,
        fc.constantFrom('open', 'confirmed', 'closed', 'cancelled'),
        fc.integer({ min: 40, max: 60 }),
        (state, status, hours) => {
          const possible = status === 'confirmed' && at(hours) >= at(51) && unmarked(state) === 0;
          expect(closingObstacle({ ...state, status }, at(hours)) === null).toBe(possible);
        },
      ),
    );
  });
});

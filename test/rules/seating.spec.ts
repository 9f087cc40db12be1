import fc from 'fast-check';
import { holdersKey, total, unusedHeldSeats } from '../../src/enrolment/held-seats.rules.js';
import {
  canSit,
  decideStep,
  freeOpenSeats,
  seatsShort,
  serveWaiting,
  type Claim,
  type Seating,
  type Step,
} from '../../src/enrolment/seating.rules.js';

const PAYER = 'almere';
const towns = ['almere', 'dronten', 'urk', 'harderwijk'] as const;
const town = fc.constantFrom(...towns);
const held = fc
  .dictionary(
    fc.constantFrom('almere', 'dronten', 'urk', 'teacher', 'constable', 'school'),
    fc.integer({ min: 1, max: 3 }),
  )
  .map((seats) => new Map(Object.entries(seats)));

interface Person {
  readonly from: (typeof towns)[number];
  readonly works: string;
  readonly at: string;
}
const person: fc.Arbitrary<Person> = fc.record({
  from: town,
  works: fc.constantFrom('teacher', 'constable', 'clerk'),
  at: fc.constantFrom('school', 'town hall'),
});

/** The payer's people first, then the region's members, and who comes from Harderwijk last. */
const claimOf = ({ from, works, at }: Person, number: number): Claim => ({
  enrolmentId: `e${number}`,
  holders: [from, works, at],
  seatClass: from === PAYER ? 0 : from === 'harderwijk' ? 2 : 1,
  number,
  aboveCapacity: false,
});

/** A session in which nobody is seated yet, with reservations that fit in it. */
const emptySession = fc.record({ open: fc.nat(6), held }).map(({ open, held: seats }): Seating => ({
  capacity: open + total(seats),
  held: seats,
  taken: new Map(),
  above: 0,
  waiting: [],
  mayMoveUp: true,
}));

/** Who comes, who of those already there leaves (by place in the order of arrival), and other seats. */
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ comes: person }) },
  { weight: 3, arbitrary: fc.record({ leaves: fc.nat(30) }) },
  {
    weight: 1,
    arbitrary: fc.record({ seats: fc.record({ capacity: fc.integer({ min: 1, max: 12 }), held }) }),
  },
);
const story = fc.array(event, { maxLength: 40 });
type Story = typeof story extends fc.Arbitrary<infer E> ? E : never;

interface Told {
  readonly seating: Seating;
  readonly arrivals: readonly Claim[];
  readonly has: (claim: Claim) => boolean;
  readonly waits: (claim: Claim) => boolean;
}

/** Tells a story from its start; other seats that would not fit are refused, as the desk does. */
function tell(start: Seating, events: Story, after: (seating: Seating) => void = () => undefined): Told {
  const arrivals: Claim[] = [];
  const seated = new Set<string>();
  const gone = new Set<string>();
  let seating = start;
  const take = (step: Step) => {
    const decision = decideStep(seating, step);
    seating = decision.seating;
    for (const claim of decision.seated) seated.add(claim.enrolmentId);
    after(seating);
  };
  for (const each of events) {
    if ('comes' in each) {
      const claim = claimOf(each.comes, arrivals.length);
      arrivals.push(claim);
      take({ kind: 'claim', claim });
    } else if ('seats' in each) {
      if (seatsShort(seating, each.seats) === 0)
        take({ kind: 'resize', seats: each.seats, mayMoveUp: seating.mayMoveUp });
    } else {
      const claim = arrivals[each.leaves];
      if (!claim || gone.has(claim.enrolmentId)) continue;
      gone.add(claim.enrolmentId);
      take({ kind: 'leave', claim });
    }
  }
  return {
    seating,
    arrivals,
    has: ({ enrolmentId }) => seated.has(enrolmentId) && !gone.has(enrolmentId),
    waits: (claim) => seating.waiting.includes(claim),
  };
}

/** Every way to put people on held seats is tried: how many stay empty at the least. */
function unusedByTrying(seats: readonly string[], people: readonly (readonly string[])[]): number {
  const [first, ...others] = people;
  if (!first) return seats.length;
  const standing = unusedByTrying(seats, others);
  const sitting = [...new Set(first)].flatMap((holder) => {
    const at = seats.indexOf(holder);
    return at === -1 ? [] : [unusedByTrying(seats.toSpliced(at, 1), others)];
  });
  return Math.min(standing, ...sitting);
}

test('people sit on as many of the seats held for them as can be', () => {
  const some = fc.array(
    person.map((who) => claimOf(who, 0).holders),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(held, some, (seats, people) => {
      const taken = new Map<string, number>();
      for (const holders of people) taken.set(holdersKey(holders), (taken.get(holdersKey(holders)) ?? 0) + 1);
      const chairs = [...seats].flatMap(([holder, count]) => Array<string>(count).fill(holder));
      expect(unusedHeldSeats(seats, taken)).toBe(unusedByTrying(chairs, people));
    }),
  );
});

test('no more seats are given out than there are', () => {
  fc.assert(
    fc.property(emptySession, story, (start, events) => {
      tell(start, events, ({ taken, capacity }) => expect(total(taken)).toBeLessThanOrEqual(capacity));
    }),
  );
});

test('nobody takes a seat that is held for others', () => {
  fc.assert(
    fc.property(emptySession, story, (start, events) => {
      // Whatever comes, everyone who has a seat and every seat that is still held fit in together.
      tell(start, events, (seating) => expect(seatsShort(seating, seating)).toBe(0));
    }),
  );
});

test('nobody waits while there is a seat they may have', () => {
  fc.assert(
    fc.property(emptySession, story, (start, events) => {
      tell(start, events, (seating) => {
        if (freeOpenSeats(seating) > 0) expect(seating.waiting).toEqual([]);
        expect(seating.waiting.filter((claim) => canSit(seating, claim))).toEqual([]);
      });
    }),
  );
});

test('nobody is overtaken by a later claim of the same or a lower class that could take no other seat', () => {
  fc.assert(
    fc.property(emptySession, story, (start, events) => {
      const { arrivals, has, waits } = tell(start, events);
      const own = ({ holders }: Claim) =>
        holders.filter((holder) => holder !== PAYER && start.held.has(holder));
      for (const [index, earlier] of arrivals.entries())
        for (const later of arrivals.slice(index + 1)) {
          const notLower = later.seatClass < earlier.seatClass;
          const hasMore = own(later).some((holder) => !earlier.holders.includes(holder));
          const changed = events.some((each) => 'seats' in each);
          if (notLower || hasMore || changed || !waits(earlier)) continue;
          expect(has(later)).toBe(false);
        }
    }),
  );
});

test('nobody who has a seat loses it to other seats or a released reservation', () => {
  fc.assert(
    fc.property(emptySession, story, (start, events) => {
      const { seating } = tell(start, events);
      const released = { capacity: seating.capacity, held: new Map<string, number>() };
      expect(seatsShort(seating, released)).toBe(0);
      const after = decideStep(seating, { kind: 'resize', seats: released, mayMoveUp: true }).seating;
      for (const [key, seats] of seating.taken) expect(after.taken.get(key)).toBeGreaterThanOrEqual(seats);
    }),
  );
});

test('an open seat that becomes free goes to the payer, then to members, then to others, and to who came first', () => {
  fc.assert(
    fc.property(emptySession, story, person, (start, events, who) => {
      // One seat more, that someone has for whom none is held.
      const roomy = { ...start, capacity: start.capacity + 1 };
      const guest: Claim = { ...claimOf(who, 99), holders: [] };
      const { seating } = tell(decideStep(roomy, { kind: 'seat', claim: guest }).seating, events);
      fc.pre(seating.waiting.length > 0 && seatsShort(seating, seating) === 0 && seating.taken.get('') === 1);
      const { seated } = decideStep(seating, { kind: 'leave', claim: guest });
      expect(seated[0]).toEqual(
        seating.waiting.toSorted((a, b) => a.seatClass - b.seatClass || a.number - b.number)[0],
      );
    }),
  );
});

test('the same story gives the same answer', () => {
  fc.assert(
    fc.property(emptySession, story, (start, events) => {
      expect(tell(start, events).seating).toEqual(tell(start, events).seating);
    }),
  );
});

const claim = (enrolmentId: string, from: Person['from'], number: number): Claim => ({
  ...claimOf({ from, works: 'clerk', at: 'town hall' }, number),
  enrolmentId,
});
const full: Seating = {
  capacity: 1,
  held: new Map(),
  taken: new Map([['urk', 1]]),
  above: 0,
  waiting: [],
  mayMoveUp: true,
};

test('a request that is approved late takes the place at which it came', () => {
  const waiting = [claim('second', 'urk', 2)];
  const early = claim('first', 'dronten', 1);
  const { seating } = decideStep({ ...full, waiting }, { kind: 'claim', claim: early });
  expect(seating.waiting.map(({ enrolmentId }) => enrolmentId)).toEqual(['first', 'second']);
});

test('on the release date what is unused goes to the waiting list before any newcomer', () => {
  const released: Seating = { ...full, capacity: 2, waiting: [claim('first', 'dronten', 1)] };
  const { seated } = decideStep(released, { kind: 'claim', claim: claim('newcomer', 'almere', 2) });
  expect(seated.map(({ enrolmentId }) => enrolmentId)).toEqual(['first']);
});

test('someone for whom two kinds of seats are held makes room for who has only one', () => {
  const seats: Seating = {
    ...full,
    capacity: 2,
    held: new Map([
      ['urk', 1],
      ['teacher', 1],
    ]),
    taken: new Map(),
  };
  const both = claimOf({ from: 'urk', works: 'teacher', at: 'school' }, 1);
  const onlyUrk = claimOf({ from: 'urk', works: 'clerk', at: 'school' }, 2);
  const first = decideStep(seats, { kind: 'claim', claim: both });
  const { seated } = decideStep(first.seating, { kind: 'claim', claim: onlyUrk });
  expect(seated).toEqual([onlyUrk]);
});

test('nobody moves up once enrolment has ended', () => {
  const ended: Seating = {
    ...full,
    ...{ taken: new Map(), waiting: [claim('waiting', 'almere', 1)], mayMoveUp: false },
  };
  expect(serveWaiting(ended).seated).toEqual([]);
});

test('a held seat that is free for nobody any more is not given out above the capacity', () => {
  // Someone on a seat for teachers is no teacher any more, and all seats are taken.
  const changed: Seating = {
    ...full,
    capacity: 2,
    held: new Map([['teacher', 1]]),
    taken: new Map([['urk clerk school', 2]]),
  };
  const teacher = claimOf({ from: 'urk', works: 'teacher', at: 'school' }, 3);
  expect(decideStep(changed, { kind: 'claim', claim: teacher }).seated).toEqual([]);
  expect(canSit({ ...changed, above: 1 }, teacher)).toBe(true);
});

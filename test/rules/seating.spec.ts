import fc from 'fast-check';
import {
  decideStep,
  freeOpenSeats,
  seatsShort,
  serveWaiting,
  servingOrder,
  type Claim,
  type Seating,
  type Step,
} from '../../src/enrolment/seating.rules.js';

const TOWNS = ['almere', 'dronten', 'urk'];
const town = fc.constantFrom(...TOWNS);

/** A session in which nobody is seated yet, with reservations that fit in it. */
const emptySession = fc
  .record({ open: fc.nat(6), reserved: fc.dictionary(town, fc.integer({ min: 1, max: 4 })), payer: town })
  .map(({ open, reserved, payer }): Seating => {
    const held = new Map(Object.entries(reserved));
    const capacity = open + [...held.values()].reduce((a, b) => a + b, 0);
    return {
      capacity,
      reserved: held,
      taken: new Map(),
      waiting: [],
      payerMunicipalityId: payer,
      mayMoveUp: true,
    };
  });

/** Who comes from where, who of those already there leaves (by place in the order of arrival), and other seats. */
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ comes: town }) },
  { weight: 3, arbitrary: fc.record({ leaves: fc.nat(30) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      seats: fc.record({
        capacity: fc.integer({ min: 1, max: 12 }),
        reserved: fc
          .dictionary(town, fc.integer({ min: 1, max: 4 }))
          .map((held) => new Map(Object.entries(held))),
      }),
    }),
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
  for (const event of events) {
    if ('comes' in event) {
      const number = arrivals.length;
      const claim = { enrolmentId: `e${number}`, municipalityId: event.comes, number };
      arrivals.push(claim);
      take({ kind: 'claim', claim });
    } else if ('leaves' in event) {
      const claim = arrivals[event.leaves];
      if (!claim || gone.has(claim.enrolmentId)) continue;
      gone.add(claim.enrolmentId);
      take({ kind: 'leave', claim });
    } else if (seatsShort(seating, event.seats) === 0) take({ kind: 'resize', seats: event.seats });
  }
  const here = (claim: Claim) => !gone.has(claim.enrolmentId);
  const has = (claim: Claim) => here(claim) && seated.has(claim.enrolmentId);
  return { seating, arrivals, has, waits: (claim) => here(claim) && !has(claim) };
}

const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, n) => sum + n, 0);

test('a session is never over its capacity, whatever changes', () => {
  fc.assert(
    fc.property(emptySession, story, (start, events) => {
      tell(start, events, ({ taken, capacity }) => expect(total(taken)).toBeLessThanOrEqual(capacity));
    }),
  );
});

test('others never take what is reserved for a municipality', () => {
  fc.assert(
    fc.property(emptySession, story, (start, events) => {
      tell(start, events, ({ taken, capacity, reserved }) => {
        for (const [municipality, seats] of reserved)
          expect(total(taken) - (taken.get(municipality) ?? 0)).toBeLessThanOrEqual(capacity - seats);
      });
    }),
  );
});

test('nobody waits while there is a seat they may have', () => {
  fc.assert(
    fc.property(emptySession, story, (start, events) => {
      tell(start, events, (seating) => {
        if (freeOpenSeats(seating) > 0) expect(seating.waiting).toEqual([]);
        for (const { municipalityId } of seating.waiting)
          expect(seating.taken.get(municipalityId) ?? 0).toBeGreaterThanOrEqual(
            seating.reserved.get(municipalityId) ?? 0,
          );
      });
    }),
  );
});

test('nobody is overtaken by a later claim of the same municipality', () => {
  fc.assert(
    fc.property(emptySession, story, (start, events) => {
      const { arrivals, has, waits } = tell(start, events);
      for (const [index, earlier] of arrivals.entries())
        for (const later of arrivals.slice(index + 1))
          if (later.municipalityId === earlier.municipalityId && waits(earlier))
            expect(has(later)).toBe(false);
    }),
  );
});

test('nobody who has a seat loses it to other seats or a released reservation', () => {
  fc.assert(
    fc.property(emptySession, story, (start, events) => {
      const { seating } = tell(start, events);
      const released = { capacity: seating.capacity, reserved: new Map<string, number>() };
      expect(seatsShort(seating, released)).toBe(0);
      const after = decideStep(seating, { kind: 'resize', seats: released }).seating;
      for (const [municipality, seats] of seating.taken)
        expect(after.taken.get(municipality)).toBeGreaterThanOrEqual(seats);
    }),
  );
});

test('an open seat that becomes free goes to the paying municipality first, then to who waited longest', () => {
  fc.assert(
    fc.property(emptySession, story, (start, events) => {
      const { seating } = tell(start, events);
      const anyone = [...seating.taken].find(([id, seats]) => seats > (seating.reserved.get(id) ?? 0));
      fc.pre(anyone !== undefined && seating.waiting.length > 0);
      const leaver = { enrolmentId: 'leaver', municipalityId: anyone[0], number: 0 };
      const { seated } = decideStep(seating, { kind: 'leave', claim: leaver });
      expect(seated[0]).toEqual(servingOrder(seating)[0]);
    }),
  );
});

test('a request that is approved late takes the place at which it came', () => {
  const full: Seating = {
    ...{ capacity: 1, reserved: new Map(), taken: new Map([['urk', 1]]), mayMoveUp: true },
    waiting: [{ enrolmentId: 'second', municipalityId: 'urk', number: 2 }],
    payerMunicipalityId: 'almere',
  };
  const early = { enrolmentId: 'first', municipalityId: 'dronten', number: 1 };
  const { seating } = decideStep(full, { kind: 'claim', claim: early });
  expect(seating.waiting.map(({ enrolmentId }) => enrolmentId)).toEqual(['first', 'second']);
});

test('on the release date what is unused goes to the waiting list before any newcomer', () => {
  const full: Seating = {
    capacity: 2,
    reserved: new Map([['urk', 1]]),
    taken: new Map([['almere', 1]]),
    waiting: [{ enrolmentId: 'first', municipalityId: 'dronten', number: 1 }],
    payerMunicipalityId: 'almere',
    mayMoveUp: true,
  };
  const newcomer = { enrolmentId: 'newcomer', municipalityId: 'almere', number: 2 };
  const { seated } = decideStep({ ...full, reserved: new Map() }, { kind: 'claim', claim: newcomer });
  expect(seated.map(({ enrolmentId }) => enrolmentId)).toEqual(['first']);
});

test('nobody moves up once the session has begun', () => {
  const begun: Seating = {
    capacity: 1,
    reserved: new Map(),
    taken: new Map([['almere', 1]]),
    waiting: [{ enrolmentId: 'waiting', municipalityId: 'almere', number: 1 }],
    payerMunicipalityId: 'almere',
    mayMoveUp: false,
  };
  const { seated } = serveWaiting({ ...begun, taken: new Map() });
  expect(seated).toEqual([]);
});

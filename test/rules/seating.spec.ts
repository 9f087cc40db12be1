import fc from 'fast-check';
import {
  decideSeats,
  freeOpenSeats,
  servingOrder,
  type Claim,
  type Decision,
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

/** Who comes from where, and who of those already there leaves (by place in the order of arrival). */
const story = fc.array(fc.oneof(fc.record({ comes: town }), fc.record({ leaves: fc.nat(30) })), {
  maxLength: 40,
});

interface Told {
  readonly seating: Seating;
  readonly status: Map<string, 'confirmed' | 'waitlisted' | 'left'>;
  readonly arrivals: readonly Claim[];
  readonly movedUp: readonly Claim[];
}

function stepsOf(events: typeof story extends fc.Arbitrary<infer E> ? E : never): {
  steps: Step[];
  arrivals: Claim[];
} {
  const arrivals: Claim[] = [];
  const gone = new Set<string>();
  const steps: Step[] = [];
  for (const event of events) {
    if ('comes' in event) {
      const claim = { enrolmentId: `e${arrivals.length}`, municipalityId: event.comes };
      arrivals.push(claim);
      steps.push({ kind: 'claim', claim });
      continue;
    }
    const claim = arrivals[event.leaves];
    if (!claim || gone.has(claim.enrolmentId)) continue;
    gone.add(claim.enrolmentId);
    steps.push({ kind: 'leave', claim });
  }
  return { steps, arrivals };
}

function tell(
  start: Seating,
  events: Parameters<typeof stepsOf>[0],
  decide: (start: Seating, steps: readonly Step[]) => Decision = decideSeats,
): Told {
  const { steps, arrivals } = stepsOf(events);
  const { seating, outcomes, movedUp } = decide(start, steps);
  const status: Told['status'] = new Map();
  steps.forEach(({ claim, kind }, index) => {
    if (kind === 'claim') status.set(claim.enrolmentId, outcomes[index]!);
  });
  for (const { enrolmentId } of movedUp) status.set(enrolmentId, 'confirmed');
  for (const { claim, kind } of steps) if (kind === 'leave') status.set(claim.enrolmentId, 'left');
  return { seating, status, arrivals, movedUp };
}

const seated = (told: Told, municipalityId?: string) =>
  told.arrivals.filter(
    (claim) =>
      told.status.get(claim.enrolmentId) === 'confirmed' &&
      (!municipalityId || claim.municipalityId === municipalityId),
  ).length;

test('a session is never over its capacity', () => {
  fc.assert(
    fc.property(emptySession, story, (start, events) => {
      expect(seated(tell(start, events))).toBeLessThanOrEqual(start.capacity);
    }),
  );
});

test('others never take what is reserved for a municipality', () => {
  fc.assert(
    fc.property(emptySession, story, (start, events) => {
      const told = tell(start, events);
      for (const [municipality, seats] of start.reserved) {
        const others = seated(told) - seated(told, municipality);
        expect(others).toBeLessThanOrEqual(start.capacity - seats);
      }
    }),
  );
});

test('nobody waits while there is a seat they may have', () => {
  fc.assert(
    fc.property(emptySession, story, (start, events) => {
      const { seating } = tell(start, events);
      if (freeOpenSeats(seating) > 0) expect(seating.waiting).toEqual([]);
      for (const { municipalityId } of seating.waiting)
        expect(seating.taken.get(municipalityId) ?? 0).toBeGreaterThanOrEqual(
          seating.reserved.get(municipalityId) ?? 0,
        );
    }),
  );
});

test('nobody is overtaken by a later claim of the same municipality', () => {
  fc.assert(
    fc.property(emptySession, story, (start, events) => {
      const told = tell(start, events);
      for (const [index, earlier] of told.arrivals.entries())
        for (const later of told.arrivals.slice(index + 1))
          if (
            later.municipalityId === earlier.municipalityId &&
            told.status.get(earlier.enrolmentId) === 'waitlisted'
          )
            expect(told.status.get(later.enrolmentId)).not.toBe('confirmed');
    }),
  );
});

test('an open seat that becomes free goes to the paying municipality first, then to who waited longest', () => {
  fc.assert(
    fc.property(emptySession, story, (start, events) => {
      const { seating } = tell(start, events);
      const anyone = [...seating.taken].find(([id, seats]) => seats > (seating.reserved.get(id) ?? 0));
      fc.pre(anyone !== undefined && seating.waiting.length > 0);
      const leaver = { enrolmentId: 'leaver', municipalityId: anyone[0] };
      const { movedUp } = decideSeats(seating, [{ kind: 'leave', claim: leaver }]);
      expect(movedUp[0]).toEqual(servingOrder(seating)[0]);
    }),
  );
});

test('deciding in one turn or one request at a time comes to the same', () => {
  const oneByOne = (start: Seating, steps: readonly Step[]): Decision =>
    steps.reduce<Decision>(
      (sofar, step) => {
        const next = decideSeats(sofar.seating, [step]);
        return {
          seating: next.seating,
          outcomes: [...sofar.outcomes, ...next.outcomes],
          movedUp: [...sofar.movedUp, ...next.movedUp],
        };
      },
      { seating: start, outcomes: [], movedUp: [] },
    );
  fc.assert(
    fc.property(emptySession, story, (start, events) => {
      expect(tell(start, events)).toEqual(tell(start, events, oneByOne));
    }),
  );
});

test('on the release date what is unused goes to the waiting list before any newcomer', () => {
  const full: Seating = {
    capacity: 2,
    reserved: new Map([['urk', 1]]),
    taken: new Map([['almere', 1]]),
    waiting: [{ enrolmentId: 'first', municipalityId: 'dronten' }],
    payerMunicipalityId: 'almere',
    mayMoveUp: true,
  };
  const newcomer = { enrolmentId: 'newcomer', municipalityId: 'almere' };
  const decision = decideSeats({ ...full, reserved: new Map() }, [{ kind: 'claim', claim: newcomer }]);
  expect(decision.movedUp.map(({ enrolmentId }) => enrolmentId)).toEqual(['first']);
  expect(decision.outcomes).toEqual(['waitlisted']);
});

test('nobody moves up once the session has begun', () => {
  const begun: Seating = {
    capacity: 1,
    reserved: new Map(),
    taken: new Map([['almere', 1]]),
    waiting: [{ enrolmentId: 'waiting', municipalityId: 'almere' }],
    payerMunicipalityId: 'almere',
    mayMoveUp: false,
  };
  const seatedPerson = { enrolmentId: 'seated', municipalityId: 'almere' };
  expect(decideSeats(begun, [{ kind: 'leave', claim: seatedPerson }]).movedUp).toEqual([]);
});

import fc from 'fast-check';

/** Of Almere, Dronten and Urk; every second a teacher, and every fourth of a school. */
export const PEOPLE = 15;
/** The dates of a story: held seats come free, a seat is given up with a reason only, nobody enrols any more. */
export const DATES = { release: '2026-10-01', cancelUntil: '2026-10-05', enrolUntil: '2026-10-09' } as const;

const who = fc.nat(PEOPLE - 1);
/** In which of the two sessions of the course. */
const at = fc.nat(1);
const label = fc.integer({ min: 1, max: 2 });
const labelled = fc.record(
  { Dronten: label, Urk: label, teacher: label, school: label },
  { requiredKeys: [] },
);
const plan = fc
  .record({
    open: fc.integer({ min: 1, max: 2 }),
    labelled,
    enrolUntil: fc.constantFrom(null, null, DATES.enrolUntil),
    cancelUntil: fc.constantFrom(null, DATES.cancelUntil),
    asksFirst: fc.constantFrom(false, true, true),
  })
  .map(({ open, ...rest }) => ({
    ...rest,
    capacity: open + Object.values(rest.labelled).reduce((sum, seats) => sum + seats, 0),
  }));
export type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;

const deed = <const Kind extends string>(kind: Kind, weight: number) => ({
  weight,
  arbitrary: fc.record({ kind: fc.constant(kind), at, who }),
});
const { arbitrary: enrol } = deed('enrol', 0);
const request = fc.oneof(
  deed('enrol', 8),
  deed('approve', 4),
  deed('reject', 1),
  deed('acceptOffer', 4),
  deed('declineOffer', 3),
  deed('transfer', 6),
  deed('giveSeat', 1),
  deed('addGuest', 1),
  deed('removeGuest', 2),
  {
    weight: 7,
    arbitrary: fc.record({ kind: fc.constant('cancel' as const), at, who, givesReason: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('substitute' as const), at, who, successor: who }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('resize' as const), at, plan }) },
);
export type Request = typeof request extends fc.Arbitrary<infer R> ? R : never;

const day = (date: string) => fc.constant({ until: `${date}T07:00:00Z` });
/** What several people do at the same time, and until when nothing happens. */
const scene = fc.oneof(
  { weight: 20, arbitrary: fc.array(request, { minLength: 1, maxLength: 10, size: 'max' }) },
  { weight: 2, arbitrary: fc.constant('a day passes' as const) },
  { weight: 1, arbitrary: day('2026-10-01') },
  { weight: 1, arbitrary: day('2026-10-06') },
  { weight: 1, arbitrary: day('2026-10-10') },
);

/** Two sessions of a course; at the end the first begins, and then the second when the first is over. */
export const story = fc.record({
  plans: fc.tuple(plan, plan),
  approval: fc.constantFrom('none', 'none', 'contact'),
  opening: fc.array(enrol, { minLength: 16, maxLength: 28, size: 'max' }),
  scenes: fc.array(scene, { minLength: 8, maxLength: 20, size: 'max' }),
  atTheDoor: fc.array(request, { maxLength: 6 }),
  theDayAfter: fc.array(request, { maxLength: 6 }),
});

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { moveFaults, type PartPlan } from '../../src/sessions/part-plan.rules.js';
import {
  defaultDecideOn,
  defaultReleaseOn,
  planFaults,
  type PlanSetting,
  type SessionPlan,
} from '../../src/sessions/session-plan.rules.js';
import { USUAL_TERMS } from '../../src/sessions/session-terms.rules.js';
import { addToDate, instantOf, ZONE } from '../../src/shared/local-date.js';

const setting: PlanSetting = {
  now: new Date('2026-01-01T00:00:00Z'),
  courseIds: new Set(['course']),
  municipalityIds: new Set(['almere', 'urk']),
  prices: new Map([['course', [{ validFrom: '2026-06-01', priceCents: '250000', isDemo: false }]]]),
  trainers: new Map([
    ['trainer', { name: 'Tess Trainervoorbeeld', courseIds: [] }],
    ['specialist', { name: 'Bo Trainervoorbeeld', courseIds: ['other', 'another'] }],
    ['generalist', { name: 'Cas Trainervoorbeeld', courseIds: ['other', 'course'] }],
  ]),
  rooms: new Map([
    ['hall', { name: 'Voorbeeldhal', venueId: 'here', capacity: 30 }],
    ['chamber', { name: 'Voorbeeldkamer', venueId: 'here', capacity: 10 }],
    ['far', { name: 'Voorbeeldschuur', venueId: 'there', capacity: 30 }],
  ]),
  travelMinutes: 30,
};

const part = (changes: Partial<PartPlan> = {}): PartPlan => ({
  date: '2026-11-12',
  startTime: '09:30',
  endTime: '12:30',
  roomId: 'hall',
  joiningLink: null,
  trainerIds: ['trainer'],
  ...changes,
});

const online = { roomId: null, joiningLink: 'https://overleg.example.nl/abc' };

const plan = (changes: Partial<SessionPlan> = {}): SessionPlan => ({
  courseId: 'course',
  payerMunicipalityId: 'almere',
  capacity: 16,
  minimum: 8,
  releaseOn: '2026-10-15',
  decideOn: '2026-10-29',
  priceCents: 250_000n,
  priceIsDemo: false,
  parts: [part()],
  quotas: [],
  terms: USUAL_TERMS,
  ...changes,
});

const reasonsOf = (changes: Partial<SessionPlan>) =>
  planFaults(plan(changes), setting).map(({ path, reason }) => `${path.join('.')} ${reason}`);

// Around both clock changes of 2026, where a wall-clock time can be skipped or come twice.
const date = fc
  .tuple(fc.constantFrom('2026-03-26', '2026-10-22'), fc.integer({ min: 0, max: 6 }))
  .map(([start, days]) => addToDate(start, { days }));
const time = fc.integer({ min: 0, max: 24 * 4 - 1 }).map((quarters) =>
  Temporal.PlainTime.from('00:00')
    .add({ minutes: 15 * quarters })
    .toString()
    .slice(0, 5),
);
const parts = fc.array(
  fc.record({ date, startTime: time, endTime: time }).map((when) => part(when)),
  { minLength: 1, maxLength: 4 },
);
const accepted = parts
  .map((given) => [...given].sort((a, b) => (a.date + a.startTime < b.date + b.startTime ? -1 : 1)))
  .map((given) => plan({ parts: given, releaseOn: given[0]!.date, decideOn: given[0]!.date }))
  .filter((made) => planFaults(made, setting).length === 0);

const wallClock = (instant: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

describe('every plan that is accepted', () => {
  it('keeps its wall-clock times over both clock changes', () => {
    fc.assert(
      fc.property(accepted, (made) => {
        for (const { date: day, startTime, endTime } of made.parts) {
          expect(wallClock(instantOf(day, startTime))).toBe(`${day}T${startTime}`);
          expect(wallClock(instantOf(day, endTime))).toBe(`${day}T${endTime}`);
        }
      }),
    );
  });

  it('has parts in order that do not overlap, each of which takes time', () => {
    fc.assert(
      fc.property(accepted, (made) => {
        const bounds = made.parts.flatMap(({ date: day, startTime, endTime }) => [
          instantOf(day, startTime).getTime(),
          instantOf(day, endTime).getTime(),
        ]);
        expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
        made.parts.forEach((_, index) => expect(bounds[2 * index]).toBeLessThan(bounds[2 * index + 1]!));
      }),
    );
  });

  it('reserves no more seats than there are, in rooms that hold everyone', () => {
    const seats = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(seats, seats, seats, seats, seats, (capacity, minimum, almere, teachers, school) => {
        const quotas = [{ municipalityId: 'almere', seats: almere }];
        const functionQuotas = [{ functionId: 'teacher', seats: teachers }];
        const organisationQuotas = [{ organisationId: 'school', seats: school }];
        const terms = { ...USUAL_TERMS, functionQuotas, organisationQuotas };
        const fits = minimum <= capacity && almere + teachers + school <= capacity && capacity <= 30;
        expect(planFaults(plan({ capacity, minimum, quotas, terms }), setting).length === 0).toBe(fits);
      }),
    );
  });
});

describe('a plan', () => {
  it('is accepted when nothing is wrong', () => {
    expect(reasonsOf({})).toEqual([]);
  });

  it.each<[string, Partial<SessionPlan>, string]>([
    ['an unknown course', { courseId: 'other' }, 'courseId unknown'],
    ['an unknown payer', { payerMunicipalityId: 'other' }, 'payerMunicipalityId unknown'],
    ['an unknown room', { parts: [part({ roomId: 'other' })] }, 'parts.0.roomId unknown'],
    ['neither a room nor a link', { parts: [part({ roomId: null })] }, 'parts.0.roomId placeMissing'],
    [
      'a room and a link',
      { parts: [part({ joiningLink: 'https://overleg.example.nl/' })] },
      'parts.0.joiningLink linkForRoom',
    ],
    [
      'too little time to get to another venue',
      { parts: [part(), part({ roomId: 'far', startTime: '12:59', endTime: '14:00' })] },
      'parts.1.startTime noTimeToTravel',
    ],
    ['an unknown trainer', { parts: [part({ trainerIds: ['other'] })] }, 'parts.0.trainerIds.0 unknown'],
    [
      'a part that ends as it begins',
      { parts: [part({ endTime: '09:30' })] },
      'parts.0.endTime endsBeforeStart',
    ],
    [
      'a part in the past',
      { parts: [part({ date: '2025-12-31' })], releaseOn: '2025-12-01', decideOn: '2025-12-01' },
      'parts.0.date inPast',
    ],
    [
      'a time that the clock skips',
      {
        parts: [part({ date: '2026-03-29', startTime: '02:30' })],
        releaseOn: '2026-03-01',
        decideOn: '2026-03-01',
      },
      'parts.0.startTime timeSkipped',
    ],
    [
      'a second part during the first',
      { parts: [part(), part({ startTime: '12:00', endTime: '14:00' })] },
      'parts.1.startTime beforePrevious',
    ],
    [
      'a second part on an earlier day',
      { parts: [part(), part({ date: '2026-11-11' })] },
      'parts.1.date beforePrevious',
    ],
    ['a room that is too small', { parts: [part({ roomId: 'chamber' })] }, 'capacity capacityOverRoom'],
    ['a decision after the first day', { decideOn: '2026-11-13' }, 'decideOn decideAfterStart'],
    [
      'a trainer who gives other courses',
      { parts: [part({ trainerIds: ['trainer', 'specialist'] })] },
      'parts.0.trainerIds.1 trainerGivesOther',
    ],
    ['a release after the first day', { releaseOn: '2026-11-13' }, 'releaseOn releaseAfterStart'],
    [
      'a municipality named twice',
      {
        quotas: [
          { municipalityId: 'urk', seats: 1 },
          { municipalityId: 'urk', seats: 1 },
        ],
      },
      'quotas.1.seats municipalityTwice',
    ],
  ])('with %s is refused at that place', (_what, changes, fault) => {
    expect(reasonsOf(changes)).toEqual([fault]);
  });
});

describe('the day of the decision', () => {
  it('is as many days before the first day as the course says, after today and not after the first day', () => {
    const dates = fc.integer({ min: 0, max: 60 }).map((days) => addToDate('2026-10-01', { days }));
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 365 }), (firstDate, days) => {
        const decideOn = defaultDecideOn(firstDate, days, '2026-10-01');
        expect(decideOn <= firstDate).toBe(true);
        expect(decideOn > '2026-10-01' || decideOn === firstDate).toBe(true);
        const wished = addToDate(firstDate, { days: -days });
        if (wished > '2026-10-01') expect(decideOn).toBe(wished);
      }),
    );
  });
});

describe('moving a part', () => {
  const around = {
    previous: part({ date: '2026-11-11' }),
    next: part({ date: '2026-11-13' }),
    capacity: 16,
    courseId: 'course',
  };
  const reasons = (changes: Partial<PartPlan>) =>
    moveFaults(part(changes), around, setting).map(({ path, reason }) => `${path.join('.')} ${reason}`);

  it.each<[string, Partial<PartPlan>, string[]]>([
    ['is accepted between its neighbours', { startTime: '19:00', endTime: '21:00' }, []],
    ['may touch the next one', { date: '2026-11-13', startTime: '08:00', endTime: '09:30' }, []],
    ['is refused before the previous one', { date: '2026-11-10' }, ['date beforePrevious']],
    ['is refused after the next one', { date: '2026-11-14' }, ['date afterNext']],
    ['is refused to a room that is too small', { roomId: 'chamber' }, ['roomId capacityOverRoom']],
    [
      'is refused to a trainer who gives other courses',
      { trainerIds: ['specialist'] },
      ['trainerIds.0 trainerGivesOther'],
    ],
    ['is accepted with two trainers who give the course', { trainerIds: ['trainer', 'generalist'] }, []],
    ['is refused to an unknown room', { roomId: 'other' }, ['roomId unknown']],
    [
      'is refused to a venue from which the next part is not reached in time',
      { date: '2026-11-13', startTime: '08:00', endTime: '09:15', roomId: 'far' },
      ['date noTimeToTravel'],
    ],
    [
      'is accepted on line, where one is at once',
      { date: '2026-11-13', startTime: '08:00', endTime: '09:30', ...online },
      [],
    ],
  ])('%s', (_what, changes, faults) => {
    expect(reasons(changes)).toEqual(faults);
  });
});

describe('the release date when none is filled in', () => {
  it('is four weeks before the first day', () => {
    expect(defaultReleaseOn('2026-11-12', '2026-09-01')).toBe('2026-10-15');
  });

  it('is tomorrow when that is already over', () => {
    expect(defaultReleaseOn('2026-11-12', '2026-11-01')).toBe('2026-11-02');
  });

  it('is never after the first day', () => {
    fc.assert(
      fc.property(date, date, (first, today) => {
        expect(defaultReleaseOn(first, today) <= first).toBe(true);
      }),
    );
  });
});

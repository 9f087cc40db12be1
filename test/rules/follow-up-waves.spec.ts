import fc from 'fast-check';
import { remindAt, waveMoments } from '../../src/follow-up/follow-up.rules.js';
import {
  freeSeats,
  hasSeatFor,
  planWaves,
  together,
  type Candidate,
} from '../../src/follow-up/waves.rules.js';
import { localDateOf } from '../../src/shared/local-date.js';

const towns = ['almere', 'dronten', 'urk'] as const;
const crowd = fc
  .array(fc.constantFrom(...towns), { maxLength: 60 })
  .map((homes) => homes.map((municipalityId, index): Candidate => ({ id: String(index), municipalityId })));
const seats = fc.record({
  own: fc
    .record({ almere: fc.nat(6), dronten: fc.nat(6), urk: fc.nat(2) })
    .map((held) => new Map(Object.entries(held))),
  open: fc.nat(8),
});
const plan = fc.record({
  size: fc.option(fc.integer({ min: 1, max: 12 })),
  most: fc.integer({ min: 1, max: 8 }),
});
const idsOf = (people: readonly Candidate[]) => people.map(({ id }) => id);
const numberIn = (people: readonly Candidate[], town: string) =>
  people.filter(({ municipalityId }) => municipalityId === town).length;

describe('dividing people over waves', () => {
  test('gives everyone one turn, or none where there are too few waves', () => {
    fc.assert(
      fc.property(crowd, seats, plan, (people, free, how) => {
        const { waves, left } = planWaves(people, free, how);
        const divided = [...waves.flat(), ...left];
        expect(idsOf(divided).toSorted()).toEqual(idsOf(people).toSorted());
        expect(waves.length).toBeLessThanOrEqual(how.most);
        expect(waves.every((wave) => wave.length > 0)).toBe(true);
        if (left.length > 0) expect(waves).toHaveLength(how.most);
      }),
    );
  });

  test('invites nobody beyond the seats of the own municipality and the open ones, unless there are none at all', () => {
    fc.assert(
      fc.property(crowd, seats, fc.integer({ min: 1, max: 8 }), (people, free, most) => {
        const { waves } = planWaves(people, free, { size: null, most });
        for (const [index, wave] of waves.entries()) {
          const beyond = towns.reduce(
            (sum, town) => sum + Math.max(0, numberIn(wave, town) - free.own.get(town)!),
            0,
          );
          const nobodyHasSeat = wave.every(({ municipalityId }) => !hasSeatFor(free, municipalityId));
          if (nobodyHasSeat) expect(index).toBe(waves.length - 1);
          else expect(beyond).toBeLessThanOrEqual(free.open);
        }
      }),
    );
  });

  test('lets nobody go before a townsman who was trained longer ago', () => {
    fc.assert(
      fc.property(crowd, seats, plan, (people, free, how) => {
        const { waves, left } = planWaves(people, free, how);
        for (const town of towns) {
          const order = [...waves.flat(), ...left].filter(({ municipalityId }) => municipalityId === town);
          expect(idsOf(order)).toEqual(idsOf(people.filter(({ municipalityId }) => municipalityId === town)));
        }
      }),
    );
  });

  test('with a size takes that many of all in their order each time, whatever the seats', () => {
    fc.assert(
      fc.property(crowd, seats, fc.integer({ min: 1, max: 12 }), (people, free, size) => {
        const { waves } = planWaves(people, free, { size, most: 100 });
        expect(idsOf(waves.flat())).toEqual(idsOf(people));
        expect(waves.slice(0, -1).every((wave) => wave.length === size)).toBe(true);
      }),
    );
  });
});

describe('the free seats of days', () => {
  test('are those held for a municipality and not used, and those that nobody has or holds', () => {
    const day = {
      capacity: 10,
      held: new Map([
        ['almere', 4],
        ['boa', 2],
      ]),
      taken: [
        { holders: ['almere', 'leraar', 'school'], count: 1 },
        { holders: ['urk', 'leraar', 'school'], count: 2 },
        { holders: [], count: 1 },
      ],
    };
    expect(freeSeats(day)).toEqual({
      own: new Map([
        ['almere', 3],
        ['boa', 2],
      ]),
      open: 1,
    });
    expect(together([freeSeats(day), freeSeats(day)]).open).toBe(2);
  });

  test('are none for anyone where as many people have a seat as there are', () => {
    const full = {
      capacity: 2,
      held: new Map([['almere', 2]]),
      taken: [{ holders: ['urk', 'x', 'y'], count: 2 }],
    };
    expect(hasSeatFor(freeSeats(full), 'almere')).toBe(false);
  });
});

describe('the moments of waves', () => {
  const now = new Date('2026-09-01T08:00:00Z');
  const until = new Date('2026-12-03T08:30:00Z');

  test('begin at once today, and come back in the morning so many working days later', () => {
    const moments = waveMoments({ firstOn: '2026-09-01', waveDays: 5 }, { now, until, most: 3 });
    expect(moments.map((moment) => moment.toISOString())).toEqual([
      '2026-09-01T08:00:00.000Z',
      '2026-09-08T07:00:00.000Z',
      '2026-09-15T07:00:00.000Z',
    ]);
  });

  test('rise, and all lie before nobody can enrol any more', () => {
    const day = fc
      .date({ min: new Date('2026-09-01'), max: new Date('2027-03-01'), noInvalidDate: true })
      .map((instant) => instant.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), (firstOn, waveDays) => {
        const moments = waveMoments({ firstOn, waveDays }, { now, until, most: 60 });
        expect(moments.every((moment) => moment >= now && moment < until)).toBe(true);
        const days = moments.map((moment) => localDateOf(moment));
        expect(days).toEqual([...new Set(days)].toSorted());
      }),
    );
  });

  test('of a reminder lie in the morning so many working days after the invitation, or nowhere', () => {
    // Friday evening; the Monday after it is a working day.
    expect(remindAt(new Date('2026-09-04T17:00:00Z'), 1)).toEqual(new Date('2026-09-07T07:00:00Z'));
    expect(remindAt(now, null)).toBeNull();
  });
});

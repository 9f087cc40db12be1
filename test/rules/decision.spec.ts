import fc from 'fast-check';
import {
  allotmentChanges,
  amendmentFault,
  budgetChanges,
  shiftFault,
  type Place,
  type Shift,
} from '../../src/grants/decision.rules.js';

const cents = fc.bigInt({ min: 0n, max: 10n ** 12n });
const place: fc.Arbitrary<Place | null> = fc.option(
  fc
    .tuple(
      fc.constantFrom('basic', 'advanced', 'basic of 2027', 'own'),
      fc.constantFrom('Almere', 'Dronten', 'Urk'),
    )
    .map(([grantLineId, municipalityId]) => ({
      ...{ grantLineId, municipalityId },
      year: grantLineId === 'basic of 2027' ? 2027 : 2026,
      paidBy: grantLineId === 'own' ? ('own' as const) : ('grant' as const),
    })),
);
const shift: fc.Arbitrary<Shift> = fc.record({
  ...{ from: place, to: place, amountCents: fc.oneof(fc.constant(0n), cents) },
  courseId: fc.constantFrom(null, 'course'),
  trainings: fc.nat({ max: 20 }),
});
const available = fc.record({ freeCents: cents, trainingsLeft: fc.option(fc.nat({ max: 20 })) });
const at = (grantLineId: string, municipalityId: string, year = 2026): Place => ({
  ...{ grantLineId, municipalityId, year, paidBy: grantLineId === 'own' ? 'own' : 'grant' },
});
const sum = (amounts: readonly (bigint | number)[]) => amounts.reduce<bigint>((a, b) => a + BigInt(b), 0n);

describe('a shift', () => {
  it('neither makes nor loses money: what it takes it gives, or takes from or leaves undivided', () => {
    fc.assert(
      fc.property(shift, (given) => {
        const changes = budgetChanges(given);
        const expected = given.from && given.to ? 0n : given.from ? -given.amountCents : given.amountCents;
        if (given.from ?? given.to) expect(sum(changes.map(({ amountCents }) => amountCents))).toBe(expected);
        else expect(changes).toEqual([]);
      }),
    );
  });

  it('neither makes nor loses trainings, and moves none within a municipality in one year', () => {
    fc.assert(
      fc.property(shift, available, (given, there) => {
        fc.pre(shiftFault(given, there) === null);
        const changes = allotmentChanges(given);
        const allotments = [given.from, given.to].map((at) => at && `${at.municipalityId} ${at.year}`);
        if (allotments[0] === allotments[1]) expect(changes).toEqual([]);
        if (given.from && given.to) expect(sum(changes.map(({ trainings }) => trainings))).toBe(0n);
      }),
    );
  });

  it('takes first and gives then, so that a budget never holds money twice', () => {
    fc.assert(
      fc.property(shift, (given) => {
        const amounts = budgetChanges(given).map(({ amountCents }) => amountCents);
        expect(amounts).toEqual([...amounts].sort((a, b) => (a < b ? -1 : 1)));
      }),
    );
  });

  it('that is right changes what it says, so that no decision changes nothing', () => {
    fc.assert(
      fc.property(shift, available, (given, there) => {
        fc.pre(shiftFault(given, there) === null);
        expect(budgetChanges(given).length > 0).toBe(given.amountCents > 0n);
        expect(allotmentChanges(given).length > 0).toBe(given.trainings > 0 && given.courseId !== null);
      }),
    );
  });

  it('that is right leaves at least nothing free, and no training that is used', () => {
    fc.assert(
      fc.property(shift, available, (given, there) => {
        fc.pre(shiftFault(given, there) === null);
        expect(given.amountCents === 0n || there.freeCents >= given.amountCents).toBe(true);
        expect(there.trainingsLeft === null || there.trainingsLeft >= given.trainings).toBe(true);
        expect(given.amountCents > 0n || given.trainings > 0).toBe(true);
      }),
    );
  });

  it.each<[string, Partial<Shift>, string | null]>([
    ['everything that is free', { amountCents: 500n }, null],
    ['a cent more than is free', { amountCents: 501n }, 'shift-over-budget'],
    ['nothing', { amountCents: 0n }, 'shift-of-nothing'],
    ['trainings alone', { amountCents: 0n, courseId: 'course', trainings: 2 }, null],
    ['more trainings than are left', { courseId: 'course', trainings: 3 }, 'shift-over-allotment'],
    ['from a place to itself', { to: at('basic', 'Almere') }, 'shift-to-itself'],
    [
      'trainings between two lines of one municipality',
      {
        ...{ to: at('advanced', 'Almere') },
        ...{ courseId: 'course', trainings: 1 },
      },
      'shift-of-trainings-within',
    ],
    ['money of the grant to what municipalities put in', { to: at('own', 'Almere') }, 'shift-of-own-money'],
    ['what municipalities put in to the grant', { from: at('own', 'Almere') }, 'shift-of-own-money'],
    ['within what municipalities put in', { from: at('own', 'Almere'), to: at('own', 'Urk') }, null],
    ['more to what a municipality puts in', { from: null, to: at('own', 'Urk') }, null],
    [
      'trainings of one municipality from one year to the next',
      { to: at('basic of 2027', 'Almere', 2027), amountCents: 0n, courseId: 'course', trainings: 1 },
      null,
    ],
    ['from undivided to undivided', { from: null, to: null }, 'shift-to-itself'],
  ])('of %s', (_what, changed, expected) => {
    const given: Shift = {
      from: at('basic', 'Almere'),
      to: at('basic', 'Dronten'),
      ...{ amountCents: 100n, courseId: null, trainings: 0 },
      ...changed,
    };
    expect(shiftFault(given, { freeCents: 500n, trainingsLeft: 2 })).toBe(expected);
  });
});

describe('an amendment', () => {
  it('that is right leaves no more divided than is awarded, unless it raises an award that was too low', () => {
    fc.assert(
      fc.property(cents, cents, cents, (newCents, amountCents, dividedCents) => {
        const fault = amendmentFault(newCents, { amountCents, dividedCents });
        if (newCents === amountCents) expect(fault).toBe('amendment-of-nothing');
        else if (newCents > amountCents) expect(fault).toBeNull();
        else expect(fault).toBe(newCents < dividedCents ? 'amendment-below-divided' : null);
      }),
    );
  });
});

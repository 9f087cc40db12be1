import fc from 'fast-check';
import { closingFault, reopeningFault } from '../../src/accountability/closing.rules.js';
import {
  dueOn,
  figuresOf,
  isListed,
  totalOf,
  type BookedSum,
} from '../../src/accountability/statement.rules.js';
import { yearOfBooking } from '../../src/grants/accounting-year.rules.js';
import { addsTo, figureKinds } from '../../src/grants/figure.rules.js';

const years = fc.integer({ min: 2020, max: 2030 });
const lastClosed = fc.option(years, { nil: null });
const cents = fc.bigInt({ min: -1_000_000n, max: 1_000_000n });

/** Bookings as they can come about: each in the year of its cost, or later in the first one that was open then. */
const booked: fc.Arbitrary<BookedSum[]> = fc.array(
  fc.tuple(years, lastClosed, cents).map(([costYear, last, amount]) => ({
    ...{ grantId: 'g', cents: amount },
    ...yearOfBooking(`${costYear}-06-30`, last),
  })),
);
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

describe('in which year a cost counts', () => {
  test('never in a closed one, and in its own whenever that is open', () => {
    fc.assert(
      fc.property(years, lastClosed, (costYear, last) => {
        const { year, correctsYear } = yearOfBooking(`${costYear}-12-31`, last);
        expect(last === null || year > last).toBe(true);
        expect(year).toBe(correctsYear === null ? costYear : last! + 1);
        expect(correctsYear === null || (correctsYear === costYear && correctsYear < year)).toBe(true);
      }),
    );
  });

  test.each([
    ['2026-12-31', null, 2026, null],
    ['2026-12-31', 2025, 2026, null],
    ['2026-12-31', 2026, 2027, 2026],
    ['2024-01-01', 2026, 2027, 2024],
  ])('a cost of %s when %s is the last closed year', (date, last, year, correctsYear) => {
    expect(yearOfBooking(date, last)).toEqual({ year, correctsYear });
  });
});

describe('the figures of a statement', () => {
  test('what all years spent and corrected up to a year is what is spent up to and with it', () => {
    fc.assert(
      fc.property(booked, years, (all, until) => {
        const perYear = Array.from({ length: until - 2019 }, (_, index) => figuresOf(all, 2020 + index));
        const added = perYear.flatMap(({ spent, correction, earlierCorrection }) => [
          ...[spent, correction, earlierCorrection],
        ]);
        expect(sum(added)).toBe(figuresOf(all, until).cumulative);
      }),
    );
  });

  test('each booking of a year adds to exactly one figure of that year beside the cumulative one', () => {
    fc.assert(
      fc.property(booked, (all) => {
        for (const some of all) {
          const adds = figureKinds.filter((kind) => kind !== 'cumulative' && addsTo(kind, some, some.year));
          expect(adds).toHaveLength(1);
          expect(addsTo('cumulative', some, some.year)).toBe(true);
        }
      }),
    );
  });

  test('what is booked later changes nothing of earlier years', () => {
    fc.assert(
      fc.property(booked, booked, years, (before, more, closed) => {
        const later = more.filter(({ year }) => year > closed);
        expect(figuresOf([...before, ...later], closed)).toEqual(figuresOf(before, closed));
      }),
    );
  });

  test('the total is that of its grants', () => {
    fc.assert(
      fc.property(booked, booked, years, (one, other, year) => {
        expect(totalOf([figuresOf(one, year), figuresOf(other, year)])).toEqual(
          figuresOf([...one, ...other], year),
        );
      }),
    );
  });

  test('a correction over the year before stands apart from one over earlier years', () => {
    const of = (correctsYear: number | null, amount: bigint) => ({
      ...{ grantId: 'g', year: 2027, correctsYear, cents: amount },
    });
    expect(figuresOf([of(null, 100n), of(2026, 20n), of(2024, 3n)], 2027)).toEqual({
      ...{ spent: 100n, correction: 20n, earlierCorrection: 3n, cumulative: 123n },
    });
  });
});

describe('which grants a statement lists', () => {
  const moved = [{ grantId: 'g', year: 2027, correctsYear: 2026, cents: 1n }];

  test.each([
    ['from its year on', 2026, null, [], 2026, true],
    ['not before it', 2027, null, [], 2026, false],
    ['until it was accounted for finally', 2025, 2026, [], 2027, false],
    ['in the year of that', 2025, 2026, [], 2026, true],
    ['after that when it still moves', 2025, 2026, moved, 2027, true],
  ])('%s', (_case, year, finalIn, sums, of, listed) => {
    expect(isListed({ year, finalIn }, sums, of)).toBe(listed);
  });

  test('it is due on 15 July of the year after', () => {
    expect(dueOn(2026)).toBe('2027-07-15');
  });
});

describe('closing a year', () => {
  const year = { year: 2026, lastClosed: 2025, yearsInUse: [2024, 2025, 2026], undecided: [] };

  test.each([
    ['once it is over', year, '2027-01-01', null],
    ['not while it runs', year, '2026-12-31', 'year-not-over'],
    ['not twice', { ...year, lastClosed: 2026 }, '2027-01-01', 'year-already-closed'],
    ['not before an earlier one', { ...year, lastClosed: 2024 }, '2027-01-01', 'earlier-year-open'],
    ['passing years without anything', { ...year, lastClosed: null, yearsInUse: [2026] }, '2027-01-01', null],
    ['not without the choices', { ...year, undecided: ['B-1'] }, '2027-01-01', 'final-not-chosen'],
  ])('goes %s', (_case, given, today, code) => {
    expect(closingFault(given, today)?.code ?? null).toBe(code);
  });

  test('only the last closed year can be opened again', () => {
    fc.assert(
      fc.property(years, lastClosed, (asked, last) => {
        expect(reopeningFault(asked, last) === null).toBe(asked === last);
      }),
    );
  });
});

import * as fc from 'fast-check';
import {
  expectedCents,
  forecastOf,
  mayBeLeftOver,
  outlookOf,
  useBy,
  type Outlook,
  type Wanted,
} from '../../src/grants/forecast.rules.js';

const cents = fc.bigInt({ min: 0n, max: 10n ** 12n });
const wanted: fc.Arbitrary<Wanted> = fc
  .record({
    demand: fc.integer({ min: 0, max: 200 }),
    others: fc.integer({ min: 0, max: 500 }),
    freeSeats: fc.integer({ min: 0, max: 400 }),
    groupSize: fc.integer({ min: 1, max: 40 }),
    priceCents: cents,
  })
  .map(({ others, ...row }) => ({ ...row, regionDemand: row.demand + others }));
const outlook: fc.Arbitrary<Outlook> = fc.record({
  grantedCents: cents,
  committedCents: cents,
  realisedCents: cents,
  plannedCents: cents,
  expectedCents: cents,
  grantedIsDemo: fc.boolean(),
  committedIsDemo: fc.boolean(),
  plannedIsDemo: fc.boolean(),
  expectedIsDemo: fc.boolean(),
});

describe('what training those who ask would cost', () => {
  it('is nothing when there are seats for everyone, or nobody asks', () => {
    fc.assert(
      fc.property(wanted, (row) => {
        expect(expectedCents({ ...row, freeSeats: row.regionDemand })).toBe(0n);
        expect(expectedCents({ ...row, demand: 0 })).toBe(0n);
      }),
    );
  });

  it('is a part of the price for each person without a seat: a full group costs one session', () => {
    fc.assert(
      fc.property(wanted, fc.integer({ min: 1, max: 5 }), (row, sessions) => {
        const people = row.groupSize * sessions;
        const all = { ...row, demand: people, regionDemand: people, freeSeats: 0 };
        expect(expectedCents(all)).toBe(row.priceCents * BigInt(sessions));
      }),
    );
  });

  it('is never less with more people, nor more with more seats or a larger group', () => {
    fc.assert(
      fc.property(wanted, (row) => {
        const now = expectedCents(row);
        expect(now).toBeGreaterThanOrEqual(0n);
        expect(expectedCents({ ...row, freeSeats: row.freeSeats + 1 })).toBeLessThanOrEqual(now);
        expect(expectedCents({ ...row, groupSize: row.groupSize + 1 })).toBeLessThanOrEqual(now);
        const more = { ...row, demand: row.demand + 1, regionDemand: row.regionDemand + 1 };
        expect(expectedCents(more)).toBeGreaterThanOrEqual(now);
      }),
    );
  });

  it('is divided over municipalities to within a cent each', () => {
    fc.assert(
      fc.property(wanted, (row) => {
        const others = { ...row, demand: row.regionDemand - row.demand };
        const whole = expectedCents({ ...row, demand: row.regionDemand });
        const apart = expectedCents(row) + expectedCents(others) - whole;
        expect(apart >= -1n && apart <= 1n).toBe(true);
      }),
    );
  });
});

describe('a forecast', () => {
  it('is all that is spent, reserved, planned and expected, and with what is left makes the budget', () => {
    fc.assert(
      fc.property(outlook, (row) => {
        const { forecastCents, leftCents } = forecastOf(row);
        const { realisedCents, committedCents, plannedCents, expectedCents: expected } = row;
        expect(forecastCents).toBe(realisedCents + committedCents + plannedCents + expected);
        expect(forecastCents + leftCents).toBe(row.grantedCents);
      }),
    );
  });

  it('of a line is the sum of those of its municipalities', () => {
    fc.assert(
      fc.property(fc.array(outlook, { maxLength: 6 }), (rows) => {
        const left = rows.reduce((sum, row) => sum + forecastOf(row).leftCents, 0n);
        expect(forecastOf(outlookOf(rows)).leftCents).toBe(left);
        expect(outlookOf(rows).plannedIsDemo).toBe(rows.some((row) => row.plannedIsDemo));
      }),
    );
  });
});

describe('money that is left over', () => {
  it('can be used until so many days before the end of the year as a session is decided on before it', () => {
    expect([useBy(2026, 14), useBy(2026, null), useBy(2024, 365)]).toEqual([
      '2026-12-17',
      '2026-12-31',
      '2024-01-01',
    ]);
  });

  it('is worth a word when it is a tenth of the budget or more, and there is a quarter of a year or less', () => {
    const row = (planned: bigint): Outlook => ({
      ...{ grantedCents: 1_000n, committedCents: 0n, realisedCents: 0n, plannedCents: planned },
      ...{ expectedCents: 0n, grantedIsDemo: false, committedIsDemo: false, plannedIsDemo: false },
      expectedIsDemo: false,
    });
    const word = (planned: bigint, today: string) => mayBeLeftOver(row(planned), '2026-12-17', today);
    expect([word(900n, '2026-12-01'), word(901n, '2026-12-01')]).toEqual([true, false]);
    expect([word(0n, '2026-09-16'), word(0n, '2026-09-15')]).toEqual([true, false]);
    expect([word(0n, '2026-12-17'), word(0n, '2026-12-18')]).toEqual([true, false]);
    expect(mayBeLeftOver({ ...row(0n), grantedCents: 0n }, '2026-12-17', '2026-12-01')).toBe(false);
  });
});

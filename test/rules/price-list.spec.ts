import * as fc from 'fast-check';
import {
  newPriceFault,
  periodsOf,
  priceOn,
  untoldValidFrom,
  type ListedPrice,
} from '../../src/courses/price-list.rules.js';
import { addToDate } from '../../src/shared/local-date.js';

const day = fc.integer({ min: 0, max: 4000 }).map((days) => addToDate('2020-01-01', { days }));
/** Prices as the database allows them: no two from the same day. */
const prices: fc.Arbitrary<ListedPrice[]> = fc.uniqueArray(
  fc.record({
    validFrom: fc.option(day, { nil: null }),
    priceCents: fc.bigInt({ min: 0n, max: 10n ** 12n }).map(String),
    isDemo: fc.boolean(),
  }),
  { maxLength: 6, selector: ({ validFrom }) => validFrom },
);

const holds = (
  { validFrom, validUntil }: { validFrom: string | null; validUntil: string | null },
  on: string,
) => (validFrom === null || validFrom <= on) && (validUntil === null || on <= validUntil);

describe('the price of a session', () => {
  it('is the one of which the period holds its last day, and on each day at most one holds', () => {
    fc.assert(
      fc.property(prices, day, (list, on) => {
        const holding = periodsOf(list).filter((price) => holds(price, on));
        expect(holding.length).toBeLessThanOrEqual(1);
        expect(priceOn(list, on)?.priceCents).toBe(holding[0]?.priceCents);
      }),
    );
  });

  it('does not depend on the order in which prices were added', () => {
    fc.assert(
      fc.property(prices, day, (list, on) => {
        expect(priceOn([...list].reverse(), on)).toEqual(priceOn(list, on));
      }),
    );
  });

  it('is that of the day on which it begins, and the one before on the day before', () => {
    const list = [
      { validFrom: '2027-01-01', priceCents: '2', isDemo: false },
      { validFrom: null, priceCents: '1', isDemo: false },
    ];
    expect(
      [priceOn(list, '2026-12-31'), priceOn(list, '2027-01-01')].map((price) => price?.priceCents),
    ).toEqual(['1', '2']);
    expect(priceOn(list.slice(0, 1), '2026-12-31')).toBeNull();
  });

  it('stays what it was before the day of a new price', () => {
    fc.assert(
      fc.property(prices, day, day, (list, from, on) => {
        fc.pre(newPriceFault(list, from, '2026-01-01') === null && on < from);
        const more = [...list, { validFrom: from, priceCents: '999', isDemo: false }];
        expect(priceOn(more, on)).toEqual(priceOn(list, on));
      }),
    );
  });
});

describe('a new price', () => {
  it('is refused from a day on which one begins, and more than ten years ahead', () => {
    fc.assert(
      fc.property(prices, day, (list, from) => {
        const taken = list.some(({ validFrom }) => validFrom === from);
        expect(newPriceFault(list, from, from) === 'price-from-that-day').toBe(taken);
      }),
    );
    expect(newPriceFault([], '2036-12-01', '2026-12-01')).toBeNull();
    expect(newPriceFault([], '2036-12-02', '2026-12-01')).toBe('price-too-far-ahead');
    expect(newPriceFault([], null, '2026-12-01')).toBeNull();
  });

  it('of which a file tells no day holds from the beginning when it is the first, and else from today', () => {
    fc.assert(
      fc.property(prices, day, (list, today) => {
        expect(untoldValidFrom(list, today)).toBe(list.length === 0 ? null : today);
      }),
    );
  });
});

import fc from 'fast-check';
import {
  bearersOf,
  divide,
  isSameSharing,
  movesBetween,
  share,
  shortBudget,
  totalBurden,
  type Unit,
} from '../../src/grants/share.rules.js';

const cents = fc.bigInt({ min: 0n, max: 999_999_999_999n });
/** Also of a few cents, where rounding tells. */
const anyCents = fc.oneof(cents, fc.bigInt({ min: 0n, max: 30n }));
const weights = fc
  .array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 12 })
  .filter((all) => all.some((weight) => weight > 0n));
const units = fc
  .array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 12 })
  .map((all) => all.map((count, index): Unit => ({ municipalityId: `GM${index}`, units: count })));
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

test('parts always add up to the cent', () => {
  fc.assert(fc.property(cents, weights, (amount, all) => expect(sum(divide(amount, all))).toBe(amount)));
});

test('every part is less than a cent away from its exact share, and nothing falls on who weighs nothing', () => {
  fc.assert(
    fc.property(cents, weights, (amount, all) => {
      const total = sum(all);
      for (const [index, part] of divide(amount, all).entries()) {
        const away = part * total - amount * all[index]!;
        expect(away < total && away > -total).toBe(true);
        if (all[index] === 0n) expect(part).toBe(0n);
      }
    }),
  );
});

test('who weighs more never bears less', () => {
  fc.assert(
    fc.property(cents, weights, (amount, all) => {
      const parts = divide(amount, all);
      for (const [one, weight] of all.entries())
        for (const [other, lighter] of all.entries())
          if (weight > lighter) expect(parts[one]! >= parts[other]!).toBe(true);
    }),
  );
});

test('cents that are left go to the largest remainders, of equal ones to who comes first', () => {
  expect(divide(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
  expect(divide(101n, [1n, 1n, 1n])).toEqual([34n, 34n, 33n]);
  expect(divide(10n, [1n, 2n, 4n])).toEqual([1n, 3n, 6n]);
});

test('nothing is divided over nobody, and something never is', () => {
  expect(divide(0n, [0n, 0n])).toEqual([0n, 0n]);
  expect(() => divide(1n, [0n, 0n])).toThrow();
});

test('what is reserved and what is spent each add up, and nobody has spent more than it bears', () => {
  fc.assert(
    fc.property(anyCents, anyCents, units, (reservedCents, spentCents, by) => {
      const burdens = share({ reservedCents, spentCents }, by);
      expect(totalBurden(burdens)).toEqual({ reservedCents, spentCents });
      expect(burdens.every((each) => each.reservedCents >= 0n && each.spentCents >= 0n)).toBe(true);
    }),
  );
});

test('a cent less to divide can give someone a cent more, and then still nobody has spent more than it bears', () => {
  expect(divide(11n, [6n, 6n, 2n])).toEqual([5n, 5n, 1n]);
  expect(divide(10n, [6n, 6n, 2n])).toEqual([4n, 4n, 2n]);
  const by = [6, 6, 2].map((count, index) => ({ municipalityId: `GM${index}`, units: count }));
  const third = share({ reservedCents: 1n, spentCents: 10n }, by)[2]!;
  expect(third.reservedCents >= 0n && third.reservedCents + third.spentCents === 1n).toBe(true);
});

test('what each bears in all does not hang on how much of it has been invoiced', () => {
  fc.assert(
    fc.property(cents, fc.nat(100), units, (price, percentage, by) => {
      const spentCents = (price * BigInt(percentage)) / 100n;
      const all = (reservedCents: bigint, spent: bigint) =>
        share({ reservedCents, spentCents: spent }, by).map((each) => each.reservedCents + each.spentCents);
      expect(all(price - spentCents, spentCents)).toEqual(all(price, 0n));
    }),
  );
});

test('moves take burdens from the one to the other, and add up to what changed', () => {
  fc.assert(
    fc.property(cents, units, cents, units, (before, one, after, other) => {
      const was = share({ reservedCents: before, spentCents: 0n }, one);
      const becomes = share({ reservedCents: 0n, spentCents: after }, other);
      const moves = movesBetween(was, becomes);
      expect(totalBurden(moves)).toEqual({ reservedCents: -before, spentCents: after });
      expect(movesBetween(becomes, becomes)).toEqual([]);
    }),
  );
});

test('the payer bears all while nothing weighs', () => {
  const payer = [{ municipalityId: 'GM0', units: 1 }];
  expect(bearersOf([], 'GM0')).toEqual(payer);
  expect(bearersOf([{ municipalityId: 'GM1', units: 0 }], 'GM0')).toEqual(payer);
});

test('the same sharing is the same in any order, and another count is another sharing', () => {
  const one = { municipalityId: 'GM1', units: 3 };
  const two = { municipalityId: 'GM2', units: 1 };
  expect(isSameSharing([one, two], [two, one])).toBe(true);
  expect(isSameSharing([one, two], [one, { ...two, units: 2 }])).toBe(false);
  expect(isSameSharing([one, two], [one])).toBe(false);
});

test('a move fits on a budget to the cent; one that takes away always fits', () => {
  const move = (municipalityId: string, reservedCents: bigint) => ({
    ...{ municipalityId, reservedCents, spentCents: 0n },
  });
  const free = new Map([
    ['GM1', 500n],
    ['GM2', -10n],
  ]);
  expect(shortBudget([move('GM1', 500n), move('GM2', -5n)], free)).toBeNull();
  expect(shortBudget([move('GM1', 501n)], free)).toMatchObject({ municipalityId: 'GM1', neededCents: 501n });
  expect(shortBudget([move('GM3', 1n)], free)).toMatchObject({ municipalityId: 'GM3', freeCents: 0n });
});

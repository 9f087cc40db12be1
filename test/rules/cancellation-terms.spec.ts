import fc from 'fast-check';
import { owedPercentage, stepsFault, stillOwedCents } from '../../src/courses/cancellation-terms.rules.js';

const steps = [
  { daysBefore: 28, percentage: 50 },
  { daysBefore: 7, percentage: 100 },
];

test.each([
  [29, 0],
  [28, 50],
  [8, 50],
  [7, 100],
  [0, 100],
  [-3, 100],
])('called off %i days before, %i percent is owed', (daysLeft, percentage) => {
  expect(owedPercentage(steps, daysLeft)).toBe(percentage);
  expect(owedPercentage([...steps].reverse(), daysLeft)).toBe(percentage);
});

test('without terms nothing is owed', () => {
  expect(owedPercentage([], 0)).toBe(0);
});

test('nearer to the session never less is owed', () => {
  const some = fc
    .uniqueArray(fc.record({ daysBefore: fc.nat(365), percentage: fc.integer({ min: 1, max: 100 }) }), {
      selector: ({ daysBefore }) => daysBefore,
      maxLength: 6,
    })
    .filter((terms) => stepsFault(terms) === null);
  fc.assert(
    fc.property(some, fc.nat(400), fc.nat(400), (terms, one, other) => {
      const [near, far] = [Math.min(one, other), Math.max(one, other)];
      expect(owedPercentage(terms, near)).toBeGreaterThanOrEqual(owedPercentage(terms, far));
    }),
  );
});

test('what stays reserved is never more than what is open, and with what was invoiced not more than the price', () => {
  const cents = fc.bigInt({ min: 0n, max: 10_000_000n });
  fc.assert(
    fc.property(cents, cents, cents, fc.nat(100), (amountCents, invoicedCents, openCents, percentage) => {
      const owed = stillOwedCents({ amountCents, invoicedCents, openCents }, percentage);
      expect(owed >= 0n && owed <= openCents).toBe(true);
      expect(owed === 0n || owed + invoicedCents <= amountCents).toBe(true);
    }),
  );
});

test('half a cent is rounded up, and what was invoiced is taken off', () => {
  expect(stillOwedCents({ amountCents: 101n, invoicedCents: 0n, openCents: 101n }, 50)).toBe(51n);
  expect(stillOwedCents({ amountCents: 1000n, invoicedCents: 200n, openCents: 800n }, 50)).toBe(300n);
  expect(stillOwedCents({ amountCents: 1000n, invoicedCents: 600n, openCents: 400n }, 50)).toBe(0n);
});

test('two steps of one day, or a step that falls nearer to the session, are wrong', () => {
  expect(stepsFault(steps)).toBeNull();
  expect(stepsFault([...steps, { daysBefore: 7, percentage: 100 }])).toBe('step-twice');
  expect(stepsFault([...steps, { daysBefore: 3, percentage: 90 }])).toBe('step-not-rising');
});

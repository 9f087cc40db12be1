import fc from 'fast-check';
import { weigh } from '../../src/grants/confirmation.rules.js';
import {
  creditableCents,
  creditFault,
  dateFault,
  isCostOf,
  releasedBy,
  shortBy,
} from '../../src/grants/settlement.rules.js';

const cents = fc.bigInt({ min: 1n, max: 500_000n });

interface Budget {
  readonly granted: bigint;
  committed: bigint;
  realised: bigint;
  readonly open: bigint[];
  /** Invoices, and what credit notes took back of each. */
  readonly invoices: { amountCents: bigint; creditedCents: bigint }[];
}

const freeOf = ({ granted, committed, realised }: Budget) => granted - committed - realised;

const deed = fc.oneof(
  fc.record({ kind: fc.constant('confirm' as const), price: cents }),
  fc.record({
    kind: fc.constant('invoice' as const),
    at: fc.nat(),
    amountCents: cents,
    isFinal: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('cancel' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('cost' as const), amountCents: cents }),
  fc.record({ kind: fc.constant('credit' as const), at: fc.nat(), amountCents: cents }),
);
type Deed = typeof deed extends fc.Arbitrary<infer Each> ? Each : never;

/** Does what the services do with the rules, on plain numbers. */
function carryOut(budget: Budget, step: Deed): void {
  if (step.kind === 'cost') {
    if (shortBy(step.amountCents, freeOf(budget)) === 0n) invoice(budget, step.amountCents);
    return;
  }
  if (step.kind === 'credit') {
    const credited = budget.invoices[step.at % Math.max(1, budget.invoices.length)];
    const note = { date: '2026-11-20', amountCents: step.amountCents };
    if (!credited || creditFault({ ...credited, invoiceDate: note.date }, note, note.date)) return;
    credited.creditedCents += step.amountCents;
    budget.realised -= step.amountCents;
    return;
  }
  if (step.kind === 'confirm') {
    const shares = [{ cents: step.price, freeCents: freeOf(budget) }];
    const verdict = weigh({ shares, allotment: null });
    if (verdict.outcome !== 'go') return;
    budget.open.push(step.price);
    budget.committed += step.price;
    return;
  }
  if (budget.open.length === 0) return;
  const index = step.at % budget.open.length;
  const openCents = budget.open[index]!;
  if (step.kind === 'cancel') {
    budget.open.splice(index, 1);
    budget.committed -= openCents;
    return;
  }
  const releasedCents = releasedBy(openCents, step);
  if (shortBy(step.amountCents - releasedCents, freeOf(budget)) > 0n) return;
  budget.committed -= releasedCents;
  invoice(budget, step.amountCents);
  if (step.isFinal) budget.open.splice(index, 1);
  else budget.open[index] = openCents - releasedCents;
}

function invoice(budget: Budget, amountCents: bigint): void {
  budget.realised += amountCents;
  budget.invoices.push({ amountCents, creditedCents: 0n });
}

test('whatever is confirmed, invoiced, credited and called off, a budget is never overspent and adds up', () => {
  fc.assert(
    fc.property(cents, fc.array(deed, { maxLength: 40 }), (granted, deeds) => {
      const budget: Budget = { granted, committed: 0n, realised: 0n, open: [], invoices: [] };
      for (const step of deeds) {
        carryOut(budget, step);
        expect(freeOf(budget)).toBeGreaterThanOrEqual(0n);
        expect(budget.open.every((open) => open >= 0n)).toBe(true);
        expect(budget.open.reduce((sum, open) => sum + open, 0n)).toBe(budget.committed);
        expect(budget.invoices.every((each) => creditableCents(each) >= 0n)).toBe(true);
        expect(budget.invoices.reduce((sum, each) => sum + creditableCents(each), 0n)).toBe(budget.realised);
      }
    }),
  );
});

test('a session is confirmed when its price fits to the cent', () => {
  expect(weigh({ shares: [{ cents: 500n, freeCents: 500n }], allotment: null })).toEqual({
    outcome: 'go',
    trainingsLeftAfter: null,
  });
});

test('one cent too little is too little', () => {
  const short = { cents: 501n, freeCents: 500n };
  expect(weigh({ shares: [short], allotment: null })).toEqual({ outcome: 'budget-short', short });
});

test('of several shares each must fit on its own budget', () => {
  const short = { cents: 200n, freeCents: 199n };
  const shares = [{ cents: 300n, freeCents: 9_999n }, short, { cents: 1n, freeCents: 1n }];
  expect(weigh({ shares, allotment: null })).toEqual({ outcome: 'budget-short', short });
});

test('the last training of an allotment can be used, and no more', () => {
  const weighing = { shares: [{ cents: 1n, freeCents: 500n }] };
  expect(weigh({ ...weighing, allotment: { trainings: 6, used: 5 } })).toMatchObject({
    trainingsLeftAfter: 0,
  });
  expect(weigh({ ...weighing, allotment: { trainings: 6, used: 6 } }).outcome).toBe('allotment-used-up');
});

test('a partial invoice releases what it charges', () => {
  expect(releasedBy(1000n, { amountCents: 400n, isFinal: false })).toBe(400n);
});

test('the final invoice releases the rest', () => {
  expect(releasedBy(1000n, { amountCents: 400n, isFinal: true })).toBe(1000n);
});

test('an invoice above its commitment takes the difference from what is free, and not a cent more', () => {
  expect(releasedBy(1000n, { amountCents: 1050n, isFinal: false })).toBe(1000n);
  expect(shortBy(50n, 50n)).toBe(0n);
  expect(shortBy(51n, 50n)).toBe(1n);
});

test('an invoice within its commitment is taken even when a budget was lowered below what is committed', () => {
  expect(shortBy(0n, -300n)).toBe(0n);
});

test('of a budget with less than nothing free, the whole amount is too much', () => {
  expect(shortBy(51n, -300n)).toBe(51n);
});

test.each([
  ['today', '2026-11-20', null],
  ['the first day of the grant year', '2026-01-01', null],
  ['tomorrow', '2026-11-21', 'invoice-date-in-future'],
  ['the year before', '2025-12-31', 'invoice-before-grant-year'],
])('an invoice of %s', (_case, date, fault) => {
  expect(dateFault(date, 2026, '2026-11-20')).toBe(fault);
});

test('an invoice of January is one for a training of December', () => {
  expect(dateFault('2027-01-14', 2026, '2027-01-20')).toBeNull();
});

test.each([
  ['2025-12-31', false],
  ['2026-01-01', true],
  ['2026-12-31', true],
  ['2027-01-01', false],
])('a cost of %s belongs to the grant of 2026: %s', (date, belongs) => {
  expect(isCostOf(2026, date)).toBe(belongs);
});

test.each([
  ['all that is left', { date: '2026-11-18', amountCents: 600n }, null],
  ['a cent more', { date: '2026-11-18', amountCents: 601n }, 'credit-note-over-invoice'],
  ['of before the invoice', { date: '2026-11-17', amountCents: 1n }, 'credit-note-before-invoice'],
  ['of tomorrow', { date: '2026-11-21', amountCents: 1n }, 'invoice-date-in-future'],
])('a credit note %s', (_case, note, fault) => {
  const invoiced = { invoiceDate: '2026-11-18', amountCents: 1000n, creditedCents: 400n };
  expect(creditFault(invoiced, note, '2026-11-20')).toBe(fault);
});

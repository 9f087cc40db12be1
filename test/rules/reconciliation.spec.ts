import fc from 'fast-check';
import {
  guessMapping,
  mappingFault,
  type ColumnMapping,
} from '../../src/reconciliation/column-mapping.rules.js';
import {
  reconcile,
  totalsOf,
  type OurBooking,
  type TheirLine,
} from '../../src/reconciliation/reconciling.rules.js';

let count = 0;
const line = (more: Partial<TheirLine> = {}): TheirLine => ({
  ...{ line: ++count, key: 'f1', invoiceNumber: 'F-1', supplier: 'ROR', reference: 'M-7' },
  amountCents: 100n,
  ...more,
});
const booking = (more: Partial<OurBooking> = {}): OurBooking => ({
  ...{ realisationId: `r${++count}`, key: 'f1', invoiceNumber: 'F-1', supplier: 'ROR' },
  amountCents: 100n,
  ...more,
});
const outcomesOf = (theirs: TheirLine[], ours: OurBooking[]) =>
  reconcile(theirs, ours).map(({ outcome, theirCents, ourCents }) => [outcome, theirCents, ourCents]);

describe('an invoice in two administrations', () => {
  test('agrees when both have it with the same amount, under the reference that is theirs', () => {
    const [row] = reconcile([line({ supplier: 'R O R b.v.' })], [booking({ supplier: 'R.O.R.' })]);
    expect(row).toMatchObject({ outcome: 'agrees', references: ['M-7'] });
  });

  test('agrees when they split it over several lines', () => {
    const split = [line({ amountCents: 79n }), line({ amountCents: 21n, reference: 'M-8' })];
    expect(reconcile(split, [booking()])).toMatchObject([
      { outcome: 'agrees', references: ['M-7', 'M-8'], lines: [split[0]!.line, split[1]!.line] },
    ]);
  });

  test('agrees when a part of it, or all, names no supplier', () => {
    const unnamed = line({ supplier: null, amountCents: 21n });
    expect(outcomesOf([line({ amountCents: 79n }), unnamed], [booking()])).toEqual([['agrees', 100n, 100n]]);
    expect(outcomesOf([unnamed], [booking({ amountCents: 22n })])).toEqual([['amount-differs', 21n, 22n]]);
  });

  test('differs when they booked it twice', () => {
    expect(outcomesOf([line(), line()], [booking()])).toEqual([['amount-differs', 200n, 100n]]);
  });

  test('is told when only one has it', () => {
    expect(outcomesOf([line()], [])).toEqual([['only-theirs', 100n, null]]);
    expect(outcomesOf([], [booking()])).toEqual([['only-ours', null, 100n]]);
  });

  test('is kept apart from one of another supplier with the same number', () => {
    const ours = [booking(), booking({ supplier: 'Ander', amountCents: 300n })];
    expect(outcomesOf([line({ supplier: 'Ander', amountCents: 300n })], ours)).toEqual([
      ['only-ours', null, 100n],
      ['agrees', 300n, 300n],
    ]);
  });

  test('of a supplier that they name otherwise is known by its amount, and else is two', () => {
    const renamed = line({ supplier: 'Rijksopleidingsinstituut' });
    expect(outcomesOf([renamed], [booking()])).toEqual([['agrees', 100n, 100n]]);
    expect(outcomesOf([{ ...renamed, amountCents: 1n }], [booking()])).toEqual([
      ['only-theirs', 1n, null],
      ['only-ours', null, 100n],
    ]);
  });

  test('is not made up of lines without a number', () => {
    const bare = { key: '', invoiceNumber: '' };
    expect(outcomesOf([line(bare), line(bare)], [])).toHaveLength(2);
  });
});

test('every line and every booking is in exactly one row, whatever there is and in whatever order', () => {
  const supplier = fc.constantFrom('ROR', 'ror b.v.', 'Ander');
  const amountCents = fc.constantFrom(100n, 250n, -100n);
  const key = fc.constantFrom('f1', 'f2', '');
  const lines = fc.array(fc.record({ key, supplier: fc.option(supplier), amountCents }), { maxLength: 12 });
  const bookings = fc.array(fc.record({ key, supplier, amountCents }), { maxLength: 8 });
  fc.assert(
    fc.property(lines, bookings, (theirs, ours) => {
      const [their, our] = [theirs.map((each) => line(each)), ours.map((each) => booking(each))];
      const rows = reconcile(their, our);
      expect(rows.flatMap((row) => row.lines).sort((a, b) => a - b)).toEqual(their.map((each) => each.line));
      expect(rows.flatMap(({ realisationId }) => realisationId ?? []).sort()).toEqual(
        our.map(({ realisationId }) => realisationId).sort(),
      );
      const total = (amounts: readonly { amountCents: bigint }[]) =>
        amounts.reduce((sum, each) => sum + each.amountCents, 0n);
      expect(totalsOf(rows)).toEqual({
        theirCents: total(their),
        ourCents: total(our),
        differenceCents: total(their) - total(our),
      });
    }),
  );
});

describe('which column holds what', () => {
  const none: ColumnMapping = {
    ...{ number: null, amount: null, debit: null, credit: null },
    ...{ reference: null, supplier: null, date: null },
  };

  test('is guessed by the words that administrations use', () => {
    expect(
      guessMapping(['Boekstuknummer', 'Crediteur', 'Factuurnr.', 'Bedrag debet', 'Bedrag_credit'], null),
    ).toEqual({
      ...none,
      ...{ reference: 'Boekstuknummer', supplier: 'Crediteur', number: 'Factuurnr.' },
      ...{ debit: 'Bedrag debet', credit: 'Bedrag_credit' },
    });
  });

  test('is as it was the last time, where the same columns are there', () => {
    const last = { ...none, number: 'A', amount: 'B', reference: 'C' };
    expect(guessMapping(['C', 'B', 'A'], last)).toBe(last);
    expect(guessMapping(['C', 'B'], last)).toEqual(none);
  });

  test.each<[string, Partial<ColumnMapping>, string | null]>([
    ['nothing', {}, 'number'],
    ['no amount', { number: 'A', reference: 'C' }, 'amount'],
    ['debit alone', { number: 'A', reference: 'C', debit: 'D' }, 'amount'],
    ['an amount and debit', { number: 'A', reference: 'C', amount: 'B', debit: 'D' }, 'amount'],
    ['no reference', { number: 'A', amount: 'B' }, 'reference'],
    ['one column twice', { number: 'A', amount: 'A', reference: 'C' }, 'twice'],
    ['what is needed', { number: 'A', amount: 'B', reference: 'C' }, null],
    ['debit and credit', { number: 'A', debit: 'B', credit: 'D', reference: 'C' }, null],
  ])('with %s chosen: %s', (_name, chosen, fault) => {
    expect(mappingFault({ ...none, ...chosen })).toBe(fault);
  });
});

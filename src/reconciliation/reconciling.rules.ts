import { supplierKey } from '../shared/supplier-name.js';

/** A line of the financial administration; whole cents, negative for money that came back. */
export interface TheirLine {
  /** In the file, counted from 1. */
  readonly line: number;
  /** By what the invoice number is the same, however it is written; empty when the line has none. */
  readonly key: string;
  readonly invoiceNumber: string;
  readonly supplier: string | null;
  readonly reference: string;
  readonly amountCents: bigint;
}

/** An invoice or credit note as we booked it, what of it counts in the year. */
export interface OurBooking {
  readonly realisationId: string;
  readonly key: string;
  readonly invoiceNumber: string;
  readonly supplier: string;
  readonly amountCents: bigint;
}

export const outcomes = ['amount-differs', 'only-theirs', 'only-ours', 'agrees'] as const;
export type Outcome = (typeof outcomes)[number];

/** One invoice as both administrations have it; null for the side that does not. */
export interface Reconciled {
  readonly outcome: Outcome;
  readonly invoiceNumber: string;
  readonly supplier: string | null;
  readonly theirCents: bigint | null;
  readonly ourCents: bigint | null;
  readonly references: readonly string[];
  readonly lines: readonly number[];
  readonly realisationId: string | null;
}

/**
 * Holds the lines of the financial administration against our bookings, invoice by invoice: several lines of one
 * number count together, as an invoice is often split there. The supplier, where the lines tell, decides among invoices
 * of one number; an equal amount does where the names differ. Every line and every booking is in exactly one row; what
 * differs comes first.
 */
export function reconcile(theirs: readonly TheirLine[], ours: readonly OurBooking[]): Reconciled[] {
  const linesOf = groupBy(theirs, ({ key }) => key);
  const bookingsOf = groupBy(ours, ({ key }) => key);
  const keys = new Set([...linesOf.keys(), ...bookingsOf.keys()]);
  const rows = [...keys].flatMap((key) => {
    const [lines, bookings] = [linesOf.get(key) ?? [], bookingsOf.get(key) ?? []];
    // Without a number nothing tells what belongs together.
    if (key === '')
      return [...lines.map((line) => rowOf([line], null)), ...bookings.map((booking) => rowOf([], booking))];
    return ofOneNumber(lines, bookings);
  });
  return rows.sort(
    (one, other) =>
      outcomes.indexOf(one.outcome) - outcomes.indexOf(other.outcome) ||
      one.invoiceNumber.localeCompare(other.invoiceNumber, 'nl', { numeric: true }),
  );
}

/** What both administrations have in all, and by how much theirs is higher; whole cents. */
export function totalsOf(rows: readonly Reconciled[]) {
  const theirCents = sum(rows.map((row) => row.theirCents ?? 0n));
  const ourCents = sum(rows.map((row) => row.ourCents ?? 0n));
  return { theirCents, ourCents, differenceCents: theirCents - ourCents };
}

function ofOneNumber(lines: readonly TheirLine[], bookings: readonly OurBooking[]): Reconciled[] {
  const left = new Set(lines);
  const take = (found: readonly TheirLine[]) => {
    for (const line of found) left.delete(line);
    return found;
  };
  const bySupplier = bookings.map((booking) =>
    take([...left].filter((line) => line.supplier !== null && isSame(line.supplier, booking.supplier))),
  );
  const rows = bookings.map((booking, index) => {
    const found = bySupplier[index]!;
    const unnamed = bookings.length === 1 ? take([...left].filter(({ supplier }) => supplier === null)) : [];
    const named = [...found, ...unnamed];
    if (named.length > 0) return rowOf(named, booking);
    const rest = [...left];
    if (bookings.length === 1 && sum(rest.map(({ amountCents }) => amountCents)) === booking.amountCents)
      return rowOf(take(rest), booking);
    const equal = rest.find(({ amountCents }) => amountCents === booking.amountCents);
    return rowOf(equal ? take([equal]) : [], booking);
  });
  const unknown = groupBy([...left], ({ supplier }) => supplierKey(supplier ?? ''));
  return [...rows, ...[...unknown.values()].map((group) => rowOf(group, null))];
}

function rowOf(lines: readonly TheirLine[], booking: OurBooking | null): Reconciled {
  const theirCents = lines.length === 0 ? null : sum(lines.map(({ amountCents }) => amountCents));
  const ourCents = booking?.amountCents ?? null;
  return {
    outcome: outcomeOf(theirCents, ourCents),
    invoiceNumber: booking?.invoiceNumber ?? lines[0]!.invoiceNumber,
    supplier: booking?.supplier ?? lines[0]!.supplier,
    theirCents,
    ourCents,
    references: [...new Set(lines.map(({ reference }) => reference).filter((each) => each !== ''))],
    lines: lines.map(({ line }) => line),
    realisationId: booking?.realisationId ?? null,
  };
}

function outcomeOf(theirCents: bigint | null, ourCents: bigint | null): Outcome {
  if (ourCents === null) return 'only-theirs';
  if (theirCents === null) return 'only-ours';
  return theirCents === ourCents ? 'agrees' : 'amount-differs';
}

const isSame = (one: string, other: string) => supplierKey(one) === supplierKey(other);

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

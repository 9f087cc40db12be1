export interface Invoiced {
  readonly amountCents: bigint;
  /** No more invoices follow, so what is left of the commitment becomes free. */
  readonly isFinal: boolean;
}

/**
 * How much of a commitment an invoice releases: what it charges, at most what is open, and all of it when it is the
 * final one. What it charges above that must fit in the free budget.
 */
export function releasedBy(openCents: bigint, { amountCents, isFinal }: Invoiced): bigint {
  return isFinal || amountCents > openCents ? openCents : amountCents;
}

/** How much too little is free for what an amount adds to a budget; nothing when it fits or takes away. */
export function shortBy(addedCents: bigint, freeCents: bigint): bigint {
  if (addedCents <= 0n || addedCents <= freeCents) return 0n;
  return addedCents - (freeCents > 0n ? freeCents : 0n);
}

/**
 * What is wrong with the date of an invoice (local dates), or null. It may be of after the grant year, as a training
 * of December is invoiced in January: the date of the cost says which year bears it.
 */
export function dateFault(
  invoiceDate: string,
  grantYear: number,
  today: string,
): 'invoice-date-in-future' | 'invoice-before-grant-year' | null {
  if (invoiceDate > today) return 'invoice-date-in-future';
  return yearOf(invoiceDate) < grantYear ? 'invoice-before-grant-year' : null;
}

/** Whether a cost of this local date belongs to the grant of this year. */
export function isCostOf(grantYear: number, costDate: string): boolean {
  return yearOf(costDate) === grantYear;
}

export const creditReasons = ['amount-wrong', 'not-delivered', 'invoiced-twice', 'booked-wrongly'] as const;
/** Why an invoice is taken back, in whole or in part. */
export type CreditReason = (typeof creditReasons)[number];

/** An invoice that may be credited; what earlier credit notes took back of it is a positive amount. */
export interface Credited {
  readonly invoiceDate: string;
  readonly amountCents: bigint;
  readonly creditedCents: bigint;
}

/** What of an invoice is still booked. */
export function creditableCents({ amountCents, creditedCents }: Omit<Credited, 'invoiceDate'>): bigint {
  return amountCents - creditedCents;
}

/** What is wrong with a credit note on this invoice (local dates), or null: it takes back no more than was booked. */
export function creditFault(
  invoice: Credited,
  note: { readonly date: string; readonly amountCents: bigint },
  today: string,
): 'invoice-date-in-future' | 'credit-note-before-invoice' | 'credit-note-over-invoice' | null {
  if (note.date > today) return 'invoice-date-in-future';
  if (note.date < invoice.invoiceDate) return 'credit-note-before-invoice';
  return note.amountCents > creditableCents(invoice) ? 'credit-note-over-invoice' : null;
}

function yearOf(localDate: string): number {
  return Number(localDate.slice(0, 4));
}

export interface Invoiced {
  readonly amountCents: bigint;
  /** No more invoices follow, so what is left of the commitment becomes free. */
  readonly isFinal: boolean;
}

/** Where a commitment stands before an invoice: what is open of it, and what is free on its budget beside it. */
export interface Outstanding {
  readonly openCents: bigint;
  readonly freeCents: bigint;
}

export type Settlement =
  | { readonly outcome: 'settled'; readonly releasedCents: bigint }
  | { readonly outcome: 'budget-short'; readonly shortCents: bigint };

/**
 * How much of a commitment an invoice releases: what it charges, at most what is open, and all of it when it is the
 * final one. What it charges above the commitment must fit in the free budget.
 */
export function settle({ openCents, freeCents }: Outstanding, invoice: Invoiced): Settlement {
  const aboveCents = invoice.amountCents - openCents;
  if (aboveCents > 0n && aboveCents > freeCents)
    return { outcome: 'budget-short', shortCents: aboveCents - (freeCents > 0n ? freeCents : 0n) };
  const releasedCents = invoice.isFinal || aboveCents > 0n ? openCents : invoice.amountCents;
  return { outcome: 'settled', releasedCents };
}

/** What is wrong with the date of an invoice (local dates), or null: costs belong to the grant's own year. */
export function dateFault(
  invoiceDate: string,
  grantYear: number,
  today: string,
): 'invoice-date-in-future' | 'invoice-outside-grant-year' | null {
  if (invoiceDate > today) return 'invoice-date-in-future';
  return Number(invoiceDate.slice(0, 4)) === grantYear ? null : 'invoice-outside-grant-year';
}

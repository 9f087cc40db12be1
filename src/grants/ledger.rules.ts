import { addToDate, instantOf } from '../shared/local-date.js';

export const ledgerKinds = ['commitment', 'realisation'] as const;
/** What a booking counts towards: money that is reserved, or money that is spent. */
export type LedgerKind = (typeof ledgerKinds)[number];

export const ledgerSources = ['session', 'invoice', 'credit-note', 'share', 'order'] as const;
/** What a booking follows from. */
export type LedgerSource = (typeof ledgerSources)[number];

/** How the ledger can be downloaded. */
export type LedgerFormat = 'csv' | 'xlsx';

/** The first instant after what is asked: after the whole of a local date ('YYYY-MM-DD'), or an instant itself. */
export function endOf(until: string): Date {
  return until.length === 'YYYY-MM-DD'.length
    ? instantOf(addToDate(until, { days: 1 }), '00:00')
    : new Date(until);
}

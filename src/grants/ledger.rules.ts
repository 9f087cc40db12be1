export const ledgerKinds = ['commitment', 'realisation'] as const;
/** What a booking counts towards: money that is reserved, or money that is spent. */
export type LedgerKind = (typeof ledgerKinds)[number];

export const ledgerSources = ['session', 'invoice', 'credit-note', 'share', 'order'] as const;
/** What a booking follows from. */
export type LedgerSource = (typeof ledgerSources)[number];

export const ledgerKinds = ['commitment', 'realisation'] as const;
/** What a booking counts towards: money that is reserved, or money that is spent. */
export type LedgerKind = (typeof ledgerKinds)[number];

export const vatTreatments = ['exempt', 'standard-21'] as const;
/** How VAT was charged; amounts are recorded with the VAT in them. */
export type VatTreatment = (typeof vatTreatments)[number];

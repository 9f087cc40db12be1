/** How a provider's invoice treats VAT: short vocational training is exempt for a provider in the CRKBO register. */
export const vatTreatments = ['exempt', 'standard-21'] as const;
export type VatTreatment = (typeof vatTreatments)[number];

import type { VatTreatment } from '../courses/vat.rules.js';

export const extraCostKinds = ['venue', 'catering', 'other'] as const;
/** What comes on top of the price of a session. */
export type ExtraCostKind = (typeof extraCostKinds)[number];

/** More of them than this on one session is a slip; a form has as many rows. */
export const MOST_EXTRA_COSTS = 5;

/** Whole cents, including VAT. */
export interface ExtraCost {
  readonly kind: ExtraCostKind;
  readonly description: string;
  readonly amountCents: bigint;
  readonly vatTreatment: VatTreatment;
}

/** A part of the commitment of a session. */
export interface CommitmentPart extends Omit<ExtraCost, 'kind'> {
  readonly kind: ExtraCostKind | 'price';
}

/** All of these together, in cents. */
export function totalCents(parts: readonly Pick<CommitmentPart, 'amountCents'>[]): bigint {
  return parts.reduce((sum, { amountCents }) => sum + amountCents, 0n);
}

/** How many cents of extra costs a change may take away: what stands there, as far as it is not invoiced. */
export function mostToTakeAway(parts: readonly CommitmentPart[], openCents: bigint): bigint {
  const extras = totalCents(parts.filter(({ kind }) => kind !== 'price'));
  return extras < openCents ? extras : openCents;
}

/** What one municipality would bear of a session, and what is free on its budget before it. */
export interface Part {
  readonly cents: bigint;
  readonly freeCents: bigint;
}

/** What decides whether the price of a session can be committed. */
export interface Weighing<P extends Part> {
  readonly shares: readonly P[];
  /** The paying municipality's allotment of this course; null when the grant allots this course to nobody. */
  readonly allotment: { readonly trainings: number; readonly used: number } | null;
}

export type Verdict<P extends Part> =
  | { readonly outcome: 'go'; readonly trainingsLeftAfter: number | null }
  | { readonly outcome: 'allotment-used-up' }
  | { readonly outcome: 'budget-short'; readonly short: P };

/**
 * Whether a session can be confirmed: a training of the allotment is left, and each budget holds the whole of its
 * share of the price.
 */
export function weigh<P extends Part>({ shares, allotment }: Weighing<P>): Verdict<P> {
  if (allotment && allotment.used >= allotment.trainings) return { outcome: 'allotment-used-up' };
  const short = shares.find(({ cents, freeCents }) => cents > 0n && cents > freeCents);
  if (short) return { outcome: 'budget-short', short };
  return { outcome: 'go', trainingsLeftAfter: allotment && allotment.trainings - allotment.used - 1 };
}

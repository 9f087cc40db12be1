/** What decides whether the price of a session can be committed. */
export interface Weighing {
  readonly priceCents: bigint;
  /** Free on the budget of the paying municipality, before this session. */
  readonly freeCents: bigint;
  /** The paying municipality's allotment of this course; null when the grant allots this course to nobody. */
  readonly allotment: { readonly trainings: number; readonly used: number } | null;
}

export type Verdict =
  | { readonly outcome: 'go'; readonly freeAfterCents: bigint; readonly trainingsLeftAfter: number | null }
  | { readonly outcome: 'allotment-used-up' | 'budget-short' };

/** Whether a session can be confirmed: a training of the allotment is left, and the budget holds the whole price. */
export function weigh({ priceCents, freeCents, allotment }: Weighing): Verdict {
  if (allotment && allotment.used >= allotment.trainings) return { outcome: 'allotment-used-up' };
  if (priceCents > freeCents) return { outcome: 'budget-short' };
  return {
    outcome: 'go',
    freeAfterCents: freeCents - priceCents,
    trainingsLeftAfter: allotment && allotment.trainings - allotment.used - 1,
  };
}

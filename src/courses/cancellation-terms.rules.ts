/** From so many days before the first day of a session on, such a part of its price is owed when it is called off. */
export interface CancellationStep {
  readonly daysBefore: number;
  /** 1 to 100. */
  readonly percentage: number;
}

/** A provider has few steps. */
export const MOST_STEPS = 6;

/** The part of the price (0 to 100) that is owed so many days before the first day; after it as on the day itself. */
export function owedPercentage(steps: readonly CancellationStep[], daysLeft: number): number {
  const days = Math.max(0, daysLeft);
  const [step] = steps
    .filter(({ daysBefore }) => days <= daysBefore)
    .sort((one, other) => one.daysBefore - other.daysBefore);
  return step?.percentage ?? 0;
}

/** What stays reserved of a commitment that is called off (whole cents): what is owed and has not been invoiced, rounded half up. */
export function stillOwedCents(
  commitment: { readonly amountCents: bigint; readonly invoicedCents: bigint; readonly openCents: bigint },
  percentage: number,
): bigint {
  const owed = (commitment.amountCents * BigInt(percentage) + 50n) / 100n - commitment.invoicedCents;
  if (owed <= 0n) return 0n;
  return owed < commitment.openCents ? owed : commitment.openCents;
}

export type StepsFault = 'step-twice' | 'step-not-rising';

/** What is wrong with steps, or null: each from another day, and nearer to the session never less is owed. */
export function stepsFault(steps: readonly CancellationStep[]): StepsFault | null {
  const inOrder = [...steps].sort((one, other) => other.daysBefore - one.daysBefore);
  if (new Set(steps.map(({ daysBefore }) => daysBefore)).size < steps.length) return 'step-twice';
  const falls = inOrder.some(({ percentage }, index) => percentage < (inOrder[index - 1]?.percentage ?? 0));
  return falls ? 'step-not-rising' : null;
}

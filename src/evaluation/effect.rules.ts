import { studentQuantile } from './student.rules.js';

/** How often each value was answered. */
export type Counts = Readonly<Record<string, number>>;

export interface Spread {
  readonly answers: number;
  readonly mean: number;
  /** The variance of a sample, with n - 1. */
  readonly variance: number;
}

/** Number, mean and variance of values that are numbers; null without any. */
export function spreadOf(counts: Counts): Spread | null {
  const values = Object.entries(counts).map(([value, times]) => ({ value: Number(value), times }));
  const answers = values.reduce((sum, { times }) => sum + times, 0);
  if (answers === 0) return null;
  const mean = values.reduce((sum, { value, times }) => sum + value * times, 0) / answers;
  const squares = values.reduce((sum, { value, times }) => sum + times * (value - mean) ** 2, 0);
  return { answers, mean, variance: answers === 1 ? 0 : squares / (answers - 1) };
}

export interface Effect {
  readonly before: Spread;
  readonly after: Spread;
  readonly difference: number;
  /** Between which differences the real one lies with 95% certainty; null where all answers are alike or there is but one. */
  readonly interval: { readonly from: number; readonly until: number } | null;
}

const CERTAINTY = 0.95;

/**
 * How much higher the answers after are than those before, of people who are not known: two samples of which the
 * variances may differ (Welch, Biometrika 34, 1947; degrees of freedom by Welch-Satterthwaite).
 */
export function effectOf(before: Spread, after: Spread): Effect {
  const difference = after.mean - before.mean;
  const parts = [before, after].map(({ answers, variance }) => ({
    error: variance / answers,
    freedom: answers - 1,
  }));
  const error = parts.reduce((sum, part) => sum + part.error, 0);
  const alike = parts.some(({ freedom }) => freedom < 1) || error === 0;
  if (alike) return { before, after, difference, interval: null };
  const freedom = error ** 2 / parts.reduce((sum, part) => sum + part.error ** 2 / part.freedom, 0);
  const margin = studentQuantile(0.5 + CERTAINTY / 2, freedom) * Math.sqrt(error);
  return { before, after, difference, interval: { from: difference - margin, until: difference + margin } };
}

export type Verdict = 'higher' | 'lower' | 'unclear' | 'alike';

/** What one can say of an effect. */
export function verdictOf({ interval }: Effect): Verdict {
  if (interval === null) return 'alike';
  if (interval.from > 0) return 'higher';
  return interval.until < 0 ? 'lower' : 'unclear';
}

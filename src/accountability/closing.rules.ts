/** What bears on closing a year. */
export interface YearToClose {
  readonly year: number;
  /** The last year that has been closed, or null. */
  readonly lastClosed: number | null;
  /** Years with a grant or with bookings. */
  readonly yearsInUse: readonly number[];
  /** Decision numbers of grants of which it was not said whether this is their last statement. */
  readonly undecided: readonly string[];
}

export type ClosingFault =
  | { readonly code: 'year-already-closed' }
  | { readonly code: 'year-not-over' }
  | { readonly code: 'earlier-year-open'; readonly earlier: number }
  | { readonly code: 'final-not-chosen'; readonly decisions: string };

/**
 * Why a year cannot be closed on a local date, or null. Years are closed in order, since what is booked in an earlier
 * one would change what a later one says up to then.
 */
export function closingFault(
  { year, lastClosed, yearsInUse, undecided }: YearToClose,
  today: string,
): ClosingFault | null {
  if (lastClosed !== null && year <= lastClosed) return { code: 'year-already-closed' };
  if (Number(today.slice(0, 4)) <= year) return { code: 'year-not-over' };
  const open = yearsInUse.filter((other) => other < year && other > (lastClosed ?? 0));
  if (open.length > 0) return { code: 'earlier-year-open', earlier: Math.min(...open) };
  if (undecided.length > 0) return { code: 'final-not-chosen', decisions: undecided.join(', ') };
  return null;
}

export const reopenReasons = ['cost-missing', 'booked-wrongly', 'auditor-asked', 'closed-too-early'] as const;
/** Why a closed year is opened again. */
export type ReopenReason = (typeof reopenReasons)[number];

/** Why a closed year cannot be opened again, or null: only the last one, as the ones after it build on it. */
export function reopeningFault(
  year: number,
  lastClosed: number | null,
): 'year-not-closed' | 'later-year-closed' | null {
  if (lastClosed === null || year > lastClosed) return 'year-not-closed';
  return year < lastClosed ? 'later-year-closed' : null;
}

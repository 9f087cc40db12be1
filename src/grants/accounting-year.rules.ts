/** In which year something counts, and over which closed year it is a correction; null where it is none. */
export interface YearOfBooking {
  readonly year: number;
  readonly correctsYear: number | null;
}

/**
 * In which year a cost counts: that of its date (local), or the first open one as a correction when that year has been
 * closed. Closing a year closes those before it too; `lastClosed` is null when none has been closed.
 */
export function yearOfBooking(costDate: string, lastClosed: number | null): YearOfBooking {
  const costYear = Number(costDate.slice(0, 4));
  if (lastClosed === null || costYear > lastClosed) return { year: costYear, correctsYear: null };
  return { year: lastClosed + 1, correctsYear: costYear };
}

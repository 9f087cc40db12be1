const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60 * 60_000;

/** How many failed attempts a job gets before a person has to look; with the waits below that is about a day. */
export const MAX_ATTEMPTS = 30;

/**
 * The moment of the next attempt after so many failed ones: doubling from 5 s to at most an hour,
 * spread by up to a quarter so that what failed together does not come back together.
 * @param spread a number in [0, 1)
 */
export function nextAttemptAt(now: Date, failedAttempts: number, spread: number): Date {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.max(0, failedAttempts - 1), LONGEST_WAIT_MS);
  return new Date(now.getTime() + Math.round(wait * (1 + spread / 4)));
}

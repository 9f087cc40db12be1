const SECOND_MS = 1000;

/** Which turn of a recurring job it is, counted from 1970: every worker counts the same ones. */
export function turnAt(now: Date, everySeconds: number): number {
  return Math.floor(now.getTime() / (everySeconds * SECOND_MS));
}

/** When the next turn of a recurring job begins. */
export function nextTurnAt(now: Date, everySeconds: number): Date {
  return new Date((turnAt(now, everySeconds) + 1) * everySeconds * SECOND_MS);
}

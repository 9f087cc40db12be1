import { attends, type Mark } from './attendance.rules.js';

/** How many parts were attended; null is a part without a mark. */
export function partsAttended(marks: readonly (Mark | null)[]): number {
  return marks.filter((mark) => mark !== null && attends(mark)).length;
}

/**
 * Whether someone gets a certificate: with a mark per part of the session, the attended share must reach the
 * course's required percentage (1 to 100). Whole numbers only, so that two of three is never 66.67.
 */
export function isEntitled(marks: readonly (Mark | null)[], requiredPercentage: number): boolean {
  return marks.length > 0 && partsAttended(marks) * 100 >= requiredPercentage * marks.length;
}

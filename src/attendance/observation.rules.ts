import { attends, type Marked } from './attendance.rules.js';

/** Someone was there: a code was scanned, or a name tapped at the door. */
export interface CheckIn {
  readonly kind: 'check-in';
  readonly id: string;
  readonly observedAt: Date;
}

/** A check-in was a mistake, such as a wrong name that was tapped. */
export interface Withdrawal {
  readonly kind: 'withdrawal';
  readonly id: string;
  readonly withdraws: string;
}

/** Someone chose a mark on a list, which devices without network cannot. */
export interface Choice extends Marked {
  readonly kind: 'choice';
  readonly id: string;
  /** Later choices have a higher one. */
  readonly turn: number;
  readonly observedAt: Date;
  /** Whether the list showed that this person had checked in. */
  readonly knewCheckIn: boolean;
}

/** Why a mark is changed after closing: it was wrong, someone turned out to have checked in, or there is a paper. */
export const correctionReasons = ['wrong-mark', 'came-in-late', 'sheet', 'proof'] as const;
export type CorrectionReason = (typeof correctionReasons)[number];

/** What was seen of one person in one part. */
export type Observation = CheckIn | Withdrawal | Choice;

/**
 * The mark that follows from all that was seen; null when nothing was. The order in which it came in, and how often,
 * makes no difference: devices without network bring what they saw much later, and send again what may have got lost.
 *
 * The last choice counts, but a check-in outweighs 'absent' or 'excused' of someone who could not know of it: it was
 * shown on a screen that this person was in.
 */
export function markFrom(observations: readonly Observation[]): Marked | null {
  const withdrawn = new Set(observations.map((each) => (each.kind === 'withdrawal' ? each.withdraws : null)));
  const checkIns = observations.filter(
    (each): each is CheckIn => each.kind === 'check-in' && !withdrawn.has(each.id),
  );
  const choice = observations
    .filter((each) => each.kind === 'choice')
    .reduce<Choice | null>((last, each) => (last && last.turn > each.turn ? last : each), null);
  if (choice && (attends(choice.mark) || !checkIns.some((checkIn) => outweighs(checkIn, choice))))
    return { mark: choice.mark, minutes: choice.minutes };
  return checkIns.length > 0 ? { mark: 'present', minutes: null } : null;
}

function outweighs(checkIn: CheckIn, choice: Choice): boolean {
  return !choice.knewCheckIn || checkIn.observedAt > choice.observedAt;
}

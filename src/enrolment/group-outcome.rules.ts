import type { EnrolmentStatus } from './enrolment-status.rules.js';

export const groupOutcomes = ['confirmed', 'waitlisted', 'requested', 'refused'] as const;
export type GroupOutcome = (typeof groupOutcomes)[number];

/** What became of someone of a group, or what would. */
export interface Member {
  readonly professionalId: string;
  readonly outcome: GroupOutcome;
  /** Null for who was refused, and where nothing was saved. */
  readonly enrolmentId: string | null;
  readonly waitingPosition: number | null;
  /** Why someone was refused, with what the text about it names. */
  readonly refusal: {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number>>;
  } | null;
  /** The place of someone who was enrolled already. */
  readonly held: EnrolmentStatus | null;
}

/** A group that came to the desk together, in the order of its list. */
export interface GroupAnswer {
  /** Whether it was enrolled; false for a look beforehand, and for a group that did not fit as a whole. */
  readonly saved: boolean;
  readonly members: readonly Member[];
}

type Standing = Pick<Member, 'outcome' | 'held'>;

/** Whether everyone has a seat: of now, or of before. */
export function allSeated(members: readonly Standing[]): boolean {
  return members.every(hasSeat);
}

const hasSeat = ({ outcome, held }: Standing): boolean => outcome === 'confirmed' || held === 'confirmed';

/** How many seats more it takes to seat the whole group. */
export function seatsMissing(members: readonly Standing[]): number {
  return members.filter(({ outcome }) => outcome === 'waitlisted').length;
}

import type { DomainError } from '../platform/errors/domain-error.js';
import type { Enrolment } from './enrolment.entity.js';
import type { GroupAnswer } from './group-outcome.rules.js';
import type { Answered } from './open-turn.js';
import { errorOf } from './seat-refusal.js';
import type { SeatTurn } from './seat-turn.rules.js';

/** Where an enrolment stands after the request. */
export interface Seated {
  readonly enrolmentId: string;
  readonly status: Enrolment['status'];
  /** The place in the waiting list (1 is next); null for who does not wait. */
  readonly waitingPosition: number | null;
}

/** What the desk answers; null for what is answered by being done. */
export type Answer = Seated | GroupAnswer | null;

/** What the turn made of one request, as whoever asked gets it. */
export function told(
  answer: Answered,
  names: ReadonlyMap<string, string>,
  positions: ReadonlyMap<string, number>,
  turn: SeatTurn,
): Answer | DomainError {
  if ('refused' in answer) return errorOf(answer, names);
  if (!answer.place) return null;
  const { id: enrolmentId } = answer.place;
  const waitingPosition = positions.get(enrolmentId) ?? null;
  return { enrolmentId, status: turn.statusOf(enrolmentId)!, waitingPosition };
}

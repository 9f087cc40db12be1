import type { Tx } from '../platform/database/database.js';
import { isLive } from '../sessions/session-life.rules.js';
import { withShape, type LockedSession, type SessionRow } from '../sessions/session.service.js';
import { admission, type Admission } from './applicant.queries.js';
import type { GroupAnswer, Member } from './group-outcome.rules.js';
import type { SeatAnswer, SeatPolicy } from './seat-deed.rules.js';
import {
  applicantsOf,
  deedOf,
  enrolmentsOf,
  planOf,
  type DeskRequest,
  type GroupRequest,
  type Refused,
  type SeatRequest,
} from './seat-request.js';
import { SeatTurn } from './seat-turn.rules.js';
import { placesOf } from './session-places.queries.js';

export type Answered = SeatAnswer | Refused;

/** A turn at the desk of one session, with all that its requests are held against. */
export interface OpenTurn {
  readonly session: LockedSession;
  readonly asked: Admission;
  readonly turn: SeatTurn;
}

/** What a turn made of one request at the desk: the single requests that it holds, with the answer to each. */
export interface Taken {
  readonly asks: readonly SeatRequest[];
  readonly answers: readonly Answered[];
  /** The answer to a group; null for who came alone. */
  readonly group: GroupAnswer | null;
  /** The group to be written down, where one was enrolled. */
  readonly saved: SavedGroup | null;
}

/** A group that is enrolled in a turn. */
export interface SavedGroup {
  readonly request: GroupRequest;
  readonly members: readonly Member[];
}

/**
 * Loads how a session stands, and what is to be known of those for whom something is asked: all at once, since each
 * answer that is waited for while a lock is held keeps everyone waiting.
 */
export async function openTurn(
  tx: Tx,
  row: SessionRow,
  requests: readonly DeskRequest[],
  now: Date,
): Promise<OpenTurn> {
  const applicants = applicantsOf(requests);
  const [session, start, asked] = await Promise.all([
    withShape(tx, row),
    placesOf(tx, row.id, applicants, enrolmentsOf(requests)),
    admission(tx, row, applicants),
  ]);
  return { session, asked, turn: new SeatTurn(policyOf(session), start, asked.busy, now) };
}

/** Answers one request by the rule. */
export function answerTo(request: SeatRequest, { session, asked, turn }: OpenTurn): Answered {
  const deed = deedOf(request, session, asked);
  return 'refused' in deed ? deed : turn.take(deed);
}

function policyOf(session: LockedSession): SeatPolicy {
  const { version, payerMunicipalityId, lastWaitingNumber, firstStartsAt, lastEndsAt } = session;
  return {
    ...planOf(session, session),
    ...{ version, payerMunicipalityId, lastWaitingNumber, firstStartsAt, lastEndsAt },
    isLive: isLive(session.status),
  };
}

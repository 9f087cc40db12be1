import type { Actor } from '../shared/actor.js';
import { instantOf } from '../shared/local-date.js';
import type { ProblemCode } from '../problems.js';
import { termEndsAt } from '../sessions/session-terms.rules.js';
import type { LockedSession, SeatsOfSession } from '../sessions/session.service.js';
import { admissionRefusal, needsApproval } from '../sessions/admission.rules.js';
import type { Admission, Applicant } from './applicant.queries.js';
import { mayApplyFor } from './applicant.rules.js';
import type { GroupOutcome } from './group-outcome.rules.js';
import type { Elsewhere } from './double-booking.rules.js';
import type { Place, SeatDeed, SeatPlan, SeatSeeker } from './seat-deed.rules.js';

/** What someone asks at the desk of one session. */
export type SeatRequest = { readonly actor: Actor } & (
  | {
      readonly kind: 'enrol' | 'giveSeat';
      readonly professionalId: string;
      readonly entryOverrideReason: string | null;
    }
  | Exclude<SeatDeed, { kind: 'enrol' | 'giveSeat' | 'substitute' | 'transferIn' | 'addGuest' | 'resize' }>
  | { readonly kind: 'substitute'; readonly enrolmentId: string; readonly professionalId: string }
  | {
      readonly kind: 'transferIn';
      readonly professionalId: string;
      readonly from: Pick<Place, 'id' | 'status' | 'entryOverrideReason'> & { readonly sessionId: string };
    }
  | {
      readonly kind: 'addGuest';
      readonly guestId: string;
      readonly name: string;
      readonly organisation: string;
    }
  | { readonly kind: 'resize'; readonly seats: SeatsOfSession; readonly version: number }
);

/** What someone asks at the desk for several people at once. */
export interface GroupRequest {
  readonly kind: 'enrolGroup';
  readonly actor: Actor;
  /** Chosen by whoever asks, so that asking twice enrols once. */
  readonly id: string;
  /** Each person once, in the order in which they are enrolled. */
  readonly people: readonly {
    readonly professionalId: string;
    /** What was told beforehand; null where nobody looked. */
    readonly expected: GroupOutcome | null;
  }[];
  /** All of them or nobody; else as far as there are seats, and the others on the waiting list. */
  readonly together: boolean;
}

export type DeskRequest = SeatRequest | GroupRequest;

/** Why a request is refused, with what the refusal names. */
export interface Refused {
  readonly refused: ProblemCode;
  readonly touched?: readonly Place[];
  readonly elsewhere?: Elsewhere;
  /** The first local day of the other session of the course. */
  readonly otherDate?: string;
}

/** The people whom a request brings in, by their place in the register. */
export function applicantsOf(requests: readonly DeskRequest[]): string[] {
  return requests.flatMap((request) => {
    if (request.kind === 'enrolGroup') return request.people.map(({ professionalId }) => professionalId);
    return 'professionalId' in request ? [request.professionalId] : [];
  });
}

/** The enrolments that requests are about; null where a request weighs those of everyone. */
export function enrolmentsOf(requests: readonly DeskRequest[]): string[] | null {
  if (requests.some(({ kind }) => kind === 'resize')) return null;
  return requests.flatMap((request) => ('enrolmentId' in request ? [request.enrolmentId] : []));
}

/** What a request means at the desk of this session, or why the one who asks may not. */
export function deedOf(
  request: SeatRequest,
  session: LockedSession,
  admission: Admission,
): SeatDeed | Refused {
  const { actor } = request;
  // The desk sees every region; whoever asks does not.
  if (actor.regionId !== session.regionId) return { refused: 'not-found' };
  switch (request.kind) {
    case 'resize':
      return { kind: 'resize', plan: planOf(request.seats, session), version: request.version };
    case 'enrol':
    case 'giveSeat':
    case 'transferIn': {
      const applicant = admission.applicants.get(request.professionalId);
      if (!applicant || !mayApplyFor(actor, applicant)) return { refused: 'not-found' };
      return refusalOf(request, applicant, admission) ?? entering(request, applicant, admission);
    }
    case 'substitute': {
      const applicant = admission.applicants.get(request.professionalId);
      if (!applicant) return { refused: 'not-found' };
      if (needsApproval(actor.role, admission.terms)) return { refused: 'substitution-needs-contact' };
      const { kind, enrolmentId } = request;
      return refusalOf(request, applicant, admission) ?? { kind, enrolmentId, seeker: seekerOf(applicant) };
    }
    default:
      return request;
  }
}

type Entering = Extract<SeatRequest, { kind: 'enrol' | 'giveSeat' | 'transferIn' }>;
type Replacing = Extract<SeatRequest, { kind: 'substitute' }>;

function refusalOf(
  request: Entering | Replacing,
  applicant: Applicant,
  { terms }: Admission,
): Refused | null {
  const { role } = request.actor;
  const override =
    request.kind === 'transferIn'
      ? request.from.entryOverrideReason !== null
      : request.kind !== 'substitute' && request.entryOverrideReason !== null;
  // Whoever takes over a seat comes in place of someone who was invited.
  const candidate = request.kind === 'substitute' ? { ...applicant, isInvited: true } : applicant;
  const refused = admissionRefusal(role, terms, candidate, override);
  if (!refused) return null;
  return refused === 'already-in-course' ? { refused, otherDate: applicant.otherRun!.date } : { refused };
}

function entering(request: Entering, applicant: Applicant, { terms }: Admission): SeatDeed {
  const seeker = seekerOf(applicant);
  if (request.kind === 'transferIn') return { kind: 'transferIn', seeker, from: request.from };
  const { kind } = request;
  const entryOverrideReason = applicant.hasEntryLevel ? null : request.entryOverrideReason;
  if (kind === 'giveSeat') return { kind, seeker, entryOverrideReason };
  return { kind, seeker, entryOverrideReason, needsApproval: needsApproval(request.actor.role, terms) };
}

function seekerOf(applicant: Applicant): SeatSeeker {
  const { id: professionalId, municipalityId, functionId, organisationId, ofMember } = applicant;
  return { professionalId, municipalityId, functionId, organisationId, ofMember };
}

/** The seats and terms of a session as the rule weighs them. */
export function planOf(
  seats: SeatsOfSession,
  { firstStartsAt }: Pick<LockedSession, 'firstStartsAt'>,
): SeatPlan {
  const { capacity, overbookingPercentage, waitingListMode, offerHours, chargesLateCancellation } = seats;
  return {
    ...{ capacity, overbookingPercentage, waitingListMode, offerHours, chargesLateCancellation },
    held: heldBy(seats),
    releasedAt: instantOf(seats.releaseOn, '00:00'),
    enrolmentEndsAt: termEndsAt(seats.enrolUntil, firstStartsAt),
    freeCancellationEndsAt: termEndsAt(seats.cancelUntil, firstStartsAt),
  };
}

/** Seats held, by the id of the municipality, function or organisation. */
function heldBy({ quotas, functionQuotas, organisationQuotas }: SeatsOfSession): Map<string, number> {
  return new Map([
    ...quotas.map(({ municipalityId, seats }) => [municipalityId, seats] as const),
    ...functionQuotas.map(({ functionId, seats }) => [functionId, seats] as const),
    ...organisationQuotas.map(({ organisationId, seats }) => [organisationId, seats] as const),
  ]);
}

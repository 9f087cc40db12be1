import { systemActor } from '../shared/actor.js';
import type { Deed } from '../platform/audit/audit.js';
import type { LockedSession } from '../sessions/session.service.js';
import type { Place, SeatAnswer } from './seat-deed.rules.js';
import type { Refused, SeatRequest } from './seat-request.js';

type Answered = SeatAnswer | Refused;

/** What was asked and done in a turn, and by whom; what was refused leaves no trace. */
export function deedsOf(
  requests: readonly SeatRequest[],
  answers: readonly Answered[],
  session: LockedSession,
): Deed[] {
  return requests.flatMap((request, index) => {
    const answer = answers[index]!;
    return 'refused' in answer ? [] : [deedOf(request, answer.place, session)];
  });
}

/** What nobody asked for in a turn: who waited moved up, or an offer ended. */
export function deedsOfTime(
  changed: readonly { readonly place: Place; readonly before: Place | null }[],
  answers: readonly Answered[],
  { id: sessionId, regionId }: LockedSession,
): Deed[] {
  const asked = new Set(answers.flatMap((answer) => ('refused' in answer ? [] : (answer.place?.id ?? []))));
  return changed
    .filter(({ place }) => !asked.has(place.id) && place.endReason !== 'substituted')
    .map(({ place, before }) => ({
      actor: { ...systemActor, regionId },
      action: place.status === 'cancelled' ? 'endOffer' : 'moveUp',
      ...{ subjectType: 'enrolment', subjectId: place.id },
      before: { status: before!.status },
      after: { status: place.status, sessionId },
    }));
}

function deedOf(request: SeatRequest, place: Place | null, session: LockedSession): Deed {
  const { actor, kind: action } = request;
  const onSession = { actor, action, subjectType: 'session', subjectId: session.id } as const;
  if (request.kind === 'resize')
    return { ...onSession, before: seatsOf(session), after: { ...request.seats } };
  // What a guest is called stays out of a trail from which nothing can be erased; so do the reasons below.
  if (request.kind === 'addGuest' || request.kind === 'removeGuest')
    return { ...onSession, after: { guestId: request.guestId } };
  const { id, status: outcome, aboveCapacity, walkIn, stillCharged, entryOverrideReason } = place!;
  return {
    ...{ actor, action, subjectType: 'enrolment', subjectId: id },
    ...(request.kind === 'substitute' && { before: { enrolmentId: request.enrolmentId } }),
    ...(request.kind === 'transferIn' && { before: { enrolmentId: request.from.id } }),
    after: {
      ...{ sessionId: session.id, outcome },
      ...(request.kind === 'giveSeat' && { aboveCapacity, walkIn }),
      ...(entryOverrideReason !== null && { entryLevelOverridden: true }),
      ...(stillCharged && { stillCharged }),
      // Whoever decides by mail for an organisation has no account to name.
      ...((action === 'approve' || action === 'reject') &&
        actor.role === 'system' && { decidedBy: 'organisation' }),
    },
  };
}

function seatsOf({
  capacity,
  minimum,
  overbookingPercentage,
  releaseOn,
  waitingListMode,
  offerHours,
  enrolUntil,
  cancelUntil,
  chargesLateCancellation,
  organisationId,
  quotas,
  functionQuotas,
  organisationQuotas,
}: LockedSession) {
  return {
    ...{ capacity, minimum, overbookingPercentage, releaseOn, waitingListMode, offerHours },
    ...{ enrolUntil, cancelUntil, chargesLateCancellation, organisationId },
    ...{ quotas, functionQuotas, organisationQuotas },
  };
}

import type { Tx } from '../platform/database/database.js';
import type { Guest, Place } from './seat-deed.rules.js';

const PLACES = `
  select e.id, e.professional_id "professionalId", e.municipality_id "municipalityId", p.function_id "functionId",
    p.organisation_id "organisationId", m.is_member "ofMember", e.status, e.waiting_number "waitingNumber",
    e.first_waiting_position "firstWaitingPosition", e.enrolled_at "enrolledAt", e.confirmed_at "confirmedAt",
    e.cancelled_at "cancelledAt", e.end_reason "endReason", e.cancel_reason "cancelReason",
    e.still_charged "stillCharged", e.offer_expires_at "offerExpiresAt", e.above_capacity "aboveCapacity",
    e.walk_in "walkIn", e.entry_override_reason "entryOverrideReason", e.transferred_from "transferredFrom"
  from enrolment e
  join professional p on p.id = e.professional_id
  join municipality m on m.id = e.municipality_id
  where e.session_id = $1 and e.status <> 'cancelled' order by e.waiting_number, e.id`;

/** Who has, waits for or asks a seat in a session, in the order of arrival; as the system, which sees all. */
export function activePlaces(tx: Tx, sessionId: string): Promise<Place[]> {
  return tx.query<Place[]>(PLACES, [sessionId]);
}

export function guestsOf(tx: Tx, sessionId: string): Promise<Guest[]> {
  return tx.query<Guest[]>(
    'select id, above_capacity "aboveCapacity" from session_guest where session_id = $1 order by id',
    [sessionId],
  );
}

import type { Tx } from '../platform/database/database.js';
import { queryPrepared } from '../platform/database/query-prepared.js';
import type { Place, SessionPlaces } from './seat-deed.rules.js';

const MOMENTS = ['enrolledAt', 'confirmedAt', 'cancelledAt', 'offerExpiresAt'] as const;

// Asked about, or not settled yet: what a turn may change.
const MAY_CHANGE = `($3::uuid[] is null or e.status <> 'confirmed' or e.professional_id = any($2) or e.id = any($3))`;
const PLACES = `
  with place as (
    select e.id, e.professional_id "professionalId", e.municipality_id "municipalityId", p.function_id "functionId",
      p.organisation_id "organisationId", m.is_member "ofMember", e.status, e.waiting_number "waitingNumber",
      e.first_waiting_position "firstWaitingPosition", e.enrolled_at "enrolledAt", e.confirmed_at "confirmedAt",
      e.cancelled_at "cancelledAt", e.end_reason "endReason", e.cancel_reason "cancelReason",
      e.still_charged "stillCharged", e.offer_expires_at "offerExpiresAt", e.above_capacity "aboveCapacity",
      e.walk_in "walkIn", e.entry_override_reason "entryOverrideReason", e.transferred_from "transferredFrom"
    from enrolment e
    join professional p on p.id = e.professional_id
    join municipality m on m.id = e.municipality_id
    where e.session_id = $1 and e.status <> 'cancelled' and ${MAY_CHANGE}
  ), other as (
    select e.municipality_id "municipalityId", p.function_id "functionId", p.organisation_id "organisationId",
      count(*) count, count(*) filter (where e.above_capacity) "aboveCapacity"
    from enrolment e join professional p on p.id = e.professional_id
    where e.session_id = $1 and e.status = 'confirmed' and not ${MAY_CHANGE} group by 1, 2, 3
  )
  select
    (select json_agg(place order by "waitingNumber", id) from place) places,
    (select json_agg(other) from other) others,
    (select json_agg(json_build_object('id', id, 'aboveCapacity', above_capacity) order by id)
      from session_guest where session_id = $1) guests`;

/**
 * Who has, waits for or asks a seat in a session; as the system, which sees all. Of those with a seat, only the people
 * and enrolments that are asked about come one by one, or everyone where `enrolmentIds` is null: a rush for a large
 * session need not read all of it in each turn.
 */
export async function placesOf(
  tx: Tx,
  sessionId: string,
  professionalIds: readonly string[],
  enrolmentIds: readonly string[] | null,
): Promise<SessionPlaces> {
  const [found] = await queryPrepared<{ [Part in keyof SessionPlaces]: SessionPlaces[Part] | null }[]>(
    tx,
    PLACES,
    [sessionId, professionalIds, enrolmentIds],
  );
  const { places, others, guests } = found!;
  return { places: (places ?? []).map(withMoments), others: others ?? [], guests: guests ?? [] };
}

/** JSON knows no moments, only their text. */
function withMoments(place: Place): Place {
  const moments = MOMENTS.map((name) => [name, place[name] === null ? null : new Date(place[name])] as const);
  return { ...place, ...Object.fromEntries(moments) };
}

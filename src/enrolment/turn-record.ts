import type { Tx } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { updateRows } from '../platform/database/update-rows.js';
import type { Guest, Place } from './seat-deed.rules.js';
import type { SeatRequest } from './seat-request.js';

interface Session {
  readonly id: string;
  readonly regionId: string;
}

/**
 * Writes down what became of enrolments, set by set: first those that were there, so that a seat that ended is out of
 * the way of one that comes instead of it.
 */
export async function writePlaces(
  tx: Tx,
  session: Session,
  changed: readonly { readonly place: Place; readonly before: Place | null }[],
): Promise<void> {
  const rows = (isNew: boolean) =>
    changed.filter(({ before }) => (before === null) === isNew).map(({ place }) => rowOf(place, session));
  await updateRows(tx, 'enrolment', rows(false));
  await insertRows(tx, 'enrolment', rows(true));
}

/** Writes down who came and went as a guest; what they are called stands in the requests. */
export async function writeGuests(
  tx: Tx,
  session: Session,
  { added, removed }: { readonly added: readonly Guest[]; readonly removed: readonly string[] },
  requests: readonly SeatRequest[],
  now: Date,
): Promise<void> {
  const named = new Map(requests.flatMap((each) => (each.kind === 'addGuest' ? [[each.guestId, each]] : [])));
  await insertRows(
    tx,
    'session_guest',
    added.map(({ id, aboveCapacity }) => {
      const { name, organisation } = named.get(id)!;
      return {
        ...{ id, region_id: session.regionId, session_id: session.id, name, organisation },
        ...{ above_capacity: aboveCapacity, added_at: now },
      };
    }),
  );
  if (removed.length > 0) await tx.query('delete from session_guest where id = any($1)', [removed]);
}

function rowOf(place: Place, { id: sessionId, regionId }: Session) {
  return {
    id: place.id,
    region_id: regionId,
    session_id: sessionId,
    professional_id: place.professionalId,
    municipality_id: place.municipalityId,
    status: place.status,
    waiting_number: place.waitingNumber,
    first_waiting_position: place.firstWaitingPosition,
    enrolled_at: place.enrolledAt,
    confirmed_at: place.confirmedAt,
    cancelled_at: place.cancelledAt,
    end_reason: place.endReason,
    cancel_reason: place.cancelReason,
    still_charged: place.stillCharged,
    offer_expires_at: place.offerExpiresAt,
    above_capacity: place.aboveCapacity,
    walk_in: place.walkIn,
    entry_override_reason: place.entryOverrideReason,
    transferred_from: place.transferredFrom,
  };
}

import type { Tx } from '../platform/database/database.js';
import { localDateOf } from '../shared/local-date.js';
import { freeSeats, type DaySeats, type FreeSeats } from './waves.rules.js';

interface Row {
  readonly sessionId: string;
  readonly capacity: number;
  readonly held: Readonly<Record<string, number>> | null;
  readonly taken: DaySeats['taken'] | null;
  readonly guests: number;
}

const SEATS = `
  select s.id "sessionId", s.capacity + s.capacity * s.overbooking_percentage / 100 capacity,
    case when s.release_on > $2 then (
      select json_object_agg(coalesce(q.municipality_id, q.function_id, q.organisation_id), q.seats)
      from seat_quota q where q.session_id = s.id) end held,
    (select json_agg(json_build_object('holders', array[municipality_id, function_id, organisation_id], 'count', people))
     from (select e.municipality_id, p.function_id, p.organisation_id, count(*) people
       from enrolment e join professional p on p.id = e.professional_id
       where e.session_id = s.id and e.status in ('confirmed', 'offered') group by 1, 2, 3) seated) taken,
    (select count(*)::int from session_guest g where g.session_id = s.id) guests
  from session s where s.id = any($1)`;

/**
 * The seats of each of these days that are free now. The transaction must see everyone's places: that of a coordinator,
 * or of the system.
 */
export async function freeSeatsPerDay(
  tx: Tx,
  sessionIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, FreeSeats>> {
  const rows = await tx.query<Row[]>(SEATS, [sessionIds, localDateOf(now)]);
  return new Map(
    rows.map(({ sessionId, capacity, held, taken, guests }) => [
      sessionId,
      freeSeats({
        capacity,
        held: new Map(Object.entries(held ?? {})),
        taken: [...(taken ?? []), { holders: [], count: guests }],
      }),
    ]),
  );
}

import type { Tx } from '../platform/database/database.js';
import type { Booking } from './clash.rules.js';

/** What must be free, and when. */
export interface BookingsAsked {
  readonly regionId: string;
  readonly from: Date;
  readonly until: Date;
  readonly roomIds: readonly string[];
  readonly trainerIds: readonly string[];
  /** The session that is moved: its own parts do not count, and what its participants do elsewhere does. */
  readonly sessionId: string | null;
}

const BOOKINGS = `
  select s.id "sessionId", c.title course, p.local_date::text date, left(p.start_time::text, 5) "startTime",
    left(p.end_time::text, 5) "endTime", p.starts_at "startsAt", p.ends_at "endsAt", p.room_id "roomId",
    r.venue_id "venueId", t.trainers, w.people
  from session s
  join course c on c.id = s.course_id
  join session_part p on p.session_id = s.id
  left join room r on r.id = p.room_id
  cross join lateral (
    select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name), '[]') trainers,
      coalesce(bool_or(t.id = any($5)), false) wanted
    from session_part_trainer pt join trainer t on t.id = pt.trainer_id where pt.part_id = p.id) t
  cross join lateral (
    select coalesce(array_agg(f.name order by f.name), '{}') people
    from enrolment e
    join enrolment own on own.professional_id = e.professional_id and own.session_id = $6 and own.status = 'confirmed'
    join professional f on f.id = e.professional_id
    where e.session_id = s.id and e.status = 'confirmed') w
  where s.region_id = $1 and not p.called_off and s.id is distinct from $6::uuid
    and p.starts_at < $3 and p.ends_at > $2
    and (p.room_id = any($4) or t.wanted or w.people <> '{}')
  order by p.starts_at, p.id`;

/** The parts of other sessions that take the rooms, the trainers or the participants that are asked about. */
export function bookings(tx: Tx, asked: BookingsAsked): Promise<Booking[]> {
  const { regionId, from, until, roomIds, trainerIds, sessionId } = asked;
  return tx.query<Booking[]>(BOOKINGS, [regionId, from, until, roomIds, trainerIds, sessionId]);
}

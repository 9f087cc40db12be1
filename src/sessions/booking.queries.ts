import type { Tx } from '../platform/database/database.js';
import type { Booking, Taken } from './clash.rules.js';
import type { TrainerTimes } from './trainers/trainer-times.rules.js';

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

// Only coordinators and the trainer see hours and absences; to nobody else is anything planned.
const TIMES = `
  select t.id, t.name,
    (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'startTime', left(h.start_time::text, 5),
      'endTime', left(h.end_time::text, 5))), '[]') from trainer_hours h where h.trainer_id = t.id) hours,
    (select coalesce(json_agg(json_build_object('firstDate', a.first_date, 'startTime', left(a.start_time::text, 5),
      'lastDate', a.last_date, 'endTime', left(a.end_time::text, 5)) order by lower(a.during)), '[]')
      from trainer_absence a where a.trainer_id = t.id and a.during && tstzrange($2, $3)) absences
  from trainer t where t.id = any($1) order by t.name, t.id`;

/** What keeps the rooms, the trainers or the participants that are asked about from being free. */
export async function taken(tx: Tx, asked: BookingsAsked): Promise<Taken> {
  const { regionId, from, until, roomIds, trainerIds, sessionId } = asked;
  return {
    bookings: await tx.query<Booking[]>(BOOKINGS, [regionId, from, until, roomIds, trainerIds, sessionId]),
    trainers: await tx.query<TrainerTimes[]>(TIMES, [trainerIds, from, until]),
  };
}

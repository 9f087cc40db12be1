import type { Tx } from '../platform/database/database.js';
import type { Place } from '../sessions/place.rules.js';
import type { SessionStatus } from '../sessions/session-life.rules.js';
import { ENROLMENT_ENDS_AT } from '../sessions/session-terms.queries.js';

/** One part of a session as people put it in their calendars; date and times are local ('YYYY-MM-DD', 'HH:MM'). */
export interface AppointmentPart {
  readonly ordinal: number;
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
  /** Null for a part that is on line. */
  readonly place: AppointmentPlace | null;
  /** Where a part that is on line is followed: only for the eyes of those who come. Null also where the actor may not see it. */
  readonly joiningLink: string | null;
  readonly trainers: readonly string[];
}

interface AppointmentPlace extends Place {
  readonly accessibility: string;
  readonly route: string | null;
}

/** A session as those who come need to know it: what, when, where and by whom; its parts in order of time. */
export interface Appointment {
  readonly sessionId: string;
  readonly courseTitle: string;
  readonly status: SessionStatus;
  /** Rises with each change that calendars must hear of. */
  readonly sequence: number;
  readonly firstStartsAt: Date;
  readonly lastEndsAt: Date;
  /** From this instant on nobody enrols or moves up any more. */
  readonly enrolmentEndsAt: Date;
  readonly parts: readonly AppointmentPart[];
  /** Whether those who enrol are asked for wishes. */
  readonly asksWishes: boolean;
}

const APPOINTMENTS = `
  select s.id "sessionId", c.title "courseTitle", s.status, s.calendar_sequence sequence,
    s.asks_dietary or s.asks_accessibility "asksWishes", min(p.starts_at) "firstStartsAt", max(p.ends_at) "lastEndsAt", ${ENROLMENT_ENDS_AT} "enrolmentEndsAt",
    json_agg(json_build_object(
      'ordinal', p.ordinal, 'date', p.local_date, 'startTime', left(p.start_time::text, 5),
      'endTime', left(p.end_time::text, 5), 'joiningLink', l.url,
      'place', case when r.id is not null then json_build_object('venue', v.name, 'room', r.name, 'address', v.address,
        'town', m.name, 'accessibility', r.accessibility, 'route', v.route) end,
      'trainers', (select coalesce(json_agg(t.name order by t.name), '[]') from session_part_trainer pt
        join trainer t on t.id = pt.trainer_id where pt.part_id = p.id)
    ) order by p.starts_at) parts
  from session s
  join course c on c.id = s.course_id
  join session_part p on p.session_id = s.id
  left join room r on r.id = p.room_id
  left join venue v on v.id = r.venue_id
  left join municipality m on m.id = v.municipality_id
  left join joining_link l on l.part_id = p.id
  where s.id = any($1)
  group by s.id, c.id`;

/** These sessions by id, as far as the transaction's actor may see them. */
export async function appointments(
  tx: Tx,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, Appointment>> {
  const rows = await tx.query<Appointment[]>(APPOINTMENTS, [sessionIds]);
  return new Map(rows.map((row) => [row.sessionId, row]));
}

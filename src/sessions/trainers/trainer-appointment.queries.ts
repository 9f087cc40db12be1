import type { Tx } from '../../platform/database/database.js';
import type { Locale } from '../../shared/locale.js';
import type { Place } from '../place.rules.js';
import type { SessionStatus } from '../session-life.rules.js';

/** A part that a trainer gives, as it goes into a calendar; date and times are local. */
export interface TrainerPart {
  readonly ordinal: number;
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
  /** Null for a part that is on line. */
  readonly place: Place | null;
  readonly joiningLink: string | null;
}

/** A session as one of its trainers needs to know it. */
export interface TrainerAppointment {
  readonly sessionId: string;
  readonly regionId: string;
  readonly courseTitle: string;
  readonly status: SessionStatus;
  /** Rises with each change that calendars must hear of. */
  readonly sequence: number;
  readonly partCount: number;
  readonly trainerId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  /** Whether a mail with the appointment went to this trainer before. */
  readonly told: boolean;
  readonly parts: readonly TrainerPart[];
  /** The ordinals of the other parts that this trainer gives. */
  readonly otherOrdinals: readonly number[];
}

/** The mails with which a trainer has the appointment have keys that begin with this. */
export const appointmentKeyOf = (sessionId: string, trainerId: string): string =>
  `trainer.appointment:${sessionId}:${trainerId}:`;

const APPOINTMENTS = `
  select s.id "sessionId", s.region_id "regionId", c.title "courseTitle", s.status, s.calendar_sequence sequence,
    (select count(*)::int from session_part o where o.session_id = s.id) "partCount",
    t.id "trainerId", t.name, t.email, coalesce((select a.locale from account a where a.trainer_id = t.id
      order by a.closed_at nulls first limit 1), 'nl') locale,
    exists (select from message m where m.session_id = s.id
      and starts_with(m.key, 'trainer.appointment:' || s.id || ':' || t.id || ':')) told,
    array(select o.ordinal from session_part o join session_part_trainer b on b.part_id = o.id and b.trainer_id = t.id
      where o.session_id = s.id and o.id <> all(array_agg(p.id)) order by o.ordinal) "otherOrdinals",
    json_agg(json_build_object('ordinal', p.ordinal, 'date', p.local_date, 'startTime', left(p.start_time::text, 5),
      'endTime', left(p.end_time::text, 5), 'joiningLink', l.url,
      'place', case when r.id is not null then json_build_object('venue', v.name, 'room', r.name, 'address', v.address,
        'town', m.name) end) order by p.starts_at) parts
  from session s
  join course c on c.id = s.course_id
  join session_part p on p.session_id = s.id
  join trainer t on t.region_id = s.region_id
  left join room r on r.id = p.room_id
  left join venue v on v.id = r.venue_id
  left join municipality m on m.id = v.municipality_id
  left join joining_link l on l.part_id = p.id`;
const GIVES = 'exists (select from session_part_trainer b where b.part_id = p.id and b.trainer_id = t.id)';
const GROUPED = 'group by s.id, c.id, t.id order by t.name, t.id';

/** Of everyone who gives a part of this session, with all the parts that they give. */
export function trainerAppointments(tx: Tx, sessionId: string): Promise<TrainerAppointment[]> {
  return tx.query<TrainerAppointment[]>(`${APPOINTMENTS} where s.id = $1 and ${GIVES} ${GROUPED}`, [
    sessionId,
  ]);
}

/** Of a trainer who does not give this part any more, with that part only; null when they do give it. */
export async function leftAppointment(
  tx: Tx,
  partId: string,
  trainerId: string,
): Promise<TrainerAppointment | null> {
  const rows = await tx.query<TrainerAppointment[]>(
    `${APPOINTMENTS} where p.id = $1 and t.id = $2 and not ${GIVES} ${GROUPED}`,
    [partId, trainerId],
  );
  return rows[0] ?? null;
}

/** The trainers of a part, by id. */
export async function trainersOfPart(tx: Tx, partId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    'select trainer_id id from session_part_trainer where part_id = $1',
    [partId],
  );
  return rows.map(({ id }) => id);
}

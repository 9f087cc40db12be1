import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { ENROLMENT_ENDS_AT } from '../sessions/session-terms.queries.js';
import { appointments, type Appointment } from './appointment.queries.js';

/** Another session of the same course, with how full it is. */
export interface OtherRun {
  readonly appointment: Appointment;
  readonly capacity: number;
  readonly seatsTaken: number;
  readonly waitingCount: number;
}

/** More dates than this are not offered at once; the first ones come first. */
const MOST_RUNS = 50;

@Injectable()
export class TransferQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The other sessions of the course that take enrolments at `now`, the first one first. */
  otherRuns(actor: Actor, sessionId: string, now: Date): Promise<OtherRun[]> {
    return this.db.read(actor, async (tx) => {
      const rows = await tx.query<(Omit<OtherRun, 'appointment'> & { id: string })[]>(
        `select s.id, s.capacity, s.seats_taken "seatsTaken", s.waiting_count "waitingCount"
         from session s join session_part p on p.session_id = s.id
         where s.course_id = (select course_id from session where id = $1) and s.id <> $1
           and s.status in ('open', 'confirmed')
         group by s.id having ${ENROLMENT_ENDS_AT} > $2 order by min(p.starts_at), s.id limit ${MOST_RUNS}`,
        [sessionId, now],
      );
      const found = await appointments(
        tx,
        rows.map(({ id }) => id),
      );
      return rows.map(({ id, ...run }) => ({ ...run, appointment: found.get(id)! }));
    });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { Tx } from '../platform/database/database.js';
import type { CalendarReply } from '../platform/files/calendar-reply.rules.js';
import { appointmentWith } from './appointment-uid.rules.js';

/** What people answer in their calendars to the appointments they got. */
@Injectable()
export class AppointmentAnswers {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Writes down an answer that came to the address with this token, when it is by who has the seat and newer than what
   * they answered before. Everything else changes nothing. The seat stays what it is.
   */
  async record(tx: Tx, token: string, reply: CalendarReply): Promise<void> {
    const appointment = appointmentWith(reply.uid, this.config.publicUrl);
    if (!appointment) return;
    const now = this.clock.now();
    // A clock that is ahead must not keep later answers out.
    const answeredAt = reply.stampedAt && reply.stampedAt < now ? reply.stampedAt : now;
    await tx.query(
      `insert into appointment_answer as known (enrolment_id, ordinal, region_id, municipality_id, answer, sequence, answered_at)
       select e.id, part.ordinal, e.region_id, e.municipality_id, $5, $6, $7
       from enrolment e join session_part part on part.session_id = e.session_id and part.ordinal = $2
       join session s on s.id = e.session_id join professional p on p.id = e.professional_id
       where e.id = $1 and e.answer_token = $3 and e.status = 'confirmed' and lower(p.email) = $4
         and s.calendar_sequence >= $6
       on conflict (enrolment_id, ordinal) do update
         set answer = excluded.answer, sequence = excluded.sequence, answered_at = excluded.answered_at
         where (excluded.sequence, excluded.answered_at) > (known.sequence, known.answered_at)`,
      [
        ...[appointment.enrolmentId, appointment.ordinal, token],
        ...[reply.attendee, reply.answer, reply.sequence, answeredAt],
      ],
    );
  }
}

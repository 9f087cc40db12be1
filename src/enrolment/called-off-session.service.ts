import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { systemActor } from '../shared/actor.js';
import { Audit, type Deed } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { SessionService } from '../sessions/session.service.js';
import { appointments } from './appointment.queries.js';
import { ContactMail } from './contact-mail.service.js';
import { EnrolmentMail } from './enrolment-mail.service.js';
import { Enrolment } from './enrolment.entity.js';
import { activeParticipants } from './participant.queries.js';

@Injectable()
export class CalledOffSession {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(EnrolmentMail) private readonly mail: EnrolmentMail,
    @Inject(ContactMail) private readonly contacts: ContactMail,
  ) {}

  /**
   * Ends every enrolment of a session that was called off and tells those people: all of it or nothing. It does not
   * publish each cancellation, whose mail would say that the person withdrew.
   */
  async endEnrolments(sessionId: string): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const session = await this.sessions.lock(tx, sessionId);
      if (session.status !== 'cancelled') return;
      const appointment = (await appointments(tx, [sessionId])).get(sessionId)!;
      const people = await activeParticipants(tx, sessionId);
      for (const who of people) await this.mail.postCalledOff(tx, who, appointment);
      await this.contacts.postCalledOff(tx, sessionId);
      const ids = people.map(({ enrolmentId }) => enrolmentId);
      const ended = {
        status: 'cancelled',
        cancelledAt: this.clock.now(),
        endReason: 'called-off',
        offerExpiresAt: null,
      } as const;
      await tx.update(Enrolment, { id: In(ids) }, ended);
      const { lastWaitingNumber } = session;
      const [guests] = await tx.query<{ count: number; above: number }[]>(
        `select count(*)::int count, count(*) filter (where above_capacity)::int above
         from session_guest where session_id = $1`,
        [sessionId],
      );
      await this.sessions.countSeats(tx, sessionId, {
        // Guests stay on the list, so that the coordinator can tell them.
        seatsTaken: guests!.count,
        seatsAboveCapacity: guests!.above,
        waitingCount: 0,
        lastWaitingNumber,
      });
      await this.audit.record(
        tx,
        ...people.map(({ enrolmentId, regionId, status }): Deed => ({
          actor: { ...systemActor, regionId },
          action: 'endForCalledOffSession',
          subjectType: 'enrolment',
          subjectId: enrolmentId,
          before: { status },
          after: { status: 'cancelled', sessionId },
        })),
      );
    });
  }
}

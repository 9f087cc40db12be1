import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { systemActor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { appointments, type Appointment } from './appointment.queries.js';
import type { EnrolmentStatus } from './enrolment-status.rules.js';
import { FREE_CANCELLATION_ENDS_AT } from '../sessions/session-terms.queries.js';
import { waitingPositions } from './waiting.queries.js';

/** An own enrolment, as the professional's list shows it. */
export interface OwnEnrolment {
  readonly id: string;
  readonly status: EnrolmentStatus;
  readonly certificateNumber: string | null;
  /** Whether the certificate waits for a follow-up day. */
  readonly awaitsFollowUp: boolean;
  readonly waitingPosition: number | null;
  /** Whether the session asks those who come for wishes. */
  readonly asksWishes: boolean;
  readonly appointment: Appointment;
}

/** One enrolment with whose it is and what it is for. */
export interface EnrolmentSummary {
  readonly id: string;
  readonly status: EnrolmentStatus;
  readonly professionalId: string;
  readonly professionalName: string;
  readonly waitingPosition: number | null;
  /** Until when an offered seat can be accepted; null for who has no offer. */
  readonly offerExpiresAt: Date | null;
  /** From this instant on a seat is given up with a reason only. */
  readonly freeCancellationEndsAt: Date;
  /** Came in after the session had begun. */
  readonly walkIn: boolean;
  /** Whether the municipality still pays for a seat that is given up later than that. */
  readonly chargesLateCancellation: boolean;
  readonly appointment: Appointment;
}

type OwnRow = Omit<OwnEnrolment, 'waitingPosition' | 'appointment'> & { sessionId: string };
type SummaryRow = Omit<EnrolmentSummary, 'waitingPosition' | 'appointment'> & { sessionId: string };

@Injectable()
export class EnrolmentQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The professional's own enrolments, by the moment their session begins. */
  async own(actor: Actor): Promise<OwnEnrolment[]> {
    const { rows, sessions } = await this.db.read(actor, async (tx) => {
      const found = await tx.query<OwnRow[]>(
        `select e.id, e.session_id "sessionId", e.status, s.asks_dietary or s.asks_accessibility "asksWishes",
           (select k.number from certificate k where k.enrolment_id = e.id and k.revoked_at is null) "certificateNumber",
           exists (select from certificate_wait w where w.enrolment_id = e.id) "awaitsFollowUp"
         from enrolment e join session s on s.id = e.session_id where e.professional_id = $1
         order by (select min(p.starts_at) from session_part p where p.session_id = e.session_id), e.id`,
        [actor.professionalId],
      );
      const sessionIds = found.map(({ sessionId }) => sessionId);
      return { rows: found, sessions: await appointments(tx, sessionIds) };
    });
    const positions = await this.positions(rows.map(({ id }) => id));
    return rows.map(({ sessionId, ...row }) => ({
      ...row,
      waitingPosition: positions.get(row.id) ?? null,
      appointment: sessions.get(sessionId)!,
    }));
  }

  /** @throws DomainError 'not-found', also when the actor may not see this enrolment */
  async summary(actor: Actor, enrolmentId: string): Promise<EnrolmentSummary> {
    const found = await this.db.read(actor, async (tx) => {
      const [row] = await tx.query<SummaryRow[]>(
        `select e.id, e.status, e.session_id "sessionId", p.id "professionalId", p.name "professionalName",
           e.offer_expires_at "offerExpiresAt", e.walk_in "walkIn", s.charges_late_cancellation "chargesLateCancellation",
           (select ${FREE_CANCELLATION_ENDS_AT} from session_part p where p.session_id = s.id) "freeCancellationEndsAt"
         from enrolment e join professional p on p.id = e.professional_id join session s on s.id = e.session_id
         where e.id = $1`,
        [enrolmentId],
      );
      if (!row) return null;
      const { sessionId, ...summary } = row;
      return { ...summary, appointment: (await appointments(tx, [sessionId])).get(sessionId)! };
    });
    if (!found) throw new DomainError('not-found');
    return { ...found, waitingPosition: await this.waitingPosition(enrolmentId) };
  }

  /** The place of an enrolment in its waiting list (1 is next); null when it does not wait. */
  async waitingPosition(enrolmentId: string): Promise<number | null> {
    return (await this.positions([enrolmentId])).get(enrolmentId) ?? null;
  }

  /** Places in their waiting lists of those of these enrolments that wait. */
  positions(enrolmentIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    // A place counts people whom the actor may not see, so the system asks; it tells only the number.
    return this.db.read(systemActor, (tx) => waitingPositions(tx, enrolmentIds));
  }
}

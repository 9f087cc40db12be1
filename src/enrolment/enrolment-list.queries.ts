import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { EnrolmentStatus } from './enrolment-status.rules.js';
import { ANSWERS, type PartAnswer, type Slice } from './roster.queries.js';

/** An enrolment as other systems see it. */
export interface EnrolmentRow {
  readonly id: string;
  readonly sessionId: string;
  readonly professionalId: string;
  readonly professionalName: string;
  readonly municipalityId: string;
  readonly status: EnrolmentStatus;
  readonly enrolledAt: Date;
  readonly confirmedAt: Date | null;
  readonly cancelledAt: Date | null;
  /** Whether the certificate waits for a follow-up day, as far as the actor may see certificates. */
  readonly awaitsFollowUp: boolean;
  readonly calendarAnswers: readonly PartAnswer[];
}

interface Filter {
  readonly sessionId: string | null;
  readonly status: EnrolmentStatus | null;
  readonly q: string | null;
}

const FILTERED = `
  from enrolment e join professional p on p.id = e.professional_id join session s on s.id = e.session_id
  where ($1::uuid is null or e.session_id = $1) and ($2::text is null or e.status = $2)
    and ($3::text is null or position(lower($3) in lower(p.name)) > 0)`;

@Injectable()
export class EnrolmentListQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /**
   * One page of the enrolments that the actor may see, in the order in which they were made.
   * @throws DomainError 'not-found' for a session that the actor may not see
   */
  async list(actor: Actor, { sessionId, status, q }: Filter, { limit, offset }: Slice) {
    return this.db.read(actor, async (tx) => {
      if (sessionId !== null) {
        const [session] = await tx.query<object[]>('select from session where id = $1', [sessionId]);
        if (!session) throw new DomainError('not-found');
      }
      const filter = [sessionId, status, q];
      const [counted] = await tx.query<{ total: number }[]>(`select count(*)::int total ${FILTERED}`, filter);
      const rows = await tx.query<EnrolmentRow[]>(
        `select e.id, e.session_id "sessionId", e.professional_id "professionalId", p.name "professionalName",
           e.municipality_id "municipalityId", e.status, e.enrolled_at "enrolledAt", e.confirmed_at "confirmedAt",
           e.cancelled_at "cancelledAt",
           exists (select from certificate_wait w where w.enrolment_id = e.id) "awaitsFollowUp", ${ANSWERS} "calendarAnswers" ${FILTERED} order by e.id limit $4 offset $5`,
        [...filter, limit, offset],
      );
      return { total: counted!.total, rows };
    });
  }
}

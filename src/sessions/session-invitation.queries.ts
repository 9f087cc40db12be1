import { Inject, Injectable } from '@nestjs/common';
import { INVITEES } from '../demand/asked.queries.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';

/** Who was asked to enrol in a session, and who will be when it opens. */
export interface Invitations {
  /** People who ask for the course, and could be invited when it opens; null once it has been opened. */
  readonly asking: number | null;
  /** Whether they will be. */
  readonly answersDemand: boolean;
  readonly invited: number;
  /** Of those invited, who has a seat. */
  readonly seated: number;
}

@Injectable()
export class SessionInvitationQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async ofSession(actor: Actor, sessionId: string): Promise<Invitations> {
    const now = this.clock.now();
    const [found] = await this.db.read(actor, (tx) =>
      tx.query<Invitations[]>(
        `select case when s.status = 'draft' then (select count(*)::int ${INVITEES('s.course_id', '$2', '$3')}) end asking,
           exists (select from demand_answer d where d.session_id = s.id) "answersDemand",
           (select count(*)::int from session_invitation i where i.session_id = s.id) invited,
           (select count(*)::int from session_invitation i join enrolment e on e.session_id = i.session_id
             and e.professional_id = i.professional_id and e.status = 'confirmed' where i.session_id = s.id) seated
         from session s where s.id = $1`,
        [sessionId, now, localDateOf(now)],
      ),
    );
    return found!;
  }
}

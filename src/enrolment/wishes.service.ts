import { Inject, Injectable } from '@nestjs/common';
import { systemActor, type Actor } from '../shared/actor.js';
import { Audit, type Deed } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { SessionService } from '../sessions/session.service.js';
import { EnrolmentWish } from './wish.entity.js';
import { heldEnrolment } from './wishes.queries.js';
import { hasWishes, onlyAsked, type AskedWishes, type Wishes } from './wishes.rules.js';

/** Dietary and accessibility wishes. They tell of someone's health: the trail says that they changed, never what they are. */
@Injectable()
export class EnrolmentWishes {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(SessionService) private readonly sessions: SessionService,
  ) {}

  /**
   * Keeps what someone wishes, as far as the session asks for it, in place of what was there; nothing takes it away.
   * @throws DomainError 'not-found', also for another's enrolment; 'enrolment-already-cancelled' or 'wishes-too-late'
   */
  async write(actor: Actor, enrolmentId: string, wishes: Wishes): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const held = await heldEnrolment(tx, enrolmentId);
      if (!held || held.professionalId !== actor.professionalId) throw new DomainError('not-found');
      if (held.status === 'cancelled') throw new DomainError('enrolment-already-cancelled');
      if (this.clock.now() >= held.firstStartsAt) throw new DomainError('wishes-too-late');
      const kept = onlyAsked(wishes, held);
      if (hasWishes(kept)) await tx.upsert(EnrolmentWish, { enrolmentId, ...kept }, ['enrolmentId']);
      else await tx.delete(EnrolmentWish, { enrolmentId });
      await this.audit.record(tx, {
        ...{ actor, action: 'writeWishes', subjectType: 'enrolment', subjectId: enrolmentId },
      });
    });
  }

  /**
   * Sets which wishes a session asks for; what is asked no more is deleted.
   * @throws DomainError 'not-found', or 'session-not-in-this-state' once it is closed or called off
   */
  async ask(actor: Actor, sessionId: string, asked: AskedWishes): Promise<void> {
    // A coordinator may see wishes, not change them.
    await this.db.transaction(systemActor, async (tx) => {
      const session = await this.sessions.lock(tx, sessionId);
      if (session.regionId !== actor.regionId) throw new DomainError('not-found');
      if (session.status === 'closed' || session.status === 'cancelled')
        throw new DomainError('session-not-in-this-state');
      await this.sessions.askWishes(tx, sessionId, asked);
      const params = [sessionId, asked.asksDietary, asked.asksAccessibility];
      await tx.query(
        `delete from enrolment_wish w using enrolment e where e.id = w.enrolment_id and e.session_id = $1
           and not ($2 and w.dietary is not null) and not ($3 and w.accessibility is not null)`,
        params,
      );
      await tx.query(
        `update enrolment_wish w set dietary = case when $2 then w.dietary end,
           accessibility = case when $3 then w.accessibility end
         from enrolment e where e.id = w.enrolment_id and e.session_id = $1`,
        params,
      );
      await this.audit.record(tx, {
        ...{ actor, action: 'askWishes', subjectType: 'session', subjectId: sessionId, after: { ...asked } },
      });
    });
  }

  /** Deletes the wishes for sessions that ended so many days ago as the region keeps them. */
  async forgetOld(): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const forgotten = await tx.query<{ sessionId: string; regionId: string; count: number }[]>(
        `with gone as (
           delete from enrolment_wish w using enrolment e, session s, region r
           where e.id = w.enrolment_id and s.id = e.session_id and r.id = s.region_id
             and (select max(p.ends_at) from session_part p where p.session_id = s.id)
               <= $1::timestamptz - make_interval(days => r.wishes_kept_days)
           returning s.id, s.region_id)
         select id "sessionId", region_id "regionId", count(*)::int count from gone group by id, region_id`,
        [this.clock.now()],
      );
      await this.audit.record(
        tx,
        ...forgotten.map(({ sessionId, regionId, count }): Deed => ({
          actor: { ...systemActor, regionId },
          ...{ action: 'forgetWishes', subjectType: 'session', subjectId: sessionId, after: { count } },
        })),
      );
    });
  }
}

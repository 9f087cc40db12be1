import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { systemActor, type Actor } from '../shared/actor.js';
import { AttendanceQueries } from './attendance.queries.js';

/** Short notes about how someone took part. What they say is never in the audit trail, as that keeps everything. */
@Injectable()
export class Remarks {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(AttendanceQueries) private readonly queries: AttendanceQueries,
  ) {}

  /**
   * Writes down a remark in the place of what was there; null takes it away.
   * @throws DomainError 'not-found', also for a trainer of another session
   */
  async write(actor: Actor, enrolmentId: string, text: string | null): Promise<void> {
    await this.queries.noted(actor, enrolmentId);
    await this.db.transaction(actor, async (tx) => {
      if (text === null)
        await tx.query('delete from attendance_remark where enrolment_id = $1', [enrolmentId]);
      else
        await tx.query(
          `insert into attendance_remark (enrolment_id, text, written_at, written_by) values ($1, $2, $3, $4)
           on conflict (enrolment_id) do update set text = $2, written_at = $3, written_by = $4`,
          [enrolmentId, text, this.clock.now(), actor.accountId],
        );
      await this.audit.record(tx, {
        actor,
        action: text === null ? 'takeAwayRemark' : 'remark',
        subjectType: 'enrolment',
        subjectId: enrolmentId,
      });
    });
  }

  /** Deletes the remarks of sessions that ended as many months ago as their region keeps texts about people. */
  async forget(): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const forgotten = await tx.query<{ id: string; regionId: string; count: number }[]>(
        `with gone as (
           delete from attendance_remark a using enrolment e, session s, region r
           where e.id = a.enrolment_id and s.id = e.session_id and r.id = s.region_id
             and (select max(p.ends_at) from session_part p where p.session_id = s.id)
               <= $1::timestamptz - make_interval(months => r.reasons_kept_months)
           returning s.id, s.region_id)
         select id, region_id "regionId", count(*)::int count from gone group by id, region_id order by id`,
        [this.clock.now()],
      );
      await this.audit.record(
        tx,
        ...forgotten.map(({ id, regionId, count }) => ({
          actor: { ...systemActor, regionId },
          ...({ action: 'forgetRemarks', subjectType: 'session' } as const),
          subjectId: id,
          after: { count },
        })),
      );
    });
  }
}

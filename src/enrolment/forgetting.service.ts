import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '../shared/actor.js';
import { Audit, type Deed } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';

interface Forgotten {
  readonly id: string;
  readonly regionId: string;
  readonly count: number;
}

/** Of which sessions the last part, planned or called off, lies so many months back as the region keeps what is asked. */
const endedMonthsAgo = (months: 'reasons_kept_months' | 'guest_names_kept_months') =>
  `(select max(p.ends_at) from session_part p where p.session_id = s.id)
     <= $1::timestamptz - make_interval(months => r.${months})`;

/** Deletes texts about people that were kept long enough. That there was one stays, and so do costs, seats and admission. */
@Injectable()
export class Forgetting {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Deletes why people cancelled or came in without the level, and on what a recognition rests. */
  async forgetReasons(): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const reasons = await this.gone(
        tx,
        `update enrolment e set
           cancel_reason = null, cancel_reason_forgotten = e.cancel_reason_forgotten or e.cancel_reason is not null,
           entry_override_reason = null,
           entry_override_forgotten = e.entry_override_forgotten or e.entry_override_reason is not null
         from session s join region r on r.id = s.region_id
         where s.id = e.session_id and (e.cancel_reason is not null or e.entry_override_reason is not null)
           and ${endedMonthsAgo('reasons_kept_months')}
         returning s.id, s.region_id`,
      );
      const recognitions = await this.gone(
        tx,
        `update recognition c set basis = null from region r
         where r.id = c.region_id and c.basis is not null
           and c.recorded_at <= $1::timestamptz - make_interval(months => r.reasons_kept_months)
         returning c.id, c.region_id`,
      );
      await this.audit.record(
        tx,
        ...reasons.map((each) => deedOf('session', 'forgetReasons', each)),
        ...recognitions.map((each) => deedOf('recognition', 'forgetReasons', each)),
      );
    });
  }

  /** Deletes the names of guests; their organisations stay on the list. */
  async forgetGuestNames(): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const guests = await this.gone(
        tx,
        `update session_guest g set name = null from session s join region r on r.id = s.region_id
         where s.id = g.session_id and g.name is not null and ${endedMonthsAgo('guest_names_kept_months')}
         returning s.id, s.region_id`,
      );
      await this.audit.record(tx, ...guests.map((each) => deedOf('session', 'forgetGuestNames', each)));
    });
  }

  /** How many texts a statement deleted, per thing they belonged to. */
  private gone(tx: Tx, statement: string): Promise<Forgotten[]> {
    return tx.query<Forgotten[]>(
      `with gone as (${statement})
       select id, region_id "regionId", count(*)::int count from gone group by id, region_id order by id`,
      [this.clock.now()],
    );
  }
}

const deedOf = (
  subjectType: 'session' | 'recognition',
  action: 'forgetReasons' | 'forgetGuestNames',
  { id, regionId, count }: Forgotten,
): Deed => ({
  actor: { ...systemActor, regionId },
  ...{ action, subjectType, subjectId: id, after: { count } },
});

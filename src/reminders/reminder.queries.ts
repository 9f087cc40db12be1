import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import type { ReminderRule } from './reminder.rules.js';
import type { ReminderStatus, WithdrawnReason } from './reminder-status.rules.js';

/** A reminder as other systems see it. */
export interface ReminderRow {
  readonly id: string;
  readonly enrolmentId: string;
  /** As it is now. */
  readonly rule: ReminderRule & { readonly id: string };
  readonly dueAt: Date;
  readonly status: ReminderStatus;
  readonly withdrawnReason: WithdrawnReason | null;
}

interface Filter {
  readonly status: ReminderStatus | null;
  readonly enrolmentId: string | null;
  readonly q: string | null;
}

const FILTERED = `
  from reminder r
  join reminder_rule rule on rule.id = r.rule_id
  join enrolment e on e.id = r.enrolment_id
  join professional p on p.id = e.professional_id
  where ($1::text is null or r.status = $1) and ($2::uuid is null or r.enrolment_id = $2)
    and ($3::text is null or position(lower($3) in lower(p.name)) > 0)`;

@Injectable()
export class ReminderQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** One page of the reminders that the actor may see, the first due first. */
  list(
    actor: Actor,
    { status, enrolmentId, q }: Filter,
    { limit, offset }: { limit: number; offset: number },
  ) {
    return this.db.read(actor, async (tx) => {
      const filter = [status, enrolmentId, q];
      const [counted] = await tx.query<{ total: number }[]>(`select count(*)::int total ${FILTERED}`, filter);
      const rows = await tx.query<ReminderRow[]>(
        `select r.id, r.enrolment_id "enrolmentId", r.due_at "dueAt", r.status,
           r.withdrawn_reason "withdrawnReason", json_build_object('id', rule.id, 'dayKind', rule.day_kind,
             'daysBefore', rule.days_before, 'localTime', left(rule.local_time::text, 5)) rule
         ${FILTERED} order by r.due_at, r.id limit $4 offset $5`,
        [...filter, limit, offset],
      );
      return { total: counted!.total, rows };
    });
  }
}

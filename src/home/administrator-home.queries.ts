import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Role } from '../shared/actor.js';
import { systemActor } from '../shared/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';

/** How the parts behind the screen stand; the oldest is null when there is none. */
export interface RunningFigures {
  readonly jobs_due: number;
  readonly oldest_due_at: Date | null;
  readonly jobs_failed: number;
  readonly facts_undispatched: number;
  readonly oldest_fact_at: Date | null;
  readonly mail_queued: number;
  readonly mail_failed: number;
  readonly accounts_open: number;
}

export interface SignInRow {
  readonly name: string;
  readonly role: Role;
  readonly signed_in_at: Date;
}

/**
 * Asked as the system, because an administrator may not read mail or sign-ins: only numbers, and who signed in
 * when, of the own region leave it.
 */
@Injectable()
export class AdministratorHomeQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async running(actor: Actor): Promise<RunningFigures> {
    const rows = await this.db.read(systemActor, (tx) =>
      tx.query<RunningFigures[]>(
        `select
           (select count(*)::int from job where status = 'waiting' and run_at <= $2) jobs_due,
           (select min(run_at) from job where status = 'waiting' and run_at <= $2) oldest_due_at,
           (select count(*)::int from job where status = 'failed') jobs_failed,
           (select count(*)::int from outbox where dispatched_at is null) facts_undispatched,
           (select min(created_at) from outbox where dispatched_at is null) oldest_fact_at,
           (select count(*)::int from message where region_id = $1 and status in ('queued', 'sending')) mail_queued,
           (select count(*)::int from message where region_id = $1 and status = 'failed') mail_failed,
           (select count(*)::int from account where region_id = $1 and closed_at is null) accounts_open`,
        [actor.regionId, this.clock.now()],
      ),
    );
    return rows[0]!;
  }

  /** Who signed in last, at most ten. */
  lastSignIns(actor: Actor): Promise<SignInRow[]> {
    return this.db.read(systemActor, (tx) =>
      tx.query<SignInRow[]>(
        `select a.name, a.role, s.created_at signed_in_at from sign_in s join account a on a.id = s.account_id
         where a.region_id = $1 order by s.created_at desc, s.id desc limit 10`,
        [actor.regionId],
      ),
    );
  }
}

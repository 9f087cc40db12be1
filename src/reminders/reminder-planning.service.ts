import { Inject, Injectable } from '@nestjs/common';
import { appointments } from '../enrolment/appointment.queries.js';
import { activeParticipants, participants, type Participant } from '../enrolment/participant.queries.js';
import { systemActor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { defaultReminderRules, reminderDueAt, type FirstPart, type ReminderRule } from './reminder.rules.js';
import type { WithdrawnReason } from './reminder-status.rules.js';

interface SavedRule extends ReminderRule {
  readonly id: string;
  /** People who had their seat before this moment are left alone by the rule. */
  readonly activeFrom: Date;
}

/** Keeps one row per confirmed enrolment and rule, which says when its reminder is due. */
@Injectable()
export class ReminderPlanning {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Plans the reminders of someone who has got a seat; running it again changes nothing. */
  async plan(enrolmentId: string): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      await holdSession(tx, '(select session_id from enrolment where id = $1)', enrolmentId);
      const [who] = await participants(tx, [enrolmentId]);
      if (who?.status !== 'confirmed') return;
      await this.planAll(tx, who.sessionId, [who], ({ confirmedAt }) => confirmedAt!);
    });
  }

  /** Plans anew for everyone with a seat after the session has moved; what was sent stays sent. */
  async replan(sessionId: string): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(systemActor, async (tx) => {
      await holdSession(tx, '$1', sessionId);
      const seated = (await activeParticipants(tx, sessionId)).filter(({ status }) => status === 'confirmed');
      await this.planAll(tx, sessionId, seated, () => now);
    });
  }

  async withdraw(enrolmentId: string): Promise<void> {
    await this.withdrawWhere('enrolment_id = $2', 'enrolment-cancelled', enrolmentId);
  }

  async withdrawForSession(sessionId: string): Promise<void> {
    const ofSession = 'enrolment_id in (select id from enrolment where session_id = $2)';
    await this.withdrawWhere(ofSession, 'session-cancelled', sessionId);
  }

  private async withdrawWhere(condition: string, reason: WithdrawnReason, id: string): Promise<void> {
    await this.db.transaction(systemActor, (tx) =>
      tx.query(
        `update reminder set status = 'withdrawn', withdrawn_reason = $1 where status = 'planned' and ${condition}`,
        [reason, id],
      ),
    );
  }

  private async planAll(
    tx: Tx,
    sessionId: string,
    people: readonly Participant[],
    sinceOf: (who: Participant) => Date,
  ): Promise<void> {
    const appointment = (await appointments(tx, [sessionId])).get(sessionId)!;
    const firstPart = { date: appointment.parts[0]!.date, startsAt: appointment.firstStartsAt };
    for (const who of people)
      for (const rule of await this.rulesOf(tx, who.regionId))
        if (who.confirmedAt! >= rule.activeFrom) await this.planOne(tx, who, rule, firstPart, sinceOf(who));
  }

  private async planOne(
    tx: Tx,
    { enrolmentId }: Participant,
    rule: SavedRule,
    firstPart: FirstPart,
    since: Date,
  ): Promise<void> {
    const dueAt = reminderDueAt(rule, firstPart, since);
    if (dueAt === null)
      await tx.query(
        `update reminder set status = 'withdrawn', withdrawn_reason = 'moment-passed'
         where enrolment_id = $1 and rule_id = $2 and status = 'planned'`,
        [enrolmentId, rule.id],
      );
    else
      await tx.query(
        `insert into reminder (id, rule_id, enrolment_id, due_at, status) values ($1, $2, $3, $4, 'planned')
         on conflict (enrolment_id, rule_id) do update
         set due_at = excluded.due_at, status = 'planned', withdrawn_reason = null
         where reminder.status = 'planned' or reminder.withdrawn_reason = 'moment-passed'`,
        [newId(this.clock.now()), rule.id, enrolmentId, dueAt],
      );
  }

  /** The region's rules; a region that has none yet gets the defaults, which hold for everyone. */
  private async rulesOf(tx: Tx, regionId: string): Promise<SavedRule[]> {
    const find = () =>
      tx.query<SavedRule[]>(
        `select id, code, days_before "daysBefore", left(local_time::text, 5) "localTime", active_from "activeFrom"
         from reminder_rule where region_id = $1 order by days_before desc, code`,
        [regionId],
      );
    const found = await find();
    if (found.length > 0) return found;
    for (const rule of defaultReminderRules)
      await tx.query(
        `insert into reminder_rule (id, region_id, code, days_before, local_time, active_from)
         values ($1, $2, $3, $4, $5, $6) on conflict (region_id, code) do nothing`,
        [newId(this.clock.now()), regionId, rule.code, rule.daysBefore, rule.localTime, new Date(0)],
      );
    return find();
  }
}

// Planning reads the dates and then writes; without this a move in between would be planned over. The session comes
// before its enrolments, in the order in which seats are given out, or the two could wait for each other.
async function holdSession(tx: Tx, which: string, id: string): Promise<void> {
  await tx.query(`select from session where id = ${which} for share`, [id]);
}

import { Inject, Injectable } from '@nestjs/common';
import { appointments } from '../enrolment/appointment.queries.js';
import { activeParticipants, participants, type Participant } from '../enrolment/participant.queries.js';
import { systemActor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { defaultReminderRules, reminderPlan, type RegionRule, type Seated } from './reminder.rules.js';
import type { WithdrawnReason } from './reminder-status.rules.js';

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
      await this.planAll(tx, who, [{ enrolmentId, since: who.confirmedAt! }]);
    });
  }

  /** Plans anew for everyone with a seat after the session has moved; what was sent stays sent. */
  async replan(sessionId: string): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(systemActor, async (tx) => {
      await holdSession(tx, '$1', sessionId);
      const seated = (await activeParticipants(tx, sessionId)).filter(({ status }) => status === 'confirmed');
      if (seated.length === 0) return;
      const people = seated.map(({ enrolmentId }) => ({ enrolmentId, since: now }));
      await this.planAll(tx, seated[0]!, people);
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
    { regionId, sessionId }: Pick<Participant, 'regionId' | 'sessionId'>,
    people: readonly Seated[],
  ): Promise<void> {
    const appointment = (await appointments(tx, [sessionId])).get(sessionId)!;
    const firstPart = { date: appointment.parts[0]!.date, startsAt: appointment.firstStartsAt };
    const plan = reminderPlan(await this.rulesOf(tx, regionId), firstPart, people);
    const passed = plan.filter(({ dueAt }) => dueAt === null);
    await this.write(
      tx,
      plan.filter(({ dueAt }) => dueAt !== null),
    );
    if (passed.length > 0)
      await tx.query(
        `update reminder r set status = 'withdrawn', withdrawn_reason = 'moment-passed'
         from unnest($1::uuid[], $2::uuid[]) passed (enrolment_id, rule_id)
         where r.enrolment_id = passed.enrolment_id and r.rule_id = passed.rule_id and r.status = 'planned'`,
        [passed.map(({ enrolmentId }) => enrolmentId), passed.map(({ ruleId }) => ruleId)],
      );
  }

  private write(tx: Tx, plan: ReturnType<typeof reminderPlan>): Promise<void> {
    const now = this.clock.now();
    const rows = plan.map(({ enrolmentId, ruleId, dueAt }) => ({
      id: newId(now),
      rule_id: ruleId,
      enrolment_id: enrolmentId,
      due_at: dueAt,
      status: 'planned',
    }));
    return insertRows(
      tx,
      'reminder',
      rows,
      `on conflict (enrolment_id, rule_id) do update
       set due_at = excluded.due_at, status = 'planned', withdrawn_reason = null
       where reminder.status = 'planned' or reminder.withdrawn_reason = 'moment-passed'`,
    );
  }

  /** The region's rules; a region that has none yet gets the defaults, which hold for everyone. */
  private async rulesOf(tx: Tx, regionId: string): Promise<RegionRule[]> {
    const find = () =>
      tx.query<RegionRule[]>(
        `select id, day_kind "dayKind", days_before "daysBefore", left(local_time::text, 5) "localTime",
           active_from "activeFrom"
         from reminder_rule where region_id = $1 order by id`,
        [regionId],
      );
    const found = await find();
    if (found.length > 0) return found;
    const rows = defaultReminderRules.map(({ dayKind, daysBefore, localTime }) => ({
      ...{ id: newId(this.clock.now()), region_id: regionId, day_kind: dayKind, days_before: daysBefore },
      ...{ local_time: localTime, active_from: new Date(0), is_on: true, version: 1 },
    }));
    await insertRows(
      tx,
      'reminder_rule',
      rows,
      'on conflict (region_id, day_kind, days_before, local_time) do nothing',
    );
    return find();
  }
}

// Planning reads the dates and then writes; without this a move in between would be planned over. The session comes
// before its enrolments, in the order in which seats are given out, or the two could wait for each other.
async function holdSession(tx: Tx, which: string, id: string): Promise<void> {
  await tx.query(`select from session where id = ${which} for share`, [id]);
}

import { Inject, Injectable } from '@nestjs/common';
import { appointments } from '../enrolment/appointment.queries.js';
import { activeParticipants, participants, type Participant } from '../enrolment/participant.queries.js';
import { systemActor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { giveDefaultRules, RULE } from './region-rules.js';
import { reminderPlan, type RegionRule, type Seated } from './reminder.rules.js';
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
      const rules = await this.rulesOf(tx, who.regionId);
      await this.planAll(tx, who.sessionId, rules, [{ enrolmentId, since: who.confirmedAt! }]);
    });
  }

  /** Plans anew for everyone with a seat after the session has moved; what was sent stays sent. */
  async replan(sessionId: string): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(systemActor, async (tx) => {
      const seated = await seatedIn(tx, sessionId);
      if (seated.length === 0) return;
      const people = seated.map(({ enrolmentId }) => ({ enrolmentId, since: now }));
      await this.planAll(tx, sessionId, await this.rulesOf(tx, seated[0]!.regionId), people);
    });
  }

  /**
   * Plans a rule that is new or has changed for everyone with a seat in a session to come. The other rules are left
   * alone: their reminders may be due this very minute.
   */
  async planRule(ruleId: string): Promise<void> {
    const sessions = await this.db.read(systemActor, (tx) =>
      tx.query<{ id: string }[]>(
        `select s.id from session s join reminder_rule rule on rule.region_id = s.region_id
         where rule.id = $1 and s.status <> 'cancelled'
           and (select min(p.starts_at) from session_part p where p.session_id = s.id) > $2 order by s.id`,
        [ruleId, this.clock.now()],
      ),
    );
    for (const { id } of sessions) await this.planRuleFor(id, ruleId);
  }

  private async planRuleFor(sessionId: string, ruleId: string): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const seated = await seatedIn(tx, sessionId);
      if (seated.length === 0) return;
      const rules = await this.rulesOf(tx, seated[0]!.regionId);
      const people = seated.map(({ enrolmentId, confirmedAt }) => ({ enrolmentId, since: confirmedAt! }));
      const changed = rules.filter(({ id }) => id === ruleId);
      await this.planAll(tx, sessionId, changed, people);
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
    rules: readonly RegionRule[],
    people: readonly Seated[],
  ): Promise<void> {
    const appointment = (await appointments(tx, [sessionId])).get(sessionId)!;
    const firstPart = { date: appointment.parts[0]!.date, startsAt: appointment.firstStartsAt };
    const plan = reminderPlan(rules, firstPart, people);
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
       where reminder.status = 'planned' or reminder.withdrawn_reason in ('moment-passed', 'rule-changed')`,
    );
  }

  /** The region's rules that are on, which do not change before they have been planned for. */
  private async rulesOf(tx: Tx, regionId: string): Promise<RegionRule[]> {
    await giveDefaultRules(tx, regionId, this.clock.now());
    return tx.query<RegionRule[]>(
      `select ${RULE} from reminder_rule rule where rule.region_id = $1 and rule.is_on order by rule.id for share`,
      [regionId],
    );
  }
}

// Planning reads the dates and then writes; without this a move in between would be planned over. The session comes
// before its enrolments, in the order in which seats are given out, or the two could wait for each other.
async function holdSession(tx: Tx, which: string, id: string): Promise<void> {
  await tx.query(`select from session where id = ${which} for share`, [id]);
}

/** Everyone with a seat in a session, which does not move before the transaction ends. */
async function seatedIn(tx: Tx, sessionId: string): Promise<Participant[]> {
  await holdSession(tx, '$1', sessionId);
  return (await activeParticipants(tx, sessionId)).filter(({ status }) => status === 'confirmed');
}

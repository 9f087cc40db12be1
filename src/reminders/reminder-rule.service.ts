import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, violatedConstraint, type Tx } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Outbox } from '../platform/outbox/outbox.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { giveDefaultRules, RULE } from './region-rules.js';
import { toldOfRule, type RegionRule, type ToldRule } from './reminder.rules.js';

/** What a region's coordinators say about reminders. What they say holds from now on; what was sent stays sent. */
@Injectable()
export class ReminderRuleService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** The region's rules, the one with the most days first; a region that has none is given the defaults. */
  rules(
    actor: Actor,
    slice: { readonly page: number; readonly pageSize: number },
  ): Promise<Paged<RegionRule>> {
    return this.db.transaction(actor, async (tx) => {
      await giveDefaultRules(tx, actor.regionId!, this.clock.now());
      return pageOf<RegionRule>(
        tx,
        {
          select: RULE,
          from: 'from reminder_rule rule where rule.region_id = $1',
          orderBy: 'rule.days_before desc, rule.day_kind desc, rule.local_time, rule.id',
          params: [actor.regionId],
        },
        slice,
      );
    });
  }

  /** @throws DomainError 'reminder-rule-exists' */
  async add(actor: Actor, rule: ToldRule): Promise<string> {
    const now = this.clock.now();
    const regionId = actor.regionId!;
    const id = newId(now);
    await this.onlyOnce(actor, async (tx) => {
      await giveDefaultRules(tx, regionId, now);
      await tx.query(
        `insert into reminder_rule (id, region_id, day_kind, days_before, local_time, is_on, active_from)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, regionId, rule.dayKind, rule.daysBefore, rule.localTime, rule.isOn, now],
      );
      await this.audit.record(tx, {
        ...{ actor, action: 'register', subjectType: 'reminder-rule', subjectId: id, after: rule },
      });
      await this.outbox.publish(tx, 'reminder-rule.changed', { ruleId: id });
    });
    return id;
  }

  /**
   * Makes a rule as told, when it is still of the version that the teller looked at. What it had planned is withdrawn
   * at once, so that nothing goes out at the old moment, and planned anew by the job that follows.
   * @throws DomainError 'not-found', 'changed-meanwhile' or 'reminder-rule-exists'
   */
  async change(actor: Actor, id: string, version: number, rule: ToldRule): Promise<void> {
    await this.onlyOnce(actor, async (tx) => {
      const [found] = await tx.query<RegionRule[]>(
        `select ${RULE} from reminder_rule rule where rule.id = $1 for no key update`,
        [id],
      );
      if (!found) throw new DomainError('not-found');
      if (found.version !== version) throw new DomainError('changed-meanwhile');
      const before = toldOfRule(found);
      if (JSON.stringify(before) === JSON.stringify(toldOfRule(rule))) return;
      await tx.query(
        `update reminder_rule set day_kind = $2, days_before = $3, local_time = $4, is_on = $5, active_from = $6,
           version = version + 1 where id = $1`,
        [id, rule.dayKind, rule.daysBefore, rule.localTime, rule.isOn, this.clock.now()],
      );
      await tx.query(
        `update reminder set status = 'withdrawn', withdrawn_reason = 'rule-changed'
         where rule_id = $1 and status = 'planned'`,
        [id],
      );
      await this.audit.record(tx, {
        ...{ actor, action: 'change', subjectType: 'reminder-rule', subjectId: id, before, after: rule },
      });
      await this.outbox.publish(tx, 'reminder-rule.changed', { ruleId: id });
    });
  }

  private async onlyOnce(actor: Actor, work: (tx: Tx) => Promise<void>): Promise<void> {
    try {
      await this.db.transaction(actor, work);
    } catch (error) {
      if (violatedConstraint(error) !== 'reminder_rule_once') throw error;
      throw new DomainError('reminder-rule-exists');
    }
  }
}

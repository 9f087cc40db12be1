import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import { giveDefaultRules, RULE } from './region-rules.js';
import type { RegionRule } from './reminder.rules.js';

@Injectable()
export class ReminderRuleQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The region's rules, the one with the most days first. */
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

  /** @throws DomainError 'not-found' */
  async rule(actor: Actor, id: string): Promise<RegionRule> {
    const [found] = await this.db.read(actor, (tx) =>
      tx.query<RegionRule[]>(
        `select ${RULE} from reminder_rule rule where rule.id = $1 and rule.region_id = $2`,
        [id, actor.regionId],
      ),
    );
    if (!found) throw new DomainError('not-found');
    return found;
  }
}
